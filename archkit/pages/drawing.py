"""A flowchart as boxes and arrows with coordinates; the template draws them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from archkit.model.data_flow import DataFlow
from archkit.pages.layered import Layout, lay_out

_MOST_BOXES = 40
_MOST_ARROWS = 80
_LINE = 16.0
_PADDING = (14.0, 9.0)
_GAP = 18.0
_ROW_GAP = 15.0
_MARGIN = 4.0
# Wider than the page's text, a drawing from left to right is turned, so that it is read without scrolling.
_WIDEST = 780.0
_HEAD = (4.0, 8.0)


@dataclass(frozen=True)
class Words:
    """A text of a few lines around a centre; `lines` holds each with its baseline."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[tuple[float, str], ...]

    @property
    def left(self) -> float:
        """The left edge."""
        return round(self.x - self.width / 2, 1)

    @property
    def top(self) -> float:
        """The upper edge."""
        return round(self.y - self.height / 2, 1)


@dataclass(frozen=True)
class Box:
    """A process, store or actor."""

    words: Words
    shape: str


@dataclass(frozen=True)
class Arrow:
    """A line with a head and, where the arrow says something, its words."""

    path: str
    head: str
    words: Words | None


@dataclass(frozen=True)
class Drawing:
    """What the template draws, in pixels."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


@lru_cache(maxsize=16)
def draw(flow: DataFlow) -> Drawing | None:
    """Return a flowchart's drawing; None when there is nothing to draw, or so much that a table reads better."""
    names = list(dict.fromkeys(node.label for node in flow.nodes if node.label))
    shapes = {node.label: node.shape for node in flow.nodes}
    flows = [row for row in flow.flows if row.source and row.target and row.source != row.target]
    names += [name for row in flows for name in (row.source, row.target) if name not in names]
    names = list(dict.fromkeys(names))
    if not flows or len(names) > _MOST_BOXES or len(flows) > _MOST_ARROWS:
        return None
    boxes = [_wrapped(name, 18) for name in names]
    arrows = [(names.index(row.source), names.index(row.target)) for row in flows]
    texts = [_wrapped(row.what, 20) for row in flows]
    drawing = None
    if flow.direction in {"LR", "RL"}:
        drawing = _drawing(boxes, arrows, texts, names, shapes, sideways=True, turned=flow.direction == "RL")
    if drawing is None or drawing.width > _WIDEST:
        drawing = _drawing(boxes, arrows, texts, names, shapes, sideways=False, turned=flow.direction == "BT")
    return drawing


def _drawing(
    boxes: Sequence[tuple[str, ...]],
    arrows: Sequence[tuple[int, int]],
    texts: Sequence[tuple[str, ...]],
    names: Sequence[str],
    shapes: dict[str, str],
    *,
    sideways: bool,
    turned: bool,
) -> Drawing:
    sizes = [_size(lines, _PADDING) for lines in boxes]
    small = [_size(lines, (4.0, 1.0)) if lines else (0.0, 0.0) for lines in texts]
    swapped = [(height, width) if sideways else (width, height) for width, height in (*sizes, *small)]
    layout = lay_out(swapped[: len(sizes)], arrows, swapped[len(sizes) :], _GAP)
    pen = _Pen(layout, sideways=sideways, turned=turned)
    return Drawing(
        width=pen.width,
        height=pen.height,
        boxes=tuple(
            Box(_words(lines, pen.at(index), sizes[index]), shapes.get(names[index], "process"))
            for index, lines in enumerate(boxes)
        ),
        arrows=tuple(
            Arrow(
                *pen.arrow(number),
                _words(texts[number], pen.at(pen.text_stop(number)), small[number]) if texts[number] else None,
            )
            for number in range(len(arrows))
        ),
    )


