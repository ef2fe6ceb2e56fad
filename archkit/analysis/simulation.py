"""Draws of three-point estimates that rise and fall together. Knows arrays, no work items.

Each item reads its values from a table of quantiles over a row of normal scores of its own, which is kept: an edit of
one item leaves the draws of all others as they are, nothing is drawn twice, and no scipy is needed.
"""

from __future__ import annotations

import math
from functools import lru_cache
from numbers import Real

import numpy as np
from numpy.typing import NDArray

from archkit.analysis.three_point import Floats as Floats
from archkit.analysis.three_point import ThreePoint, shares
from archkit.errors import AnalysisError
from archkit.model.fields import number_text

#: The year in which PERT was published; any fixed number would do.
SEED = 1959
DRAWS = 20_000
CORRELATION = 0.3
MOST_DRAWS = 1_000_000
#: More draws than this are used once and not kept.
KEPT_DRAWS = 50_000

#: Which row of normal scores is an item's own: whole numbers, the last one above 0.
Stream = tuple[int, ...]

# Normal scores at which the table of quantiles has its knots; no draw of a million items leaves them.
REACH = 6.5
KNOTS = 2048


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
    make = _kept_scores if draws <= KEPT_DRAWS else _make_scores
    knot, rest = make(stream, float(correlation), draws, seed)
    table, slope = quantile_table(item.distribution, item.peak)
    values = slope.take(knot)
    values *= rest
    values += table.take(knot)
    values *= item.spread
    values += item.least
    if item.is_cut:
        np.maximum(values, item.floor, out=values)
    return values


def sorted_quantile(drawn: Floats, q: float) -> float:
    """Return a quantile (q in 0–1) of draws that are sorted, interpolated between two draws."""
    at = q * (len(drawn) - 1)
    below = int(at)
    above = min(below + 1, len(drawn) - 1)
    return float(drawn[below] + (at - below) * (drawn[above] - drawn[below]))


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


def knot_scores() -> Floats:
    """Return the normal scores at which quantiles are tabulated."""
    return np.linspace(-REACH, REACH, KNOTS + 1)


@lru_cache(maxsize=1)
def knot_chances() -> Floats:
    """Return the chance (0–1) of a normal score below each of `knot_scores`."""
    return np.array([math.erfc(-knot / math.sqrt(2)) / 2 for knot in knot_scores()])


def _make_scores(
    stream: Stream, correlation: float, draws: int, seed: int
) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """Return each draw's place in the table of quantiles: the knot below it, and how far it is from there (0–1)."""
    score = np.random.default_rng([seed, *stream]).standard_normal(draws, dtype=np.float32)
    score *= np.float32(math.sqrt(1 - correlation))
    if correlation:
        score += common_scores(draws, seed) * np.float32(math.sqrt(correlation))
    np.clip(score, -REACH, REACH, out=score)
    score += np.float32(REACH)
    score *= np.float32(KNOTS / (2 * REACH))
    # Indices of the machine's own size are read twice as fast as small ones.
    knot = np.minimum(score, KNOTS - 1).astype(np.intp)
    rest = score - knot.astype(np.float32)
    rest.flags.writeable = knot.flags.writeable = False
    return knot, rest


_kept_scores = lru_cache(maxsize=160)(_make_scores)


@lru_cache(maxsize=2)
def _kept_common(draws: int, seed: int) -> NDArray[np.float32]:
    random = np.random.default_rng([seed, 0])
    chances = (random.permutation(draws) + random.random(draws)) / draws
    scores = np.interp(chances, knot_chances(), knot_scores()).astype(np.float32)
    scores.flags.writeable = False
    return scores


@lru_cache(maxsize=256)
def quantile_table(distribution: str, peak: float) -> tuple[Floats, Floats]:
    """Return the quantiles of a distribution on 0–1 with its peak there, at the knots, and their differences."""
    values = shares(distribution, peak, knot_chances())
    return values[:-1], np.diff(values)
