"""How much each criterion weighs, by each method and with raters."""

from __future__ import annotations

import pytest

from archkit.model.comparison import Comparison, Criterion, Judgement, Rating
from archkit.model.criterion_weights import criterion_weights


def comparison(*weights, method="", judgements=(), ratings=()):
    """Criteria C1, C2, …; a judgement is (criterion, against, ratio), a rating (rater, criterion, weight)."""
    return Comparison(
        criteria=tuple(Criterion(criterion=f"C{at}", weight=weight) for at, weight in enumerate(weights, start=1)),
        weights=method,
        judgements=tuple(Judgement(criterion=one, against=two, ratio=ratio) for one, two, ratio in judgements),
        ratings=tuple(Rating(rater=who, criterion=what, weight=weight) for who, what, weight in ratings),
    )


@pytest.mark.parametrize("method", ["", "direct", "Swing"])
def test_direct_weights_and_swing_points_are_divided_by_their_sum(method):
    assert criterion_weights(comparison("100", "60", "40", method=method)).shares == pytest.approx([0.5, 0.3, 0.2])


def test_ranks_weigh_by_their_centroid():
    assert criterion_weights(comparison("2", "must", "1", method="rank")).shares == (0.25, 0.0, 0.75)


def test_judgements_weigh_the_criteria_that_are_no_gates():
    given = comparison("", "must", "", method="pairwise", judgements=[("C3", "C1", "3")])

    found = criterion_weights(given)

    assert found.shares == pytest.approx([0.25, 0.0, 0.75])
    assert found.problems == ()


def test_the_order_of_judgements_and_their_direction_does_not_matter():
    one = [("C1", "C2", "3"), ("C2", "C3", "2"), ("C1", "C3", "5")]
    other = [("c3", "C1", "1/5"), ("C2", "C1", "1/3"), ("C2", "C3", "2")]

    first, second = (
        criterion_weights(comparison("", "", "", method="pairwise", judgements=given)) for given in (one, other)
    )

    assert first.shares == pytest.approx(second.shares)


@pytest.mark.parametrize("weights", [(), ("must",), ("0", "0"), ("", ""), ("x",)])
@pytest.mark.parametrize("method", ["direct", "swing", "rank"])
def test_without_a_weight_every_share_is_0(weights, method):
    found = criterion_weights(comparison(*weights, method=method))

    assert found.shares == (0.0,) * len(weights)


@pytest.mark.parametrize(
    ("judgements", "words"),
    [
        ([], 'the judgements do not connect all criteria, so there are no weights; judge "C1" against "C2"'),
        ([("C1", "C9", "2")], '"C9" is no criterion with a weight'),
        ([("C1", "Must", "2")], '"Must" is no criterion with a weight'),
        ([("C1", "c1", "2")], "name two different criteria"),
        (
            [("C1", "C2", "many")],
            'ratio "many" is not understood; use a number above 0 or a fraction, such as 3 or 1/3',
        ),
        ([("C1", "C2", "0")], 'ratio "0" is not understood'),
        ([("C1", "C2", "")], "the ratio is blank"),
        ([("C1", "C2", "2"), ("C2", "C1", "2")], "is judged twice and not the same way, so it counts as not judged"),
        ([("C1", "C2", "2"), ("C2", "C3", "2")], 'not judged, and taken from the other judgements: "C1" against "C3"'),
        (
            [("C1", "C2", "9"), ("C2", "C3", "9"), ("C1", "C3", "1/9")],
            "the judgements contradict each other: consistency ratio",
        ),
    ],
)
def test_what_is_wrong_with_judgements_is_said(judgements, words):
    given = comparison("", "", "", method="pairwise", judgements=judgements)
    gate = Criterion(criterion="Must", weight="must")

    found = criterion_weights(given.replace(criteria=(*given.criteria, gate)))

    assert any(words in problem for problem in found.problems)


def test_a_pair_judged_twice_the_same_way_counts_once():
    found = criterion_weights(
        comparison("", "", method="pairwise", judgements=[("C1", "C2", "4"), ("C2", "C1", "1/4")])
    )

    assert found.shares == pytest.approx([0.8, 0.2])
    assert found.problems == ()


def test_judgements_that_do_not_count_are_said():
    found = criterion_weights(comparison("1", "1", judgements=[("C1", "C2", "4")]))

    assert found.shares == (0.5, 0.5)
    assert "write Weights: pairwise" in found.problems[0]


def test_a_blank_weight_takes_the_mean_of_the_raters_shares_and_shows_their_range():
    ratings = [("Ann", "C1", "1"), ("Ann", "C2", "3"), ("Bo", "C1", "30"), ("Bo", "C2", "10")]

    found = criterion_weights(comparison("", "", ratings=ratings))

    assert found.shares == pytest.approx([0.5, 0.5])
    assert found.low == pytest.approx([0.25, 0.25])
    assert found.high == pytest.approx([0.75, 0.75])
    assert found.by_rater == {"Ann": (0.25, 0.75), "Bo": (0.75, 0.25)}


def test_what_is_agreed_keeps_its_proportions_beside_what_raters_fill():
    found = criterion_weights(comparison("2", "1", "", ratings=[("Ann", "C3", "3"), ("Bo", "C3", "1")]))

    # Ann gives 3 of 6, Bo 1 of 4; the mean is 3/8, and 2 : 1 share the rest.
    assert found.shares == pytest.approx([5 / 12, 5 / 24, 3 / 8])
    assert (found.low[2], found.high[2]) == pytest.approx((0.25, 0.5))
    # The agreed 2 is 2 of 6 for Ann, and 2 of 4 for Bo.
    assert (found.low[0], found.high[0]) == pytest.approx((2 / 6, 2 / 4))


def test_a_rater_without_own_weights_has_the_agreed_ones():
    found = criterion_weights(comparison("3", "1", ratings=[("Ann", "C1", "")]))

    assert found.by_rater == {"Ann": (0.75, 0.25)}


def test_beside_judgements_a_rater_divides_the_weight_of_the_rated_criteria_anew():
    judgements = [("C1", "C2", "1"), ("C2", "C3", "1"), ("C1", "C3", "1")]
    given = comparison(
        "", "", "", method="pairwise", judgements=judgements, ratings=[("Ann", "C1", "3"), ("Ann", "C2", "1")]
    )

    assert criterion_weights(given).by_rater["Ann"] == pytest.approx([1 / 2, 1 / 6, 1 / 3])
