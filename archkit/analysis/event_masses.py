"""Events added to a distribution without draws: chances at places, each smeared evenly over a width of its own.

What costs a known number of days has no width, so that it stays where it is; the log-uniform days of an event are cut
into cells. Masses that lie close together are merged, which keeps their mean and their variance.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from archkit.analysis.risk_events import mean_days
from archkit.analysis.three_point import Floats

#: Ends of the probability (0–1) and of the days if it happens.
EventEnds = tuple[tuple[float, float], tuple[float, float]]

_CELLS = 128
# So many masses are kept of a sum; masses nearer than this share of the deviation of what they are added to are merged.
_MOST, _FINE = 1024, 8


class Masses(NamedTuple):
    """Chances that add up to 1, their places in rising order, and the width over which each is spread evenly."""

    chances: Floats
    places: Floats
    widths: Floats


def event_masses(events: Iterable[EventEnds], sd: float) -> Masses:
    """Return the days that events which are independent of each other cost together.

    Args:
        events: Ends of probability and of days.
        sd: The standard deviation of what the days are added to: the scale below which details do not show.
    """
    total = Masses(np.ones(1), np.zeros(1), np.zeros(1))
    for (probability_low, probability_high), (low, high) in events:
        probability = (probability_low + probability_high) / 2
        if probability > 0 and high > 0:
            total = _merged(_sum(total, _one(probability, low, high)), sd)
    return total


def _one(probability: float, low: float, high: float) -> Masses:
    if high <= low:
        places, widths = np.array([high]), np.zeros(1)
    else:
        ends = np.linspace(low, high, _CELLS + 1) if low <= 0 else np.geomspace(low, high, _CELLS + 1)
        places = np.array([mean_days(first, last) for first, last in pairwise(ends.tolist())])
        widths = np.diff(ends)
    chances = np.concatenate(([1 - probability], np.full(len(places), probability / len(places))))
    return Masses(chances, np.concatenate(([0.0], places)), np.concatenate(([0.0], widths)))


def _sum(first: Masses, second: Masses) -> Masses:
    chances = np.outer(first.chances, second.chances).ravel()
    places = np.add.outer(first.places, second.places).ravel()
    widths = np.sqrt(np.add.outer(first.widths**2, second.widths**2)).ravel()
    likely = chances > 0
    order = np.argsort(places[likely], kind="stable")
    return Masses(*(values[likely][order] for values in (chances, places, widths)))


def _merged(masses: Masses, sd: float) -> Masses:
    """Merge what lies in one cell of a grid; what costs nothing stays alone."""
    chances, places, widths = masses
    step = max(sd / _FINE, places[-1] / _MOST, 1e-9)
    cell = np.where(places > 0, (places / step).astype(np.int64) + 1, 0)
    _, cell, counts = np.unique(cell, return_inverse=True, return_counts=True)
    chance = np.bincount(cell, chances).astype(float)
    place = np.bincount(cell, chances * places) / chance
    # What stands alone in its cell stays there to the last bit.
    place[cell[counts[cell] == 1]] = places[counts[cell] == 1]
    apart = np.bincount(cell, chances * (places - place[cell]) ** 2) / chance
    return Masses(chance, place, np.sqrt(np.bincount(cell, chances * widths**2) / chance + 12 * apart))
