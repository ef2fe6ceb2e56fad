"""One level with its coordinates: a frame around its boxes, in its own terms of rows and places in a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from archkit.diagrams.layered import Route, Stop, place
from archkit.diagrams.levels import Item, Level, Port
from archkit.diagrams.shapes import Point, Size, border

ROW_GAP = 16.0
_PORT_PITCH = 22.0
_LOOP = 30.0
_STEEP = 9.0
_NEARLY = 14.0


@dataclass
class Frame:
    """A level that is laid out: sizes in its own terms, along its rows and across them.

    Attributes:
        before, after: The space before the first row and after the last.
        start, end: The space beside the rows.
    """

    level: Level
    sizes: Mapping[int, Size]
    before: float
    after: float
    start: float
    end: float
    stops: list[Stop] = field(default_factory=list)
    rows: list[list[int]] = field(default_factory=list)
    along: float = 0.0
    across: float = 0.0
    shift: float = 0.0
    #: The stop of each box, and where the box stands in it.
    at: dict[int, int] = field(default_factory=dict)
    lean: dict[int, float] = field(default_factory=dict)
    #: The route of each line and port, by the edge and the end (None for the line itself).
    routes: dict[tuple[int, bool | None], Route] = field(default_factory=dict)
    words: dict[int, int] = field(default_factory=dict)
    depths: list[float] = field(default_factory=list)
    bands: list[float] = field(default_factory=list)

    def lay_out(self, labels: Mapping[int, Size], ports: Mapping[tuple[int, bool], float], least: Size) -> None:
        """Place the boxes.

        Args:
            labels: The size of the words of each edge, along and across.
            ports: Where lines leave the groups of this level, from their centres, by edge and end.
            least: How large the frame is at least, along and across.
        """
        self._stops(labels)
        for line in self.level.lines:
            upper, lower = (line.target, line.source) if line.against else (line.source, line.target)
            leaves, meets = (
                ports.get((line.edge, line.against is False), 0.0),
                ports.get((line.edge, line.against), 0.0),
            )
            self._route((line.edge, None), self.at[id(upper)], self.at[id(lower)], upper, lower, leaves, meets)
            if line.edge in labels:
                self._put_words(line.edge, labels[line.edge], first=not line.against)
        last = max((stop.row for stop in self.stops), default=0) + 1
        for port in self.level.upper:
            self._port(port, 0, ports, labels)
        for port in self.level.lower:
            self._port(port, last, ports, labels)
        self.rows = place(self.stops, list(self.routes.values()))
        self._measure(least)
        self._spread_ports(ports)

    def _stops(self, labels: Mapping[int, Size]) -> None:
        loops: dict[int, float] = {}
        for edge, item in self.level.loops:
            loops[id(item)] = loops.get(id(item), 0.0) + _LOOP + labels.get(edge, (0.0, 0.0))[0]
        for item in self.level.items:
            along, across = self.oriented(item)
            extra = loops.get(id(item), 0.0)
            self.at[id(item)] = len(self.stops)
            self.lean[id(item)] = -extra / 2
            self.stops.append(Stop(along + extra, across, 2 * item.row + 1))

    def oriented(self, item: Item) -> Size:
        """Return the size of a box along the rows and across."""
        width, height = self.sizes[id(item)]
        return (height, width) if self.level.sideways else (width, height)

    def _route(
        self,
        key: tuple[int, bool | None],
        first: int,
        last: int,
        upper: Item | None,
        lower: Item | None,
        leaves: float,
        meets: float,
    ) -> None:
        route = [first]
        for row in range(self.stops[first].row + 1, self.stops[last].row):
            self.stops.append(Stop(0.0, 0.0, row))
            route.append(len(self.stops) - 1)
        route.append(last)
        leaves += self.lean.get(id(upper), 0.0)
        meets += self.lean.get(id(lower), 0.0)
        self.routes[key] = Route(route, leaves, meets)

    def _put_words(self, edge: int, size: Size, *, first: bool) -> None:
        """The words of a line stand near its source, where a reader looks for them."""
        route = self.routes[edge, None].stops
        self.words[edge] = route[1] if first else route[-2]
        stop = self.stops[self.words[edge]]
        stop.along, stop.across = size

    def _port(self, port: Port, row: int, ports: Mapping[tuple[int, bool], float], labels: Mapping[int, Size]) -> None:
        edge, is_source, item = port
        size = labels.get(edge, (0.0, 0.0)) if edge in self.level.inward else (0.0, 0.0)
        self.stops.append(Stop(*size, row))
        if size[0]:
            self.words[edge] = len(self.stops) - 1
        here, there = len(self.stops) - 1, self.at[id(item)]
        offset = ports.get((edge, is_source), 0.0)
        if row:
            self._route((edge, is_source), there, here, item, None, offset, 0.0)
        else:
            self._route((edge, is_source), here, there, None, item, 0.0, offset)

    def _measure(self, least: Size) -> None:
        starts = [stop.centre - stop.along / 2 for stop in self.stops]
        ends = [stop.centre + stop.along / 2 for stop in self.stops]
        low, high = min(starts, default=0.0), max(ends, default=0.0)
        self.along = max(high - low + self.start + self.end, least[0])
        self.shift = (self.along - (high - low + self.start + self.end)) / 2 + self.start - low
        depth = self.before
        for place_of, row in enumerate(self.rows):
            size = max((self.stops[index].across for index in row), default=0.0)
            self.bands.append(size)
            self.depths.append(depth + size / 2)
            if row:
                depth += size + self._gap(place_of)
        used = [place_of for place_of, row in enumerate(self.rows) if row]
        depth = self.depths[used[-1]] + self.bands[used[-1]] / 2 if used else self.before
        self.across = max(depth + self.after, least[1])

    def _gap(self, row: int) -> float:
        """Return the space after a row: more where lines go far to the side."""
        far = [
            abs(self.stops[lower].centre + meets - self.stops[upper].centre - leaves)
            for upper in self.rows[row]
            for lower, leaves, meets in self.stops[upper].after
        ]
        return max(ROW_GAP, min(44.0, max(far, default=0.0) / _STEEP))

    def _spread_ports(self, ports: Mapping[tuple[int, bool], float]) -> None:
        """Lines that meet a box on one side meet it beside each other, in the order of their other ends."""
        meeting: dict[tuple[int, bool], list[tuple[float, tuple[int, bool | None]]]] = {}
        for key, route in self.routes.items():
            for end, near, lower in ((route.stops[0], route.stops[1], True), (route.stops[-1], route.stops[-2], False)):
                meeting.setdefault((end, lower), []).append((self.stops[near].centre, key))
        boxes = {self.at[id(item)]: item for item in self.level.items}
        against = {line.edge: line.against for line in self.level.lines}
        for (index, lower), lines in meeting.items():
            item = boxes.get(index)
            if item is None:
                continue
            lines = [(centre, key) for centre, key in lines if not self._is_fixed(key, lower, ports, against)]
            lines.sort(key=lambda line: line[0])
            pitch = min(_PORT_PITCH, self.oriented(item)[0] * 0.8 / (len(lines) + 1))
            for number, (centre, key) in enumerate(lines):
                offset = (number - (len(lines) - 1) / 2) * pitch + self.lean[id(item)]
                aside = centre - self.stops[index].centre - self.lean[id(item)]
                if len(lines) == 1 and abs(aside) < min(_NEARLY, self.oriented(item)[0] * 0.3):
                    # A straight line a little off the middle reads better than one with a kink.
                    offset += aside
                if lower:
                    self.routes[key].leaves = offset
                else:
                    self.routes[key].meets = offset

    def _is_fixed(
        self,
        key: tuple[int, bool | None],
        lower: bool,
        ports: Mapping[tuple[int, bool], float],
        against: dict[int, bool],
    ) -> bool:
        """Whether a line meets its box at a port: its place is that of the line inside."""
        edge, end = key
        is_source = (lower != against[edge]) if end is None else end
        return (edge, is_source) in ports

    def reach(self, item: Item, offset: float, *, lower: bool) -> float:
        """Return how far from the centre of a box its border is, at a place along it."""
        shape = item.node.shape if item.node else "rect"
        far = lower != self.level.turned
        return abs(border(shape, self.sizes[id(item)], offset, vertical=not self.level.sideways, far=far))

    def point(self, along: float, depth: float) -> Point:
        """Return a place in pixels from the upper left corner of the frame."""
        along += self.shift
        depth = self.across - depth if self.level.turned else depth
        return (depth, along) if self.level.sideways else (along, depth)

    def centre(self, item: Item) -> Point:
        """Return the centre of a box in pixels from the upper left corner of the frame."""
        index = self.at[id(item)]
        stop = self.stops[index]
        return self.point(stop.centre + self.lean[id(item)], self.depths[stop.row])
