"""When phases that run beside each other need more people than the team has. Knows arrays, no phases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_NEAR = 1e-9


@dataclass(frozen=True)
class Overload:
    """A time in which more people are needed than there are.

    Attributes:
        begin: Working days from the start on at which it begins.
        end: Working days from the start on at which it ends.
        places: The places (from 0) of the activities that run then.
        people: How many people they need together.
    """

    begin: float
    end: float
    places: tuple[int, ...]
    people: float


def overloads(
    start: Sequence[float], finish: Sequence[float], people: Sequence[float], team: float
) -> tuple[Overload, ...]:
    """Return each time in which activities need more people than the team has, in order.

    Args:
        start: When each activity begins, in working days.
        finish: When each ends.
        people: How many people work on each.
        team: How many people there are.
    """
    times = sorted({*start, *finish})
    found: list[Overload] = []
    for begin, end in pairwise(times):
        if end - begin <= _NEAR:
            continue
        middle = (begin + end) / 2
        places = tuple(place for place in range(len(start)) if start[place] < middle < finish[place])
        needed = sum(people[place] for place in places)
        if needed <= team + _NEAR:
            continue
        if found and found[-1].places == places:
            found[-1] = Overload(found[-1].begin, end, places, needed)
        else:
            found.append(Overload(begin, end, places, needed))
    return tuple(found)
