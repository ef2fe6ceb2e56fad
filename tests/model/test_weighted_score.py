"""The weighted score: gates, blanks, ranges and the ends of scales."""

from __future__ import annotations

import pytest

from archkit.model.comparison import Comparison, Criterion, Rating
from archkit.model.weighted_score import WeightedScore, weighted_scores


def criterion(weight: str, scale: str = "", **scores: str) -> Criterion:
    return Criterion(criterion="x", weight=weight, scale=scale, scores=scores)


def weighted_score(criteria: tuple[Criterion, ...], option: str, **others: object) -> WeightedScore:
    return weighted_scores(Comparison(criteria=criteria, **others), [option])[option]


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


def test_ranks_weigh_by_their_centroid():
    criteria = (criterion("2", a="1"), criterion("1", a="5"))

    assert weighted_score(criteria, "a", weights="rank").score == pytest.approx(0.75)


def test_a_blank_score_counts_from_the_lowest_to_the_highest_rater_and_not_as_their_average():
    ratings = (
        Rating(rater="Ann", criterion="x", scores={"a": "1"}),
        Rating(rater="Bo", criterion="x", scores={"a": "1–2"}),
        Rating(rater="Cy", criterion="x", scores={"a": "5"}),
    )

    found = weighted_score((criterion("1", a=""),), "a", ratings=ratings)

    assert (found.low, found.score, found.high) == (0.0, 0.5, 1.0)


def test_what_is_agreed_counts_before_what_raters_say():
    ratings = (Rating(rater="Ann", criterion="x", scores={"a": "1"}),)

    assert weighted_score((criterion("1", a="5"),), "a", ratings=ratings).score == 1.0


@pytest.mark.parametrize("answers, text", [(("yes", "yes"), "1.00"), (("no", "no"), "out"), (("yes", "no"), "1.00")])
def test_a_blank_gate_is_answered_where_all_raters_say_the_same(answers, text):
    ratings = tuple(
        Rating(rater=name, criterion="gate", scores={"a": answer}) for name, answer in zip("AB", answers, strict=True)
    )
    gate = Criterion(criterion="Gate", weight="must")

    found = weighted_score((gate, criterion("1", a="5")), "a", ratings=ratings)

    assert found.text == text
    assert bool(found.open_gates) == (answers == ("yes", "no"))
