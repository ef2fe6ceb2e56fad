"""A layered layout: boxes in rows, arrows from row to row, nothing over anything else.

Every arrow has a stop in each row between its ends, and the text of an arrow is such a stop with a size, so that texts
take part in the layout like boxes. After Sugiyama, Tagawa and Toda, Methods for visual understanding of hierarchical
system structures (1981): break cycles, assign rows, order rows by barycentre, then place by least squares.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

_SWEEPS = 8


@dataclass
class Stop:
    """A box, the text of an arrow, or a bend: its size along (in the row) and across, and its place."""

    along: float
    across: float
    row: int = 0
    centre: float = 0.0
    before: list[int] = field(default_factory=list)
    after: list[int] = field(default_factory=list)


@dataclass
class Layout:
    """The stops, boxes first, and for each arrow its stops in order; `reversed` arrows run against the rows."""

    stops: list[Stop]
    routes: list[list[int]]
    reversed: list[bool]
    rows: list[list[int]]


def lay_out(
    boxes: Sequence[tuple[float, float]],
    arrows: Sequence[tuple[int, int]],
    texts: Sequence[tuple[float, float]],
    gap: float,
) -> Layout:
    """Place boxes of the given sizes (along, across) and arrows with texts of the given sizes."""
    backward = _against(len(boxes), arrows)
    downward = [(b, a) if back else (a, b) for (a, b), back in zip(arrows, backward, strict=True)]
    layers = _layers(len(boxes), downward)
    stops = [Stop(along, across, 2 * layer) for (along, across), layer in zip(boxes, layers, strict=True)]
    routes = [_route(stops, ends, text) for ends, text in zip(downward, texts, strict=True)]
    rows = _ordered(stops)
    for sweep in range(_SWEEPS):
        _place(stops, rows, gap, down=sweep % 2 == 0)
    return Layout(
        stops,
        [route[::-1] if back else route for route, back in zip(routes, backward, strict=True)],
        backward,
        rows,
    )


def _against(count: int, arrows: Sequence[tuple[int, int]]) -> list[bool]:
    """Return which arrows to turn so that no cycle is left: those that lead back into the path being walked."""
    leaving: list[list[int]] = [[] for _ in range(count)]
    for index, (source, _) in enumerate(arrows):
        leaving[source].append(index)
    back = [False] * len(arrows)
    state = [0] * count
    for start in range(count):
        if state[start]:
            continue
        path = [(start, iter(leaving[start]))]
        state[start] = 1
        while path:
            node, rest = path[-1]
            arrow = next(rest, None)
            if arrow is None:
                state[node] = 2
                path.pop()
                continue
            target = arrows[arrow][1]
            back[arrow] = state[target] == 1
            if not state[target]:
                state[target] = 1
                path.append((target, iter(leaving[target])))
    return back


def _layers(count: int, arrows: Sequence[tuple[int, int]]) -> list[int]:
    """Return the longest path to each box."""
    layers = [0] * count
    for _ in range(count):
        before = list(layers)
        for source, target in arrows:
            layers[target] = max(layers[target], layers[source] + 1)
        if layers == before:
            break
    return layers


def _route(stops: list[Stop], ends: tuple[int, int], text: tuple[float, float]) -> list[int]:
    """Add the stops of an arrow between its ends; the text stands in the odd row nearest to the lower end."""
    source, target = ends
    first, last = stops[source].row, stops[target].row
    route = [source]
    for row in range(first + 1, last):
        along, across = text if row == last - 1 else (0.0, 0.0)
        stops.append(Stop(along, across, row))
        route.append(len(stops) - 1)
    route.append(target)
    for upper, lower in pairwise(route):
        stops[upper].after.append(lower)
        stops[lower].before.append(upper)
    return route


def _ordered(stops: list[Stop]) -> list[list[int]]:
    """Return the rows with few crossings: each sweep sorts by the mean place of the neighbours in the row before."""
    rows: list[list[int]] = [[] for _ in range(max((stop.row for stop in stops), default=0) + 1)]
    for index, stop in enumerate(stops):
        rows[stop.row].append(index)
    places = {index: place for row in rows for place, index in enumerate(row)}
    best, fewest = [list(row) for row in rows], _crossings(stops, rows)
    for sweep in range(2 * _SWEEPS):
        if not fewest:
            break
        down = sweep % 2 == 0
        for row in rows if down else reversed(rows):
            _sort(stops, row, places, down=down)
        for row in rows:
            # Swapping equals in every other pair of sweeps leads out of places where no swap alone gains anything.
            _swap(stops, row, places, equals=sweep % 4 > 1)
        crossings = _crossings(stops, rows)
        if crossings < fewest:
            best, fewest = [list(row) for row in rows], crossings
    return best


def _sort(stops: list[Stop], row: list[int], places: dict[int, int], *, down: bool) -> None:
    means = {}
    for index in row:
        near = stops[index].before if down else stops[index].after
        means[index] = sum(places[other] for other in near) / len(near) if near else float(places[index])
    row.sort(key=means.__getitem__)
    places |= {index: place for place, index in enumerate(row)}


def _swap(stops: list[Stop], row: list[int], places: dict[int, int], *, equals: bool) -> None:
    """Swap neighbours in a row that cross less the other way round."""
    for place in range(len(row) - 1):
        left, right = row[place], row[place + 1]
        gain = sum(
            (places[a] > places[b]) - (places[a] < places[b])
            for ours, theirs in ((stops[left].before, stops[right].before), (stops[left].after, stops[right].after))
            for a in ours
            for b in theirs
        )
        if gain > 0 or (equals and gain == 0):
            row[place : place + 2] = right, left
            places[left], places[right] = place + 1, place


def _crossings(stops: list[Stop], rows: list[list[int]]) -> int:
    places = {index: place for row in rows for place, index in enumerate(row)}
    count = 0
    for row in rows:
        lines = [(places[index], places[lower]) for index in row for lower in stops[index].after]
        count += sum(a < c and b > d for a, b in lines for c, d in lines)
    return count


def _place(stops: list[Stop], rows: list[list[int]], gap: float, *, down: bool) -> None:
    """Move each row as near to its neighbours as the gaps allow (isotonic regression by pooling)."""
    for row in rows if down else reversed(rows):
        offsets = [0.0]
        for left, right in pairwise(row):
            offsets.append(offsets[-1] + (stops[left].along + stops[right].along) / 2 + gap)
        pools: list[tuple[float, int]] = []
        for index, offset in zip(row, offsets, strict=True):
            near = (stops[index].before if down else stops[index].after) or stops[index].before or stops[index].after
            # The median keeps the main line of a diagram straight where the mean would bend it.
            wish = median(stops[other].centre for other in near) if near else stops[index].centre
            total, size = wish - offset, 1
            while pools and pools[-1][0] / pools[-1][1] > total / size:
                total, size = total + pools[-1][0], size + pools[-1][1]
                pools.pop()
            pools.append((total, size))
        placed = [total / size for total, size in pools for _ in range(size)]
        for index, offset, base in zip(row, offsets, placed, strict=True):
            stops[index].centre = base + offset
