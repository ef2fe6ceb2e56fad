"""The exposure of a document: before and after mitigation, in the draws of the effort."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archkit.analysis.option_exposure import exposure
from archkit.analysis.risk_exposure import risk_exposure
from archkit.analysis.risk_tables import _jumps, about
from archkit.model.document import Document
from archkit.model.effort import Effort, WorkItem
from archkit.model.options import Option
from archkit.model.recommendation import Recommendation
from archkit.model.risks import IMPACTS, LIKELIHOODS, Risk
from archkit.model.scale_steps import ScaleStep

_CASES = {
    case["name"]: case
    for case in json.loads((Path(__file__).parents[1] / "data" / "published_cases.json").read_text("utf-8"))
}


def of(*risks, work=(), **fields):
    return risk_exposure(Document(risks=risks, effort=Effort(work_items=work), **fields))


def risk(likelihood="50 %", cost=10.0, **fields):
    return Risk(risk=fields.pop("risk", "It breaks"), likelihood=likelihood, cost=cost, **fields)


def test_the_worst_cell_of_a_matrix_may_hold_the_smallest_risks_and_the_intervals_say_so():
    """Cox, What's wrong with risk matrices? (2008): on severity = 0.75 - frequency the 2 × 2 matrix is backwards."""
    expected = _CASES["cox_2008_negative_correlation"]["expected"]
    frequencies = np.linspace(0.01, 0.74, 74)
    found = of(*(risk(f"{100 * share:.0f} %", cost=100 * (0.75 - share)) for share in frequencies))

    losses = found.frame["loss_mean"].to_numpy() / 100
    low_cell = (frequencies <= 0.5) & (0.75 - frequencies <= 0.5)

    assert losses[low_cell].max() == pytest.approx(expected["max_risk_in_low_cell"], abs=1e-4)
    assert losses[low_cell].min() >= expected["min_risk_in_low_cell"] - 1e-9
    assert losses[~low_cell].max() <= expected["max_risk_in_medium_cells"]
    ranks = found.frame["rank"].str.extract(r"(\d+)$")[0].astype(int).to_numpy()
    assert ranks[low_cell].max() < ranks[~low_cell].min()


def test_the_drawn_loss_has_the_expected_loss_as_its_mean():
    found = of(risk("20%", 10), risk("possible", None, impact="major"), risk("90 %", 1))

    assert found.losses.mean() == pytest.approx(found.expected_loss[1], rel=0.02)
    assert found.expected_loss[0] < found.expected_loss[1] < found.expected_loss[2]


def test_ranks_stand_only_where_intervals_do_not_overlap():
    frame = of(risk("likely", None, impact="severe"), risk("rare", 1), risk("possible", 5), risk("20 %", 12)).frame

    assert frame["rank"].tolist() == ["1", "4", "2–3", "2–3"]
    assert frame["not_distinguishable_from"].tolist() == ["", "", "R4", "R3"]
    assert frame.loc["R1", "expected_loss"] == "20–96"


def test_the_curve_after_mitigation_holds_the_cost_that_is_spent_for_certain():
    found = of(risk("50 %", 20, residual_likelihood="10 %", mitigation_cost=3))

    curve = found.exceedance
    assert curve["before"].iloc[0] == pytest.approx(0.5, abs=1e-3)
    assert curve.loc[:2.9, "after"].eq(1).all()
    assert curve.loc[3.1:19, "after"].to_numpy() == pytest.approx(0.1, abs=1e-3)
    assert found.totals.loc["after, with cost", "loss_mean"] == pytest.approx(5)
    assert (curve.diff().dropna() <= 0).all().all()


def test_the_share_of_the_p80_is_the_p80_with_all_less_that_without_the_risk():
    work = (WorkItem(work_item="Build", low=5, likely=8, high=20),)
    risks = risk("30 %", 10), risk("60 %", 4), risk("5 %", 1)
    found = of(*risks, work=work)

    without = of(risks[0], Risk(), risks[2], work=work)
    p80 = [np.percentile(one.effort.in_draw_order(one.effort.counted) + one.losses, 80) for one in (found, without)]
    assert found.contributions.loc["R2", "p80_days"] == pytest.approx(p80[0] - p80[1])
    assert found.contributions["p80_days"].iloc[0] > found.contributions["p80_days"].iloc[2]


