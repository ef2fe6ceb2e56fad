import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archkit.analysis.compare import compare
from archkit.model.comparison import Comparison, Criterion
from archkit.model.document import Document
from archkit.model.effort import Effort, WorkItem
from archkit.model.options import Option, Point
from archkit.model.risks import Risk

CASES = {
    case["name"]: case
    for case in json.loads((Path(__file__).parents[1] / "data" / "published_cases.json").read_text("utf-8"))
}
COLUMNS = {
    "score": "float64",
    "low": "float64",
    "high": "float64",
    "out_by": "str",
    "open_gates": "str",
    "rank": "Int64",
    "pros": "int64",
    "cons": "int64",
    "supported": "int64",
    "effort_mean": "float64",
    "effort_p80": "float64",
    "risks": "int64",
    "unknown_risks": "int64",
    "expected_loss": "float64",
    "loss_low": "float64",
    "loss_high": "float64",
}


def document(*criteria, names=("A", "B"), **fields):
    """Each criterion is (name, weight, one score for each option), with the scale 1 … 5 unless a fourth says it."""
    rows = tuple(
        Criterion(
            criterion=name, weight=weight, scores=dict(zip(names, scores, strict=True)), scale=next(iter(scale), "")
        )
        for name, weight, scores, *scale in criteria
    )
    options = tuple(Option(name=name) for name in names)
    return Document(**({"options": options, "comparison": Comparison(options=names, criteria=rows)} | fields))


def test_the_weighted_sum_is_the_published_one():
    """Triantaphyllou, Multi-Criteria Decision Making Methods (2000), the example of the weighted sum model.

    The book adds the raw scores; with a scale from 0 to 100 for every criterion the value is a hundredth of that.
    """
    case = CASES["wsm_triantaphyllou_2000"]
    matrix, weights = case["inputs"]["matrix"], case["inputs"]["weights"]
    names = tuple(f"A{row + 1}" for row in range(len(matrix)))
    criteria = [
        (f"C{at}", f"{100 * weight:g}", [row[at] for row in matrix], "0 … 100") for at, weight in enumerate(weights)
    ]

    found = compare(document(*criteria, names=names)).frame

    assert list(found["score"] * 100) == pytest.approx(case["expected"]["score"], abs=1e-9)


def test_fixed_ends_of_the_scale_do_not_turn_a_small_difference_into_a_tie():
    """MUSE_OS issue 317: with min-max over the options both score 0.5, though one is five times as good on one side."""
    case = CASES["normalisation_artefact_muse_issue_317"]
    matrix = case["inputs"]["matrix"]
    names = ("A", "B")

    found = compare(
        document(
            ("First", "1", [row[0] for row in matrix], "20 … 0"),
            ("Second", "1", [row[1] for row in matrix], "10 … 0"),
            names=names,
        )
    ).frame

    assert list(found["rank"]) == [1, 2]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.integers(1, 5), min_size=3, max_size=3), min_size=2, max_size=5))
def test_another_option_never_turns_the_order_of_the_others(rows):
    names = tuple("ABCDE"[: len(rows)])
    criteria = [(f"C{at}", str(at + 1), [row[at] for row in rows]) for at in range(3)]
    fewer = [(name, weight, scores[:-1]) for name, weight, scores in criteria]

    every = compare(document(*criteria, names=names)).frame
    without = compare(document(*fewer, names=names[:-1])).frame

    assert list(every["score"][:-1]) == list(without["score"])


def test_contributions_add_up_to_the_score(example):
    compared = compare(example)

    assert np.allclose(compared.contributions.sum(), compared.frame["score"])


def test_the_example_ranks_as_its_table_says(example):
    found = compare(example).frame

    assert [f"{score:.2f}" for score in found["score"][:3]] == ["0.57", "0.51", "0.69"]
    assert [
        None if rank is None else int(rank) for rank in found["rank"].astype(object).where(found["rank"].notna(), None)
    ] == [
        2,
        3,
        1,
        None,
    ]
    assert found["out_by"].iloc[3] == "No event lost when a consumer is down for an hour"


def test_a_blank_is_unknown_and_never_nought():
    compared = compare(document(("Speed", "1", ["3", "3"]), ("Cost", "1", ["", "1"])))

    first = compared.options[0]
    assert (first.low, first.score, first.high) == (0.25, 0.5, 0.75)
    assert np.isnan(compared.values.loc["Cost", "A"])


