"""Draws of three-point estimates: beta-PERT items that rise and fall together. Knows arrays, no work items.

Each item keeps a row of normal scores by its place, so an edit of one item leaves the draws of all others as they are,
and the beta quantiles are read from a table over those scores: nothing is drawn twice, and no scipy is needed.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from archkit.errors import AnalysisError

Floats = NDArray[np.float64]

#: The year in which PERT was published; any fixed number would do.
SEED = 1959
DRAWS = 20_000
CORRELATION = 0.3
#: How much the likely value counts against the ends; 4 gives the mean (low + 4 likely + high) / 6.
LAMBDA = 4.0

# Cumulative probabilities are integrated over an angle, in which every beta-PERT density is smooth at both ends.
_STEPS = 4096
_ANGLE = np.linspace(0.0, math.pi / 2, _STEPS + 1)
_SHARE = np.sin(_ANGLE) ** 2
_LOG_SINE = np.log(np.sin(_ANGLE[1:-1]))
# Normal scores at which the table of quantiles has its knots; no draw of a million items leaves them.
_REACH = 6.5
_KNOTS = 2048
# More draws than this are used once and not kept.
_KEPT_DRAWS = 50_000


def simulate(
    low: ArrayLike,
    likely: ArrayLike,
    high: ArrayLike,
    *,
    correlation: float = CORRELATION,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Floats:
    """Draw beta-PERT items that share one common cause (a one-factor Gaussian copula).

    Args:
        low: The smallest possible value of each item, in any unit.
        likely: The most likely value of each item; low ≤ likely ≤ high.
        high: The largest possible value of each item. An item with low = high stays where it is.
        correlation: Correlation (0–1) between the normal scores of any two items.
        draws: Number of draws, at least 1.
        seed: The same seed gives the same numbers.

    Returns:
        One row per draw, one column per item, in the unit of the items.

    Raises:
        AnalysisError: the estimates are out of order, not finite or of different lengths, or an option is out of range.

    Source: Vose, Risk Analysis (2008), for the distribution; Book, Why correlation matters in cost estimating (1999).
    """
    ends = _checked(low, likely, high)
    check_options(correlation, draws)
    result = np.empty((ends.shape[1], draws))
    for place, (first, middle, last) in enumerate(ends.T):
        result[place] = item_draws(place, first, middle, last, correlation=correlation, draws=draws, seed=seed)
    return result.T


def item_draws(
    place: int,
    low: float,
    likely: float,
    high: float,
    *,
    correlation: float = CORRELATION,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Floats:
    """Draw one item; `place` (from 0) says which row of normal scores is its own.

    Items with different places share the common cause only. The estimates and options are taken as
    checked.
    """
    if high <= low:
        return np.full(draws, float(likely))
    knot, rest = _scores(place, float(correlation), draws, seed)
    table, slope = _table((likely - low) / (high - low))
    share = table[knot] + slope[knot] * rest
    return np.asarray(low + (high - low) * share)


def pert_quantiles(low: float, likely: float, high: float, q: ArrayLike) -> Floats:
    """Return quantiles (q in 0–1) of one beta-PERT estimate, in its own unit.

    Source: Vose, Risk Analysis (2008): Beta(1 + 4 (m - l) / (h - l), 1 + 4 (h - m) / (h - l)), scaled.
    """
    (low, likely, high) = _checked(low, likely, high)[:, 0]
    asked = np.asarray(q, dtype=float)
    if high <= low:
        return np.full(asked.shape, likely)
    return np.asarray(low + (high - low) * _quantile((likely - low) / (high - low), asked))


def sorted_quantile(drawn: Floats, q: float) -> float:
    """Return a quantile (q in 0–1) of draws that are sorted, interpolated between two draws."""
    at = q * (len(drawn) - 1)
    below = int(at)
    above = min(below + 1, len(drawn) - 1)
    return float(drawn[below] + (at - below) * (drawn[above] - drawn[below]))


def pert_mean(low: ArrayLike, likely: ArrayLike, high: ArrayLike) -> Floats:
    """Return the exact mean (low + 4 likely + high) / 6 of each item, in its own unit."""
    ends = (np.asarray(end, dtype=float) for end in (low, high))
    return np.asarray((sum(ends) + LAMBDA * np.asarray(likely, dtype=float)) / (LAMBDA + 2))


def _checked(low: ArrayLike, likely: ArrayLike, high: ArrayLike) -> Floats:
    columns = [np.atleast_1d(np.asarray(column, dtype=float)) for column in (low, likely, high)]
    if len({column.shape for column in columns}) > 1 or columns[0].ndim != 1:
        raise AnalysisError("low, likely and high have different lengths; give one of each for every item")
    ends = np.stack(columns)
    if not np.isfinite(ends).all():
        raise AnalysisError("an estimate is not a finite number; leave such items out")
    wrong = np.flatnonzero((ends[0] > ends[1]) | (ends[1] > ends[2]))
    if wrong.size:
        values = ", ".join(f"{value:g}" for value in ends[:, wrong[0]])
        raise AnalysisError(f"item {wrong[0] + 1}: {values} is out of order; low ≤ likely ≤ high")
    return ends


def check_options(correlation: float, draws: int) -> None:
    """Refuse a correlation outside 0–1 and fewer draws than 1.

    Raises:
        AnalysisError: either of them.
    """
    if not 0 <= correlation <= 1:
        raise AnalysisError(f"correlation {correlation:g} is out of range; use a number from 0 to 1")
    if draws < 1:
        raise AnalysisError(f"{draws} draws give no distribution; use at least 1")


def _scores(place: int, correlation: float, draws: int, seed: int) -> tuple[NDArray[np.uint16], NDArray[np.float32]]:
    make = _kept_scores if draws <= _KEPT_DRAWS else _make_scores
    return make(place, correlation, draws, seed)


def _make_scores(
    place: int, correlation: float, draws: int, seed: int
) -> tuple[NDArray[np.uint16], NDArray[np.float32]]:
    """Return each draw's place in the table of quantiles: the knot below it, and how far it is from there (0–1)."""
    score = _normals(place + 1, draws, seed) * np.float32(math.sqrt(1 - correlation))
    if correlation:
        score += _common(draws, seed) * np.float32(math.sqrt(correlation))
    np.clip(score, -_REACH, _REACH, out=score)
    score += np.float32(_REACH)
    score *= np.float32(_KNOTS / (2 * _REACH))
    knot = np.minimum(score, _KNOTS - 1).astype(np.uint16)
    rest = score - knot
    rest.flags.writeable = knot.flags.writeable = False
    return knot, rest


