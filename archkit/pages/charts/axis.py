"""An axis with round ends: from a number to a share of the chart's width or height."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
# What differs by a smaller share than this is drawn at one place.
_LEAST = 1e-6


@dataclass(frozen=True)
class Axis:
    """From `low` to `high`, with the numbers that are written beside it."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """Return where a number stands, 0–1; one beyond an end stands at that end."""
        return self.shares((value,))[0]

    def shares(self, values: Sequence[float]) -> list[float]:
        """Return where numbers stand, as `share` does for one."""
        low, length = self.low, self.high - self.low
        # A number that is not known stands at the beginning.
        return [share if 0.0 < (share := (value - low) / length) < 1.0 else float(share >= 1.0) for value in values]


def axis(low: float, high: float, *, most: int = 5) -> Axis:
    """Return an axis over an interval that begins and ends at ticks.

    Args:
        low: The lowest number.
        high: The highest one; where it is hardly above `low`, the axis has a length all the same.
        most: At most so many steps, give or take the one that a round end needs.
    """
    least = _LEAST * max(abs(low), abs(high), 1.0)
    width = high - low if high - low > least else max(abs(low), 1.0)
    scale = 10.0 ** floor(log10(width / most))
    step = scale * next(step for step in _STEPS if step * scale * most >= width * (1 - 1e-9))
    first, last = floor(low / step + 1e-9), ceil((low + width) / step - 1e-9)
    ticks = tuple(round(place * step, 12) for place in range(first, last + 1))
    return Axis(ticks[0], ticks[-1], ticks)


def tick_text(value: float) -> str:
    """Return a tick as it is written."""
    return f"{value:,.10g}"
