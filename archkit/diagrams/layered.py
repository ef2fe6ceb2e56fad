"""A layered layout: boxes in rows, lines from row to row, nothing over anything else.

Every line has a stop in each row between its ends, and the words of a line are such a stop with a size, so that words
take part in the layout like boxes. After Sugiyama, Tagawa and Toda, Methods for visual understanding of hierarchical
system structures (1981): break cycles, assign rows, order rows by barycentre, then place by least squares.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from archkit.diagrams.ordering import order_rows

GAP = 18.0
_SWEEPS = 8
_FEWER_SWEEPS = 4
_MANY_STOPS = 300


@dataclass
class Stop:
    """A box, the words of a line, or a bend: its size along (in the row) and across, and its place.

    `before` and `after` hold the neighbours in the rows before and after it: the other stop, where the line leaves this
    one, and where it meets the other, both from the centre.
    """

    along: float
    across: float
    row: int = 0
    centre: float = 0.0
    before: list[tuple[int, float, float]] = field(default_factory=list)
    after: list[tuple[int, float, float]] = field(default_factory=list)


@dataclass
class Route:
    """A line through its stops, from row to row; where it leaves the first and meets the last, from their centres."""

    stops: list[int]
    leaves: float
    meets: float


def rows_of(count: int, lines: Sequence[tuple[int, int, int]]) -> tuple[list[int], list[bool]]:
    """Return the row of each box, and which lines run against the rows.

    Args:
        count: How many boxes there are.
        lines: From, to, and how many rows the second stands below the first at least.
    """
    against = _against(count, lines)
    downward = [(b, a, least) if back else (a, b, least) for (a, b, least), back in zip(lines, against, strict=True)]
    return _layers(count, downward), against


def _against(count: int, lines: Sequence[tuple[int, int, int]]) -> list[bool]:
    """Return which lines to turn so that no cycle is left: those that lead back into the path being walked."""
    leaving: list[list[int]] = [[] for _ in range(count)]
    for index, (source, _, _) in enumerate(lines):
        leaving[source].append(index)
    back = [False] * len(lines)
    state = [0] * count
    for start in range(count):
        if state[start]:
            continue
        path = [(start, iter(leaving[start]))]
        state[start] = 1
        while path:
            node, rest = path[-1]
            line = next(rest, None)
            if line is None:
                state[node] = 2
                path.pop()
                continue
            target = lines[line][1]
            back[line] = state[target] == 1
            if not state[target]:
                state[target] = 1
                path.append((target, iter(leaving[target])))
    return back


def _layers(count: int, lines: Sequence[tuple[int, int, int]]) -> list[int]:
    """Return the longest path to each box; a box that only leads on stands right above what it leads to."""
    leaving: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    waiting = [0] * count
    for source, target, least in lines:
        leaving[source].append((target, least))
        waiting[target] += 1
    is_first = [not entering for entering in waiting]
    layers = [0] * count
    order = [box for box in range(count) if not waiting[box]]
    for box in order:
        for target, least in leaving[box]:
            layers[target] = max(layers[target], layers[box] + least)
            waiting[target] -= 1
            if not waiting[target]:
                order.append(target)
    for box in range(count):
        if is_first[box] and leaving[box]:
            layers[box] = min(layers[target] - least for target, least in leaving[box])
    return layers


def place(stops: list[Stop], routes: Sequence[Route]) -> list[list[int]]:
    """Link the stops by the routes, order the rows and place each stop in its row; return the rows."""
    for route in routes:
        last = len(route.stops) - 2
        for step, (upper, lower) in enumerate(pairwise(route.stops)):
            leaves, meets = route.leaves if not step else 0.0, route.meets if step == last else 0.0
            stops[upper].after.append((lower, leaves, meets))
            stops[lower].before.append((upper, meets, leaves))
    rows = order_rows(
        [stop.row for stop in stops],
        [[(other, ours / (stop.along or 1.0)) for other, ours, _ in stop.before] for stop in stops],
        [[(other, ours / (stop.along or 1.0)) for other, ours, _ in stop.after] for stop in stops],
        [
            (upper, leaves / (stops[upper].along or 1.0), lower, meets / (stops[lower].along or 1.0))
            for upper in range(len(stops))
            for lower, leaves, meets in stops[upper].after
        ],
    )
    for sweep in range(_SWEEPS if len(stops) < _MANY_STOPS else _FEWER_SWEEPS):
        down = sweep % 2 == 0
        for row in rows if down else reversed(rows):
            _place_row(stops, row, down=down)
    return rows


def _place_row(stops: list[Stop], row: list[int], *, down: bool) -> None:
    """Move a row as near to its neighbours as the gaps allow (isotonic regression by pooling)."""
    offset, previous = 0.0, None
    offsets: list[float] = []
    pools: list[tuple[float, int]] = []
    for index in row:
        stop = stops[index]
        if previous is not None:
            offset += (previous.along + stop.along) / 2 + GAP
        previous = stop
        offsets.append(offset)
        total, size = _wish(stops, stop, down=down) - offset, 1
        while pools and pools[-1][0] * size > total * pools[-1][1]:
            total, size = total + pools[-1][0], size + pools[-1][1]
            pools.pop()
        pools.append((total, size))
    at = 0
    for total, size in pools:
        base = total / size
        for number in range(at, at + size):
            stops[row[number]].centre = base + offsets[number]
        at += size


def _wish(stops: list[Stop], stop: Stop, *, down: bool) -> float:
    """Return where a stop would stand if it were alone: the median keeps the main line of a diagram straight."""
    near = (stop.before if down else stop.after) or stop.before or stop.after
    if not near:
        return stop.centre
    if len(near) == 1:
        other, ours, theirs = near[0]
        return stops[other].centre + theirs - ours
    wishes = sorted(stops[other].centre + theirs - ours for other, ours, theirs in near)
    middle = len(wishes) // 2
    return wishes[middle] if len(wishes) % 2 else (wishes[middle - 1] + wishes[middle]) / 2
