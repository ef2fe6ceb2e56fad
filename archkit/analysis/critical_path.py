"""Forward and backward pass over a network of activities, for every draw at once. Knows arrays, no phases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

import numpy as np
from numpy.typing import ArrayLike, NDArray

from archkit.analysis.simulation import Floats
from archkit.errors import AnalysisError, quoted

#: Float below this share of the project's length is none: sums in another order differ in the last digits.
TOLERANCE = 1e-9
_SHOWN = 8

Predecessors = Sequence[Sequence[int]]


@dataclass(frozen=True, eq=False)
class Passes:
    """When each activity begins and ends, one row per activity and one column per draw, in the unit of the durations.

    Attributes:
        start: Earliest start.
        finish: Earliest finish.
        total_float: How much later an activity may finish before the project finishes later.
        end: When the last activity is finished, one number per draw.
    """

    start: Floats
    finish: Floats
    total_float: Floats
    end: Floats

    @cached_property
    def criticality(self) -> Floats:
        """The share of draws (0–1) in which each activity has no float: its criticality index.

        Source: Van Slyke, Monte Carlo methods and the PERT problem, Operations Research 11 (1963).
        """
        return np.asarray(self.is_critical.mean(axis=1))

    @property
    def is_critical(self) -> NDArray[np.bool_]:
        """Whether each activity has no float, one row per activity and one column per draw."""
        return np.asarray(self.total_float <= TOLERANCE * (1 + self.end))


def passes(durations: ArrayLike, predecessors: Predecessors, names: Sequence[str] = ()) -> Passes:
    """Return earliest and latest times of every activity in every draw.

    Args:
        durations: Activities × draws, or one duration per activity; at least 0, in any unit.
        predecessors: For each activity the places (from 0) of those that must be finished before it begins.
        names: What a person calls the activities, for messages.

    Raises:
        AnalysisError: activities wait for each other, a predecessor is not there, or a duration is negative, not
            finite or missing.

    Source: Kelley & Walker, Critical-path planning and scheduling (1959).
    """
    lengths = _checked(durations, predecessors)
    order = in_order(predecessors, names)
    start, finish = np.zeros_like(lengths), np.empty_like(lengths)
    for place in order:
        for before in predecessors[place]:
            np.maximum(start[place], finish[before], out=start[place])
        np.add(start[place], lengths[place], out=finish[place])
    end = finish.max(axis=0) if len(lengths) else np.zeros(lengths.shape[1])
    late = np.empty_like(lengths)
    late[:] = end
    for place in reversed(order):
        if predecessors[place]:
            begin = late[place] - lengths[place]
        for before in predecessors[place]:
            np.minimum(late[before], begin, out=late[before])
    late -= finish
    return Passes(start, finish, np.maximum(late, 0, out=late), end)


def longest_path(durations: ArrayLike, predecessors: Predecessors, names: Sequence[str] = ()) -> tuple[int, ...]:
    """Return the places of the activities on the longest path, first to last: the critical path of these durations.

    Of several paths that are equally long it is the one that stands first.

    Args:
        durations: One duration per activity.
        predecessors: As for `passes`.
        names: As for `passes`.

    Raises:
        AnalysisError: as for `passes`.
    """
    finish = passes(durations, predecessors, names).finish[:, 0].tolist()
    if not finish:
        return ()
    path = [finish.index(max(finish))]
    while predecessors[path[-1]]:
        path.append(max(predecessors[path[-1]], key=lambda place: (finish[place], -place)))
    return tuple(reversed(path))


def in_order(predecessors: Predecessors, names: Sequence[str] = ()) -> tuple[int, ...]:
    """Return the places of the activities such that each stands after its predecessors.

    Raises:
        AnalysisError: activities wait for each other; the message names the circle.
    """
    try:
        return tuple(TopologicalSorter(dict(enumerate(predecessors))).static_order())
    except CycleError as error:
        raise AnalysisError(_circle(error.args[1], names)) from None


def _circle(places: list[int], names: Sequence[str]) -> str:
    # graphlib begins and ends the circle with the same activity, each before the one that waits for it.
    ring = places[:-1]
    first = ring.index(min(ring))
    ring = ring[first:] + ring[:first]
    called = [quoted(names[place]) if names else str(place + 1) for place in ring]
    if len(called) == 1:
        return f"{called[0]} comes after itself; name other phases in its After, or start"
    shown = called if len(called) <= _SHOWN else [*called[: _SHOWN - 1], f"{len(called) - _SHOWN + 1} more"]
    chain = " → ".join((*shown, called[0]))
    return f"{chain} wait for each other in a circle; take one of them out of an After"


def _checked(durations: ArrayLike, predecessors: Predecessors) -> Floats:
    lengths = np.asarray(durations, dtype=float)
    lengths = lengths[:, None] if lengths.ndim == 1 else lengths
    if lengths.ndim != 2 or len(lengths) != len(predecessors):
        raise AnalysisError("durations and predecessors have different lengths; give one of each for every activity")
    # What is not finite is not below infinity, and no number is neither.
    if lengths.size and not (lengths.min() >= 0 and lengths.max() < np.inf):
        raise AnalysisError("a duration is negative or not finite; use numbers of at least 0")
    wrong = [place for places in predecessors for place in places if not 0 <= place < len(lengths)]
    if wrong:
        raise AnalysisError(f"there is no activity {wrong[0] + 1}; they are 1 to {len(lengths)}")
    return lengths
