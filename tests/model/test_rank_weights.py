"""Weights from ranks alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archkit.model.rank_weights import rank_order_centroid

CASES = {
    case["name"]: case
    for case in json.loads((Path(__file__).parents[1] / "data" / "published_cases.json").read_text("utf-8"))
}


@pytest.mark.parametrize("count", [3, 4, 5])
def test_the_centroid_is_the_published_one(count):
    """Barron & Barrett, Decision quality using ranked attribute weights, Management Science 42 (1996), table 1."""
    expected = CASES["roc_weights_barron_barrett_1996"]["expected"][f"n{count}"]

    assert rank_order_centroid(range(1, count + 1)) == pytest.approx(expected, abs=1e-4)


def test_one_criterion_has_all_the_weight_and_none_has_none():
    assert rank_order_centroid([7]) == (1.0,)
    assert rank_order_centroid([]) == ()


def test_equal_ranks_share_the_mean_of_their_places():
    assert rank_order_centroid([1, 2, 2]) == pytest.approx([11 / 18, 7 / 36, 7 / 36])
    assert rank_order_centroid([4, 4, 4, 4]) == pytest.approx([0.25] * 4)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=12))
def test_the_shares_add_up_and_follow_the_ranks(ranks):
    shares = rank_order_centroid(ranks)

    assert sum(shares) == pytest.approx(1)
    for one, first in zip(ranks, shares, strict=True):
        for other, second in zip(ranks, shares, strict=True):
            assert (one < other) == (first > second + 1e-12)
