"""Regret, and value against effort."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archkit.analysis.comparing.regret import largest_regret, open_regret
from archkit.analysis.comparing.value_for_effort import efficient
from archkit.analysis.comparing.value_table import ValueTable


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 6), st.integers(1, 6))
def test_no_weights_give_more_than_the_largest_regret_and_some_give_it(seed, options, criteria):
    rng = np.random.default_rng(seed)
    low, high = np.sort(rng.random((2, criteria, options)), axis=0)

    largest, places = largest_regret(low, high)

    for weights in rng.dirichlet(np.full(criteria, 0.3), 50):
        scores = weights @ rng.uniform(low, high)
        assert (scores.max() - scores <= largest + 1e-12).all()
    for option, place in enumerate(places):
        others = np.delete(high[place], option).max(initial=0.0)
        assert max(0.0, others - low[place, option]) == pytest.approx(largest[option])


def opened(low, high):
    """Return a table of one criterion with all the weight."""
    low, high = np.array([low]), np.array([high])
    names = tuple(map(str, range(low.shape[1])))
    return ValueTable(("C",), names, low, (low + high) / 2, high, low == low, np.array([1.0]))


def test_open_scores_can_go_wrong_for_one_and_right_for_another():
    assert open_regret(opened([0.4, 0.5, 0.9], [0.8, 0.6, 0.9])) == pytest.approx([0.5, 0.4, 0.0])


def test_one_option_has_no_regret():
    assert open_regret(opened([0.2], [0.9])) == pytest.approx([0.0])


def test_the_frontier_holds_what_nothing_beats_on_both():
    score = np.array([0.5, 0.7, 0.6, 0.7, np.nan, 0.9])
    effort = np.array([10.0, 30.0, 40.0, 30.0, 5.0, np.nan])

    assert list(efficient(score, effort)) == [True, True, False, True, False, False]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 5)), min_size=1, max_size=8))
def test_every_other_option_is_beaten_by_one_on_the_frontier(points):
    score, effort = np.array(points, dtype=float).T

    best = efficient(score, effort)

    assert best.any()
    for at in np.flatnonzero(~best):
        assert any(
            score[other] >= score[at] and effort[other] <= effort[at] and (score[other], effort[other]) != points[at]
            for other in np.flatnonzero(best)
        )
