"""The smallest single score change that brings another option level, against brute force."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archkit.analysis.comparing.score_changes import score_changes


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 6), st.integers(1, 8))
def test_the_change_is_enough_and_a_smaller_one_is_not(seed, options, criteria):
    rng = np.random.default_rng(seed)
    values = rng.random((criteria, options))
    shares = rng.dirichlet(np.ones(criteria))
    leader = int((shares @ values).argmax())

    changes = score_changes(values, shares, leader)

    grid = np.linspace(0, 1, 201)
    for at in range(criteria):
        for option in range(options):
            value, end = values[at, option], float(option != leader)
            turned = [score for score in grid if level(values, shares, leader, at, option, score)]
            limit = value + changes[at, option]
            if option == leader:
                assert all(score <= limit + 1e-9 for score in turned)
            else:
                assert all(score >= limit - 1e-9 for score in turned)
            assert np.isnan(limit) == (not level(values, shares, leader, at, option, end))
            assert np.isnan(limit) or level(values, shares, leader, at, option, limit, slack=1e-9)


def level(values, shares, leader, at, option, score, slack=0.0):
    """Whether another option is at least level with the leader once one value is `score`."""
    changed = values.copy()
    changed[at, option] = score
    scores = shares @ changed
    others = np.delete(scores, leader) if option == leader else scores[[option]]
    return bool(others.max() >= scores[leader] - slack)


def test_by_hand():
    values = np.array([[0.8, 0.6], [0.5, 0.5]])

    changes = score_changes(values, np.array([0.5, 0.5]), 0)

    assert changes == pytest.approx(np.array([[-0.2, 0.2], [-0.2, 0.2]]))


def test_a_criterion_without_weight_changes_nothing_and_a_scale_without_room_neither():
    values = np.array([[1.0, 0.0], [0.5, 0.95]])

    changes = score_changes(values, np.array([0.9, 0.1]), 0)
    without = score_changes(values, np.array([1.0, 0.0]), 0)

    assert np.isnan(changes[1]).all()
    assert np.isnan(without[1]).all()


def test_level_options_need_no_change():
    assert score_changes(np.array([[0.5, 0.5]]), np.array([1.0]), 0) == pytest.approx(np.array([[0.0, 0.0]]))
