"""A small drawing with two axes: lines, points with their words, and ticks, in pixels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archkit.pages.charts.axis import Axis, tick_text

WIDTH, HEIGHT = 360.0, 224.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 42.0, 12.0, 12.0, 38.0

Point = tuple[float, float]


@dataclass(frozen=True)
class Tick:
    """A line across the drawing and what is written at its end."""

    at: float
    text: str


@dataclass(frozen=True)
class Line:
    """A line; `look` is its class in the style sheet."""

    path: str
    look: str


@dataclass(frozen=True)
class Mark:
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
        across, up = self.x.share(x), self.y.share(y)
        return (
            round(_LEFT + across * (WIDTH - _LEFT - _RIGHT), 1),
            round(HEIGHT - _BOTTOM - up * (HEIGHT - _TOP - _BOTTOM), 1),
        )

    def line(self, points: Iterable[Point], look: str) -> Line:
        """Return a line through points."""
        return Line("M" + "L".join(f"{x:g} {y:g}" for x, y in _thinned([self.at(*point) for point in points])), look)

    def steps(self, points: Sequence[Point], look: str) -> Line:
        """Return a line that keeps its height until the next point."""
        places = [self.at(*point) for point in points]
        path = [f"M{places[0][0]:g} {places[0][1]:g}"]
        for (_, before), (x, y) in pairwise(places):
            if y != before:
                path.append(f"H{x:g}V{y:g}")
        return Line("".join([*path, f"H{places[-1][0]:g}"]), look)

    def plot(self, lines: Sequence[Line], marks: Sequence[Mark], *, x_title: str, percent: bool = False) -> Plot:
        """Return the drawing; `percent` says that the numbers of the upright axis are chances (0–1)."""
        across = (Tick(self.at(tick, self.y.low)[0], tick_text(tick)) for tick in self.x.ticks)
        up = (
            Tick(self.at(self.x.low, tick)[1], f"{100 * tick:.0f} %" if percent else tick_text(tick))
            for tick in self.y.ticks
        )
        return Plot(tuple(across), tuple(up), tuple(lines), tuple(marks), x_title)


def _thinned(places: list[Point]) -> list[Point]:
    return [place for at, place in enumerate(places) if at == 0 or place != places[at - 1]]
