"""The order of intervals: one is above another only where the two do not overlap. Knows arrays, no risks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from archkit.analysis.simulation import Floats


@dataclass(frozen=True, eq=False)
class IntervalOrder:
    """What can be said of the order of some intervals.

    Attributes:
        low: The low end of each.
        high: The high end of each.
        best: The best rank (1 is the largest) that each may have: one more than there are intervals surely above it.
        worst: The worst rank that it may have; the same as `best` where its place is certain.
    """

    low: Floats
    high: Floats
    best: NDArray[np.int64]
    worst: NDArray[np.int64]

    def not_distinguishable(self, place: int, most: int | None = None) -> tuple[int, ...]:
        """Return the places (from 0) of the intervals that overlap with that at `place`, at most the first `most`."""
        overlaps = (self.low <= self.high[place]) & (self.high >= self.low[place])
        overlaps[place] = False
        return tuple(np.flatnonzero(overlaps)[:most].tolist())

    def rank(self, place: int) -> str:
        """Return the rank as it is shown: `2`, or `2–4` where it cannot be told apart from others."""
        best, worst = int(self.best[place]), int(self.worst[place])
        return str(best) if best == worst else f"{best}–{worst}"


def interval_order(low: ArrayLike, high: ArrayLike) -> IntervalOrder:
    """Rank intervals, the largest first, as far as they do not overlap; equal ends overlap.

    Source: Fishburn, Interval Orders and Interval Graphs (1985).
    """
    lows, highs = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    above = len(lows) - np.searchsorted(np.sort(lows), highs, side="right")
    below = np.searchsorted(np.sort(highs), lows, side="left")
    return IntervalOrder(lows, highs, 1 + above, len(lows) - below)
