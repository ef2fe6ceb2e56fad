"""Weights of which some are not known, by trying what they may be."""

from __future__ import annotations

from itertools import permutations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archkit.model.comparison import Comparison, Criterion, Rating
from archkit.model.criterion_weights import criterion_weights
from archkit.model.one_spelling import one_spelling
from archkit.model.open_weights import OpenWeights
from archkit.model.rank_weights import rank_order_centroid
from archkit.model.weighted_score import weighted_scores

VALUE = st.integers(0, 4).map(lambda value: value / 4)


def test_a_blank_weight_counts_with_half_of_the_largest_from_nothing_to_that():
    found = criterion_weights(
        Comparison(criteria=(Criterion(criterion="Cost", weight="30"), Criterion(criterion="Risk")))
    )

    assert found.shares == pytest.approx([2 / 3, 1 / 3])
    assert (found.low, found.high) == (pytest.approx([0.5, 0.0]), pytest.approx([1.0, 0.5]))
    assert [at for at, _ in found.missing] == [1]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.none() | st.integers(0, 9), VALUE), min_size=1, max_size=5))
def test_no_weights_score_beyond_the_ends_and_some_reach_them(rows):
    given_, values = (tuple(column) for column in zip(*rows, strict=True))
    weights = OpenWeights("direct", tuple(None if weight is None else float(weight) for weight in given_))
    largest = max((weight for weight in given_ if weight is not None), default=0)

    tried = []
    for choice in product(*([0, largest / 3, largest] if weight is None else [weight] for weight in given_)):
        if sum(choice):
            tried.append(np.dot(choice, values) / sum(choice))

    assert (weights.least(values), weights.most(values)) == pytest.approx(
        (min(tried, default=0), max(tried, default=0))
    )
    assert weights.least(values) - 1e-12 <= np.dot(weights.shares, values) <= weights.most(values) + 1e-12


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 3), st.lists(VALUE, min_size=4, max_size=6))
def test_a_rank_that_is_not_known_may_have_any_place_and_counts_with_the_mean_of_all(known, values):
    size = len(values)
    ranks = tuple(float(at + 1) if at < known else None for at in range(size))
    weights = OpenWeights("rank", ranks)
    centroid = rank_order_centroid(range(size))

    mixes = [
        [centroid[order.index(at)] for at in range(size)]
        for order in permutations(range(size))
        if [at for at in order if at < known] == list(range(known))
    ]

    scores = [np.dot(mix, values) for mix in mixes]
    assert weights.shares == pytest.approx(np.mean(mixes, axis=0))
    assert (weights.least(values), weights.most(values)) == pytest.approx((min(scores), max(scores)))


@pytest.mark.parametrize("method", ["direct", "swing", "rank"])
def test_without_any_weight_nothing_weighs_and_nothing_is_open(method):
    weights = OpenWeights(method, (None, None))

    assert weights.shares == (0.0, 0.0)
    assert weights.most([1.0, 1.0]) == weights.least([1.0, 1.0]) == 0.0


def rated(*rows):
    criteria = tuple(Criterion(criterion=name) for name in ("X", "Y", "Z"))
    return Comparison(
        criteria=criteria, ratings=tuple(Rating(rater=who, criterion=of, weight=w) for who, of, w in rows)
    )


def test_a_share_lies_in_its_own_range_where_a_rater_weighs_one_criterion_alone():
    found = criterion_weights(rated(("Ann", "X", "10"), ("Bob", "X", "10"), ("Bob", "Y", "10"), ("Bob", "Z", "10")))

    for share, low, high in zip(found.shares, found.low, found.high, strict=True):
        assert low <= share <= high
    assert sum(found.shares) == pytest.approx(1.0)
    assert [(at, words.split()[0]) for at, words in found.missing] == [(1, "Ann"), (2, "Ann")]


def test_the_interval_of_a_score_holds_the_weights_of_each_rater():
    rows = rated(("Ann", "X", "80"), ("Ann", "Y", "20"), ("Bob", "X", "30"), ("Bob", "Y", "70"))
    given_ = rows.replace(
        criteria=(Criterion(criterion="X", scores={"A": "5"}), Criterion(criterion="Y", scores={"A": "1"}))
    )

    found = weighted_scores(given_, ["A"])["A"]

    assert (found.low, found.score, found.high) == pytest.approx((0.3, 0.55, 0.8))


def test_a_score_beyond_the_scale_counts_with_the_middle_of_what_counts():
    given_ = Comparison(criteria=(Criterion(criterion="X", weight="1", scores={"A": "4–9"}),))

    assert weighted_scores(given_, ["A"])["A"].score == pytest.approx(0.875)


def test_options_and_raters_have_one_spelling():
    given_ = Comparison(
        options=("ledger", "Outbox"),
        criteria=(Criterion(criterion="X", weight="1", scores={"LEDGER": "5", "Option 2": "1", "Other": "2"}),),
        ratings=(
            Rating(rater="Ann", criterion="X", scores={"ledger": "4"}),
            Rating(rater="ann", criterion="X", scores={"Ledger": "2", "ledger": "3"}),
        ),
    )

    found = one_spelling(given_, ("Ledger", "Outbox"))

    assert found.options == ("Ledger", "Outbox")
    assert found.criteria[0].scores == {"Ledger": "5", "Outbox": "1", "Other": "2"}
    assert [(row.rater, row.scores) for row in found.ratings] == [("Ann", {"Ledger": "4"}), ("Ann", {"Ledger": "2"})]
