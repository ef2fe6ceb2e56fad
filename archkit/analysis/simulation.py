"""Draws of three-point estimates that rise and fall together. Knows arrays, no work items.

Each item reads its values from a table of quantiles over a row of normal scores of its own: an edit of one item leaves
the draws of all others as they are, and no scipy is needed.
"""

from __future__ import annotations

import math
from functools import lru_cache
from numbers import Real

import numpy as np
from numpy.typing import NDArray

from archkit.analysis.stratified_rows import (
    KEPT_DRAWS,
    KNOTS,
    NORMAL,
    REACH,
    common_row,
    halves,
    knot_chances,
    knot_scores,
)
from archkit.analysis.three_point import BETA_PERT, ThreePoint, shares
from archkit.analysis.three_point import Floats as Floats
from archkit.errors import AnalysisError
from archkit.model.fields import number_text

#: The year in which PERT was published; any fixed number would do.
SEED = 1959
DRAWS = 20_000
CORRELATION = 0.3
MOST_DRAWS = 1_000_000

#: Which row of normal scores is an item's own: whole numbers, the last one above 0.
Stream = tuple[int, ...]

# A draw is read from the nearest of so many places between two knots: off by a ten-thousandth of the item's range.
_FINER = 4
_PLACES = KNOTS * _FINER
# Peaks of which the quantiles of a beta-PERT are computed; those of others lie between them.
_PEAKS = 128


def item_draws(
    item: ThreePoint,
    stream: Stream,
    *,
    correlation: float = CORRELATION,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Floats:
    """Draw one item; items with different streams share one common cause only (a one-factor Gaussian copula).

    Args:
        item: Its distribution, in any unit.
        stream: Which row of normal scores is its own.
        correlation: Correlation (0–1) between the normal scores of any two items.
        draws: Number of draws.
        seed: The same seed gives the same numbers.

    Returns:
        Values in the unit of the item, in the draws' order.

    Raises:
        AnalysisError: an option is out of range.

    Source: Vose, Risk Analysis (2008), for the distribution; Book, Why correlation matters in cost estimating (1999).
    """
    check_options(correlation, draws, seed)
    if item.spread <= 0:
        return np.full(draws, float(item.likely))
    drawn = np.empty(int(draws))
    ItemReader(float(correlation), int(draws), int(seed)).read(stream, item_values(item), drawn)
    return drawn


def item_values(item: ThreePoint) -> Floats:
    """Return what an item takes at each place from which `ItemReader` reads."""
    values = _fine_table(item.distribution, item.peak) * item.spread
    values += item.least
    if item.is_cut:
        np.maximum(values, item.floor, out=values)
    return values


class ItemReader:
    """Reads the draws of one item after the other, in the same memory: to ask for it anew each time takes longer."""

    def __init__(self, correlation: float, draws: int, seed: int) -> None:
        self.draws, self.seed = draws, seed
        self._factor = math.sqrt(1 - correlation) * _PLACES / (2 * REACH)
        self._middle = (_kept_middle if draws <= KEPT_DRAWS else _middle)(correlation, draws, seed)
        self._scores = np.empty(draws, dtype=np.float32)
        # Places of the machine's own size are read twice as fast as small ones.
        self._places = np.empty(draws, dtype=np.intp)

    def read(self, stream: Stream, values: Floats, drawn: Floats) -> None:
        """Write the draws of an item, of which `item_values` gives the values, in the draws' order."""
        even, odd = halves(NORMAL, repr(stream).encode(), draws=self.draws, seed=self.seed, factor=self._factor)
        size = len(even)
        np.add(even, self._middle[:size], out=self._scores[:size])
        np.add(odd, self._middle[size:], out=self._scores[size:])
        np.copyto(self._places, self._scores, casting="unsafe")
        # A very rare place is outside and means the end.
        values.take(self._places, mode="clip", out=drawn)


def sorted_quantile(drawn: Floats, q: float) -> float:
    """Return a quantile (q in 0–1) of draws that are sorted, interpolated between two draws."""
    at = q * (len(drawn) - 1)
    below = int(at)
    above = min(below + 1, len(drawn) - 1)
    return float(drawn[below] + (at - below) * (drawn[above] - drawn[below]))


def drawn_quantile(drawn: Floats, q: float) -> float:
    """Return a quantile (q in 0–1) of draws in any order; where it is the only one, this is faster than to sort."""
    at = q * (len(drawn) - 1)
    parted = np.partition(drawn, int(at))
    below, above = parted[int(at)], parted[int(at) + 1 :].min(initial=np.inf)
    return float(below + (at - int(at)) * (above - below)) if at > int(at) else float(below)


def sorted_chance(drawn: Floats, value: float) -> float:
    """Return the share (0–1) of draws, which are sorted, that are at most a value."""
    return float(np.searchsorted(drawn, value, side="right")) / len(drawn)


def check_options(correlation: float, draws: int, seed: int = SEED) -> None:
    """Refuse what cannot be drawn.

    Raises:
        AnalysisError: a correlation outside 0–1, a number of draws outside 1–1,000,000, or a seed that is no whole
            number at least 0.
    """
    if not (_is_number(correlation) and 0 <= correlation <= 1):
        raise AnalysisError(f"correlation {_shown(correlation)} is out of range; use a number from 0 to 1")
    if not (_is_number(draws) and 1 <= draws <= MOST_DRAWS and draws == int(draws)):
        raise AnalysisError(f"{_shown(draws)} draws are out of range; use a whole number from 1 to {MOST_DRAWS:,}")
    if not (_is_number(seed) and 0 <= seed < math.inf and seed == int(seed)):
        raise AnalysisError(f"seed {_shown(seed)} is out of range; use a whole number at least 0")


def check_chance(q: float) -> None:
    """Refuse what is no chance.

    Raises:
        AnalysisError: q is no number from 0 to 1.
    """
    if not (_is_number(q) and 0 <= q <= 1):
        raise AnalysisError(f"a chance of {_shown(q)} is out of range; use a number from 0 to 1")


def _is_number(value: object) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool)


