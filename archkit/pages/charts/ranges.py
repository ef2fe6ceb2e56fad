"""Ranges as bars on one common axis, with marks on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from archkit.pages.charts.axis import Axis, tick_text


class RangeBar(NamedTuple):
    """A range in percent of the chart's width.

    Attributes:
        name: What it belongs to, as rich text.
        start: Where it begins.
        width: How long it is; 0 is drawn as a line.
        text: What is written beside it.
        said: The range in words.
        marks: Where it is marked.
        whisker: Where a line beyond its end leads to; None for none.
        look: A class of the style sheet; "" for the usual one.
        is_apart: Whether its place below all bars above it is certain.
    """

    name: str
    start: float
    width: float
    text: str
    said: str
    marks: tuple[float, ...] = ()
    whisker: float | None = None
    look: str = ""
    is_apart: bool = False


@dataclass(frozen=True)
class RangeChart:
    """Ranges below each other, and the numbers along their axis from left to right, each with a date or ""."""

    bars: tuple[RangeBar, ...]
    ticks: tuple[tuple[str, str], ...]


def percent(axis: Axis, value: float) -> float:
    """Return where a number stands in percent of the width."""
    return round(100 * axis.share(value), 2)


def tick_texts(axis: Axis) -> tuple[tuple[str, str], ...]:
    """Return the numbers that stand along an axis, without dates."""
    return tuple((tick_text(tick), "") for tick in axis.ticks)
