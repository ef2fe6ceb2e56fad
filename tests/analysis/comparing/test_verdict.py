"""The words of the verdict: who is ahead, who else is close, who scores more and waits, and why there is no answer."""

from __future__ import annotations

import pytest

from archkit.analysis.compare import compare
from archkit.analysis.comparing.verdict import NO_ANSWER, NO_CLEAR_WINNER
from archkit.figures.compare_bars import compare_bars
from archkit.format.read import read
from archkit.model.comparison import Comparison, Criterion, Judgement
from archkit.model.document import Document
from archkit.model.options import Option


def document(*criteria, names=("A", "B", "C"), **comparison):
    """Each criterion is (name, weight, one score for each option)."""
    rows = tuple(
        Criterion(criterion=name, weight=weight, scores=dict(zip(names, scores, strict=True)))
        for name, weight, scores in criteria
    )
    options = tuple(Option(name=name) for name in names)
    return Document(options=options, comparison=Comparison(options=names, criteria=rows, **comparison))


GATE_OPEN = document(("Gate", "must", ("yes", "yes", "")), ("Cost", "10", ("3", "2", "5")))


def test_an_option_that_scores_more_while_a_must_is_open_stands_in_the_verdict():
    found = compare(GATE_OPEN).verdict

    assert found.words == "A is ahead; C scores more, but a must is open"
    assert found.reasons[0] == "C scores 1.00, which is more than 0.50, and takes no part (open: Gate)"
    assert found.leaders == ("A",)


def test_an_option_that_scores_less_while_a_must_is_open_is_only_named_below():
    found = compare(
        document(("Gate", "must", ("yes", "yes", "")), ("Cost", "10", ("4", "2", "3")), ("Risk", "9", ("4", "2", "3")))
    ).verdict

    assert found.words == "A is ahead"
    assert found.reasons[-1] == "C takes no part (open: Gate)"


def test_the_bars_name_the_must_that_is_open():
    assert "C: 1.00, open: Gate" in compare_bars(compare(GATE_OPEN)).alt


@pytest.mark.parametrize("order", [("A", "B", "C"), ("C", "B", "A"), ("B", "C", "A")])
def test_a_close_call_is_named_beside_a_tie(order):
    scores = {"A": ("4", "3", "3"), "B": ("3", "4", "3"), "C": ("4", "3", "2.9")}
    rows = [
        (name, weight, [scores[option][at] for option in order])
        for at, (name, weight) in enumerate((("X", "50"), ("Y", "45"), ("Z", "5")))
    ]

    found = compare(document(*rows, names=order)).verdict

    assert found.kind == NO_CLEAR_WINNER
    assert found.words == "no clear winner: A and C; close call: before B"
    assert found.leaders == ("A", "C")
    assert any(reason.startswith("B is ahead of A once") for reason in found.reasons)


def test_a_close_call_against_either_of_two_equal_leaders_is_named_in_any_order():
    scores = {"A": ("5", "3"), "C": ("3", "5"), "B": ("3", "4.8")}
    words = {
        compare(
            document(("X", "1", [scores[name][0] for name in order]), ("Y", "1", [scores[name][1] for name in order]),
                     names=order)
        ).verdict.words.partition("; ")[2]
        for order in (("A", "B", "C"), ("C", "B", "A"))
    }  # fmt: skip

    assert words == {"close call: before B"}


def test_a_tie_alone_names_no_close_call():
    found = compare(document(("X", "50", ("5", "1", "5")), ("Y", "50", ("5", "1", "5")))).verdict

    assert found.words == "no clear winner: A and C"


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (Document(), "there are no options"),
        (document(), "there are no criteria"),
        (document(("Gate", "must", ("no", "no", "no")), ("X", "1", ("1", "2", "3"))), "every option fails a must"),
        (
            document(("Gate", "must", ("no", "", "no")), ("X", "1", ("1", "2", "3"))),
            "every option fails a must, or has one that is open",
        ),
        (document(("Gate", "must", ("", "", "")), ("X", "1", "123")), "every option has a must that is open"),
        (document(("X", "0", ("1", "2", "3"))), "no criterion has a weight above 0"),
        (document(("X", "1", ("", "", ""))), "no option has a score"),
        (
            document(("Gate", "must", ("no", "yes", "no")), ("X", "1", ("5", "", "5"))),
            "no option that passes every must has a score",
        ),
        (
            document(*((name, "", "123") for name in "XYZ"), weights="pairwise",
                     judgements=(Judgement(criterion="X", against="Y", ratio="2"),)),
            "the judgements do not connect all criteria",
        ),
    ],
)  # fmt: skip
def test_no_answer_says_why(given, why):
    found = compare(given).verdict

    assert found.kind == NO_ANSWER
    assert found.words == f"no answer yet: {why}"


def test_a_comparison_that_is_kept_as_text_is_not_called_empty():
    text = "## Technical Approach\n\n### Option 1: A\n\nx\n\n### Option Comparison\n\nNot a table.\n"

    found = compare(read(text).document)

    assert found.verdict.words == "no answer yet: the comparison is kept as text"
    assert found.problems[0].startswith("the comparison is kept as text, so nothing in it counts: ")
    assert len(found.problems[0]) > len("the comparison is kept as text, so nothing in it counts: ")
    assert not any("no criteria" in problem for problem in found.problems)


def test_every_option_that_a_small_move_of_a_weight_puts_ahead_is_a_close_call_by_name():
    found = compare(document(("X", "53", ("5", "1", "1.2")), ("Y", "47", ("1", "5", "4.8")))).verdict

    assert found.words == "close call: A before C and B"
    assert sum("is ahead of A once X weighs 50 % in place of 53 %" in reason for reason in found.reasons) == 2


def test_beside_many_equal_leaders_each_close_call_has_one_reason():
    names = tuple(f"O{at}" for at in range(20))
    rows = [(f"C{row}", "10", ["4"] * 10 + [{0: "3", 1: "4.4"}.get(row, "4")] * 10) for row in range(12)]

    found = compare(document(*rows, names=names), draws=500).verdict

    assert len(found.leaders) == 10
    assert found.words.endswith("close call: before O10, O11, O12, O13, O14, O15, O16, O17, O18 and O19")
    assert sum("is ahead of" in reason for reason in found.reasons) == 10
