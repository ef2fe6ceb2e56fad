"""What authors write in words of their own is found on its line; what only looks like it is left alone."""

from __future__ import annotations

import pytest

from tests.checks.changed import CLAIM, COST, LAG, RECORD, SCALING, SCORES, WHY, found, one

CLEAR = [
    "the winner by a wide margin",
    "is by far the strongest option",
    "an unambiguous winner",
    "leaves no doubt",
    "wins decisively",
    "head and shoulders above the rest",
    "a landslide",
    "overwhelmingly better",
    "wins by a mile",
    "stands out as the best",
    "the clear choice",
    "clearly ahead",
    "far better than the others",
    "significantly outperforms the others",
]


@pytest.mark.parametrize("words", CLEAR)
def test_words_of_a_clear_winner_are_found_over_a_close_call(words: str):
    assert one(found((WHY, WHY.replace("because", f"{words}, because"))), "clear-winner", "**Event")


@pytest.mark.parametrize(
    "words",
    ["not a clear winner", "no clear winner, yet preferred", "it isn't clearly better", "much better than today"],
)
def test_what_says_of_no_clear_winner_is_left_alone(words: str):
    assert found((WHY, WHY.replace("because", f"{words}, because"))) == []


VAGUE = [
    "Can handle large volumes",
    "Elastic scaling",
    "Handles a lot of traffic",
    "Negligible overhead",
    "Scales linearly",
    "Snappy",
    "Good throughput",
    "Minimal latency",
    "Optimized for speed",
    "Scalability is given",
    "Fast as in Option 1",
    "Fast readers [F4]",
]


@pytest.mark.parametrize("words", VAGUE)
def test_vague_words_without_a_number_are_found(words: str):
    assert one(found((SCALING, f"- Scaling approach: {words}")), "vague-word", "- Scaling approach")


@pytest.mark.parametrize("words", ["A fast cache of ten thousand entries", "Breakfast peaks on three readers"])
def test_a_number_in_words_is_one(words: str):
    assert found((SCALING, f"- Scaling approach: {words}")) == []


def test_a_vague_word_is_found_on_its_own_line_in_a_detail_and_in_prose():
    detail = found((SCALING, f"{SCALING}\n- Latency: fast"))
    prose = found(("postings/s on [F4]", "postings/s on [F4]\n\nThe system is fast and scalable."))

    assert one(detail, "vague-word", "- Latency: fast")
    assert ("vague-word", "The system is fast and scalable.") in prose


@pytest.mark.parametrize("said", ["TBD", "none", "-", "?", "n/a", "not yet decided", "**TODO**"])
def test_a_cell_that_says_nothing_is_as_good_as_blank(said: str):
    assert one(found((LAG, LAG.replace("Restart it", said))), "no-mitigation", "| A reader lags")
    assert one(found((LAG, LAG.replace("Tom", said))), "no-owner", "| A reader lags")
    assert one(found(("Alert at 70 %", said)), "high-loss", "| The disk is full")
    assert one(found((CLAIM, f"- Small change - {said}")), "unsupported-claim", "- Small change")


@pytest.mark.parametrize(
    "claim",
    [
        "- Small change (assumption)",
        "- Small change, see <https://example.org/x>",
        "- Small change [as measured](https://example.org/x)",
        "- Small change - Assumption, to be tested",
        "- Small change [F2, F4]",
    ],
)
def test_a_claim_that_says_its_support_in_itself_has_one(claim: str):
    assert found((CLAIM, claim)) == []


def test_several_ids_in_one_pair_of_brackets_are_citations():
    used = found(("postings/s on [F4]", "postings/s on [F1, F4]"))
    undefined = found((RECORD, f"{RECORD} They stay [F1, F9]."))

    assert used == []
    assert one(undefined, "undefined-citation", RECORD)


@pytest.mark.parametrize(
    "words", ["Latency (s: 60 … 0)", "Costs of building (1 low … 5 high)", "Auditability (1 no … 5 full)"]
)
def test_two_criteria_of_one_meaning_are_found(words: str):
    items = found((COST, f"{COST}\n| {words} | 10 | 3 | 2 | 4 |"), (SCORES, ""))

    assert one([item for item in items if item[0] != "off-scale"], "same-criterion", f"| {words[:5]}")


@pytest.mark.parametrize(
    "words", ["Run cost (1 low … 5 high)", "Data integrity (1 no … 5 full)", "Audit speed (1 low … 5 high)"]
)
def test_criteria_that_share_a_word_are_two(words: str):
    assert found((COST, f"{COST}\n| {words} | 10 | 3 | 2 | 4 |"), (SCORES, "")) == []


@pytest.mark.parametrize("score", ["?", "-", "TBD", "–"])
def test_a_score_that_says_nothing_is_a_missing_one(score: str):
    items = found((COST, f"{COST}\n| Licence (1 dear … 5 free) | 10 | 3 | {score} | 4 |"), (SCORES, ""))

    assert one(items, "missing-score", "| Licence")


def test_a_scale_of_two_numbers_alone_has_no_anchors():
    items = found((COST, f"{COST}\n| Licence (1 … 5) | 10 | 3 | 2 | 4 |"), (SCORES, ""))

    assert one(items, "no-anchors", "| Licence")
