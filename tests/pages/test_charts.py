import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archkit.analysis.document_effort import document_effort
from archkit.analysis.document_schedule import schedule
from archkit.analysis.risk_exposure import risk_exposure
from archkit.model.document import Document
from archkit.pages.charts.axis import Axis, axis
from archkit.pages.charts.comparing import letter
from archkit.pages.charts.effort import MOST_SHARES, effort_charts
from archkit.pages.charts.gantt import gantt
from archkit.pages.charts.plot import HEIGHT, WIDTH, Pen
from archkit.pages.charts.risk import risk_charts
from tests.pages.lively_document import lively_document


@given(st.floats(0, 1e12), st.floats(0, 1e12))
def test_an_axis_holds_its_numbers_between_round_ends(one, other):
    low, high = sorted((one, other))
    found = axis(low, high)

    assert found.low <= low * (1 + 1e-9) and found.high >= high * (1 - 1e-9)
    assert 2 <= len(found.ticks) <= 8
    assert found.ticks == tuple(sorted(set(found.ticks)))


@pytest.mark.parametrize("low, high, ticks", [(0, 4, (0, 1, 2, 3, 4)), (0, 36.8, (0, 10, 20, 30, 40)), (5, 5, None)])
def test_ticks_are_round_numbers(low, high, ticks):
    found = axis(low, high)

    assert ticks is None or found.ticks == ticks
    assert found.high > found.low


def test_what_lies_beyond_an_end_is_drawn_at_that_end():
    pen = Pen(Axis(0, 10, (0, 10)), Axis(0, 1, (0, 1)))

    assert pen.at(-5, -1) == pen.at(0, 0) and pen.at(50, 9) == pen.at(10, 1)


def test_a_line_of_steps_keeps_its_height_until_the_next_point():
    pen = Pen(Axis(0, 10, (0, 10)), Axis(0, 1, (0, 1)))
    (left, top), (middle, bottom) = pen.at(0, 1), pen.at(5, 0)

    assert pen.steps([(0, 1), (2, 1), (5, 0), (10, 0)], "curve").path == (
        f"M{left:g} {top:g}H{middle:g}V{bottom:g}H{pen.at(10, 0)[0]:g}"
    )


def test_points_are_letters_and_then_numbers():
    assert [letter(0), letter(25), letter(26)] == ["A", "Z", "27"]


def test_every_mark_lies_on_its_drawing():
    charts = effort_charts(document_effort(lively_document("Plan")))
    marks = charts.curve.marks

    assert [mark.beside.split()[0] for mark in marks] == ["P10", "P50", "P80", "P90", "likely"]
    assert all(0 < mark.x < WIDTH and 0 < mark.y < HEIGHT for mark in marks)
    assert [mark.x for mark in marks[:4]] == sorted(mark.x for mark in marks[:4])
    assert [mark.y for mark in marks[:4]] == sorted((mark.y for mark in marks[:4]), reverse=True)


def test_shares_of_the_spread_beyond_the_eighth_are_drawn_as_one_bar():
    charts = effort_charts(document_effort(lively_document("Plan")))

    assert len(charts.spread) == 8 and charts.spread[-1].name == "5 others together"
    assert math.isclose(sum(bar.share for bar in charts.spread), 1.0)
    assert max(bar.width for bar in charts.spread) == 100


def test_a_line_divides_risks_whose_order_is_certain():
    chart = risk_charts(risk_exposure(lively_document("Plan"))).losses

    assert [(bar.name.split()[0], bar.is_apart) for bar in chart.bars] == [("R1", False), ("R4", True), ("R2", True)]


def test_a_phase_begins_where_the_one_that_it_waits_for_ends():
    first, left, right, last = gantt(schedule(lively_document("Plan"))).chart.bars

    assert left.start == right.start == pytest.approx(first.start + first.width, abs=0.02)
    assert last.start >= max(left.start + left.width, right.start + right.width) - 0.02
    assert all(bar.whisker is None or bar.whisker >= bar.start + bar.width for bar in (first, left, right, last))


def test_a_document_without_work_and_risks_has_no_charts():
    empty = Document()

    assert effort_charts(document_effort(empty)).curve is None
    assert risk_charts(risk_exposure(empty)).losses is None
    assert gantt(schedule(empty)).chart is None


def test_work_without_ranges_has_no_curve_and_no_spread():
    document = Document.model_validate({"effort": {"work_items": [{"work_item": "A", "likely": 3}]}})
    charts = effort_charts(document_effort(document))

    assert (charts.curve, charts.spread, charts.options) == (None, (), None)


def test_risks_that_cost_nothing_have_no_curve():
    document = Document.model_validate({"risks": [{"risk": "A", "likelihood": "rare", "cost": 0}]})
    charts = risk_charts(risk_exposure(document))

    assert charts.curve is None and len(charts.losses.bars) == 1


def test_with_very_many_work_items_only_the_total_is_drawn():
    items = [{"work_item": str(place), "low": 1, "likely": 2, "high": 4} for place in range(MOST_SHARES + 1)]
    many, few = ({"effort": {"draws": 100, "work_items": rows}} for rows in (items, items[:-1]))
    charts = [effort_charts(document_effort(Document.model_validate(values))) for values in (many, few)]

    assert [bool(chart.spread) for chart in charts] == [False, True]
    assert all(chart.curve for chart in charts)
