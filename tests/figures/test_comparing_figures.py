"""The figures of comparing: the numbers behind the marks, and the sentences."""

import numpy as np
import pytest
from matplotlib.patches import Rectangle

from archkit.analysis.compare import compare
from archkit.figures.agreement_table import agreement_table
from archkit.figures.rank_acceptability_bars import rank_acceptability_bars
from archkit.figures.value_effort_scatter import value_effort_scatter
from archkit.figures.weight_interval_bars import weight_interval_bars
from archkit.model.comparison import Comparison, Criterion, Rating
from archkit.model.document import Document
from archkit.model.effort import Effort, WorkItem
from archkit.model.options import Option

HOSTILE = ("$_$ costs $5", "x" * 300, "🚀", "خيار", "<b>bold</b>", "A\nB", "C", "D", "E", "F")
FIGURES = {
    "weight_intervals": weight_interval_bars,
    "ranks": rank_acceptability_bars,
    "value_for_effort": value_effort_scatter,
    "agreement": agreement_table,
}


def document(names, criteria):
    rows = tuple(
        Criterion(
            criterion=f"Criterion {at}",
            weight=str(10 + at),
            scores={name: str((at * 2 + 3 * place) % 5 + 1) for place, name in enumerate(names)},
        )
        for at in range(criteria)
    )
    ratings = tuple(
        Rating(rater=who, criterion=row.criterion, scores=dict.fromkeys(names, score))
        for who, score in (("Ann", "1"), ("Bo", "4"))
        for row in rows
    )
    items = tuple(
        WorkItem(work_item=f"Work {at}", low=3, likely=5 + at, high=30, option=n) for at, n in enumerate(names)
    )
    return Document(
        options=tuple(Option(name=name) for name in names),
        comparison=Comparison(options=names, criteria=rows, ratings=ratings),
        effort=Effort(work_items=items),
    )


@pytest.mark.parametrize("part", FIGURES)
@pytest.mark.parametrize("given", [document(HOSTILE, 12), document(("A",), 1), document(("A", "B"), 30)])
def test_every_figure_draws_any_names_and_sizes(part, given):
    figure = FIGURES[part](getattr(compare(given, draws=100), part))

    assert figure.svg().startswith("<?xml")
    assert "recommend" not in figure.alt.casefold()


@pytest.mark.parametrize("part", FIGURES)
def test_without_data_the_figure_says_so(part):
    figure = FIGURES[part](getattr(compare(Document()), part))

    assert "yet" in figure.alt


def test_the_band_is_the_interval_and_the_diamond_the_weight(example):
    intervals = compare(example).weight_intervals

    axes = weight_interval_bars(intervals).drawn.axes[0]

    bands = [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in axes.patches if not bar.get_hatch()]
    diamonds = [line.get_xdata()[0] for line in axes.lines if line.get_marker() == "D" and len(line.get_xdata())]
    frame = intervals.frame
    assert [end for band in bands for end in band] == pytest.approx(
        [100 * end for row in frame[["low", "high"]].to_numpy() for end in row]
    )
    assert diamonds == pytest.approx(list(100 * frame["share"]))


def test_the_parts_of_the_bars_are_the_shares_of_the_ranks(example):
    ranks = compare(example, draws=1000).ranks

    widths = [bar.get_width() for bar in rank_acceptability_bars(ranks).drawn.axes[0].patches]

    assert widths == pytest.approx(list(100 * ranks.frame.drop(columns="confidence").to_numpy().ravel()))


def test_draws_seed_distribution_and_tie_rule_stand_under_the_ranks(example):
    figure = rank_acceptability_bars(compare(example, draws=1234, seed=7).ranks)

    below = " ".join(figure.drawn.axes[0].get_xlabel().split())
    for words in ("1,234 draws, seed 7", "uniform Dirichlet", "equal scores share the better rank"):
        assert words in below
        assert words in figure.alt


def test_the_points_are_score_and_mean_effort(example):
    frontier = compare(example).value_for_effort

    lines = value_effort_scatter(frontier).drawn.axes[0].lines
    points = [(line.get_xdata()[0], line.get_ydata()[0]) for line in lines if line.get_marker() in ("o", "s")]

    placed = frontier.frame.dropna(subset=["score", "effort_mean"])
    assert np.array(points) == pytest.approx(placed[["effort_mean", "score"]].to_numpy())


def test_a_split_is_framed_and_said():
    agreement = compare(document(("A", "B"), 2)).agreement

    figure = agreement_table(agreement)

    cells = [
        patch for patch in figure.drawn.axes[0].patches if isinstance(patch, Rectangle) and patch.get_linewidth() > 1
    ]
    assert len(cells) == agreement.frame["split"].sum() == 4
    assert "Criterion 0, A: 1 [2.5] 4, 2 raters, split" in figure.alt


def _spread(score: str) -> Document:
    given = document(("A", "B"), 2)
    first = given.comparison.criteria[0].replace(scores={"A": score, "B": "3"})
    criteria = (first, *given.comparison.criteria[1:])
    return given.replace(comparison=given.comparison.replace(criteria=criteria))


@pytest.mark.parametrize(("score", "is_said"), [("2–4", True), ("3", False)])
def test_the_upright_lines_of_value_against_effort_are_explained_where_there_are_any(score, is_said):
    axes = value_effort_scatter(compare(_spread(score)).value_for_effort).drawn.axes[0]

    assert ("the upright line is the interval of the score" in axes.get_xlabel()) is is_said
    assert "the line to the right ends at the P80" in axes.get_xlabel()


def test_the_headings_of_the_raters_table_hold_long_names():
    names = ("PostgreSQL outbox with SKIP LOCKED", "Keep the synchronous HTTP calls", "RabbitMQ quorum queues")

    axes = agreement_table(compare(document(names, 2)).agreement).drawn.axes[0]

    texts = [" ".join(text.get_text().split()) for text in axes.texts]
    assert [name for name in names if name in texts] == list(names)