def test_risks_of_options_that_are_not_recommended_are_shown_and_not_counted():
    options = (Option(name="Queue"), Option(name="Log"))
    risks = (risk(), risk(option="Queue"), risk(option="Log"), risk(status="closed"))
    found = of(*risks, options=options, recommendation=Recommendation(options=("Log",)))

    assert found.frame["counted"].tolist() == [True, False, True]
    assert found.expected_loss[1] == 10
    assert found.scope == "2 of 4 risks are counted; 1 of options that are not recommended are not; 1 closed is not."


def test_the_exposure_of_an_option_counts_its_own_risks_and_those_of_all():
    document = Document(
        risks=(risk(), risk(option="Queue"), risk(option="Log", likelihood="often"), risk(status="closed")),
        options=(Option(name="Queue"), Option(name="Log"), Option(name="Mail")),
    )

    assert exposure(document, "Queue").mean == 10
    found = exposure(document, "Log")
    assert (found.low, found.mean, found.high, len(found.risks), found.unknown) == (5, 5, 5, 2, 1)
    assert math.isnan(exposure(Document(), "Log").mean)


def test_unknown_risks_are_said_and_in_no_sum():
    found = of(risk("hgih"), risk("50 %", None, impact="vast"), risk("50 %", 10))

    assert found.expected_loss[1] == 5
    assert len(found.problems) == 2
    assert found.frame.loc["R1", "rank"] == ""
    assert "unknown" in str(found)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(LIKELIHOODS), st.sampled_from(IMPACTS)), min_size=1, max_size=5), st.data())
def test_a_mitigation_to_a_lower_step_never_makes_the_loss_larger(pairs, data):
    risks = []
    for likelihood, impact in pairs:
        lower = data.draw(st.sampled_from(LIKELIHOODS[: LIKELIHOODS.index(likelihood) + 1]))
        lighter = data.draw(st.sampled_from(IMPACTS[: IMPACTS.index(impact) + 1]))
        risks.append(
            Risk(risk="r", likelihood=likelihood, impact=impact, residual_likelihood=lower, residual_impact=lighter)
        )
    found = risk_exposure(Document(risks=tuple(risks), effort=Effort(draws=500)))

    assert (found.losses_after <= found.losses + 1e-9).all()
    assert (found.exceedance["after"] <= found.exceedance["before"]).all()


def test_the_same_document_gives_the_same_numbers_and_words(example):
    first, second = risk_exposure(example), risk_exposure(example)

    assert np.array_equal(first.losses, second.losses)
    assert str(first) == str(second)
    assert first._repr_html_() == second._repr_html_()


def test_the_order_of_the_risks_and_a_change_of_one_move_no_number_of_the_others():
    rows = risk("30 %", 10, risk="a"), risk("60 %", 4, risk="b"), risk("60 %", 9, risk="b"), risk("5 %", 1, risk="c")
    work = (WorkItem(work_item="Build", low=5, likely=8, high=20),)
    found, turned = of(*rows, work=work), of(*reversed(rows), work=work)

    assert np.array_equal(found.losses, turned.losses)
    shares = [one.contributions.set_index("risk")["p80_days"].sort_values() for one in (found, turned)]
    assert shares[0].tolist() == pytest.approx(shares[1].tolist())
    changed = of(rows[0].replace(cost=20), *rows[1:])
    first = [one.counted[0].before.drawn(one.counted[0].place, draws=20_000, seed=1959) for one in (changed, found)]
    assert np.allclose(changed.losses - first[0], found.losses - first[1])


@pytest.mark.parametrize("likelihood", ["120 %", "-5 %", "nan %", "7"])
def test_a_probability_outside_the_scale_is_one_message(likelihood):
    found = of(risk(likelihood))

    assert found.counted == ()
    assert len(found.problems) == 1
    assert "use a percentage from 0 to 100, 1–5 or one of rare" in found.problems[0]


def test_without_risks_every_table_is_empty_and_says_so():
    found = of()

    assert found.frame.empty
    assert found.mitigations.empty
    assert found.contributions.empty
    assert found.exceedance["before"].eq(0).all()
    assert "0 of 0 risks are counted" in str(found)


@pytest.mark.parametrize(
    ("ends", "text"),
    [((0.421, 5.21), "0.42–5.3"), ((2.5, 2.5), "2.5"), ((12.5, 12.5), "12.5"), ((13.1, 14.2), "13–15"), ((0, 0), "0"),
     ((-3.24, 14), "-3.3 to 14"), ((-4.51, -0.02), "-4.6 to -0.02"), ((96, 100.1), "96–110"), ((9.51, 9.59), "9.5–9.6"),
     ((3, 3 * (0.1 + 0.2) / 0.3), "3"), ((0, 1e-7), "0–0.0000001"), ((math.nan, 1), "")],
)  # fmt: skip
def test_a_range_is_shown_with_two_significant_digits_and_holds_what_it_stands_for(ends, text):
    assert about(*ends) == text


