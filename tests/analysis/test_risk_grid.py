import pytest
from hypothesis import given
from hypothesis import strategies as st

from archkit.analysis.risk_grid import risk_grid
from archkit.model.risk_scales import offered_scale, risk_scale
from archkit.model.risks import IMPACTS, LIKELIHOODS, Risk
from archkit.model.scale_steps import ScaleStep


def test_words_numbers_and_percentages_find_the_same_cell():
    risks = [
        Risk(risk=text, likelihood=text, impact=impact)
        for text, impact in [("rare", "1"), ("1", "negligible"), ("5%", "1")]
    ]

    cells = risk_grid(tuple(risks)).cells

    assert [risk.label for risk in cells[0][0]] == ["R1", "R2", "R3"]


@given(st.lists(st.tuples(st.sampled_from((*LIKELIHOODS, "", "hgih", "40%")), st.sampled_from((*IMPACTS, "", "much")))))
def test_every_risk_is_in_one_cell_or_has_a_reason(pairs):
    grid = risk_grid(tuple(Risk(risk="r", likelihood=likelihood, impact=impact) for likelihood, impact in pairs))

    in_cells = [risk.number for row in grid.cells for cell in row for risk in cell]
    assert sorted([*in_cells, *(risk.number for risk in grid.unplaced)]) == list(range(1, len(pairs) + 1))
    assert all(risk.reason for risk in grid.unplaced)


@pytest.mark.parametrize(
    ("likelihood", "impact", "reason"),
    [
        ("hgih", "major", 'likelihood "hgih" is not on the scale'),
        ("", "major", "it has no likelihood"),
        ("likely", "", "it has no impact"),
        (
            "likely",
            "we lose trust",
            'impact "we lose trust" is not on the scale; use days in Cost, 1–5 or one of negligible',
        ),
    ],
)
def test_a_risk_without_a_place_has_a_reason_and_no_default(likelihood, impact, reason):
    grid = risk_grid((Risk(risk="It breaks", likelihood=likelihood, impact=impact),))

    assert grid.placed == ()
    assert reason in grid.unplaced[0].reason
    assert 'R1 "It breaks" is not on the grid' in str(grid)


def test_the_steps_are_those_of_the_scale_in_force():
    rows = [
        ScaleStep(scale="likelihood", word=word, low=low, high=low + 30) for word, low in (("seldom", 0), ("often", 40))
    ]
    scale = risk_scale((*rows, ScaleStep(scale="impact", word="all", low=0, high=9)))
    risks = Risk(risk="a", likelihood="often", impact="1"), Risk(risk="b", likelihood="30 %", cost=2)

    grid = risk_grid((*risks, Risk(risk="c", likelihood="rare", impact="all")), scale)

    assert [[[risk.label for risk in cell] for cell in row] for row in grid.cells] == [[["R2"]], [["R1"]]]
    assert "use a percentage from 0 to 100, 1–2 or one of seldom, often" in grid.unplaced[0].reason
    assert (grid.likelihoods, grid.impacts) == (("seldom", "often"), ("all",))


def test_days_give_a_place_only_where_no_impact_is_said():
    grid = risk_grid((Risk(risk="a", likelihood="rare", cost=8), Risk(risk="b", likelihood="rare", impact="5", cost=8)))

    assert [risk.impact for risk in grid.risks] == [3, 5]


def test_an_empty_row_is_passed_over_and_numbers_follow_the_document():
    grid = risk_grid((Risk(), Risk(risk="Second", likelihood="1", impact="1")))

    assert [risk.label for risk in grid.risks] == ["R2"]


def test_the_frame_has_typed_columns_also_when_there_are_no_risks(example):
    kinds = dict(risk_grid(()).frame.dtypes.astype(str))

    assert kinds == dict(risk_grid(example.risks).frame.dtypes.astype(str))
    assert kinds["likelihood"] == "Int64"


def test_the_grid_shows_itself_the_same_way_twice(example):
    assert repr(risk_grid(example.risks)) == repr(risk_grid(example.risks))
    assert "R10" in risk_grid(example.risks)._repr_html_()


def test_the_scale_of_nist_gives_its_own_level_and_no_other_scale_does():
    """NIST SP 800-30 Rev. 1 (2012), Table I-2."""
    risks = (Risk(risk="It breaks", likelihood="very high", impact="high"), Risk(risk="Or not", likelihood="low"))

    grid = risk_grid(risks, risk_scale(offered_scale("NIST SP 800-30")))

    assert list(grid.frame["level"]) == ["high", ""]
    assert 'R1 "It breaks" (NIST level of risk: high)' in str(grid)
    assert list(risk_grid((Risk(risk="r", likelihood="rare", impact="minor"),)).frame["level"]) == [""]


def test_a_closed_risk_stands_in_brackets():
    grid = risk_grid(
        (Risk(risk="Over", likelihood="1", impact="1", status="Closed"), Risk(risk="Open", likelihood="1", impact="1"))
    )

    assert [risk.in_cell for risk in grid.cells[0][0]] == ["(R1)", "R2"]
    assert 'R1 "Over" (closed)' in str(grid)
