"""A flowchart → a drawing: each level is laid out from the inside outwards, then everything gets its place."""

from __future__ import annotations

from archkit.diagrams.drawing import Box, Drawing, Frame, Words
from archkit.diagrams.flowchart import Flowchart
from archkit.diagrams.frame import Frame as LaidOut
from archkit.diagrams.labels import LONGEST
from archkit.diagrams.levels import Item, Level, Levels
from archkit.diagrams.lines import Lines
from archkit.diagrams.problem import NotDrawnError
from archkit.diagrams.shapes import Point, Size, size_of
from archkit.diagrams.text_width import LINE, broken, width_of

#: Wider than the text of a page, a drawing from left to right is turned, so that it is read without scrolling.
WIDEST = 780.0
_NODE_WIDTH, _EDGE_WIDTH, _TITLE_WIDTH = 170.0, 130.0, 260.0
_MARGIN, _SIDE, _TOP = 4.0, 14.0, 12.0
_MOST_STOPS = 4000
# Words in a round or pointed shape break earlier, or it would be far larger than they are.
_NARROWER = {"circle": 90.0, "double-circle": 90.0, "diamond": 125.0, "ellipse": 130.0}
# The letters of a title are bold.
_BOLD = 1.12
_FLAT = ("rect", "round", "subroutine", "cylinder")


def place_flowchart(chart: Flowchart) -> Drawing:
    """Return the drawing of a flowchart.

    Raises:
        NotDrawnError: its lines are too long and too many to be followed.
    """
    placing = _Placing(chart, chart.direction)
    if chart.direction in ("LR", "RL") and placing.size[0] > WIDEST:
        turned = _Placing(chart, "TD")
        placing = turned if turned.size[0] < placing.size[0] else placing
    return placing.drawing()


