"""Gantt and finish curve: the numbers behind the marks, and the sentence that says the same."""

from __future__ import annotations

import pytest

from archkit.analysis.document_schedule import schedule
from archkit.analysis.schedule import Schedule
from archkit.figures.gantt import MOST_PHASES
from archkit.figures.schedule_figure import schedule_figure
from archkit.model.document import Document
from archkit.model.effort import Effort, WorkItem
from archkit.model.phases import Phase


@pytest.fixture(scope="module")
def planned(example) -> Schedule:
    rules = ("", "", "2", "2", "3, 4")
    phases = tuple(phase.replace(after=rule, people=None) for phase, rule in zip(example.phases, rules, strict=True))
    effort = example.effort.replace(team=4, start="2026-11-23")
    return schedule(example.replace(phases=phases, effort=effort))


def simple(count: int, **effort) -> Schedule:
    items = tuple(WorkItem(work_item="w", phase=str(at + 1), low=1, likely=2, high=4) for at in range(count))
    phases = tuple(Phase(phase=f"Phase of {at}") for at in range(count))
    return schedule(Document(phases=phases, effort=Effort(work_items=items, **effort)))


def texts(figure):
    return [text.get_text() for axes in figure.drawn.axes for text in axes.texts]


def test_the_bars_are_the_mean_starts_and_finishes_and_the_lines_end_at_p80(planned):
    axes = schedule_figure(planned).drawn.axes[0]
    bars = [bar for bar in axes.patches if bar.get_y() > -0.5 and bar.get_height() < 0.6]
    lines = [line for line in axes.lines if line.get_marker() == "|"]

    frame = planned.frame
    assert [bar.get_x() for bar in bars] == pytest.approx(frame["start_mean_working_day"].tolist())
    assert [bar.get_x() + bar.get_width() for bar in bars] == pytest.approx(frame["finish_mean_working_day"].tolist())
    assert [line.get_xdata()[1] for line in lines] == pytest.approx(frame["finish_p80_working_day"].tolist())


def test_phases_on_the_critical_path_have_another_colour(planned):
    axes = schedule_figure(planned).drawn.axes[0]
    colours = [bar.get_facecolor() for bar in axes.patches if bar.get_y() > -0.5 and bar.get_height() < 0.6]

    on_path = planned.frame["on_critical_path_of_means"].tolist()
    assert on_path == [True, True, True, False, True]
    assert [colour == colours[0] for colour in colours] == on_path


def test_times_with_too_few_people_are_shaded_and_said(planned):
    figure = schedule_figure(planned)

    shaded = [patch for patch in figure.drawn.axes[0].patches if patch.get_height() == 1]
    loads = planned.team_load
    assert [patch.get_x() for patch in shaded] == pytest.approx(loads["from_working_day"].tolist())
    assert "need 8 people, and the team has 4" in figure.alt


def test_dates_stand_on_the_axis_and_beside_the_bars(planned):
    figure = schedule_figure(planned)

    assert figure.drawn.axes[0].get_xticklabels()[0].get_text() == "0\n2026-11-23"
    finish = planned.frame["finish_p80_date"].iloc[-1]
    assert any(f"P80 {finish}; critical 100 %" in text for text in texts(figure))


@pytest.mark.parametrize("kind", ["gantt", "finish"])
def test_the_sentence_holds_the_path_the_finish_and_the_assumptions(planned, kind):
    alt = schedule_figure(planned, kind).alt

    assert "Outbox tables → Dispatcher and mail → Stock and shipping" in alt
    assert f"80 % chance within {planned.finish_quantile(0.8):.1f} working days" in alt
    assert "correlation 0.3 between all items, 20,000 draws, seed 1959" in alt


def test_the_finish_curve_is_the_distribution_with_its_marks(planned):
    axes = schedule_figure(planned, "finish").drawn.axes[0]

    curve = planned.distribution
    assert list(axes.lines[0].get_xdata())[1:-1] == pytest.approx(curve.index.tolist())
    assert list(axes.lines[0].get_ydata())[1:-1] == pytest.approx(curve["chance"].tolist())
    marks = {line.get_ydata()[0]: line.get_xdata()[0] for line in axes.lines if line.get_marker() == "o"}
    assert marks == pytest.approx({q: planned.finish_quantile(q) for q in (0.1, 0.5, 0.8, 0.9)})


def test_more_phases_than_fit_are_counted():
    assert "3 more phases stand in the frame" in schedule_figure(simple(MOST_PHASES + 3)).alt


@pytest.mark.parametrize("name", ["$_$ and $5", "W" * 300, "🚀", "مرحلة", "<b>&"])
@pytest.mark.parametrize("kind", ["gantt", "finish"])
def test_any_name_can_be_drawn(name, kind):
    work = WorkItem(work_item="w", phase="1", low=1, likely=2, high=4)
    found = schedule(Document(phases=(Phase(phase=name),), effort=Effort(work_items=(work,))))

    assert schedule_figure(found, kind).svg() == schedule_figure(found, kind).svg()


@pytest.mark.parametrize("kind", ["gantt", "finish"])
def test_without_a_schedule_the_figure_says_why(kind):
    assert schedule_figure(schedule(Document()), kind).alt == "There are no phases yet, so there is no schedule."
    late = Document(phases=(Phase(phase="A"),), effort=Effort(start="2026-11-21"))
    assert schedule_figure(schedule(late), kind).alt == "No phase has work that counts, so the schedule has no length."
    circle = schedule(Document(phases=(Phase(phase="A", after="A"),)))
    assert '"A" comes after itself' in schedule_figure(circle, kind).alt
