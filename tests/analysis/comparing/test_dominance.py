"""Which option is at least as good as another on every criterion."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archkit.analysis.comparing.dominance import BY_MIDDLES, CERTAIN, Dominance, dominance
from archkit.analysis.comparing.value_table import ValueTable


def table(low, high=None, known=None):
    low = np.array(low, dtype=float)
    high = low if high is None else np.array(high, dtype=float)
    known = np.ones(low.shape, dtype=bool) if known is None else np.array(known)
    names = "ABCDEF"[: low.shape[1]]
    criteria = tuple(f"C{at}" for at in range(low.shape[0]))
    return ValueTable(criteria, tuple(names), low, (low + high) / 2, high, known, np.ones(len(low)) / len(low))


def test_strict_and_weak_dominance_are_told_apart():
    found = Dominance(table([[0.9, 0.5, 0.5], [0.8, 0.8, 0.1]])).rows

    assert [(row.better, row.worse, row.certainty, row.strict) for row in found] == [
        ("A", "B", CERTAIN, False),
        ("A", "C", CERTAIN, True),
        ("B", "C", CERTAIN, False),
    ]


def test_ranges_that_are_apart_are_certain_and_those_that_overlap_hold_by_the_middles():
    apart = Dominance(table([[0.6, 0.2]], [[0.9, 0.5]])).rows
    touching = Dominance(table([[0.6, 0.2], [0.5, 0.4]], [[0.9, 0.6], [0.5, 0.4]])).rows
    overlapping = Dominance(table([[0.5, 0.2]], [[0.9, 0.6]])).rows

    assert [(row.certainty, row.strict) for row in apart] == [(CERTAIN, True)]
    assert [(row.certainty, row.strict) for row in touching] == [(CERTAIN, False)]
    assert [row.certainty for row in overlapping] == [BY_MIDDLES]


def test_a_blank_is_never_dominated_by_its_middle():
    found = Dominance(table([[0.9, 0.0]], [[0.9, 1.0]], known=[[True, False]])).rows

    assert found == ()


def test_equal_options_do_not_dominate_each_other():
    assert Dominance(table([[0.5, 0.5], [0.2, 0.2]])).rows == ()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 6), st.integers(1, 5))
def test_what_dominates_scores_at_least_as_high_with_any_weights(seed, options, criteria):
    rng = np.random.default_rng(seed)
    low = rng.integers(0, 4, (criteria, options)) / 4
    high = low + rng.integers(0, 2, (criteria, options)) / 4

    found, strict = dominance(low, high)

    for better, worse in zip(*np.nonzero(found), strict=True):
        for weights in rng.dirichlet(np.ones(criteria), 20):
            drawn = low + rng.random(low.shape) * (high - low)
            assert weights @ drawn[:, better] >= weights @ drawn[:, worse] - 1e-12
    assert not (found & found.T).any()
    assert not (strict & ~found).any()


@pytest.mark.parametrize("shape", [(1, 0), (2, 1)])
def test_fewer_than_two_options_dominate_nothing(shape):
    assert Dominance(table(np.zeros(shape))).rows == ()
