"""The total of an effort under another correlation, without drawing anew: moments in closed form, the shape kept.

Each item is a function of a normal score that shares one common cause with all others, as in the draws. Written in
Hermite polynomials of that score, the variance of a sum and its third moment are polynomials of the correlation.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from archkit.analysis.simulation import quantile_table, sorted_quantile
from archkit.analysis.stratified_rows import knot_scores
from archkit.analysis.three_point import Floats, ThreePoint

if TYPE_CHECKING:
    from archkit.analysis.total_effort import TotalEffort

#: The chances of the percentiles that tables show.
CHANCES = (0.1, 0.5, 0.8, 0.9)
# Polynomials up to this degree; of a beta-PERT they hold all but a thousandth of the variance.
_DEGREE = 6
# Every so many knots of the table of quantiles is enough for sums over a normal density.
_STRIDE = 16
_POWERS = 3 * _DEGREE // 2 + 1


@dataclass(frozen=True)
class CorrelatedSum:
    """A sum of estimates as a function of their correlation.

    Attributes:
        mean: Its mean in days, which no correlation changes.
        quantiles: The days of each of `CHANCES`, drawn with the correlation below.
        correlation: The correlation (0–1) of the draws.
        variance: Its variance in days², by the powers of the correlation from 0 on.
        third: Its third central moment in days³, likewise.
    """

    mean: float
    quantiles: tuple[float, ...]
    correlation: float
    variance: tuple[float, ...]
    third: tuple[float, ...]

    def sd(self, correlation: float) -> float:
        """Return the standard deviation in days under a correlation (0–1)."""
        return math.sqrt(max(0.0, _polynomial(self.variance, correlation)))

    def skewness(self, correlation: float) -> float:
        """Return the skewness under a correlation (0–1); 0 for a certain sum."""
        sd = self.sd(correlation)
        return _polynomial(self.third, correlation) / sd**3 if sd > 0 else 0.0

    def at(self, correlation: float) -> tuple[float, ...]:
        """Return the days of each of `CHANCES` under another correlation (0–1).

        The drawn percentiles keep their place in standard deviations from the mean, corrected for the skewness that
        changes; under the correlation of the draws they are the drawn ones. They never fall with the chance.

        Source: Cornish & Fisher, Moments and cumulants in the specification of distributions (1938), first term.
        """
        before, after = self.sd(self.correlation), self.sd(correlation)
        if before <= 0:
            return self.quantiles
        skewed = self.skewness(correlation) - self.skewness(self.correlation)
        found: list[float] = []
        for days, bend in zip(self.quantiles, bends(), strict=True):
            moved = self.mean + after * ((days - self.mean) / before + bend * skewed)
            found.append(max(0.0, moved, *found))
        return tuple(found)


@lru_cache(maxsize=1)
def bends() -> tuple[float, ...]:
    """Return how many standard deviations a skewness of 1 moves each of `CHANCES`: (z² − 1) / 6."""
    return tuple((NormalDist().inv_cdf(chance) ** 2 - 1) / 6 for chance in CHANCES)


def effort_correlations(effort: TotalEffort) -> dict[str, CorrelatedSum]:
    """Return the kinds of work and the total as functions of the correlation; what has no distribution is left out.

    Risks as events are independent of all else and are not in it.
    """
    names = [name for name in (*effort.kinds, "total") if not (effort.words or effort.is_unknown(name))]
    return {
        name: _sum(effort, [item.estimate for item in effort.counted if name in (item.kind, "total")], name)
        for name in names
    }


def option_correlations(effort: TotalEffort) -> dict[str, CorrelatedSum]:
    """Return each option that has work items of its own, with the work that all need, as such a function."""
    names = dict.fromkeys(item.option for item in effort.work if item.option)
    found = {}
    for name in names:
        items = tuple(item for item in effort.work if item.option in ("", name))
        drawn = effort.option_sums(name)
        found[name] = correlated_sum(
            [item.estimate for item in items],
            tuple(sorted_quantile(drawn, chance) for chance in CHANCES),
            effort.correlation,
        )
    return found


def _sum(effort: TotalEffort, items: list[ThreePoint], name: str) -> CorrelatedSum:
    return correlated_sum(items, tuple(effort.quantile(chance, name) for chance in CHANCES), effort.correlation)


def correlated_sum(items: Sequence[ThreePoint], quantiles: tuple[float, ...], correlation: float) -> CorrelatedSum:
    """Return a sum of items as a function of their correlation.

    Args:
        items: Distributions in working days.
        quantiles: The days of each of `CHANCES` that were drawn.
        correlation: The correlation (0–1) with which they were drawn.
    """
    mean = float(sum(item.mean for item in items))
    unsure = [item for item in items if item.spread > 0]
    if not unsure:
        return CorrelatedSum(mean, quantiles, correlation, (0.0,), (0.0,))
    moments = np.array([_moments(item) for item in unsure])
    first, second = moments[:, 2 : 2 + _DEGREE], moments[:, 2 + _DEGREE :]
    together, (variances, thirds) = first.sum(axis=0), moments[:, :2].sum(axis=0).tolist()
    variance = [variances, *(together**2 - (first * first).sum(axis=0)).tolist()]
    third = np.zeros(_POWERS)
    third[0] = thirds
    third[1 : _DEGREE + 1] += 3 * (second.sum(axis=0) * together - (second * first).sum(axis=0))
    # Three different items: all triples, less those in which two or three are the same.
    pairs = first.T @ first
    same = first.T @ (first[:, :, None] * first[:, None, :]).reshape(len(first), -1)
    distinct = (
        together[:, None, None] * (together[:, None] * together - 3 * pairs) + 2 * same.reshape((_DEGREE,) * 3)
    ).ravel()
    third += _hermite()[1] @ distinct
    return CorrelatedSum(mean, quantiles, correlation, tuple(variance), tuple(third.tolist()))


def covariances(items: Sequence[ThreePoint], correlation: float) -> list[tuple[float, float]]:
    """Return each item's standard deviation in days and its covariance with the sum of all items in days²."""
    if not items:
        return []
    moments = np.array([_moments(item) for item in items])
    own, first = moments[:, 0], moments[:, 2 : 2 + _DEGREE]
    shared = own + (first * (first.sum(axis=0) - first)) @ correlation ** np.arange(1.0, _DEGREE + 1)
    return list(zip(np.sqrt(own).tolist(), shared.tolist(), strict=True))


