"""The weighted score: gates, blanks, ranges and the ends of scales."""

from __future__ import annotations

import pytest

from archkit.model.comparison import Criterion, read_scale, read_score, read_weight, split_scale, weighted_score


def criterion(weight: str, scale: str = "", **scores: str) -> Criterion:
    return Criterion(criterion="x", weight=weight, scale=scale, scores=scores)


def test_scores_are_shares_of_the_way_from_worst_to_best():
    criteria = (criterion("30", "1 … 5", a="4"), criterion("20", "days: 40 … 5", a="12–20"))

    found = weighted_score(criteria, "a")

    # 3/4 of the way, and (40 - 16) / 35 with ends (40 - 20) / 35 and (40 - 12) / 35.
    assert found.score == pytest.approx((30 * 0.75 + 20 * 24 / 35) / 50)
    assert found.low == pytest.approx((30 * 0.75 + 20 * 20 / 35) / 50)
    assert found.high == pytest.approx((30 * 0.75 + 20 * 28 / 35) / 50)


def test_a_blank_is_unknown_and_never_zero():
    found = weighted_score((criterion("1", a="5"), criterion("1", a="")), "a")

    assert (found.low, found.score, found.high) == (0.5, 0.75, 1.0)


def test_weights_need_not_add_up_to_anything():
    tens = (criterion("10", a="5"), criterion("30", a="1"))
    ones = (criterion("1", a="5"), criterion("3 %", a="1"))

    assert weighted_score(tens, "a") == weighted_score(ones, "a")
    assert weighted_score(tens, "a").score == 0.25


@pytest.mark.parametrize("said, text", [("no", "out"), ("NO", "out"), ("✗", "out"), ("yes", "1.00"), ("", "1.00")])
def test_a_gate_that_is_not_passed_puts_the_option_out(said, text):
    found = weighted_score((criterion("must", a=said), criterion("1", a="5")), "a")

    assert found.text == text
    assert found.score == 1.0


@pytest.mark.parametrize("score, share", [("0", 0.0), ("9", 1.0), ("1", 0.0), ("5", 1.0), ("3", 0.5)])
def test_a_score_beyond_its_scale_counts_as_the_end(score, share):
    assert weighted_score((criterion("1", a=score),), "a").score == share


def test_without_weights_there_is_no_score():
    assert weighted_score((criterion("must", a="yes"), criterion("0", a="5"), criterion("", a="5")), "a").text == ""


def test_weighted_sum_example():
    """The worked example of the weighted sum in Triantaphyllou, Multi-Criteria Decision Making Methods (2000), ch. 2.

    Four criteria, three alternatives. The example sums raw scores; on a scale 0 … 100 a sum is a hundredth of that.
    """
    weights = ("0.20", "0.15", "0.40", "0.25")
    table = (("25", "10", "30"), ("20", "30", "10"), ("15", "20", "30"), ("30", "30", "10"))
    criteria = tuple(
        criterion(weight, "0 … 100", a=row[0], b=row[1], c=row[2]) for weight, row in zip(weights, table, strict=True)
    )

    sums = [100 * (weighted_score(criteria, name).score or 0) for name in "abc"]

    assert sums == pytest.approx([21.50, 22.00, 22.00])


@pytest.mark.parametrize(
    "text, name, scale",
    [
        ("Cost (days: 40 … 5)", "Cost", "days: 40 … 5"),
        ("Cost (of moving) (40 ... 5)", "Cost (of moving)", "40 ... 5"),
        ("Cost (of moving)", "Cost (of moving)", ""),
        ("(1 … 5)", "", "1 … 5"),
        ("Cost (1 … 5) net", "Cost (1 … 5) net", ""),
        ("", "", ""),
    ],
)
def test_a_scale_stands_in_the_last_brackets(text, name, scale):
    assert split_scale(text) == (name, scale)


def test_a_scale_says_its_ends_unit_and_words():
    scale = read_scale("score: 1 paged nightly … 5 runs itself")

    assert scale is not None
    assert (scale.worst, scale.best, scale.unit) == (1.0, 5.0, "score")
    assert (scale.worst_words, scale.best_words) == ("paged nightly", "runs itself")
    assert read_scale("from bad to good") is None


def test_what_is_no_number_is_no_weight_and_no_score():
    assert [read_weight(text) for text in ("30", "30 %", "", "must", "-3", "1e9", "NaN")] == [30, 30, *[None] * 5]
    assert [read_score(text) for text in ("3", "12–20", "20-12", "-3", "x", "")] == [
        (3, 3),
        (12, 20),
        (12, 20),
        (-3, -3),
        None,
        None,
    ]