_kept_scores = lru_cache(maxsize=128)(_make_scores)


def _normals(stream: int, draws: int, seed: int) -> NDArray[np.float32]:
    return np.random.default_rng([seed, stream]).standard_normal(draws, dtype=np.float32)


@lru_cache(maxsize=2)
def _common(draws: int, seed: int) -> NDArray[np.float32]:
    """Return the common cause, one draw from each of `draws` equally likely strata: most spread comes from it."""
    random = np.random.default_rng([seed, 0])
    chances = (random.permutation(draws) + random.random(draws)) / draws
    return np.interp(chances, _knot_probabilities(), _knots()).astype(np.float32)


@lru_cache(maxsize=256)
def _table(peak: float) -> tuple[Floats, Floats]:
    """Return the quantiles of a beta-PERT on 0–1 with its peak there, at the knots, and their differences."""
    values = _quantile(peak, _knot_probabilities())
    return values[:-1], np.diff(values)


@lru_cache(maxsize=1)
def _knot_probabilities() -> Floats:
    return np.array([math.erfc(-knot / math.sqrt(2)) / 2 for knot in _knots()])


def _knots() -> Floats:
    return np.linspace(-_REACH, _REACH, _KNOTS + 1)


def _quantile(peak: float, q: Floats) -> Floats:
    angle = np.interp(q, _cumulative(peak), _ANGLE)
    return np.sin(angle) ** 2


def _cumulative(peak: float) -> Floats:
    """Return the probability (0–1) of lying below each `_SHARE`: the density summed over the angle by trapezes."""
    powers = 1 + 2 * LAMBDA * peak, 1 + 2 * LAMBDA * (1 - peak)
    density = np.zeros(_STEPS + 1)
    density[1:-1] = np.exp(powers[0] * _LOG_SINE + powers[1] * _LOG_SINE[::-1])
    total = np.concatenate(([0.0], np.cumsum(density[1:] + density[:-1])))
    return np.asarray(total / total[-1])
