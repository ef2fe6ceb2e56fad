"""The order of the stops in each row: sweeps by barycentre, swaps of neighbours, the fewest crossings kept."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence

_SWEEPS = 12
_FEWER_SWEEPS = 4
_MANY_LINES = 400

#: The neighbours of each stop in one direction: the other stop, and where the line meets this one (-0.5 to 0.5).
Near = Sequence[Sequence[tuple[int, float]]]
#: Lines from row to row: the upper stop and where the line leaves it, the lower stop and where it meets that.
Lines = Sequence[tuple[int, float, int, float]]


def order_rows(row_of: Sequence[int], before: Near, after: Near, lines: Lines) -> list[list[int]]:
    """Return the stops of each row in an order with few crossings."""
    rows: list[list[int]] = [[] for _ in range(max(row_of, default=0) + 1)]
    for index, at in enumerate(row_of):
        rows[at].append(index)
    places = [0.0] * len(row_of)
    for row in rows:
        for place, index in enumerate(row):
            places[index] = place
    by_row: list[list[tuple[int, float, int, float]]] = [[] for _ in rows]
    for line in lines:
        by_row[row_of[line[0]]].append(line)
    best, fewest = [list(row) for row in rows], _crossings(by_row, places)
    for sweep in range(_SWEEPS if len(lines) < _MANY_LINES else _FEWER_SWEEPS):
        if not fewest:
            break
        down = sweep % 2 == 0
        for row in rows if down else reversed(rows):
            _sort(row, before if down else after, places)
        for row in rows:
            # Swapping equals in every other pair of sweeps leads out of places where no swap alone gains anything.
            _swap(row, before, after, places, equals=sweep % 4 > 1)
        crossings = _crossings(by_row, places)
        if crossings < fewest:
            best, fewest = [list(row) for row in rows], crossings
    return best


def _sort(row: list[int], near: Near, places: list[float]) -> None:
    means = {}
    for index in row:
        others = near[index]
        means[index] = sum([places[other] - ours for other, ours in others]) / len(others) if others else places[index]
    row.sort(key=means.__getitem__)
    for place, index in enumerate(row):
        places[index] = place


def _swap(row: list[int], before: Near, after: Near, places: list[float], *, equals: bool) -> None:
    """Swap neighbours in a row that cross less the other way round."""
    for place in range(len(row) - 1):
        left, right = row[place], row[place + 1]
        gain = _inversions(before[left], before[right], places) + _inversions(after[left], after[right], places)
        if gain > 0 or (equals and gain == 0):
            row[place], row[place + 1] = right, left
            places[left], places[right] = place + 1, place


def _inversions(left: Sequence[tuple[int, float]], right: Sequence[tuple[int, float]], places: list[float]) -> int:
    """Return how many crossings fewer there would be if right stood left of left."""
    gain = 0
    for a, _ in left:
        at = places[a]
        for b, _ in right:
            other = places[b]
            gain += (at > other) - (at < other)
    return gain


def _crossings(by_row: Sequence[Lines], places: list[float]) -> int:
    """Count the pairs of lines of one gap that cross: the inversions of the lower ends in the order of the upper."""
    count = 0
    for lines in by_row:
        ends = sorted([(places[a] + leaves, places[b] + meets) for a, leaves, b, meets in lines])
        seen: list[float] = []
        for _, lower in ends:
            count += len(seen) - bisect_right(seen, lower)
            insort(seen, lower)
    return count
