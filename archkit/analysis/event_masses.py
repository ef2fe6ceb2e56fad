"""Events as chances at places: nothing where one does not happen, log-uniform days where it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from archkit.analysis.three_point import Floats

#: Ends of the probability (0–1) and of the days if it happens.
EventEnds = tuple[tuple[float, float], tuple[float, float]]

_CELLS = 128


def event_masses(events: Sequence[EventEnds], nodes: int) -> Iterator[tuple[Floats, Floats, Floats]]:
    """Yield chances (nodes × 1 × places), places in days (1 × places), and the variance that lies within cells.

    The days are cut into cells of equal chance, each at its mean; the place of what does not happen is 0.
    """
    for (probability_low, probability_high), (low, high) in events:
        probability = (probability_low + probability_high) / 2
        if probability <= 0 or high <= 0:
            continue
        ends = _ends(low, high)
        places = np.concatenate(([0.0], _means(ends)))
        chances = np.concatenate(([1 - probability], np.full(_CELLS, probability / _CELLS)))
        # Cells at their mean lose the variance within them, so that it counts below 0 here.
        within = np.array([-probability * float((np.diff(ends) ** 2).mean()) / 12])
        yield np.broadcast_to(chances, (nodes, 1, _CELLS + 1)), places[None, :], within


def _ends(low: float, high: float) -> Floats:
    if low <= 0 or high <= low:
        return np.linspace(low, high, _CELLS + 1)
    return np.asarray(np.geomspace(low, high, _CELLS + 1))


def _means(ends: Floats) -> Floats:
    """Return the means of log-uniform cells; of uniform ones where an end is 0."""
    low, high = ends[:-1], ends[1:]
    if low[0] <= 0 or high[-1] <= low[0] * (1 + 1e-9):
        return np.asarray((low + high) / 2)
    return np.asarray((high - low) / np.log(high / low))
