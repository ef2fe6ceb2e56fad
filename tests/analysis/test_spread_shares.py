"""The shares of the spread in closed form, against the draws; quantiles of draws in any order, against sorted ones."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archkit.analysis.effort_correlations import covariances
from archkit.analysis.risk_events import event_draws, event_sd
from archkit.analysis.simulation import drawn_quantile, item_draws, sorted_quantile
from archkit.analysis.three_point import TRIANGULAR, three_point

ITEMS = [
    three_point(1, 2, 9),
    three_point(3, 4, 5),
    three_point(0, 1, 12, distribution=TRIANGULAR),
    three_point(2, 3, 30, coverage=0.5),
]


@pytest.mark.parametrize("correlation", [0.0, 0.3, 0.9])
def test_covariances_are_those_of_the_draws(correlation):
    drawn = np.array(
        [item_draws(item, (at, 1), correlation=correlation, draws=50_000, seed=4) for at, item in enumerate(ITEMS)]
    )

    found = covariances(ITEMS, correlation)

    assert [sd for sd, _ in found] == pytest.approx(drawn.std(axis=1).tolist(), rel=0.01)
    # A covariance of draws strays by the product of both deviations over the root of their number.
    noise = drawn.std(axis=1) * drawn.sum(axis=0).std() / drawn.shape[1] ** 0.5
    assert (abs(np.array([shared for _, shared in found]) - np.cov(drawn).sum(axis=1)) < 4 * noise).all()


def test_covariances_without_a_common_cause_are_the_variances():
    assert all(shared == pytest.approx(item.sd**2, rel=1e-3) == pytest.approx(sd**2, rel=1e-3)
               for item, (sd, shared) in zip(ITEMS, covariances(ITEMS, 0.0), strict=True))  # fmt: skip


def test_nothing_has_no_covariances():
    assert covariances([], 0.3) == []


@pytest.mark.parametrize(
    "ends", [(0.2, 0.4, 3, 30), (0.5, 0.5, 10, 10), (0, 1, 0, 8), (1, 1, 2, 20), (0, 0, 2, 20), (0.01, 0.05, 40, 120)]
)
def test_the_deviation_of_a_risk_is_that_of_its_draws(ends):
    drawn = event_draws(7, *ends, draws=200_000, seed=2)

    assert event_sd(*ends) == pytest.approx(float(drawn.std()), rel=0.02, abs=1e-9)


@given(
    st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=40).map(np.array), st.sampled_from([0.0, 0.1, 0.5, 0.8, 1.0])
)
def test_a_quantile_needs_no_sorted_draws(drawn, q):
    assert drawn_quantile(drawn, q) == pytest.approx(sorted_quantile(np.sort(drawn), q), rel=1e-12, abs=1e-9)