# An item counts in several sums.
@lru_cache(maxsize=512)
def _moments(item: ThreePoint) -> Floats:
    """Return variance, third moment, and the coefficients of the values and of their squares, all around the mean."""
    table, _ = quantile_table(item.distribution, item.peak)
    values = np.maximum(item.least + item.spread * table[::_STRIDE], item.floor)
    weighted = _hermite()[0]
    values -= weighted[0] @ values
    squares = values * values
    second = weighted @ squares
    return np.concatenate((second[:1], [weighted[0] @ (squares * values)], weighted[1:] @ values, second[1:]))


@lru_cache(maxsize=1)
def _hermite() -> tuple[Floats, Floats]:
    """Return the normed polynomials times the normal density, and the mean products of three by their power."""
    scores = knot_scores()[:-1:_STRIDE]
    density = np.exp(-(scores**2) / 2)
    rows = [np.ones_like(scores), scores]
    for degree in range(1, _DEGREE):
        rows.append((scores * rows[-1] - math.sqrt(degree) * rows[-2]) / math.sqrt(degree + 1))
    triples = np.zeros((_POWERS, _DEGREE, _DEGREE, _DEGREE))
    for place in np.ndindex(_DEGREE, _DEGREE, _DEGREE):
        degrees = [at + 1 for at in place]
        half, odd = divmod(sum(degrees), 2)
        if not odd and half >= max(degrees):
            over = math.prod(math.factorial(half - degree) for degree in degrees)
            triples[(half, *place)] = math.sqrt(math.prod(map(math.factorial, degrees))) / over
    return np.stack(rows) * (density / density.sum()), triples.reshape(_POWERS, -1)


def _polynomial(coefficients: Sequence[float], value: float) -> float:
    result = 0.0
    for coefficient in reversed(coefficients):
        result = result * value + coefficient
    return result
