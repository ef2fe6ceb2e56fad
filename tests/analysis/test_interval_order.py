"""Intervals are ranked only where they do not overlap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archkit.analysis.interval_order import interval_order

ends = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted), min_size=1, max_size=12)


def test_intervals_that_overlap_share_the_ranks_between_them():
    order = interval_order([10, 2, 4, 1], [12, 5, 6, 1.5])

    assert [order.rank(place) for place in range(4)] == ["1", "2–3", "2–3", "4"]
    assert [order.not_distinguishable(place) for place in range(4)] == [(), (2,), (1,), ()]


def test_intervals_that_touch_cannot_be_told_apart():
    assert interval_order([1, 2], [2, 3]).rank(0) == "1–2"


@given(ends)
def test_a_rank_counts_what_is_surely_above_and_below(pairs):
    order = interval_order(*zip(*pairs, strict=True))

    for place, (low, high) in enumerate(pairs):
        assert order.best[place] == 1 + sum(other > high for other, _ in pairs)
        assert order.worst[place] == len(pairs) - sum(other < low for _, other in pairs)
        unsure = len(order.not_distinguishable(place))
        assert order.worst[place] - order.best[place] == unsure


@given(ends)
def test_the_order_of_the_rows_does_not_matter(pairs):
    order = interval_order(*zip(*pairs, strict=True))
    turned = interval_order(*zip(*reversed(pairs), strict=True))

    assert [order.rank(place) for place in range(len(pairs))] == [
        turned.rank(place) for place in reversed(range(len(pairs)))
    ]


def test_nothing_has_no_order():
    assert interval_order([], []).best.tolist() == []
    with pytest.raises(IndexError):
        interval_order([], []).rank(0)
