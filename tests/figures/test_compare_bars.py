import pytest

from archkit.analysis.compare import compare
from archkit.figures.compare_bars import MOST_CRITERIA, compare_bars
from archkit.model.comparison import Comparison, Criterion
from archkit.model.document import Document
from archkit.model.options import Option


def document(options, criteria, score="4"):
    rows = tuple(
        Criterion(criterion=f"Criterion {at}", weight="10", scores=dict.fromkeys(options, score))
        for at in range(criteria)
    )
    return Document(
        options=tuple(Option(name=name) for name in options), comparison=Comparison(options=options, criteria=rows)
    )


def widths(figure):
    return [bar.get_width() for bar in figure.drawn.axes[0].patches]


def test_the_parts_of_the_bars_are_the_contributions(example):
    compared = compare(example)

    found = sorted(widths(compare_bars(compared)))

    assert found == pytest.approx(sorted(compared.contributions.to_numpy().ravel()))


def test_the_whisker_is_the_interval_of_the_score(example):
    compared = compare(example)

    ends = [tuple(line.get_xdata()) for line in compare_bars(compared).drawn.axes[0].lines]

    assert ends == [(option.low, option.high) for option in compared.options if option.high > option.low]


def test_the_grouped_bars_are_the_values_that_are_known(example):
    compared = compare(example)

    found = sorted(widths(compare_bars(compared, kind="grouped")))

    assert found == pytest.approx(sorted(compared.values.stack().dropna()))


def test_the_sentence_holds_scores_ranks_and_what_is_out(example):
    alt = compare_bars(compare(example)).alt

    assert "Apache Kafka: 0.51 (0.46–0.56), rank 3" in alt
    assert "out: No event lost when a consumer is down for an hour" in alt


def test_the_grouped_sentence_says_what_is_not_scored(example):
    assert "Apache Kafka not scored" in compare_bars(compare(example), kind="grouped").alt


@pytest.mark.parametrize("kind", ["stacked", "grouped"])
@pytest.mark.parametrize("options", [1, 2, 10])
def test_one_to_ten_options_are_drawn(kind, options):
    names = tuple(f"Option {chr(65 + at)}" for at in range(options))

    figure = compare_bars(compare(document(names, 2)), kind=kind)

    assert len(widths(figure)) == 2 * options
    assert figure.svg()


def test_many_criteria_are_drawn_as_one_and_still_add_up():
    compared = compare(document(("A", "B"), MOST_CRITERIA + 9))

    figure = compare_bars(compared)

    assert sum(widths(figure)) == pytest.approx(compared.frame["score"].sum())
    assert any("10 other criteria" in text.get_text() for text in figure.drawn.legends[0].get_texts())


@pytest.mark.parametrize("kind", ["stacked", "grouped"])
@pytest.mark.parametrize(
    ("given_document", "words"),
    [(Document(), "no options to compare yet"), (document(("A", "B"), 0), "no criterion with a weight yet")],
)
def test_without_data_the_figure_says_so(kind, given_document, words):
    figure = compare_bars(compare(given_document), kind=kind)

    assert words in figure.alt
    assert words.split()[-1] in figure.drawn.texts[0].get_text()


@pytest.mark.parametrize(("score", "is_said"), [("2–4", True), ("3", False)])
def test_the_lines_on_grouped_bars_are_explained_where_there_are_any(score, is_said):
    figure = compare_bars(compare(document(("A", "B"), 2, score)), kind="grouped")

    assert ("Line on a bar: the range that is scored" in figure.drawn.axes[0].get_xlabel()) is is_said
    assert ("A 0.50 (0.25–0.75)" in figure.alt) is is_said


def test_grouped_bars_say_why_an_option_cannot_be_ranked():
    given = document(("A", "B", "C"), 2)
    gate = Criterion(criterion="Gate", weight="must", scores={"A": "yes", "B": "no"})
    given = given.replace(comparison=given.comparison.replace(criteria=(gate, *given.comparison.criteria)))

    figure = compare_bars(compare(given), kind="grouped")

    keys = [text.get_text() for text in figure.drawn.legends[0].get_texts()]
    assert keys == ["A", "B (out: Gate)", "C (open: Gate)"]
    assert "Not ranked: B: out: Gate; C: open: Gate." in figure.alt