def test_days_are_written_out_and_one_step_is_named_alone():
    scale = (ScaleStep(scale="likelihood", word="often", low=50, high=60),)
    found = of(risk(cost=1234.0), risk(likelihood="seldom"), risk_scale=scale)

    assert "1230" in str(found)
    assert "e+0" not in str(found)
    assert any("use a percentage from 0 to 100, 1 or often" in problem for problem in found.problems)


def test_the_cost_of_a_mitigation_that_is_in_no_sum_is_said():
    found = of(Risk(risk="R", impact="minor", mitigation_cost=30))

    assert found.mitigation_cost == 0
    assert 'R1 "R" is in no sum, nor are the 30 days of its mitigation: it has no likelihood' in found.problems


def test_a_risk_of_an_option_that_is_not_there_is_said():
    options = (Option(name="Ledger"),)

    (problem,) = of(risk(option="Ledgr"), risk(option="ledger"), options=options).problems

    assert problem.startswith('R1 "It breaks" names the option "Ledgr", which is not there')
    assert problem.endswith('did you mean "Ledger"?')


def test_a_mitigation_cost_that_cannot_be_read_is_unknown_and_not_nothing():
    risks = risk(residual_cost=2, mitigation="Test it", mitigation_cost="x"), risk("20 %", 5, risk="Other")
    found, known = of(*risks), of(risks[0].replace(mitigation_cost=3), risks[1])

    assert np.isnan(found.mitigations.loc["R1", ["mitigation_cost", "net_benefit_low", "net_benefit_high"]]).all()
    assert found.mitigations.loc["R1", "net_benefit"] == "cost not known"
    assert 'mitigation cost "x" is not a number of days, so its net benefit is not known' in found.problems[0]
    assert found.totals.loc["after, with cost"].isna().all()
    assert found.totals.loc["after"].equals(known.totals.loc["after"])
    assert found.exceedance["after"].isna().all()
    assert math.isnan(found.shares_of_p80[0][1])
    assert found.shares_of_p80[1] == pytest.approx(known.shares_of_p80[1])
    assert "not known" in str(found)


def test_a_mitigation_without_a_cost_costs_nothing():
    found = of(risk(residual_cost=2, mitigation="Test it"))

    assert found.mitigation_cost == 0
    assert found.mitigations.loc["R1", "net_benefit"] == "above 0"


def test_the_chance_of_more_falls_where_certain_days_are_lost():
    found = of(risk("50 %", 7.03), risk("20 %", 3.01, risk="Other"))
    curve = found.exceedance["before"]

    for days in (3.01, 7.03, 7.03 + 3.01):
        assert curve[days] == pytest.approx((found.losses > days).mean())
        assert curve[curve.index < days].iloc[-1] == pytest.approx((found.losses >= days).mean())


def test_draws_that_are_not_kept_give_the_same_numbers(monkeypatch):
    risks = risk("30 %", 10, residual_likelihood="10 %"), risk("60 %", 4), risk("possible", None, impact="severe")
    kept = of(*risks)
    assert len(kept.shares_of_p80) == 3 and kept._events

    monkeypatch.setattr("archkit.analysis.risk_exposure._KEPT_RISKS", 0)
    drawn = of(*risks)

    assert drawn.shares_of_p80 == kept.shares_of_p80 and not drawn._events
    assert drawn.losses.tolist() == kept.losses.tolist() and drawn.losses_left.tolist() == kept.losses_left.tolist()


@pytest.mark.parametrize("size", [1, 2, 7, 999, 1000, 1001, 2000, 20_000])
@pytest.mark.parametrize("values", [1, 3, 40, 700])
def test_days_that_come_again_are_those_of_more_than_one_draw_in_a_thousand(size: int, values: int):
    random = np.random.default_rng([size, values])
    often = random.integers(0, values, size) * 0.5
    drawn = np.sort(np.where(random.random(size) < 0.6, often, 100 * random.random(size)))

    found = _jumps(drawn, 15.0)

    days, counts = np.unique(drawn, return_counts=True)
    is_wanted = (1000 * counts > size) & (counts > 1) & (days <= 15)
    wanted = days[is_wanted][np.argsort(-counts[is_wanted], kind="stable")][:240]
    assert found.tolist() == wanted.tolist()