def _shown(value: object) -> str:
    return number_text(float(value)) if isinstance(value, Real) and _is_number(value) else repr(value)[:40]


def common_scores(draws: int, seed: int) -> NDArray[np.float32]:
    """Return the normal scores of the common cause.

    One draw from each of `draws` equally likely strata: most of the spread of a total comes from it. Draws that are
    too many to be kept come in its rising order.
    """
    if draws <= KEPT_DRAWS:
        return _kept_common(draws, seed)
    scores = np.random.default_rng([seed, 0]).random(draws)
    scores += np.arange(draws)
    scores /= draws
    return np.interp(scores, knot_chances(), knot_scores()).astype(np.float32)


def _middle(correlation: float, draws: int, seed: int) -> NDArray[np.float32]:
    """Return the place that the common cause gives to an item whose own score is 0, in each draw."""
    middle = np.full(draws, _PLACES / 2, dtype=np.float32)
    if correlation:
        middle += common_scores(draws, seed) * np.float32(math.sqrt(correlation) * _PLACES / (2 * REACH))
    middle.flags.writeable = False
    return middle


_kept_middle = lru_cache(maxsize=4)(_middle)


@lru_cache(maxsize=2)
def _kept_common(draws: int, seed: int) -> NDArray[np.float32]:
    scores = common_row(draws=draws, seed=seed)
    scores.flags.writeable = False
    return scores


@lru_cache(maxsize=256)
def quantile_table(distribution: str, peak: float) -> tuple[Floats, Floats]:
    """Return the quantiles of a distribution on 0–1 with its peak there, at the knots, and their differences."""
    if distribution == BETA_PERT:
        first, share = divmod(peak * _PEAKS, 1)
        values = _peak_values(int(first))
        if share:
            values = values + (_peak_values(int(first) + 1) - values) * share
    else:
        values = shares(distribution, peak, knot_chances())
    return values[:-1], np.diff(values)


# A curve without a closed form takes as long as ten sums; between two peaks as near as these it is right to 2e-5.
@lru_cache(maxsize=_PEAKS + 1)
def _peak_values(number: int) -> Floats:
    return shares(BETA_PERT, number / _PEAKS, knot_chances())


@lru_cache(maxsize=128)
def _fine_table(distribution: str, peak: float) -> Floats:
    """Return the quantiles on 0–1 in the middle of each place, straight between two knots."""
    values, steps = quantile_table(distribution, peak)
    within = (np.arange(_FINER) + 0.5) / _FINER
    return (values[:, None] + steps[:, None] * within).ravel()