def test_a_range_counts_with_its_middle_and_keeps_its_ends():
    first = compare(document(("Speed", "1", ["2–4", "3"]))).options[0]

    assert (first.low, first.score, first.high) == (0.25, 0.5, 0.75)


def test_equal_scores_share_a_rank():
    found = compare(document(("Speed", "0.3", ["5", "5", "1"]), names=("A", "B", "C"))).frame

    assert list(found["rank"]) == [1, 1, 3]


def test_an_option_that_fails_a_must_is_out_and_stays_visible():
    found = compare(document(("Offline", "must", ["no", "yes"]), ("Speed", "1", ["5", "1"]))).frame

    assert list(found["out_by"]) == ["Offline", ""]
    assert found["rank"].isna().tolist() == [True, False]
    assert found.loc["B", "rank"] == 1


@pytest.mark.parametrize(
    ("given_document", "words"),
    [
        (Document(), "there are no options yet"),
        (document(), "there are no criteria yet"),
        (document(("Speed", "1", ["3"]), names=("A",)), '"A" is the only option'),
        (document(("Speed", "0", ["3", "4"])), "no criterion has a weight above 0"),
        (document(("Speed", "1", ["", "4"])), '"A" has no score on any criterion that has a weight'),
        (document(("Speed", "1", ["fast", "4"])), '"Speed": A, score "fast" is not understood'),
        (document(("Speed", "heavy", ["3", "4"])), '"Speed": weight "heavy" is not understood'),
        (document(("Speed", "1", ["3", "4"], "2 … 2")), "its ends need to differ"),
        (document(("Offline", "must", ["", "yes"])), 'A: the must "Offline" is not answered with yes or no, so'),
    ],
)
def test_what_is_missing_or_unreadable_has_a_result_and_a_message(given_document, words):
    compared = compare(given_document)

    assert any(words in problem for problem in compared.problems)
    assert {name: str(kind) for name, kind in compared.frame.dtypes.items()} == COLUMNS
    assert words in str(compared)


def test_without_any_score_an_option_has_no_rank():
    found = compare(document(("Speed", "1", ["", ""]))).frame

    assert found["score"].isna().all()
    assert found["rank"].isna().all()


def test_points_are_counted_with_the_support_that_they_have():
    option = Option(
        name="A",
        pros=(Point(claim="Fast", evidence="[F1]"), Point(claim="Simple", evidence="Assumption")),
        cons=(Point(claim="Dear", evidence="the price list"), Point(claim="New")),
    )

    found = compare(Document(options=(option,))).options[0]

    assert (found.pros, found.cons, found.supported) == (2, 2, 2)


def test_effort_of_an_option_is_the_common_work_and_its_own():
    items = (WorkItem(work_item="All", likely=3), WorkItem(work_item="Own", likely=4, option="B"))

    found = compare(document(effort=Effort(work_items=items))).frame

    assert list(found["effort_mean"].dropna().items()) == list(found["effort_p80"].dropna().items()) == [("B", 7)]


def test_expected_loss_is_a_range_and_what_is_unknown_is_counted_and_never_guessed():
    risks = (
        Risk(risk="Known", likelihood="20%", cost=10, option="A"),
        Risk(risk="A word", likelihood="likely", cost=10, option="A"),
        Risk(risk="Over", likelihood="50%", cost=10, option="A", status="closed"),
        Risk(risk="Of all", likelihood="3"),
    )

    found = compare(document(risks=risks)).frame

    assert list(found["risks"]) == [3, 1]
    assert list(found["unknown_risks"]) == [1, 1]
    assert list(found.loc["A", ["loss_low", "expected_loss", "loss_high"]]) == pytest.approx([7, 8.5, 10])
    assert np.isnan(found.loc["B", "expected_loss"])


def test_the_result_shows_itself_the_same_way_twice_and_recommends_nothing(example):
    assert repr(compare(example)) == repr(compare(example))
    assert compare(example)._repr_html_() == compare(example)._repr_html_()
    assert "recommend" not in repr(compare(example)).casefold()


def test_names_are_escaped_where_the_result_is_html():
    assert "<img" not in compare(document(("Speed", "1", ["1", "2"]), names=("<img src=x>", "B")))._repr_html_()
