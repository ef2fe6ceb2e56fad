"""A flowchart cut into levels: the whole, and inside each group its own; which lines run in which of them.

A line from one group into another is drawn in parts: in the level that holds both groups, and in each level further
in, where it goes from a box to a port in the border of its group.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from archkit.diagrams.flowchart import Edge, Flowchart, Node
from archkit.diagrams.layered import rows_of

#: Where a line leaves a level: the edge, whether that end is its source, and the box that it belongs to.
Port = tuple[int, bool, "Item"]


@dataclass(eq=False)
class Item:
    """A box of a level: a node, or a group with a level inside."""

    node: Node | None = None
    level: Level | None = None
    row: int = 0


@dataclass
class Line:
    """An edge between two boxes of a level; `against` is one that runs against the rows."""

    edge: int
    source: Item
    target: Item
    against: bool = False

    def sides(self) -> tuple[tuple[Item, bool], tuple[Item, bool]]:
        """Return both boxes, and whether the line meets each on the side of the later rows."""
        return (self.source, not self.against), (self.target, self.against)


@dataclass(eq=False)
class Level:
    """What stands beside each other: the whole flowchart, or the inside of one group."""

    group: int | None
    direction: str
    items: list[Item] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    loops: list[tuple[int, Item]] = field(default_factory=list)
    upper: list[Port] = field(default_factory=list)
    lower: list[Port] = field(default_factory=list)
    #: The edges from this group to what lies inside it; their words stand at the port.
    inward: set[int] = field(default_factory=set)

    @property
    def sideways(self) -> bool:
        """Whether the rows stand beside each other."""
        return self.direction in ("LR", "RL")

    @property
    def turned(self) -> bool:
        """Whether the first row stands at the right or at the bottom."""
        return self.direction in ("RL", "BT")


class Levels:
    """The levels of a flowchart, and what lies in which."""

    def __init__(self, chart: Flowchart, direction: str) -> None:
        self.chart = chart
        self.root = Level(None, direction)
        self.groups: list[Item] = []
        for number, group in enumerate(chart.groups):
            level = Level(number, group.direction)
            self.groups.append(Item(level=level))
            self.around(group.parent).items.append(self.groups[-1])
        self.named: dict[str, tuple[Item, int | None]] = {}
        for node in chart.nodes:
            item = Item(node=node)
            self.named[node.name] = (item, node.group)
            self.around(node.group).items.append(item)
        for number, group in reversed(list(enumerate(chart.groups))):
            self.named[group.name] = (self.groups[number], group.parent)
        self.edges = [edge for edge in chart.edges if edge.source in self.named and edge.target in self.named]
        self._turn()
        self._put_lines()
        self._arrange(self.root)

    def all(self) -> Iterator[Level]:
        """Yield every level, the inner ones first."""
        for item in reversed(self.groups):
            assert item.level
            yield item.level
        yield self.root

    def around(self, group: int | None) -> Level:
        """Return the level inside a group; the whole for None."""
        level = self.root if group is None else self.groups[group].level
        assert level
        return level

    def path(self, name: str) -> list[Item]:
        """Return the boxes around a node from the outermost, and the node itself."""
        item, group = self.named[name]
        found = [item]
        while group is not None:
            found.append(self.groups[group])
            group = self.chart.groups[group].parent
        return found[::-1]

    def ends(self, edge: Edge) -> tuple[list[Item], list[Item]]:
        """Return the boxes of both ends that are not common to them, from the outermost."""
        first, second = self.path(edge.source), self.path(edge.target)
        while len(first) > 1 and len(second) > 1 and first[0] is second[0]:
            del first[0], second[0]
        return first, second

    def _turn(self) -> None:
        """Give each group a direction: its own, or that around it where a line leads out of its inside."""
        led_out = {id(item) for edge in self.edges for path in self.ends(edge) for item in path[:-1]}
        for item, group in zip(self.groups, self.chart.groups, strict=True):
            assert item.level
            if not item.level.direction or id(item) in led_out:
                item.level.direction = self.around(group.parent).direction

    def _put_lines(self) -> None:
        for number, edge in enumerate(self.edges):
            first, second = self.ends(edge)
            common = len(self.path(edge.source)) - len(first)
            level = self.root if not common else self.path(edge.source)[common - 1].level
            assert level
            if first[0] is not second[0]:
                level.lines.append(Line(number, first[0], second[0]))
            elif first == second:
                level.loops.append((number, first[0]))
            else:
                # From a group to what lies inside it: from its border inwards.
                inner, is_source = (second, False) if len(first) == 1 else (first, True)
                assert inner[0].level
                side = inner[0].level.lower if is_source else inner[0].level.upper
                side.append((number, is_source, inner[1]))
                inner[0].level.inward.add(number)

    def _arrange(self, level: Level) -> None:
        """Give the boxes of a level their rows, and the levels inside the ports of their lines."""
        places = {id(item): place for place, item in enumerate(level.items)}
        lines = [
            (places[id(line.source)], places[id(line.target)], self.edges[line.edge].length) for line in level.lines
        ]
        rows, against = rows_of(len(level.items), lines)
        for item, row in zip(level.items, rows, strict=True):
            item.row = row
        for line, back in zip(level.lines, against, strict=True):
            line.against = back
        self._spread(level)
        for line in level.lines:
            edge = self.edges[line.edge]
            self._port(line.edge, True, line.source, self.path(edge.source), lower=not line.against)
            self._port(line.edge, False, line.target, self.path(edge.target), lower=line.against)
        for side, lower in ((level.upper, False), (level.lower, True)):
            for number, is_source, item in side:
                edge = self.edges[number]
                self._port(number, is_source, item, self.path(edge.source if is_source else edge.target), lower=lower)
        for item in level.items:
            if item.level:
                self._arrange(item.level)

    def _port(self, edge: int, is_source: bool, item: Item, path: list[Item], *, lower: bool) -> None:
        at = next(place for place, one in enumerate(path) if one is item)
        if at + 1 < len(path):
            assert item.level
            (item.level.lower if lower else item.level.upper).append((edge, is_source, path[at + 1]))

    def _spread(self, level: Level) -> None:
        """Boxes without lines stand in as many rows as make them about as wide as high."""
        used = {id(item) for line in level.lines for item in (line.source, line.target)}
        used |= {id(item) for _, _, item in (*level.upper, *level.lower)}
        alone = [item for item in level.items if id(item) not in used]
        in_a_row = max(3, round((len(alone) * (0.5 if not level.sideways else 2.0)) ** 0.5))
        for place, item in enumerate(alone):
            item.row = place // in_a_row
