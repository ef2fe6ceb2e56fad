"""The lines of a drawing: from border to border, through the levels between, interrupted by their words."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from archkit.diagrams.drawing import Arrow, Mark, Words
from archkit.diagrams.frame import Frame
from archkit.diagrams.levels import Item, Level, Levels, Line
from archkit.diagrams.shapes import Point, border
from archkit.diagrams.text_width import LINE, width_of

#: How long each mark is: so much shorter is its line.
MARK_LENGTH = {"arrow": 8.0, "circle": 8.0, "cross": 6.0}
_LOOP = 26.0

Pieces = list[list[Point]]


class Lines:
    """Draws the edges of a flowchart whose levels are laid out."""

    def __init__(
        self,
        levels: Levels,
        frames: Mapping[int, Frame],
        corners: Mapping[int, Point],
        labels: Mapping[int, tuple[str, ...]],
    ) -> None:
        self.levels, self.frames, self.corners, self.labels = levels, frames, corners, labels
        self.inside: dict[tuple[int, bool], list[tuple[Level, Item, bool]]] = {}
        for level in levels.all():
            for side, lower in ((level.upper, False), (level.lower, True)):
                for edge, is_source, item in side:
                    self.inside.setdefault((edge, is_source), []).append((level, item, lower))

    def arrows(self) -> tuple[Arrow, ...]:
        """Return every line, in the order of the source."""
        made: dict[int, Arrow] = {}
        for level in self.levels.all():
            for line in level.lines:
                made[line.edge] = self._arrow(level, line)
            reached: dict[int, float] = {}
            for edge, item in level.loops:
                made[edge] = self._loop(level, edge, item, reached)
        for edge, is_source in self.inside:
            if edge not in made:
                made[edge] = self._inwards(edge, is_source)
        return tuple(made[edge] for edge in sorted(made) if self.levels.edges[edge].line != "none")

    def _arrow(self, level: Level, line: Line) -> Arrow:
        ends = (line.target, line.source) if line.against else (line.source, line.target)
        pieces = self._pieces(level, (line.edge, None), *ends, words=line.edge)
        if line.against:
            pieces = [piece[::-1] for piece in reversed(pieces)]
        pieces = self._outwards(line.edge) + pieces
        for part, item, lower in reversed(self.inside.get((line.edge, False), [])):
            pieces += self._part(part, line.edge, False, item, inwards=True, lower=lower)
        return self._made(line.edge, pieces, level, self._words(level, line.edge))

    def _outwards(self, edge: int) -> Pieces:
        found: Pieces = []
        for part, item, lower in self.inside.get((edge, True), []):
            found += self._part(part, edge, True, item, inwards=False, lower=lower)
        return found

    def _inwards(self, edge: int, is_source: bool) -> Arrow:
        """A line between a group and what lies inside it."""
        pieces = self._outwards(edge)
        parts = self.inside[edge, is_source]
        for part, item, lower in reversed(parts if not is_source else []):
            pieces += self._part(part, edge, False, item, inwards=True, lower=lower)
        level = next(part for part, _, _ in parts if edge in part.inward)
        return self._made(edge, pieces, level, self._words(level, edge))

    def _part(self, level: Level, edge: int, is_source: bool, item: Item, *, inwards: bool, lower: bool) -> Pieces:
        """Return the piece from a box to the border of its group, or from the border to the box."""
        ends = (item, None) if lower else (None, item)
        pieces = self._pieces(level, (edge, is_source), *ends)
        return [piece[::-1] for piece in reversed(pieces)] if lower == inwards else pieces

    def _pieces(
        self,
        level: Level,
        key: tuple[int, bool | None],
        upper: Item | None,
        lower: Item | None,
        *,
        words: int | None = None,
    ) -> Pieces:
        """Return the points of a route from the upper end to the lower."""
        frame = self.frames[id(level)]
        route = frame.routes[key]
        first, last = frame.stops[route.stops[0]], frame.stops[route.stops[-1]]
        along, down = first.centre + route.leaves, frame.depths[first.row]
        runs: Pieces = []
        if upper is None:
            points = [(along, 0.0)]
            if first.across:
                runs.append([*points, (along, down - first.across / 2)])
                points = [(along, down + first.across / 2)]
        else:
            start = down + frame.reach(upper, route.leaves - frame.lean[id(upper)], lower=True)
            points = [(along, start), (along, down + frame.bands[first.row] / 2)]
        runs.append(points)
        for index in route.stops[1:-1]:
            stop = frame.stops[index]
            middle, half = frame.depths[stop.row], frame.bands[stop.row] / 2
            points.append((stop.centre, middle - half))
            if words is not None and frame.words.get(words) == index:
                points.append((stop.centre, middle - stop.across / 2))
                points = [(stop.centre, middle + stop.across / 2)]
                runs.append(points)
            points.append((stop.centre, middle + half))
        along, down = last.centre + route.meets, frame.depths[last.row]
        if lower is None:
            if last.across:
                points.append((along, down - last.across / 2))
                points = [(along, down + last.across / 2)]
                runs.append(points)
            points.append((along, frame.across))
        else:
            end = down - frame.reach(lower, route.meets - frame.lean[id(lower)], lower=False)
            points += [(along, down - frame.bands[last.row] / 2), (along, end)]
        return [[self._point(level, *point) for point in run] for run in runs]

    def _point(self, level: Level, along: float, depth: float) -> Point:
        x, y = self.frames[id(level)].point(along, depth)
        left, top = self.corners[id(level)]
        return left + x, top + y

    def _words(self, level: Level, edge: int) -> Words | None:
        if edge not in self.labels:
            return None
        frame = self.frames[id(level)]
        stop = frame.stops[frame.words[edge]]
        return _words(self.labels[edge], self._point(level, stop.centre, frame.depths[stop.row]))

    def _made(self, edge: int, pieces: Pieces, level: Level, words: Words | None) -> Arrow:
        runs = _joined(pieces)
        ends = (runs[0][0], runs[-1][-1])
        looks = self.levels.edges[edge]
        axis = 0 if level.sideways else 1
        marks = []
        for kind, run, is_end in ((looks.tail, runs[0], False), (looks.head, runs[-1], True)):
            if kind:
                marks.append(_shortened(run, kind, axis, is_end=is_end))
        return Arrow(
            edge, looks.line, tuple(tuple(run) for run in runs), False, level.sideways, tuple(marks), words, ends
        )

    def _loop(self, level: Level, edge: int, item: Item, reached: dict[int, float]) -> Arrow:
        """A line from a box to itself, beside it; further ones run around the first."""
        frame = self.frames[id(level)]
        centre, depth = frame.stops[frame.at[id(item)]].centre + frame.lean[id(item)], frame.depths[2 * item.row + 1]
        along, across = frame.oriented(item)
        begun = reached.get(id(item), 0.0)
        half = min(across * 0.3, 7.0 + begun * 0.1)
        shape = item.node.shape if item.node else "rect"
        sides = [
            abs(border(shape, frame.sizes[id(item)], offset, vertical=level.sideways, far=True))
            for offset in ((half, -half) if level.turned else (-half, half))
        ]
        out = centre + along / 2 + begun + _LOOP
        looks, words = self.levels.edges[edge], None
        reached[id(item)] = begun + _LOOP + 4
        if edge in self.labels:
            lines = self.labels[edge]
            wide = (len(lines) * LINE + 2) if level.sideways else max(width_of(line) for line in lines) + 8
            words = _words(lines, self._point(level, out + wide / 2 - 4, depth))
            reached[id(item)] += wide
        raw = [
            (centre + sides[0], depth - half),
            (out, depth - half),
            (out, depth + half),
            (centre + sides[1], depth + half),
        ]
        points = [self._point(level, *point) for point in raw]
        ends = (points[0], points[3])
        marks = []
        axis = 1 if level.sideways else 0
        for kind, run, is_end in ((looks.tail, points[:2], False), (looks.head, points[2:], True)):
            if kind:
                marks.append(_shortened(run, kind, axis, is_end=is_end))
                points[0 if not is_end else 3] = run[-1 if is_end else 0]
        return Arrow(edge, looks.line, (tuple(points),), True, level.sideways, tuple(marks), words, ends)


def _joined(pieces: Pieces) -> Pieces:
    """Join pieces that meet; points on top of each other are one."""
    runs: Pieces = []
    for piece in pieces:
        if runs and _near(runs[-1][-1], piece[0]):
            runs[-1] += piece
        else:
            runs.append(list(piece))
    kept = []
    for run in runs:
        points = [run[0]]
        points += [point for before, point in pairwise(run) if not _near(before, point)]
        kept.append(points)
    return [run for run in kept if len(run) > 1]


def _near(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < 0.05 and abs(one[1] - other[1]) < 0.05


def _shortened(run: list[Point], kind: str, axis: int, *, is_end: bool) -> Mark:
    """Make a line end where its mark begins, and return the mark."""
    tip, before = (run[-1], run[-2]) if is_end else (run[0], run[1])
    sign = 1.0 if tip[axis] >= before[axis] else -1.0
    way = (sign, 0.0) if axis == 0 else (0.0, sign)
    length = MARK_LENGTH[kind]
    base = (tip[0] - way[0] * length, tip[1] - way[1] * length)
    at = -1 if is_end else 0
    run[at] = base
    while len(run) > 2 and (run[-2 if is_end else 1][axis] - base[axis]) * sign > 0:
        del run[-2 if is_end else 1]
    return Mark(kind, tip, way)


def _words(lines: tuple[str, ...], at: Point) -> Words:
    return Words(at[0], at[1], max(width_of(line) for line in lines), len(lines) * LINE, lines)
