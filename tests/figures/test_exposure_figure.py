"""Figures of the exposure to risk: the numbers behind the marks, and the sentence that says the same."""

from __future__ import annotations

import pytest

from archkit.analysis.risk_exposure import RiskExposure, risk_exposure
from archkit.figures.expected_loss import MOST_RISKS
from archkit.figures.exposure_figure import exposure_figure
from archkit.model.document import Document
from archkit.model.risks import Risk

KINDS = ("expected loss", "exceedance", "p80")


@pytest.fixture(scope="module")
def exposed(example) -> RiskExposure:
    risks = tuple(
        risk.replace(cost=None, residual_likelihood="rare", mitigation_cost=at)
        for at, risk in enumerate(example.risks[:7])
    )
    return risk_exposure(example.replace(risks=risks))


def of(*risks: Risk) -> RiskExposure:
    return risk_exposure(Document(risks=risks))


def texts(figure):
    return [text.get_text() for axes in figure.drawn.axes for text in axes.texts]


def test_the_ranges_go_from_the_low_to_the_high_expected_loss(exposed):
    bars = exposure_figure(exposed).drawn.axes[0].patches

    frame = exposed.frame.sort_values(["loss_high", "loss_low"], ascending=False)
    assert [bar.get_x() for bar in bars] == pytest.approx(frame["loss_low"].tolist())
    assert [bar.get_x() + bar.get_width() for bar in bars] == pytest.approx(frame["loss_high"].tolist())


def test_what_overlaps_is_called_not_distinguishable_and_a_line_stands_where_the_order_is_certain():
    found = of(
        Risk(risk="a", likelihood="rare", impact="minor"),
        Risk(risk="b", likelihood="likely", impact="severe"),
        Risk(risk="c", likelihood="rare", impact="moderate"),
    )
    figure = exposure_figure(found)

    assert texts(figure) == [
        "20–96 days; rank 1",
        "0.05–0.75 days; rank 2–3,\nnot distinguishable from R1",
        "0.02–0.25 days; rank 2–3,\nnot distinguishable from R3",
    ]
    across = [line for line in figure.drawn.axes[0].lines if list(line.get_xdata()) == [0, 1]]
    assert [line.get_ydata()[0] for line in across] == [0.5]
    assert "R1 a: 0.02–0.25 days, rank 2–3, not distinguishable from R3" in figure.alt


def test_the_curves_are_the_exceedance_frame_and_the_cost_is_said(exposed):
    figure = exposure_figure(exposed, "exceedance")

    curve = exposed.exceedance
    lines = figure.drawn.axes[0].lines
    assert [list(line.get_ydata()) for line in lines] == [curve["before"].tolist(), curve["after"].tolist()]
    assert list(lines[0].get_xdata()) == curve.index.tolist()
    assert "The mitigations cost 21 working days for certain." in figure.alt
    assert f"P80 {exposed.totals.loc['before', 'p80']:.1f}" in figure.alt


def test_where_no_mitigation_changes_anything_there_is_one_curve_and_it_is_said():
    figure = exposure_figure(of(Risk(risk="a", likelihood="rare", impact="minor")), "exceedance")

    assert len(figure.drawn.axes[0].lines) == 1
    assert "No mitigation changes a counted risk" in figure.alt


def test_the_shares_of_the_p80_are_the_contributions_largest_first(exposed):
    bars = exposure_figure(exposed, "p80").drawn.axes[0].patches

    expected = exposed.contributions["p80_days"].sort_values(ascending=False).tolist()
    assert [bar.get_width() for bar in bars] == pytest.approx(expected)


def test_the_scale_or_the_assumptions_stand_under_every_figure(exposed):
    assert "severe 8–20" in exposure_figure(exposed).alt
    assert exposed.assumptions in exposure_figure(exposed, "exceedance").alt
    assert exposed.assumptions in exposure_figure(exposed, "p80").alt


def test_more_risks_than_fit_are_counted():
    found = of(*(Risk(risk=f"r{at}", likelihood="likely", cost=at) for at in range(MOST_RISKS + 2)))

    assert "2 more risks stand in the frame" in exposure_figure(found).alt
    assert "2 more risks stand in the frame" in exposure_figure(found, "p80").alt


@pytest.mark.parametrize("name", ["$_$ and $5", "W" * 300, "🚀", "مرحلة", "<b>&", ""])
@pytest.mark.parametrize("kind", KINDS)
def test_any_name_can_be_drawn(name, kind):
    found = of(Risk(risk=name, likelihood="20 %", cost=3))

    assert exposure_figure(found, kind).svg() == exposure_figure(found, kind).svg()


@pytest.mark.parametrize("kind", KINDS)
def test_without_numbers_the_figure_says_so(kind):
    expected = "No risk has a known likelihood and impact yet."

    assert exposure_figure(of(), kind).alt == expected
    assert exposure_figure(of(Risk(risk="a", likelihood="hgih", impact="major")), kind).alt == expected


def test_risks_that_cost_nothing_have_no_curve():
    alt = exposure_figure(of(Risk(risk="a", likelihood="20 %", cost=0)), "exceedance").alt

    assert alt == "The counted risks and their mitigations cost no days."


@pytest.mark.parametrize(("costs", "said"), [((1, 9), True), ((1, 1), False)])
def test_a_thick_line_is_spoken_of_only_where_one_is_drawn(costs, said):
    figure = exposure_figure(of(*(Risk(risk=f"r{cost}", likelihood="likely", cost=cost) for cost in costs)))

    drawn = [line for line in figure.drawn.axes[0].lines if line.get_linewidth() == 1.6]
    assert bool(drawn) == said
    assert ("across a thick line the order is certain" in figure.alt) == said


def test_no_curve_after_the_mitigations_is_drawn_where_a_cost_is_not_known():
    spent = {"residual_likelihood": "rare", "mitigation_cost": "x"}
    found = of(Risk(risk="a", likelihood="likely", impact="minor", **spent), Risk(risk="b", likelihood="1", impact="1"))
    figure = exposure_figure(found, "exceedance")

    assert len(figure.drawn.axes[0].lines) == 1
    assert "What the mitigations cost is not known, so no curve after them is drawn." in figure.alt
    assert "nan" not in "".join(exposure_figure(found, kind).alt for kind in KINDS)
