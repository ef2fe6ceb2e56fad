"""The distribution of a sum of many estimates in a fraction of the time of a convolution, for thousands of documents.

Given the common cause, the items are independent and there are many of them, so that their sum is nearly normal; its
skew is kept by the next term of Edgeworth's series. The result is averaged over the common cause. No draws.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from archkit.analysis.exact_sum import ExactSum
from archkit.analysis.stratified_rows import KNOTS, knot_chances, knot_scores
from archkit.analysis.summed_effort import SummedEffort
from archkit.analysis.three_point import Floats, ThreePoint, shares

# Fewer items than this, or one with more than this share of the squared ranges, are not nearly normal.
_LEAST, _MOST_SHARE = 5, 0.5
# With a correlation above this hardly anything is left that is independent.
_MOST_COMMON = 0.9
_PEAKS = 101
_NODES, _FAR = 41, 4.5
_CURVE = 256
_WINDOW = 6.0


def quick_sum(effort: SummedEffort) -> ExactSum:
    """Return the distribution of the total of an effort; where it is not nearly normal, by convolution.

    Raises:
        AnalysisError: the total has no distribution.

    Source: Kolassa, Series Approximation Methods in Statistics (2006), for the series.
    """
    items = [item.estimate for item in effort.counted]
    unsure = [item for item in items if item.spread > 0]
    if not effort.words and not effort.events and _is_many(unsure) and effort.correlation <= _MOST_COMMON:
        certain = math.fsum(item.likely for item in items if item.spread <= 0)
        return _mixed(unsure, effort.correlation, certain)
    return effort.exact()


def _is_many(items: list[ThreePoint]) -> bool:
    if len(items) < _LEAST or any(item.is_cut for item in items):
        return False
    spreads = [item.spread**2 for item in items]
    return max(spreads) <= _MOST_SHARE * math.fsum(spreads)


def _mixed(items: list[ThreePoint], correlation: float, certain: float) -> ExactSum:
    """Average the sum given each node of the common cause over the nodes."""
    first, second, third = np.zeros(_NODES), np.zeros(_NODES), np.zeros(_NODES)
    for distribution in sorted({item.distribution for item in items}):
        some = [item for item in items if item.distribution == distribution]
        spread = np.array([item.spread for item in some])
        table = _given_common(distribution, correlation)
        at = np.array([item.peak for item in some]) * (_PEAKS - 1)
        below = np.minimum(at.astype(int), _PEAKS - 2)
        share = at - below
        for total, power in ((first, 1), (second, 2), (third, 3)):
            weights = np.bincount(below, (1 - share) * spread**power, _PEAKS)
            weights += np.bincount(below + 1, share * spread**power, _PEAKS)
            total += table[power - 1] @ weights
    start = certain + math.fsum(item.least for item in items)
    end = start + math.fsum(item.spread for item in items)
    return _curve(first + start, np.sqrt(second), third, (start, end))


def _curve(means: Floats, sds: Floats, thirds: Floats, ends: tuple[float, float]) -> ExactSum:
    low = max(ends[0], float((means - _WINDOW * sds).min()))
    high = min(ends[1], float((means + _WINDOW * sds).max()))
    days = np.linspace(low, high, _CURVE)
    scores = days - means[:, None]
    scores /= sds[:, None]
    skewed = np.interp(scores, knot_scores(), knot_chances())
    squares = np.square(scores, out=scores)
    density = np.exp(squares * -0.5)
    density /= math.sqrt(2 * math.pi)
    squares -= 1
    squares *= (thirds / (6 * sds**3))[:, None]
    squares *= density
    skewed -= squares
    chances = np.maximum.accumulate(np.clip(_weights() @ skewed, 0.0, 1.0))
    chances[0], chances[-1] = 0.0, 1.0
    return ExactSum(days, chances)


@lru_cache(maxsize=1)
def _weights() -> Floats:
    nodes = np.linspace(-_FAR, _FAR, _NODES)
    weights = np.exp(-(nodes**2) / 2)
    return np.asarray(weights / weights.sum())


@lru_cache(maxsize=16)
def _given_common(distribution: str, correlation: float) -> tuple[Floats, Floats, Floats]:
    """Return mean, variance and third central moment on 0–1 given the common cause, nodes × peaks."""
    quantiles = _quantiles(distribution)
    scores = knot_scores()
    nodes = np.linspace(-_FAR, _FAR, _NODES)[:, None]
    given = (scores - math.sqrt(correlation) * nodes) / math.sqrt(1 - correlation)
    weights = np.exp(-(given**2) / 2)
    weights /= weights.sum(axis=1, keepdims=True)
    one, two, three = (weights @ quantiles**power for power in (1, 2, 3))
    return one, np.maximum(two - one**2, 1e-12), three - 3 * one * two + 2 * one**3


@lru_cache(maxsize=2)
def _quantiles(distribution: str) -> Floats:
    """Return the quantiles on 0–1 at the knots of a normal score, knots × peaks."""
    chances = knot_chances()
    columns = [shares(distribution, float(peak), chances) for peak in np.linspace(0.0, 1.0, _PEAKS)]
    return np.stack(columns, axis=1).reshape(KNOTS + 1, _PEAKS)
