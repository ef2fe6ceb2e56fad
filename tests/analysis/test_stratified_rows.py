"""Rows of random numbers: exactly distributed each, and unrelated to one another."""

import numpy as np
import pytest
from scipy import stats

from archkit.analysis.stratified_rows import EXPONENTIAL, NORMAL, UNIFORM, stratified_row

DRAWS = 2_000
CURVES = {UNIFORM: stats.uniform(), NORMAL: stats.norm(), EXPONENTIAL: stats.expon()}


@pytest.mark.parametrize("kind", CURVES)
@pytest.mark.parametrize("draws", [1, 2, 7, 999, 2_000, 50_000, 60_001])
def test_a_row_has_one_draw_from_each_stratum(kind, draws):
    row = stratified_row(kind, b"a", draws=draws, seed=3)

    chances = np.sort(CURVES[kind].cdf(row.astype(float)))
    strata = np.arange(draws)
    assert row.shape == (draws,)
    # A knot of the table of normal scores is exact, the way between two of them nearly.
    assert (chances >= strata / draws - 3e-6).all()
    assert (chances <= (strata + 1) / draws + 3e-6).all()


@pytest.mark.parametrize("kind", CURVES)
def test_rows_of_different_streams_are_unrelated(kind):
    rows = np.array([stratified_row(kind, f"{at}".encode(), draws=DRAWS, seed=1) for at in range(60)])

    found = np.corrcoef(stats.rankdata(rows, axis=1))[np.triu_indices(60, 1)]
    assert found.std() == pytest.approx(DRAWS**-0.5, rel=0.08)
    assert abs(found.mean()) < 4 * (DRAWS * len(found)) ** -0.5
    assert abs(found).max() < 5 * DRAWS**-0.5


def test_neighbours_within_a_row_are_unrelated():
    row = stratified_row(NORMAL, b"a", draws=20_000, seed=1)

    assert all(abs(np.corrcoef(row[lag:], row[:-lag])[0, 1]) < 4 / 20_000**0.5 for lag in (1, 2, 9_999, 10_000))


def test_a_row_is_the_same_whatever_was_asked_for_before():
    first = stratified_row(NORMAL, b"a", draws=DRAWS, seed=1)

    for name in (b"b", b"c"):
        stratified_row(NORMAL, name, draws=DRAWS, seed=1)

    assert (stratified_row(NORMAL, b"a", draws=DRAWS, seed=1) == first).all()
    assert (stratified_row(NORMAL, b"a", draws=DRAWS, seed=2) != first).mean() > 0.99
    assert (stratified_row(NORMAL, b"b", draws=DRAWS, seed=1) != first).mean() > 0.99


def test_who_writes_into_a_row_changes_no_other():
    stratified_row(UNIFORM, b"a", draws=DRAWS, seed=1)[:] = 0.5

    assert len(np.unique(stratified_row(UNIFORM, b"a", draws=DRAWS, seed=1))) > DRAWS // 2


def test_no_uniform_number_is_one():
    assert stratified_row(UNIFORM, b"a", draws=60_000, seed=1).max() < 1
