import pytest

from archkit.analysis.document_effort import document_effort
from archkit.analysis.total_effort import total_effort
from archkit.figures.effort_bars import MOST_KINDS, MOST_PHASES, effort_bars
from archkit.model.effort import Effort, WorkItem
from archkit.model.phases import Phase


def widths(figure):
    return [bar.get_width() for bar in figure.drawn.axes[0].patches]


def test_the_bars_are_the_means_by_phase_and_their_total(example):
    effort = document_effort(example)

    found = widths(effort_bars(effort))

    means = effort.by_phase[["development", "testing"]].to_numpy().ravel()
    assert found[:-2] == pytest.approx(list(means))
    assert found[-2:] == pytest.approx([effort.mean("development"), effort.mean("testing")])


def test_the_only_whisker_is_on_the_total_and_ends_at_p80(example):
    effort = document_effort(example)

    lines = [line for line in effort_bars(effort).drawn.axes[0].lines if line.get_marker() == "|"]

    assert [tuple(line.get_xdata()) for line in lines] == [(effort.mean(), effort.quantile(0.8))]


def test_the_sentence_holds_the_phases_the_total_and_the_assumptions(example):
    effort = document_effort(example)

    alt = effort_bars(effort).alt

    assert "Payment: development 5.5, testing 3.5" in alt
    assert effort.texts["total"] in alt
    assert effort.assumptions in alt


def test_work_without_spread_has_no_whisker():
    figure = effort_bars(total_effort(Effort(work_items=(WorkItem(work_item="Move", kind="testing", likely=3),))))

    assert not [line for line in figure.drawn.axes[0].lines if line.get_marker() == "|"]


def test_many_phases_and_kinds_are_drawn_as_one_and_still_add_up():
    phases = tuple(Phase(phase=f"Phase of {at}") for at in range(MOST_PHASES + 6))
    items = tuple(
        WorkItem(work_item="w", kind=f"kind {at % (MOST_KINDS + 3)}", phase=str(at + 1), likely=1)
        for at in range(len(phases))
    )
    effort = total_effort(Effort(work_items=items), phases=phases)

    figure = effort_bars(effort)

    assert sum(widths(figure)) == pytest.approx(2 * effort.mean())
    assert "7 other phases" in figure.alt


def test_a_stated_total_is_drawn_as_stated():
    figure = effort_bars(total_effort(Effort(development="2 weeks", total="15-20 days")))

    assert widths(figure)[0] == 10
    assert sum(widths(figure)) == 17.5
    assert "not split 7.5" in figure.alt


def test_a_total_of_which_a_part_is_not_known_is_drawn_as_at_least_the_rest():
    figure = effort_bars(total_effort(Effort(development="3 weeks", testing="not known yet")))

    assert sum(widths(figure)) == 15
    assert "Total at least 15.0 days" in figure.alt
    assert "nan" not in figure.alt


def test_without_work_the_figure_says_so():
    assert effort_bars(total_effort(Effort(total="a lot"))).alt == "There is no effort to add up yet."
    assert effort_bars(total_effort(Effort())).alt == "There is no effort to add up yet."