class _Pen:
    """Turns rows and centres into coordinates, from top to bottom or sideways."""

    def __init__(self, layout: Layout, *, sideways: bool, turned: bool) -> None:
        self.layout, self.sideways, self.turned = layout, sideways, turned
        least = min(stop.centre - stop.along / 2 for stop in layout.stops)
        most = max(stop.centre + stop.along / 2 for stop in layout.stops)
        self.shift = _MARGIN - least
        self.along = most - least + 2 * _MARGIN
        self.depths: list[float] = []
        depth = _MARGIN
        self.sizes = [max((layout.stops[index].across for index in row), default=0.0) for row in layout.rows]
        for size in self.sizes:
            self.depths.append(depth + size / 2)
            depth += size + _ROW_GAP
        self.across = depth - _ROW_GAP + _MARGIN

    @property
    def width(self) -> float:
        return round(self.across if self.sideways else self.along, 1)

    @property
    def height(self) -> float:
        return round(self.along if self.sideways else self.across, 1)

    def at(self, index: int) -> tuple[float, float]:
        stop = self.layout.stops[index]
        return self._point(stop.centre, self.depths[stop.row])

    def text_stop(self, number: int) -> int:
        route = self.layout.routes[number]
        return route[1] if self.layout.reversed[number] else route[-2]

    def arrow(self, number: int) -> tuple[str, str]:
        """Return the line of an arrow and the triangle at its end."""
        route = self.layout.routes[number]
        back = self.layout.reversed[number]
        points = [self._port(route[0], number, below=not back)]
        for index in route[1:-1]:
            stop = self.layout.stops[index]
            edge = self.sizes[stop.row] / 2 if not stop.across else stop.across / 2
            first, last = self.depths[stop.row] - edge, self.depths[stop.row] + edge
            points += (
                [(stop.centre, last), (stop.centre, first)] if back else [(stop.centre, first), (stop.centre, last)]
            )
        points.append(self._port(route[-1], number, below=back))
        along, depth = points[-1]
        step = -_HEAD[1] if not back else _HEAD[1]
        points[-1] = (along, depth + step)
        tip = [(along, depth), (along - _HEAD[0], depth + step), (along + _HEAD[0], depth + step)]
        return self._path(points), " ".join(_pair(self._point(*point)) for point in tip)

    def _port(self, index: int, number: int, *, below: bool) -> tuple[float, float]:
        """Return where an arrow meets a box: beside the others on that side, in the order of their other ends."""
        stop = self.layout.stops[index]
        meeting = []
        for other, route in enumerate(self.layout.routes):
            for end, near in ((route[0], route[1]), (route[-1], route[-2])):
                if end == index and (self.layout.stops[near].row > stop.row) == below:
                    meeting.append((self.layout.stops[near].centre, other))
        meeting.sort()
        place = [other for _, other in meeting].index(number) - (len(meeting) - 1) / 2
        pitch = min(22.0, stop.along / (len(meeting) + 1))
        depth = self.depths[stop.row] + (stop.across / 2 if below else -stop.across / 2)
        return stop.centre + place * pitch, depth

    def _path(self, points: Sequence[tuple[float, float]]) -> str:
        parts = [f"M{_pair(self._point(*points[0]))}"]
        for (along, depth), (to, down) in pairwise(points):
            middle = (depth + down) / 2
            curve = [self._point(along, middle), self._point(to, middle), self._point(to, down)]
            straight = abs(to - along) < 0.5
            parts.append(f"L{_pair(curve[2])}" if straight else "C" + " ".join(_pair(point) for point in curve))
        return "".join(parts)

    def _point(self, along: float, depth: float) -> tuple[float, float]:
        along += self.shift
        depth = self.across - depth if self.turned else depth
        return (depth, along) if self.sideways else (along, depth)


def _pair(point: tuple[float, float]) -> str:
    return f"{point[0]:.1f},{point[1]:.1f}"


def _words(lines: tuple[str, ...], at: tuple[float, float], size: tuple[float, float]) -> Words:
    first = at[1] - (len(lines) - 1) * _LINE / 2 + 4.5
    placed = tuple((round(first + number * _LINE, 1), line) for number, line in enumerate(lines))
    return Words(round(at[0], 1), round(at[1], 1), round(size[0], 1), round(size[1], 1), placed)


def _size(lines: tuple[str, ...], padding: tuple[float, float]) -> tuple[float, float]:
    width = max((_width(line) for line in lines), default=0.0)
    return width + 2 * padding[0], len(lines) * _LINE + 2 * padding[1]


def _width(text: str) -> float:
    """Estimate the width of a text at 13 px; a little too wide is better than too narrow."""
    return sum(13.5 if unicodedata.east_asian_width(letter) in "WF" else 7.2 for letter in text)


def _wrapped(text: str, columns: int) -> tuple[str, ...]:
    """Return at most four lines of about `columns` letters; what is longer is cut, the table has it whole."""
    lines = [""]
    for word in text[:400].split():
        while len(word) > columns:
            lines.append(word[:columns])
            word = word[columns:]
        lines[-1:] = [f"{lines[-1]} {word}".strip()] if len(lines[-1]) + len(word) < columns else [lines[-1], word]
    kept = [line for line in lines if line]
    return tuple(kept) if len(kept) <= 4 else (*kept[:3], f"{kept[3][: columns - 1]}…")
