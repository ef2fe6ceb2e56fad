"""Three-point estimates as distributions: beta-PERT or triangular, between absolute ends that may have to be found."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from archkit.errors import AnalysisError, quoted
from archkit.model.effort import DISTRIBUTIONS, mean_between
from archkit.model.fields import number_text

Floats = NDArray[np.float64]

BETA_PERT, TRIANGULAR = DISTRIBUTIONS
#: How much the likely value of a beta-PERT counts against the ends; 4 gives the mean (low + 4 likely + high) / 6.
LAMBDA = 4.0

# Cumulative probabilities are integrated over an angle, in which every beta-PERT density is smooth at both ends.
_STEPS = 4096
# Peaks at which the place of the peak between two quantiles is tabulated, for the search of the ends.
_PEAKS = 129


@dataclass(frozen=True)
class ThreePoint:
    """A distribution with absolute ends, in any unit; without spread it is a certain number.

    Attributes:
        least: The smallest possible value.
        likely: The peak.
        most: The largest possible value.
        distribution: `beta-PERT` or `triangular`.
        floor: What is drawn below it counts as it: 0 for a range near 0, as no work takes less than no time.
    """

    least: float
    likely: float
    most: float
    distribution: str = BETA_PERT
    floor: float = -math.inf

    @cached_property
    def spread(self) -> float:
        """How far the ends are apart; 0 for a certain number."""
        return self.most - self.least

    @cached_property
    def peak(self) -> float:
        """Where the peak lies between the ends, 0–1."""
        return (self.likely - self.least) / self.spread if self.spread > 0 else 0.0

    @cached_property
    def mean(self) -> float:
        """The exact mean: (least + 4 likely + most) / 6, or (least + likely + most) / 3 of a triangle; more if cut."""
        if self.is_cut:
            return self.floor + _beyond(self, 0)
        return mean_between(self.least, self.likely, self.most, self.distribution)

    @property
    def sd(self) -> float:
        """The exact standard deviation."""
        if self.is_cut:
            return math.sqrt(max(0.0, 2 * _beyond(self, 1) - _beyond(self, 0) ** 2))
        if self.distribution == BETA_PERT:
            below, above = self.mean - self.least, self.most - self.mean
            return math.sqrt(max(0.0, below * above / (LAMBDA + 3)))
        below, above = self.likely - self.least, self.most - self.likely
        return math.sqrt((below**2 + below * above + above**2) / 18)

    @property
    def is_cut(self) -> bool:
        """Whether a part of the distribution lies below what counts."""
        return self.least < self.floor

    def quantile(self, q: ArrayLike) -> Floats:
        """Return the values that it stays below with chances of q (0–1)."""
        values = self.least + self.spread * shares(self.distribution, self.peak, np.asarray(q, dtype=float))
        return np.asarray(np.maximum(values, self.floor))

    def chance(self, value: ArrayLike) -> Floats:
        """Return the chances (0–1) of staying at or below values."""
        asked = np.asarray(value, dtype=float)
        if self.spread <= 0:
            return np.asarray(asked >= self.likely, dtype=float)
        share = np.clip((asked - self.least) / self.spread, 0.0, 1.0)
        if self.distribution == BETA_PERT:
            found = np.interp(np.arcsin(np.sqrt(share)), _angles(_STEPS), _cumulative(self.peak))
        else:
            rising = share**2 / max(self.peak, 1e-300)
            found = np.where(share < self.peak, rising, 1 - (1 - share) ** 2 / max(1 - self.peak, 1e-300))
        return np.asarray(np.where(asked < self.floor, 0.0, found))


def three_point(
    low: float, likely: float, high: float, *, distribution: str = BETA_PERT, coverage: float = 1.0
) -> ThreePoint:
    """Return the distribution of an estimate.

    Read as a central range of 90 %, the distribution keeps its peak at the likely value and lies below low and above
    high with a chance of 5 % each. Where that of a wide range from 0 or above reaches below 0, such values count as 0.

    Args:
        low: The low estimate, in any unit.
        likely: The likely one; low ≤ likely ≤ high.
        high: The high one. Low = high is a certain number.
        distribution: `beta-PERT` or `triangular`.
        coverage: The chance (0–1) of lying between low and high; 1 when they are the absolute ends.

    Raises:
        AnalysisError: the estimates are out of order or not finite, the distribution is not known, or the coverage
            is not above 0 and at most 1.

    Source: Vose, Risk Analysis (2008), for the beta-PERT; McConnell, Software Estimation (2006), ch. 10, for ranges
    that hold less than everything.
    """
    if not (math.isfinite(low) and math.isfinite(high) and low <= likely <= high):
        ends = ", ".join(map(number_text, (low, likely, high)))
        raise AnalysisError(f"{ends} is no estimate; use finite numbers, low ≤ likely ≤ high")
    if distribution not in DISTRIBUTIONS:
        raise AnalysisError(f"distribution {quoted(distribution)} is not known; use {' or '.join(DISTRIBUTIONS)}")
    if not 0 < coverage <= 1:
        raise AnalysisError(
            f"a range with a chance of {number_text(coverage)} is out of range; use a number above 0, at most 1"
        )
    if coverage == 1 or high <= low:
        return _absolute(low, likely, high, distribution)
    return _with_ends(low, likely, high, distribution, (1 - coverage) / 2)


# The same estimate is the same object, so that sets of items are compared fast.
_absolute = lru_cache(maxsize=1024)(ThreePoint)


@lru_cache(maxsize=1024)
def _with_ends(low: float, likely: float, high: float, distribution: str, tail: float) -> ThreePoint:
    wanted = (likely - low) / (high - low)
    peak = _solved(distribution, tail, wanted)
    first, last = shares(distribution, peak, np.array([tail, 1 - tail]))
    spread = (high - low) / (last - first)
    least = float(likely - peak * spread)
    return ThreePoint(least, likely, float(least + spread), distribution, 0.0 if low >= 0 > least else -math.inf)


@lru_cache(maxsize=1024)
def _beyond(item: ThreePoint, power: int) -> float:
    """Return the integral of the chance to lie above each value, times its way from the floor to a power."""
    way = np.linspace(0.0, item.most - item.floor, _STEPS + 1)
    return float(np.trapezoid((1 - item.chance(item.floor + way)) * way**power, way))


def _solved(distribution: str, tail: float, wanted: float) -> float:
    """Return the peak (0–1) that lies at this share of the way from one quantile to the other."""
    peaks, places = _peak_places(distribution, tail)
    peak = float(np.interp(wanted, places, peaks))
    slope = float(np.interp(wanted, places, np.gradient(peaks, places)))
    for _ in range(4):
        first, last = shares(distribution, peak, np.array([tail, 1 - tail]))
        peak = min(1.0, max(0.0, peak + slope * (wanted - (peak - first) / (last - first))))
    return peak


@lru_cache(maxsize=8)
def _peak_places(distribution: str, tail: float) -> tuple[Floats, Floats]:
    peaks = np.linspace(0.0, 1.0, _PEAKS)
    ends = np.array([shares(distribution, peak, np.array([tail, 1 - tail])) for peak in peaks])
    return peaks, (peaks - ends[:, 0]) / (ends[:, 1] - ends[:, 0])


def shares(distribution: str, peak: float, q: Floats) -> Floats:
    """Return quantiles (q in 0–1) of the distribution between 0 and 1 with its peak at a place (0–1)."""
    if distribution == BETA_PERT:
        return np.asarray(np.sin(np.interp(q, _cumulative(peak), _angles(_STEPS))) ** 2)
    falling = 1 - np.sqrt((1 - q) * (1 - peak))
    return np.where(q < peak, np.sqrt(q * peak), falling)


@lru_cache(maxsize=64)
def _cumulative(peak: float) -> Floats:
    """Return the probability (0–1) of a beta-PERT at `_angles`: the density summed by trapezes."""
    return np.asarray(cumulatives(np.array([peak]), _STEPS)[0])


def cumulatives(peaks: Floats, steps: int) -> Floats:
    """Return the probability (0–1) of lying below sin² of `steps` + 1 angles, one row per peak of a beta-PERT."""
    log_sine: Floats = _log_sines(steps)
    powers = 1 + 2 * LAMBDA * peaks[:, None]
    density = np.zeros((len(peaks), steps + 1))
    density[:, 1:-1] = np.exp(powers * log_sine + (2 + 2 * LAMBDA - powers) * log_sine[::-1])
    total = np.zeros_like(density)
    np.cumsum(density[:, 1:] + density[:, :-1], axis=1, out=total[:, 1:])
    return np.asarray(total / total[:, -1:])


@lru_cache(maxsize=4)
def _angles(steps: int) -> Floats:
    return np.linspace(0.0, math.pi / 2, steps + 1)


@lru_cache(maxsize=4)
def _log_sines(steps: int) -> Floats:
    return np.asarray(np.log(np.sin(_angles(steps)[1:-1])))
