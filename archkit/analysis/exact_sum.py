"""The distribution of a sum as points of its cumulative chance, and such a sum with events added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
from numpy.typing import ArrayLike

from archkit.analysis.event_masses import Masses
from archkit.analysis.three_point import Floats

# Points of the curve in each pass: they gather where it rises, so that a narrow rise between wide flats is found.
_PASSES = (256, 512, 1024)
# So many points are added to all masses at one time.
_AT_ONCE = 128
# Values this near to a jump, as a share of themselves, lie on it.
_SAME = 1e-9


@dataclass(frozen=True, eq=False)
class ExactSum:
    """The distribution of a sum.

    Attributes:
        days: Values in rising order, in the unit of the items; one that stands twice is a jump.
        chances: The chance (0–1) that the sum is at most each of them.
    """

    days: Floats
    chances: Floats

    @overload
    def quantile(self, q: float) -> float: ...
    @overload
    def quantile(self, q: Floats | Sequence[float]) -> Floats: ...
    def quantile(self, q: ArrayLike) -> Floats | float:
        """Return the values that the sum stays at or below with chances of q (0–1)."""
        asked = np.asarray(q, dtype=float)
        above = np.clip(np.searchsorted(self.chances, asked, side="left"), 1, len(self.days) - 1)
        first, last = self.chances[above - 1], self.chances[above]
        share = np.clip((asked - first) / np.where(last > first, last - first, 1.0), 0.0, 1.0)
        return _plain(self.days[above - 1] + share * (self.days[above] - self.days[above - 1]))

    @overload
    def chance(self, days: float) -> float: ...
    @overload
    def chance(self, days: Floats | Sequence[float]) -> Floats: ...
    def chance(self, days: ArrayLike) -> Floats | float:
        """Return the chances (0–1) that the sum is at most each value."""
        asked = np.asarray(days, dtype=float)
        return _plain(np.interp(asked + _SAME * (1 + abs(asked)), self.days, self.chances, left=0.0, right=1.0))

    def plus(self, events: Masses) -> ExactSum:
        """Return the distribution of this sum with independent events besides."""
        if len(events.places) == 1:
            return self
        begin = self.days[0]
        end = self.days[-1] + float((events.places + events.widths / 2).max())
        days = np.linspace(begin, end, _PASSES[0])
        for points in _PASSES[1:]:
            rise = self._with(events, days) + np.linspace(0.0, 0.5, len(days))
            rise = (rise - rise[0]) / (rise[-1] - rise[0])
            days = np.interp(np.linspace(0, 1, points), rise, days)
        jumps, heights = self._jumps(events)
        # The jump itself stands behind the point just below it.
        days = np.concatenate((days, jumps, jumps))
        chances = self._with(events, days)
        if len(jumps):
            chances[-2 * len(jumps) : -len(jumps)] -= heights
        order = np.lexsort((chances, days))
        chances = np.maximum.accumulate(np.clip(chances[order], 0.0, 1.0))
        return ExactSum(days[order], chances)

    def _jumps(self, events: Masses) -> tuple[Floats, Floats]:
        """Return where the sum with events has a chance of its own, and how large it is."""
        if self.days[-1] > self.days[0]:
            return np.zeros(0), np.zeros(0)
        sharp = events.widths <= 0
        return self.days[0] + events.places[sharp], events.chances[sharp]

    def _with(self, events: Masses, days: Floats) -> Floats:
        """Return the chance that this sum and events are at most so many days."""
        areas = np.concatenate(([0.0], np.cumsum(np.diff(self.days) * (self.chances[1:] + self.chances[:-1]) / 2)))

        def area(at: Floats) -> Floats:
            return np.asarray(np.interp(at, self.days, areas, left=0.0) + np.maximum(at - self.days[-1], 0.0))

        sharp = events.widths <= _SAME * (1 + events.places)
        places, half = events.places[~sharp], events.widths[~sharp] / 2
        result = np.empty(len(days))
        for first in range(0, len(days), _AT_ONCE):
            asked = days[first : first + _AT_ONCE, None]
            known = self.chance(asked - events.places[sharp]) @ events.chances[sharp]
            smeared = (area(asked - places + half) - area(asked - places - half)) / (2 * half)
            result[first : first + _AT_ONCE] = known + smeared @ events.chances[~sharp]
        return result


def _plain(numbers: ArrayLike) -> Floats | float:
    """Return one number as a float, several as an array."""
    found = np.asarray(numbers, dtype=float)
    return found if found.ndim else float(found)
