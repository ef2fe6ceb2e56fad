"""Within which weights the leading option stays ahead, against brute force."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archkit.analysis.comparing.weight_intervals import weight_intervals


def moved(shares, at, share):
    """Return the weights with one of them moved, the others in their proportions."""
    rest = shares * (1 - share) / (1 - shares[at])
    rest[at] = share
    return rest


def problem(seed, options, criteria):
    rng = np.random.default_rng(seed)
    values = rng.integers(0, 9, (criteria, options)) / 8
    shares = rng.dirichlet(np.ones(criteria))
    return values, shares, int((shares @ values).argmax())


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 8), st.integers(2, 12))
def test_the_leader_is_first_inside_and_not_outside(seed, options, criteria):
    values, shares, leader = problem(seed, options, criteria)

    low, high, below, above = weight_intervals(values, shares, leader)

    for at in range(criteria):
        for share in np.linspace(0, 0.999, 60):
            scores = moved(shares, at, share) @ values
            ahead = scores.max() - scores[leader]
            if low[at] - 1e-9 <= share <= high[at] + 1e-9:
                assert ahead <= 1e-9
            elif not (low[at] - 1e-6 <= share <= high[at] + 1e-6):
                assert ahead > 0
        assert low[at] <= shares[at] + 1e-12
        assert high[at] >= shares[at] - 1e-12
        assert (below[at] < 0) == (low[at] == 0)
        assert (above[at] < 0) == (high[at] == 1)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 8), st.integers(2, 12))
def test_at_an_end_the_leader_and_the_named_option_are_level_and_beyond_it_that_one_is_ahead(seed, options, criteria):
    values, shares, leader = problem(seed, options, criteria)

    low, high, below, above = weight_intervals(values, shares, leader)

    for at in range(criteria):
        for end, rival, step in ((low[at], below[at], -1e-4), (high[at], above[at], 1e-4)):
            if rival >= 0:
                level = moved(shares, at, end) @ values
                beyond = moved(shares, at, min(1.0, max(0.0, end + step))) @ values
                assert level[rival] == pytest.approx(level[leader], abs=1e-9)
                assert beyond[rival] >= beyond[leader]


def test_two_options_by_hand():
    # A is better on the first criterion by 0.6, B on the second by 0.2: level at 0.6 w = 0.2 (1 - w).
    values = np.array([[0.8, 0.2], [0.4, 0.6]])

    low, high, below, above = weight_intervals(values, np.array([0.5, 0.5]), 0)

    assert low == pytest.approx([0.25, 0.0])
    assert high == pytest.approx([1.0, 0.75])
    assert list(below) == [1, -1]
    assert list(above) == [-1, 1]


def test_one_criterion_leaves_nothing_to_move():
    low, high, _, _ = weight_intervals(np.array([[0.9, 0.1]]), np.array([1.0]), 0)

    assert (low[0], high[0]) == (0.0, 1.0)


def test_where_one_criterion_has_all_the_weight_the_others_count_alike():
    values = np.array([[0.9, 0.1], [0.0, 1.0], [0.2, 0.6]])

    low, high, below, _ = weight_intervals(values, np.array([1.0, 0.0, 0.0]), 0)

    # 0.8 w against a mean lead of 0.7 of the other one.
    assert low[0] == pytest.approx(0.7 / 1.5)
    assert below[0] == 1
    assert high[0] == 1.0


def test_a_tie_has_no_room_towards_the_other_one():
    low, high, _, _ = weight_intervals(np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([0.5, 0.5]), 0)

    assert low[0] == pytest.approx(0.5)
    assert high[1] == pytest.approx(0.5)