class _Placing:
    """Sizes, frames and places of one drawing."""

    def __init__(self, chart: Flowchart, direction: str) -> None:
        self.chart = chart
        self.levels = Levels(chart, direction)
        self.sizes: dict[int, Size] = {}
        self.lines: dict[int, tuple[str, ...]] = {}
        self.labels: dict[int, tuple[str, ...]] = {}
        self.frames: dict[int, LaidOut] = {}
        self.corners: dict[int, Point] = {id(self.levels.root): (0.0, 0.0)}
        self.ports: dict[tuple[int, bool], float] = {}
        self._measure()
        self._limit()
        for level in self.levels.all():
            self._lay_out(level)
        root = self.frames[id(self.levels.root)]
        self.size = (root.across, root.along) if root.level.sideways else (root.along, root.across)

    def drawing(self) -> Drawing:
        """Return everything with its place."""
        frames = self._frames()
        boxes = self._boxes()
        arrows = Lines(self.levels, self.frames, self.corners, self.labels).arrows()
        return Drawing(*self.size, boxes, frames, arrows)

    def _measure(self) -> None:
        meeting = self._meeting()
        for item, _ in self.levels.named.values():
            if item.node:
                lines = broken(item.node.label, _NARROWER.get(item.node.shape, _NODE_WIDTH), LONGEST)
                self.lines[id(item)] = lines
                width, height = size_of(item.node.shape, words_size(lines))
                # Many lines that meet a box need room beside each other.
                least = min(400.0, 11.0 * (meeting.get(id(item), 0) + 1))
                is_flat = item.node.shape in _FLAT
                sideways = is_flat and self.levels.around(item.node.group).sideways
                self.sizes[id(item)] = (
                    max(width, least) if is_flat and not sideways else width,
                    max(height, least) if sideways else height,
                )
        for number, edge in enumerate(self.levels.edges):
            if edge.label:
                self.labels[number] = broken(edge.label, _EDGE_WIDTH, LONGEST)

    def _meeting(self) -> dict[int, int]:
        """Return the most lines that meet a box on one side."""
        sides: dict[tuple[int, bool], int] = {}
        for level in self.levels.all():
            met = [(end, lower) for line in level.lines for end, lower in line.sides()]
            met += [(item, False) for _, _, item in level.upper] + [(item, True) for _, _, item in level.lower]
            for item, lower in met:
                sides[id(item), lower] = sides.get((id(item), lower), 0) + 1
        most: dict[int, int] = {}
        for (name, _), count in sides.items():
            most[name] = max(most.get(name, 0), count)
        return most

    def _limit(self) -> None:
        stops = sum(2 * abs(line.source.row - line.target.row) for level in self.levels.all() for line in level.lines)
        if stops > _MOST_STOPS:
            raise NotDrawnError(1, "its links are too long and too many", "split the diagram into several")

    def _lay_out(self, level: Level) -> None:
        frame = LaidOut(level, self.sizes, *self._spaces(level))
        labels = {}
        for number, lines in self.labels.items():
            width, height = words_size(lines)
            size = (width + 8, height + 2)
            labels[number] = (size[1], size[0]) if level.sideways else size
        frame.lay_out(labels, self.ports, self._least(level))
        self._make_room(frame)
        for side in (level.upper, level.lower):
            for edge, is_source, _ in side:
                # The stop of a port lies at the end of its route that is no box.
                route = frame.routes[edge, is_source].stops
                stop = frame.stops[route[0] if side is level.upper else route[-1]]
                self.ports[edge, is_source] = stop.centre + frame.shift - frame.along / 2
        self.frames[id(level)] = frame
        if level.group is not None:
            size = (frame.across, frame.along) if level.sideways else (frame.along, frame.across)
            self.sizes[id(self.levels.groups[level.group])] = size

    def _make_room(self, frame: LaidOut) -> None:
        """Give the title of a group a place beside the lines that come in from above."""
        level = frame.level
        side = level.lower if level.turned else level.upper
        if level.sideways or not side or not self._title(level):
            return
        lines = [self.ports_x(frame, edge, is_source) for edge, is_source, _ in side]
        room = words_size(self._title(level))[0] * _BOLD + _SIDE + 4
        left, right = min(lines), frame.along - max(lines)
        if max(left, right) < room:
            frame.along += room - max(left, right)
            frame.shift += room - left if left >= right else 0.0

    def _title(self, level: Level) -> tuple[str, ...]:
        return () if level.group is None else broken(self.chart.groups[level.group].title, _TITLE_WIDTH, 200)

    def _spaces(self, level: Level) -> tuple[float, float, float, float]:
        """Return the space before and after the rows and beside them: the title of a group stands above it."""
        if level.group is None:
            return _MARGIN, _MARGIN, _MARGIN, _MARGIN
        top = _TOP + len(self._title(level)) * LINE
        if level.sideways:
            return _SIDE, _SIDE, top, _TOP
        return (_TOP, top, _SIDE, _SIDE) if level.turned else (top, _TOP, _SIDE, _SIDE)

    def _least(self, level: Level) -> Size:
        if level.group is None:
            return 0.0, 0.0
        width, height = words_size(self._title(level))
        size = (max(60.0, width * _BOLD + 2 * _SIDE), max(44.0, height + 2 * _TOP))
        return (size[1], size[0]) if level.sideways else size

    def _frames(self) -> tuple[Frame, ...]:
        """Give each group its corner, the outer ones first."""
        made = []
        for number, (item, group) in enumerate(zip(self.levels.groups, self.chart.groups, strict=True)):
            level = item.level
            assert level
            x, y = self._upper_left(item, group.parent)
            self.corners[id(level)] = (x, y)
            width, height = self.sizes[id(item)]
            depth, around = 0, group.parent
            while around is not None:
                depth, around = depth + 1, self.chart.groups[around].parent
            lines = self._title(level)
            title = self._title_place(level, x, width, words_size(lines)[0] * _BOLD)
            made.append(Frame(group.name, x, y, width, height, lines, title, depth))
            assert number == level.group
        return tuple(made)

    def _title_place(self, level: Level, x: float, width: float, words: float) -> float:
        """Return where the middle of a title stands: where no line comes in from above, if there is such a place."""
        frame = self.frames[id(level)]
        middle, left, right = x + width / 2, x + _SIDE + words / 2, x + width - _SIDE - words / 2
        if level.sideways:
            return middle
        side = level.lower if level.turned else level.upper
        lines = [self.ports_x(frame, edge, is_source) + x for edge, is_source, _ in side]
        free = (at for at in (middle, left, right) if all(abs(line - at) > words / 2 + 3 for line in lines))
        return next(free, left)

    def ports_x(self, frame: LaidOut, edge: int, is_source: bool) -> float:
        """Return how far from the left edge of a group a line passes its upper border."""
        route = frame.routes[edge, is_source].stops
        stop = next(frame.stops[index] for index in (route[0], route[-1]) if index not in frame.at.values())
        return stop.centre + frame.shift

    def _upper_left(self, item: Item, group: int | None) -> Point:
        around = self.levels.root if group is None else self.levels.groups[group].level
        assert around
        x, y = self.frames[id(around)].centre(item)
        left, top = self.corners[id(around)]
        width, height = self.sizes[id(item)]
        return left + x - width / 2, top + y - height / 2

    def _boxes(self) -> tuple[Box, ...]:
        made = []
        for node in self.chart.nodes:
            item, group = self.levels.named[node.name]
            if item.node is not node:
                continue
            x, y = self._upper_left(item, group)
            width, height = self.sizes[id(item)]
            lines = self.lines[id(item)]
            made.append(Box(node.name, node.shape, x + width / 2, y + height / 2, width, height, lines))
        return tuple(made)


def words_size(lines: tuple[str, ...]) -> Size:
    """Return the width and height of lines of text."""
    return max((width_of(line) for line in lines), default=0.0), len(lines) * LINE


def words_at(lines: tuple[str, ...], at: Point) -> Words:
    """Return lines of text around a point."""
    width, height = words_size(lines)
    return Words(at[0], at[1], width, height, lines)
