import pytest

from archkit.analysis.document_effort import document_effort
from archkit.analysis.total_effort import total_effort
from archkit.errors import AnalysisError
from archkit.figures.effort_figure import effort_figure
from archkit.figures.option_intervals import MOST_OPTIONS
from archkit.figures.spread_tornado import MOST_BARS
from archkit.model.effort import Effort, WorkItem

KINDS = ("phases", "s-curve", "spread", "options")
HOSTILE = ("$_$ and $5", "x" * 300, "🎉 مرحبا", "<b>|</b>")


def many(count):
    items = tuple(
        WorkItem(work_item=f"{HOSTILE[at % 4]}{at}", option=f"{HOSTILE[at % 4]}{at}", low=1, likely=3, high=5 + at)
        for at in range(count)
    )
    return total_effort(Effort(work_items=items))


@pytest.mark.parametrize("kind", KINDS)
def test_every_figure_says_how_its_numbers_were_made(example, kind):
    effort = document_effort(example, risks=True)

    figure = effort_figure(effort, kind)

    printed = " ".join(figure.drawn.axes[0].get_xlabel().split())
    for text in (printed, figure.alt):
        assert "Beta-PERT (λ = 4) between low and high as the absolute ends" in text
        assert "correlation 0.3 between all items, 20,000 draws, seed 1959" in text
        assert "open risks as events" in text


def test_the_s_curve_marks_the_percentiles_of_the_frame_and_the_sum_of_the_likely_values(example):
    effort = document_effort(example)

    figure = effort_figure(effort, "s-curve")

    lines = figure.drawn.axes[0].lines
    dots = [tuple(map(float, (*line.get_xdata(), *line.get_ydata()))) for line in lines if line.get_marker() == "o"]
    total = effort.frame.loc["total"]
    assert dots == [(total["p10"], 0.1), (total["p50"], 0.5), (total["p80"], 0.8), (total["p90"], 0.9)]
    square = next(line for line in lines if line.get_marker() == "s")
    assert square.get_ydata()[0] == effort.chance(effort.likely_sum)
    assert "The sum of the likely values, 65.0 days, has a" in figure.alt
    assert list(lines[0].get_xdata()) == list(effort.s_curve["days"])


def test_the_bars_of_the_spread_are_its_shares_and_add_up_to_all_of_it(example):
    effort = document_effort(example)

    bars = [bar.get_width() for bar in effort_figure(effort, "spread").drawn.axes[0].patches]

    assert bars[0] == pytest.approx(100 * effort.spread["share"].max())
    assert len(bars) == MOST_BARS
    assert sum(bars) == pytest.approx(100)


def test_the_intervals_are_those_of_the_frame(example):
    effort = document_effort(example)

    figure = effort_figure(effort, "options")

    ends = [tuple(line.get_xdata()) for line in figure.drawn.axes[0].lines if line.get_marker() == "|"]
    assert ends == list(effort.by_option[["p10", "p90"]].dropna().itertuples(index=False, name=None))
    assert "Without work items of its own, so not drawn: Keep the synchronous HTTP calls" in figure.alt


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [1, 40])
def test_any_name_and_number_of_items_can_be_drawn(kind, count):
    assert effort_figure(many(count), kind).png().startswith(b"\x89PNG")


def test_options_that_have_no_room_are_counted():
    assert f"{40 - MOST_OPTIONS} more options are not drawn." in effort_figure(many(40), "options").alt


@pytest.mark.parametrize(
    ("kind", "words"), [*zip(KINDS, ("no effort", "no chance", "nothing spreads", "no options"), strict=True)]
)
def test_without_work_the_figures_say_so(kind, words):
    assert words in effort_figure(total_effort(Effort()), kind).alt


def test_a_figure_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(AnalysisError, match="use phases, s-curve, spread, options"):
        effort_figure(total_effort(Effort()), "pie")


def test_shares_that_would_be_shown_as_nothing_are_drawn_together():
    small = tuple(WorkItem(work_item=f"w{at}", low=1, likely=2, high=2.01) for at in range(2500))
    large = WorkItem(work_item="large", low=100, likely=900, high=5000)

    spread = effort_figure(total_effort(Effort(work_items=(*small, large), draws=200)), "spread")
    assert [label.get_text() for label in spread.drawn.axes[0].get_yticklabels()] == ["large", "2,500 others together"]
    none = effort_figure(total_effort(Effort(work_items=small, draws=5000, correlation=0.9)), "spread")
    assert none.alt == "None of 2,500 items has 0.1 % of the spread of the total by itself."
