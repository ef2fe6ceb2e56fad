"""How far raters agree, by published numbers and by another library."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import friedmanchisquare

from archkit.analysis.comparing.agreement import cell_agreement, concordance


@settings(max_examples=80, deadline=None)
@given(st.integers(3, 6), st.integers(3, 7), st.integers(0, 10_000))
def test_concordance_is_the_one_behind_the_friedman_test(raters, options, seed):
    """Friedman's chi-square with its correction for ties is raters × (options − 1) × W."""
    scores = np.random.default_rng(seed).integers(0, 4, (raters, options)).astype(float)
    if (scores == scores[:, :1]).all():
        return

    chi_square, _ = friedmanchisquare(*scores.T)

    assert concordance(scores) == pytest.approx(chi_square / (raters * (options - 1)))


def test_concordance_by_hand():
    assert concordance(np.array([[3.0, 2.0, 1.0], [9.0, 5.0, 0.0]])) == 1.0
    assert concordance(np.array([[1.0, 2.0], [2.0, 1.0]])) == 0.0
    # Rank sums 4, 4, 7 around 5 … 12 × 6 over 9 × 24.
    assert concordance(np.array([[3.0, 2.0, 1.0], [3.0, 2.0, 1.0], [2.0, 3.0, 1.0]])) == pytest.approx(7 / 9)


@pytest.mark.parametrize("scores", [np.zeros((1, 3)), np.zeros((3, 1)), np.zeros((0, 0)), np.ones((3, 3))])
def test_without_two_rankings_that_differ_in_something_there_is_no_concordance(scores):
    assert np.isnan(concordance(scores))


@pytest.mark.parametrize(
    ("scores", "split"), [([2, 4], True), ([1, 5], True), ([2, 3], False), ([3], False), ([1, 1, 3], True)]
)
def test_half_of_the_scale_apart_is_a_split(scores, split):
    assert cell_agreement("Cost", "A", "", [(score, score) for score in scores], 4.0).split == split


def test_an_average_never_hides_a_split():
    found = cell_agreement("Cost", "A", "3", [(1, 1), (1, 1), (5, 5), (5, 5)], 4.0)

    assert (found.lowest, found.median, found.highest, found.spread, found.split) == (1, 3, 5, 1.0, True)
    assert found.raters == 4


def test_weights_are_split_from_ten_points_apart():
    assert cell_agreement("Cost", "", "", [(0.2, 0.2), (0.3, 0.3)], 1.0).split
    assert not cell_agreement("Cost", "", "", [(0.2, 0.2), (0.29, 0.29)], 1.0).split


@pytest.mark.parametrize(
    ("ends", "split", "open_"),
    [
        ([(1, 5), (3, 3)], False, True),
        ([(1, 5)], False, True),
        ([(1, 3), (4, 5)], True, False),
        ([(1, 1), (5, 5), (1, 5)], True, False),
        ([(2, 3), (3, 3)], False, False),
    ],
)
def test_the_range_of_a_rater_counts_with_its_ends(ends, split, open_):
    found = cell_agreement("Cost", "A", "", ends, 4.0)

    assert (found.lowest, found.highest) == (min(low for low, _ in ends), max(high for _, high in ends))
    assert (found.split, found.open) == (split, open_)
