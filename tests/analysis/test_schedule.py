"""Schedules of documents: effort becomes working days and dates, and the three are never mixed up."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archkit.analysis.document_schedule import schedule
from archkit.analysis.phase_network import phase_network
from archkit.analysis.team_load import overloads
from archkit.analysis.working_calendar import WorkingCalendar, working_calendar
from archkit.errors import AnalysisError
from archkit.model.document import Document
from archkit.model.effort import Effort, WorkItem
from archkit.model.phases import Phase

_CASES = {
    case["name"]: case
    for case in json.loads((Path(__file__).parents[1] / "data" / "published_cases.json").read_text("utf-8"))
}


def item(phase, low, likely, high, **fields):
    return WorkItem(work_item=f"Work of {phase}", phase=phase, low=low, likely=likely, high=high, **fields)


def plan(phases, items, **effort):
    return schedule(Document(phases=tuple(phases), effort=Effort(work_items=tuple(items), **effort)))


def three(after="A", **effort):
    phases = Phase(phase="A"), Phase(phase="B", after="A"), Phase(phase="C", after=after)
    return plan(phases, [item("A", 2, 3, 6), item("B", 3, 5, 9), item("C", 3, 5, 9)], **effort)


@pytest.mark.parametrize(
    ("name", "path"), [("pert_hillier_lieberman_reliable", "ABCEFJLN"), ("pert_wikipedia_seven_tasks", "aceg")]
)
def test_a_document_of_the_published_network_has_the_published_path_and_mean(name, path):
    """Hillier & Lieberman, Introduction to Operations Research, Reliable Construction; Wikipedia, PERT."""
    case = _CASES[name]
    activities = case["inputs"]["activities"].items()
    phases = [Phase(phase=f"Step {name}", after="; ".join(f"Step {other}" for other in one["predecessors"]) or "start")
              for name, one in activities]  # fmt: skip
    items = [item(f"Step {name}", one["o"], one["m"], one["p"]) for name, one in activities]

    found = plan(phases, items, correlation=0, draws=50_000)

    assert "".join(label[-1] for label in found.critical_path) == path
    assert found.path_of_means == pytest.approx(case["expected"]["project_mean"], abs=case["tolerance"])
    assert found.merge_bias > 0
    if "deadline" in case["inputs"]:
        assert found.chance(case["inputs"]["deadline"]) == pytest.approx(0.816, abs=0.006)


def test_a_chain_takes_the_drawn_total_of_its_work():
    found = three(after="B")

    assert np.allclose(found.finishes, found.effort.sums())
    assert found.frame["criticality"].tolist() == [1, 1, 1]
    assert found.merge_bias == pytest.approx(0, abs=0.02)


def test_phases_beside_each_other_wait_for_the_slowest():
    found = three()

    assert found.path_of_means < found.finish_mean < 16
    assert found.frame.loc[["B", "C"], "criticality"].tolist() == pytest.approx([0.5, 0.5], abs=0.02)
    assert "merge bias" in str(found)


def test_columns_name_their_unit_and_people_divide_effort():
    found = three(team=2)

    frame = found.frame
    assert frame["effort_mean_person_days"].tolist() == pytest.approx([20 / 6, 32 / 6, 32 / 6])
    assert frame["duration_mean_working_days"].tolist() == pytest.approx([20 / 12, 32 / 12, 32 / 12])
    assert frame["start_mean_date"].tolist() == ["", "", ""]
    assert found.path_of_means == pytest.approx(52 / 12)


def test_dates_count_from_the_start():
    found = plan([Phase(phase="A"), Phase(phase="B")], [item("A", 5, 5, 5), item("B", 3, 3, 3)], start="2026-11-23")

    dates = found.frame[["start_mean_date", "finish_mean_date", "finish_p80_date"]].to_numpy().tolist()
    assert dates == [["2026-11-23", "2026-11-27", "2026-11-27"], ["2026-11-30", "2026-12-02", "2026-12-02"]]
    assert found.finish.loc["p90", "date"] == "2026-12-02"


def test_too_few_people_are_said_with_phases_times_and_numbers():
    found = plan(
        [Phase(phase="A"), Phase(phase="B", after="A", people=3), Phase(phase="C", after="A")],
        [item("A", 8, 8, 8), item("B", 6, 6, 6), item("C", 12, 12, 12)], team=4, start="2026-11-23",
    )  # fmt: skip

    expected = 'from working day 2.0 to 4.0 (2026-11-25 to 2026-11-26) "B" and "C" need 7 people, and the team has 4'
    assert expected in found.notes
    assert found.team_load["people_needed"].tolist() == [7]


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9), st.integers(1, 5)), min_size=1, max_size=7))
def test_the_load_is_counted_at_every_moment(rows):
    start, finish = [row[0] for row in rows], [row[0] + row[1] for row in rows]
    found = overloads(start, finish, [row[2] for row in rows], 5)

    for moment in np.arange(0.25, 20, 0.5):
        running = tuple(at for at in range(len(rows)) if start[at] < moment < finish[at])
        needed = sum(rows[at][2] for at in running)
        here = [load for load in found if load.begin < moment < load.end]
        assert [(load.places, load.people) for load in here] == ([(running, needed)] if needed > 5 else [])


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 6), st.integers(0, 2), st.data())
def test_more_people_or_less_waiting_never_finish_later(people, faster, data):
    after = data.draw(st.sampled_from(["start", "A", "A; B", "B"]))
    before = three(after=after, draws=200)
    quick = plan(
        [Phase(phase=name, after=rule, people=people if at == faster else None)
         for at, (name, rule) in enumerate((("A", ""), ("B", "A"), ("C", after)))],
        [item("A", 2, 3, 6), item("B", 3, 5, 9), item("C", 3, 5, 9)], draws=200,
    )  # fmt: skip
    longer = three(after="A; B", draws=200)

    assert (quick.drawn.end <= before.drawn.end + 1e-9).all()
    assert (longer.drawn.end >= before.drawn.end - 1e-9).all()


@pytest.mark.parametrize("phases", [6, 21])
def test_a_chain_in_very_many_draws_has_the_mean_of_its_path(phases):
    """Draws that are too many to be kept stand by rising common cause; those that a schedule takes are a fair part."""
    names = [f"P{at}" for at in range(phases)]
    found = plan([Phase(phase=name) for name in names], [item(name, 2, 5, 12) for name in names], draws=1_000_000)

    assert found.draws == min(1_000_000, 4_000_000 // phases)
    assert found.finish_mean == pytest.approx(found.path_of_means, rel=1e-3)
    assert found.finish_quantile(0.8) == pytest.approx(found.effort.quantile(0.8), rel=1e-3)
    assert "merge bias" not in str(found)


@pytest.mark.parametrize("draws", [20_000, 60_000])
def test_phases_of_uncorrelated_work_are_uncorrelated_however_many_draws(draws):
    items = [item(name, 5 + 0.1 * at, 8, 15 + at, kind="development") for name in "ABC" for at in range(10)]
    items = [row.replace(work_item=f"Item {at}") for at, row in enumerate(items)]
    found = plan([Phase(phase=name, after="start") for name in "ABC"], items, correlation=0.0, draws=draws)

    assert np.corrcoef(found.durations)[0, 1:] == pytest.approx([0, 0], abs=5 / draws**0.5)
    assert found.merge_bias == pytest.approx(6.55, abs=0.15)


def test_the_order_of_rows_changes_no_schedule():
    items = [item("A", 5, 8, 15), item("A", 6, 9, 16), item("B", 5, 8, 15), item("B", 5, 8, 15), item("B", 1, 2, 3)]
    items = [row.replace(work_item="Some work") for row in items]
    phases = [Phase(phase="A", after="start"), Phase(phase="B", after="start")]

    assert str(plan(phases, items, correlation=0.0)) == str(plan(phases, items[::-1], correlation=0.0))


def test_no_chance_is_refused_in_words():
    for wrong in (80, 1.5, -0.1, "0.8", float("nan")):
        with pytest.raises(AnalysisError, match=r"a chance of .* is out of range; use a number from 0 to 1"):
            three(draws=200).finish_quantile(wrong)


@pytest.mark.parametrize(
    ("names", "named", "place"),
    [
        (("Phase 2", ""), "Phase 2", 0),
        (("Build", "Build (1)", "Build"), "Build (1)", 1),
        (("A", "a b", "A b"), "a b", 1),
    ],
)
def test_phases_that_are_called_alike_count_no_work_twice(names, named, place):
    found = plan([Phase(phase=name, what="It is built.") for name in names], [item(named, 8, 8, 8)])

    assert len(set(found.frame.index)) == len(names)
    assert found.frame["effort_mean_person_days"].tolist() == [8.0 * (at == place) for at in range(len(names))]


def test_a_row_without_content_takes_no_number_from_a_work_item():
    found = plan([Phase(phase="A"), Phase(), Phase(phase="B")], [item("1", 5, 5, 5), item("2", 7, 7, 7)])

    assert found.frame["effort_mean_person_days"].to_dict() == {"A": 5, "B": 7}
    assert found.effort.by_phase["total"].to_dict() == {"A": 5, "B": 7}


def test_a_phase_whose_work_has_no_readable_estimate_is_said():
    found = plan([Phase(phase="A"), Phase(phase="B")], [item("A", 5, 5, 5), item("B", None, None, None)])

    assert "no work item has an estimate that can be read, so the phase takes no time: B" in found.problems
    assert 'work item "Work of B" is left out: it has no estimate' in found.problems


def test_the_chance_to_be_done_never_falls_with_time_and_repeats():
    found = three()

    assert found.distribution["chance"].is_monotonic_increasing
    assert found.distribution["chance"].iloc[-1] == 1
    assert str(found) == str(three())
    assert found._repr_html_() == three()._repr_html_()


@pytest.mark.parametrize(
    ("after", "before"),
    [("", (1,)), ("start", ()), ("1", (0,)), ("phase 2", (1,)), ("1, 2", (0, 1)), ("build it; Plan", (1, 0)),
     ("Plan; Plan", (0,)), ("Ship", (2,)), ("nothing", (1,)), ("Plan; nothing", (0,))],
)  # fmt: skip
def test_after_names_phases_by_name_or_number(after, before):
    phases = Phase(phase="Plan"), Phase(phase="Build it"), Phase(phase="Ship", after=after)

    assert phase_network(phases)[0][2] == before


def test_an_unknown_phase_in_after_is_said():
    phases = Phase(phase="Plan"), Phase(phase="Ship", after="Plam")

    assert phase_network(phases)[1] == (
        'phase "Ship" waits for "Plam", which is not there; it comes after the phase above; did you mean "Plan"?',
    )


def test_totals_in_words_have_no_schedule_and_it_is_said():
    found = plan([Phase(phase="A")], [], total="3 weeks")

    assert found.problems == ("no phase has work that counts, so the schedule has no length",)
    assert found.finish["working_days"].eq(0).all()


def test_a_range_that_reaches_below_nothing_takes_no_time_there():
    found = plan([Phase(phase="A")], [item("A", 0.1, 1, 30)], ends="50 % range")

    assert found.durations.min() == 0
    assert found.drawn.end.min() >= 0


def test_a_row_without_content_is_no_phase_and_has_no_number():
    phases = Phase(phase="Plan"), Phase(), Phase(phase="Build"), Phase(phase="Ship", after="2")

    assert phase_network(phases) == (((), (), (0,), (2,)), ())
    assert plan(phases, [item("Plan", 1, 1, 1)]).frame.index.tolist() == ["Plan", "Build", "Ship"]


def test_a_circle_of_phases_is_one_message_and_no_schedule():
    found = plan([Phase(phase="A", after="B"), Phase(phase="B", after="A")], [item("A", 1, 2, 3)])

    assert found.frame.empty
    assert found.finish.empty
    assert found.distribution.empty
    assert found.reason == found.problems[0]
    assert str(found).splitlines()[1].startswith('there is no schedule: "A" → "B" → "A" wait for each other')


def test_no_phases_no_work_and_work_without_phase_are_said():
    assert plan([], []).problems == ("there are no phases yet, so there is no schedule",)
    assert plan([Phase(phase="A")], []).problems == ("no phase has work that counts, so the schedule has no length",)
    found = plan([Phase(phase="A"), Phase(phase="B")], [item("A", 1, 1, 1), item("", 2, 2, 2), item("C", 1, 1, 1)])
    assert "2 work items belong to no phase, so 3.0 person-days are not in the schedule" in found.problems
    assert "without work of its own a phase takes no time: B" in found.problems
    assert found.path_of_means == 1


def test_numbers_that_do_not_fit_are_said_and_the_team_or_one_person_counts():
    found = plan([Phase(phase="A", people="two")], [item("A", 4, 4, 4)], team=0, start="tomorrow")

    assert found.path_of_means == 4
    assert len([problem for problem in found.problems if "two" in problem or "team size 0" in problem]) == 2
    assert 'start "tomorrow" is not a date' in "\n".join(found.problems)


def test_ten_thousand_work_items_have_a_schedule():
    items = [item(str(1 + at % 3), 1, 2, 4) for at in range(10_000)]

    found = plan([Phase(phase=name) for name in "ABC"], items, draws=100)

    assert found.path_of_means == pytest.approx(10_000 * 13 / 6)


def test_many_phases_use_fewer_draws_and_say_so():
    found = plan([Phase(phase=f"P{at}") for at in range(400)], [item("1", 1, 2, 4)])

    assert found.draws == 10_000
    assert "10,000 of the draws are used, evenly spread" in found.assumptions
    assert len(found.frame) == 400


@pytest.mark.parametrize(
    ("days", "begins", "ends"),
    [(0, "2026-11-25", "2026-11-25"), (1, "2026-11-26", "2026-11-25"), (2.5, "2026-11-27", "2026-11-27"),
     (3, "2026-11-30", "2026-11-27"), (8, "2026-12-07", "2026-12-04")],
)  # fmt: skip
def test_working_days_skip_the_weekend(days, begins, ends):
    calendar = WorkingCalendar(date(2026, 11, 25))

    assert (str(calendar.begins(days)), str(calendar.ends(days))) == (begins, ends)


@settings(max_examples=200)
@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 7), st.integers(1, 400))
def test_a_finish_has_as_many_working_days_behind_it(start, per_week, days):
    calendar = WorkingCalendar(start, per_week)
    end = calendar.ends(days)

    every = (date.fromordinal(at) for at in range(start.toordinal(), end.toordinal() + 1))
    assert sum(one.weekday() < per_week for one in every) == days
    assert end.weekday() < per_week


def test_part_of_a_working_day_counts_on_the_last_day_of_the_week():
    calendar = WorkingCalendar(date(2026, 11, 23), 4.5)

    assert str(calendar.ends(4.5)) == "2026-11-27"
    assert str(calendar.begins(4.5)) == "2026-11-30"
    assert str(calendar.ends(9)) == "2026-12-04"


def test_a_start_that_is_no_working_day_or_no_date_is_said():
    assert working_calendar("2026-11-21")[1] == ("2026-11-21 is no working day, so work begins on Monday, 2026-11-23",)
    assert working_calendar("")[0] is None
    assert working_calendar("2026-13-01")[0] is None
    assert WorkingCalendar(date(2026, 1, 1)).ends(1e7) is None


def test_phases_that_take_equally_long_beside_each_other_are_all_critical():
    found = plan(
        [Phase(phase=name, after="start") for name in "ABC"], [item("ABC"[at], *[4 - (at == 2)] * 3) for at in range(3)]
    )

    assert found.critical_path == ("A",)
    assert found.critical_phases == ("A", "B")
    assert found.frame["on_critical_path_of_means"].tolist() == [True, True, False]
    assert "As critical, on another path of that length: B." in found.notes[0]


def test_a_name_of_several_phases_in_after_is_said_with_what_would_be_right():
    _, problems = phase_network((Phase(phase="A"), Phase(phase="A"), Phase(phase="C", after="a")))

    assert problems == (
        'phase "C" waits for "a", which 2 phases are called; it comes after the phase above; use "A (1)" or "A (2)"',
    )
    assert phase_network((Phase(phase="A"), Phase(phase="A"), Phase(phase="C", after="A (1)")))[0][2] == (0,)


def test_one_person_is_no_people():
    found = plan([Phase(phase="A"), Phase(phase="B", people=2)], [item("A", 1, 2, 3), item("B", 1, 2, 3)], team=1)

    assert "one person where a phase names no number" in found.assumptions
    assert "1 people" not in str(found)
