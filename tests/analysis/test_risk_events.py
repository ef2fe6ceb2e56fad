"""Risks as events: a probability and days between two ends, drawn once for each place and seed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from archkit.analysis.risk_events import event_draws, event_mean
from archkit.analysis.simulation import item_draws
from archkit.analysis.three_point import ThreePoint
from archkit.errors import AnalysisError

shares = st.floats(0, 1)
days = st.floats(0, 500)


def test_an_event_of_known_probability_and_cost_has_the_expected_loss():
    drawn = event_draws(0, 0.2, 0.2, 10, 10)

    assert drawn.mean() == pytest.approx(2, abs=0.001)
    assert set(drawn) == {0.0, 10.0}


def test_days_between_two_ends_are_log_uniform():
    drawn = event_draws(3, 1, 1, 5, 40)

    assert stats.kstest(drawn, stats.loguniform(5, 40).cdf).statistic < 2 / np.sqrt(20_000)
    assert drawn.mean() == pytest.approx(event_mean(1, 1, 5, 40), rel=0.02)


def test_days_from_nothing_are_uniform():
    drawn = event_draws(3, 1, 1, 0, 40)

    assert stats.kstest(drawn, stats.uniform(0, 40).cdf).statistic < 2 / np.sqrt(20_000)
    assert drawn.mean() == pytest.approx(event_mean(1, 1, 0, 40), rel=0.02)


def test_a_probability_between_two_ends_counts_with_its_middle():
    drawn = event_draws(0, 0.1, 0.3, 10, 10)

    sampling_error = 10 * np.sqrt(0.2 * 0.8 / 20_000)
    assert drawn.mean() == pytest.approx(2, abs=4 * sampling_error)


def test_events_are_independent_of_each_other_and_of_the_work():
    first, second = event_draws(0, 0.5, 0.5, 5, 40), event_draws(1, 0.5, 0.5, 5, 40)
    work = item_draws(ThreePoint(1, 2, 9), (1,))

    correlations = np.corrcoef([first, second, work])[np.triu_indices(3, 1)]
    assert np.abs(correlations).max() < 4 / np.sqrt(20_000)


def test_the_same_place_and_seed_give_the_same_numbers():
    assert np.array_equal(event_draws(2, 0.1, 0.5, 1, 9), event_draws(2, 0.1, 0.5, 1, 9))
    assert not np.array_equal(event_draws(2, 0.1, 0.5, 1, 9), event_draws(2, 0.1, 0.5, 1, 9, seed=7))
    assert not np.array_equal(event_draws(2, 0.1, 0.5, 1, 9), event_draws(3, 0.1, 0.5, 1, 9))


def test_what_never_or_surely_happens_is_so_in_every_draw():
    assert not event_draws(0, 0, 0, 5, 10).any()
    assert (event_draws(0, 1, 1, 5, 10, draws=100_000) >= 5).all()


@settings(max_examples=50)
@given(st.tuples(shares, shares), st.tuples(days, days), st.floats(0, 1), st.floats(0, 1))
def test_a_rarer_or_cheaper_event_costs_no_more_in_any_draw(chance, cost, rarer, cheaper):
    chances, costs = sorted(chance), sorted(cost)
    usual = event_draws(0, *chances, *costs, draws=500)
    milder = event_draws(0, *(rarer * end for end in chances), *(cheaper * end for end in costs), draws=500)

    assert (milder <= usual * (1 + 1e-9) + 1e-9).all()


@pytest.mark.parametrize(
    "ends",
    [(-0.1, 0.2, 1, 2), (0.5, 1.2, 1, 2), (0.5, 0.2, 1, 2), (0.1, 0.2, -1, 2), (0.1, 0.2, 3, 2),
     (0.1, 0.2, 1, float("inf")), (float("nan"), 0.2, 1, 2)],
)  # fmt: skip
def test_ends_that_are_no_interval_are_refused(ends):
    with pytest.raises(AnalysisError, match="out of range"):
        event_draws(0, *ends)


def test_no_draws_are_refused():
    with pytest.raises(AnalysisError, match="0 draws"):
        event_draws(0, 0.1, 0.2, 1, 2, draws=0)
