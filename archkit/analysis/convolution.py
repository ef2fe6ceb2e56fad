"""Sums of three-point estimates and events without draws: distributions are convolved by Fourier transform.

Given the common cause, items are independent and their distributions are convolved; the results are averaged over the
common cause. There is no sampling error, so that this is also what the draws are tested against.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from archkit.analysis.event_masses import EventEnds, event_masses
from archkit.analysis.exact_sum import ExactSum
from archkit.analysis.simulation import check_options
from archkit.analysis.stratified_rows import REACH, knot_chances, knot_scores
from archkit.analysis.three_point import BETA_PERT, Floats, ThreePoint, cumulatives

# Cells into which the range of an item is cut, more of them for few items, and for one beside which the others are
# small: so many for each deviation of the others. Steps that integrate its cumulative chance.
_CELLS, _MOST_CELLS, _IN_REST = 64, 2048, 4
_STEPS = 512
# Sums are convolved at so many normal scores of the common cause, to this far from 0, and moved to those between.
_NODES, _MOST_NODES = 33, 1025
_FAR = 4.25
# The window of a sum reaches this many standard deviations; it has at least this many cells for each of them, and so
# many for the deviation of all items but the one that spreads most, to the finest step that makes a difference.
_WINDOW, _FINE, _FINE_REST, _FINEST = 14.0, 10, 3, 200
_SIZES = (256, 512, 1024, 2048, 4096, 8192)
# Items are transformed in blocks of so many numbers, which bounds the memory, and no more than so many at all.
_BLOCK, _MOST_NUMBERS = 2_000_000, 200_000_000
_CURVE = 2048
# From this correlation on one cause moves everything, and quantiles add.
_ALL_COMMON = 0.999


@dataclass(frozen=True, eq=False)
class _Masses:
    """Chances at places, nodes × items × places; places and variance per cell in the unit of the items."""

    chances: Floats
    places: Floats
    within: Floats

    @cached_property
    def means(self) -> Floats:
        return np.asarray(np.einsum("nic,ic->ni", self.chances, self.places))

    @cached_property
    def rough(self) -> Floats:
        """The variances of the places."""
        return np.asarray(np.einsum("nic,ic->ni", self.chances, self.places**2) - self.means**2)

    @property
    def variances(self) -> Floats:
        return np.asarray(np.maximum(self.rough - self.within, 0.0))

    def split(self, size: int) -> Iterator[_Masses]:
        """Yield so many items at a time."""
        for first in range(0, len(self.places), size):
            some = slice(first, first + size)
            yield _Masses(self.chances[:, some], self.places[some], self.within[some])


def convolution(items: Iterable[ThreePoint], *, correlation: float = 0.0, events: Sequence[EventEnds] = ()) -> ExactSum:
    """Return the distribution of the sum of items and events.

    Args:
        items: The distributions, in any one unit.
        correlation: Correlation (0–1) of the items through one common cause, as for draws.
        events: Ends of probability (0–1) and of days of events that are independent of all else.

    Raises:
        AnalysisError: the correlation is out of range.

    Source: Grübel & Hermesmeier, ASTIN Bulletin 29 (1999), for the transform; Book (1999) for the correlation.
    """
    check_options(correlation, 1)
    given = tuple(items)
    unsure = [item for item in given if item.spread > 0]
    start = math.fsum(item.likely for item in given if item.spread <= 0)
    certain = ExactSum(np.array([start, start]), np.array([0.0, 1.0]))
    total = _items_sum(unsure, correlation, start) if unsure else certain
    return total.plus(event_masses(events, math.sqrt(math.fsum(item.sd**2 for item in unsure))))


def _items_sum(items: list[ThreePoint], correlation: float, certain: float) -> ExactSum:
    start = certain + math.fsum(_begin(item) for item in items)
    correlation = 0.0 if len(items) < 2 else min(correlation, _ALL_COMMON)
    nodes = np.linspace(-_FAR, _FAR, _NODES) if correlation else np.zeros(1)
    rest = _rest(items)
    parts = [_item_masses(block, cells, correlation, nodes) for block, cells in _blocks(items, rest, len(nodes))]
    return _mixed(parts, nodes, start, rest)


def _begin(item: ThreePoint) -> float:
    return max(item.least, item.floor)


def _rest(items: list[ThreePoint]) -> float:
    """Return the deviation of all independent items but the one that spreads most."""
    variances = sorted(item.sd**2 for item in items)
    return math.sqrt(math.fsum(variances[:-1]))


def _size(window: float, sd: float, rest: float, numbers: int) -> int:
    step = min(sd / _FINE, max(rest / _FINE_REST, sd / _FINEST)) if rest > 0 else sd / _FINE
    sizes = [size for size in _SIZES if size <= 2 * _SIZES[0] or size * numbers <= _MOST_NUMBERS]
    return next((size for size in sizes if window / size <= step), sizes[-1])


def _mixed(parts: list[_Masses], nodes: Floats, start: float, rest: float) -> ExactSum:
    means = sum(part.means.sum(axis=1) for part in parts)
    sds = np.sqrt(sum(part.variances.sum(axis=1) for part in parts))
    reach = sum(float(part.places.max(axis=-1).sum()) for part in parts)
    longest = max(float(part.places.max()) for part in parts)
    window = min(1.02 * reach, _WINDOW * float(sds.max()) + 2 * longest)
    size = _size(window, float(np.median(sds)), rest, len(nodes) * sum(len(part.places) for part in parts))
    step = max(window, 1e-12) / (size - 2)
    chances, grid_means, grid_sds = _convolved(parts, step, size)
    scale = sds / np.maximum(grid_sds, 1e-300)
    low, high = float((means - _WINDOW / 2 * sds).min()), float((means + _WINDOW / 2 * sds).max())
    days = np.linspace(max(0.0, low), min(reach + 2 * step, high + step), _CURVE)
    firsts = np.rint(grid_means / step).astype(int) - size // 2 if window < reach else np.zeros(len(nodes), dtype=int)
    rolled = [np.cumsum(np.maximum(np.roll(row, -first), 0.0)) for row, first in zip(chances, firsts, strict=True)]
    total = np.zeros(_CURVE)
    for node, mean, weight in _between(nodes, means, float(sds.min())):
        ends = (np.arange(firsts[node], firsts[node] + size) + 0.5) * step
        moved = mean + (ends - grid_means[node]) * scale[node]
        total += weight * np.interp(days, moved, rolled[node] / rolled[node][-1], left=0.0, right=1.0)
    return ExactSum(start + np.minimum(days, reach), np.maximum.accumulate(total) / total[-1])


def _between(nodes: Floats, means: Floats, sd: float) -> Iterator[tuple[int, float, float]]:
    """Yield the nearest node, the mean and the weight of scores so close that the sums given them overlap."""
    if len(nodes) == 1:
        yield 0, float(means[0]), 1.0
        return
    wanted = math.ceil(2 * (means[-1] - means[0]) / max(sd, 1e-300) / 3)
    each = min(_MOST_NODES // _NODES, max(1, math.ceil(wanted / (len(nodes) - 1))))
    scores = np.linspace(nodes[0], nodes[-1], each * (len(nodes) - 1) + 1)
    weights = np.exp(-(scores**2) / 2)
    weights /= weights.sum()
    for score, mean, weight in zip(scores, _smooth(nodes, means, scores), weights, strict=True):
        yield int(np.abs(nodes - score).argmin()), float(mean), float(weight)


def _smooth(nodes: Floats, values: Floats, scores: Floats) -> Floats:
    """Return the values between equally spaced nodes by cubic Hermite interpolation."""
    step = nodes[1] - nodes[0]
    slopes = np.gradient(values, step, edge_order=2) * step
    cell = np.clip(((scores - nodes[0]) / step).astype(int), 0, len(nodes) - 2)
    t = (scores - nodes[cell]) / step
    first, last = values[cell], values[cell + 1]
    bend = slopes[cell] * t * (1 - t) ** 2 - slopes[cell + 1] * t**2 * (1 - t)
    return np.asarray(first + (last - first) * t**2 * (3 - 2 * t) + bend)


def _convolved(parts: list[_Masses], step: float, size: int) -> tuple[Floats, Floats, Floats]:
    """Return the chances of the sum on a grid, one row per node, and the means and deviations that it has there."""
    nodes = len(parts[0].chances)
    product = np.ones((nodes, size // 2 + 1), dtype=complex)
    variances = np.zeros(nodes)
    for part in parts:
        for few in part.split(max(1, _BLOCK // (nodes * size))):
            product *= np.fft.rfft(_on_grid(few, step, size), axis=-1).prod(axis=1)
        share = part.places / step % 1
        split = np.einsum("nic,ic->n", part.chances, share * (1 - share))
        variances += part.rough.sum(axis=1) + step**2 * split
    means = np.asarray(sum(part.means.sum(axis=1) for part in parts))
    return np.fft.irfft(product, size, axis=-1), means, np.sqrt(variances)


def _on_grid(part: _Masses, step: float, size: int) -> Floats:
    """Move each chance to the two cells of the grid beside its place, which keeps the mean."""
    nodes, items, _ = part.chances.shape
    at = part.places / step
    cell = at.astype(np.int64)
    share = at - cell
    rows = (np.arange(nodes * items) * size).reshape(nodes, items, 1)
    below = np.bincount((rows + cell).ravel(), (part.chances * (1 - share)).ravel(), nodes * items * size)
    above = np.bincount((rows + cell + 1).ravel(), (part.chances * share).ravel(), nodes * items * size)
    return np.asarray(below + above, dtype=float).reshape(nodes, items, size)


def _item_masses(items: list[ThreePoint], cells: int, correlation: float, nodes: Floats) -> _Masses:
    """Return the chances of the cells of each item, given each node of the common cause."""
    spread = np.array([item.spread for item in items])
    below = _chances_below(items, cells)
    if correlation:
        scores = np.interp(below, knot_chances(), knot_scores())
        given = (scores - math.sqrt(correlation) * nodes[:, None, None]) / math.sqrt(1 - correlation)
        below = _normal(given)
        below[..., 0], below[..., -1] = 0.0, 1.0
    else:
        below = np.broadcast_to(below, (len(nodes), *below.shape))
    begins = np.array([_begin(item) - item.least for item in items])
    places = np.maximum((np.arange(cells) + 0.5) / cells * spread[:, None] - begins[:, None], 0.0)
    return _Masses(np.diff(below, axis=-1), places, (spread / cells) ** 2 / 12)


def _chances_below(items: list[ThreePoint], cells: int) -> Floats:
    """Return the chance of lying below each end of the cells, items × ends."""
    share = np.linspace(0.0, 1.0, cells + 1)
    peaks = np.array([item.peak for item in items])
    if items[0].distribution == BETA_PERT:
        at = np.arcsin(np.sqrt(share)) / (math.pi / 2) * _STEPS
        cell = np.minimum(at.astype(int), _STEPS - 1)
        known = cumulatives(peaks, _STEPS)
        return np.asarray(known[:, cell] + (at - cell) * (known[:, cell + 1] - known[:, cell]))
    peaks = peaks[:, None]
    falling = 1 - (1 - share) ** 2 / np.maximum(1 - peaks, 1e-300)
    return np.asarray(np.where(share < peaks, share**2 / np.maximum(peaks, 1e-300), falling))


def _normal(scores: Floats) -> Floats:
    """Return the chance of a normal score below each score, by linear interpolation between knots."""
    known = knot_chances()
    at = np.clip((scores + REACH) * ((len(known) - 1) / (2 * REACH)), 0, len(known) - 1.001)
    cell = at.astype(np.int64)
    at -= cell
    first = known.take(cell)
    return np.asarray(first + at * (known.take(cell + 1) - first))


def _blocks(items: list[ThreePoint], rest: float, nodes: int) -> Iterator[tuple[list[ThreePoint], int]]:
    """Yield items of one distribution that are cut into as many cells."""
    alike: dict[tuple[str, int], list[ThreePoint]] = {}
    usual = max(_CELLS, min(_MOST_CELLS // 2, _MOST_CELLS // len(items)))
    for item in items:
        wanted = _IN_REST * item.spread / rest if rest > 0 else 0.0
        cells = next((size for size in (usual, *_SIZES) if size >= max(wanted, usual)), _MOST_CELLS)
        alike.setdefault((item.distribution, min(cells, _MOST_CELLS)), []).append(item)
    for (_, cells), several in sorted(alike.items()):
        size = max(1, _BLOCK // (nodes * max(cells, _SIZES[0])))
        for first in range(0, len(several), size):
            yield several[first : first + size], cells
