"""A small drawing with two axes: lines, points with their words, and ticks, in pixels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from archkit.pages.charts.axis import Axis, tick_text

WIDTH, HEIGHT = 360.0, 224.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 42.0, 12.0, 12.0, 38.0

Point = tuple[float, float]


class Tick(NamedTuple):
    """A line across the drawing and what is written at its end."""

    at: float
    text: str


class Line(NamedTuple):
    """A line; `look` is its class in the style sheet."""

    path: str
    look: str


class Mark(NamedTuple):
    """A point: its look, a letter inside it or words beside it, and what is said when it is pointed at.

    `anchor` says at which end of the words the point is: `start` or `end`.
    """

    x: float
    y: float
    look: str
    inside: str = ""
    beside: str = ""
    said: str = ""
    anchor: str = "start"


@dataclass(frozen=True)
class Plot:
    """What the template draws."""

    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    x_title: str
    width: float = WIDTH
    height: float = HEIGHT
    left: float = _LEFT
    right: float = WIDTH - _RIGHT
    top: float = _TOP
    bottom: float = HEIGHT - _BOTTOM


@dataclass(frozen=True)
class Pen:
    """Turns numbers into places of the drawing."""

    x: Axis
    y: Axis

    def at(self, x: float, y: float) -> Point:
        """Return the place of a point."""
        return round(self._across((x,))[0], 1), round(self._down((y,))[0], 1)

    def line(self, points: Iterable[Point], look: str) -> Line:
        """Return a line through points."""
        across, down = zip(*points, strict=True)
        places = [f"{x:.1f} {y:.1f}" for x, y in zip(self._across(across), self._down(down), strict=True)]
        return Line(_whole("M" + "L".join(place for place, _ in groupby(places))), look)

    def steps(self, points: Sequence[Point], look: str) -> Line:
        """Return a line that keeps its height until the next point."""
        across = self._across([x for x, _ in points])
        down = [f"{y:.1f}" for y in self._down([y for _, y in points])]
        turns = [f"H{x:.1f}V{y}" for x, y, before in zip(across[1:], down[1:], down, strict=False) if y != before]
        return Line(_whole(f"M{across[0]:.1f} {down[0]}{''.join(turns)}H{across[-1]:.1f}"), look)

    def _across(self, numbers: Sequence[float]) -> list[float]:
        return [_LEFT + share * (WIDTH - _LEFT - _RIGHT) for share in self.x.shares(numbers)]

    def _down(self, numbers: Sequence[float]) -> list[float]:
        return [HEIGHT - _BOTTOM - share * (HEIGHT - _TOP - _BOTTOM) for share in self.y.shares(numbers)]

    def plot(self, lines: Sequence[Line], marks: Sequence[Mark], *, x_title: str, percent: bool = False) -> Plot:
        """Return the drawing; `percent` says that the numbers of the upright axis are chances (0–1)."""
        across = [round(place, 1) for place in self._across(self.x.ticks)]
        down = [round(place, 1) for place in self._down(self.y.ticks)]
        texts = [f"{100 * tick:.0f} %" if percent else tick_text(tick) for tick in self.y.ticks]
        x_ticks, y_ticks = map(Tick, across, map(tick_text, self.x.ticks)), map(Tick, down, texts)
        return Plot(tuple(x_ticks), tuple(y_ticks), tuple(lines), tuple(marks), x_title)


def _whole(path: str) -> str:
    """Return a path of numbers with one decimal each, without those that are 0."""
    return path.replace(".0", "")
