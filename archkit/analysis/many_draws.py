"""Hundreds of thousands of draws of a sum of many items, without a normal score for each item and draw.

The common cause is cut into strata. Given one of them, an item is read from a small table by one random byte of its
own; what the common cause moves within a stratum is added back exactly in the mean. So an item has its draws in every
sum, whatever else is in it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from archkit.analysis.simulation import Floats, Stream, common_scores, quantile_table
from archkit.analysis.stratified_rows import KNOTS, REACH, knot_chances, knot_scores
from archkit.analysis.three_point import ThreePoint

# Equally likely levels of an item given the common cause, and of one that has none.
_LEVELS, _ALL_LEVELS = 256, 65_536
_STRATA = 500
# So many parts of a level say how much the items spread within levels.
_FINER = 8
# Scores beyond the strata at which the mean is known besides.
_TAIL = (3.4, 4.0, REACH)
# Items whose levels and bytes are in memory at one time.
_BATCH = 10
_STREAM = 0x6D616E79

_Drawn = tuple[Stream, ThreePoint]


def many_draws(items: Sequence[_Drawn], *, correlation: float, draws: int, seed: int) -> Floats:
    """Return the sum of items in every draw.

    Args:
        items: Streams and distributions with spread, in any unit; each stream once.
        correlation: Correlation (0–1) through the common cause.
        draws: Number of draws.
        seed: The same seed gives the same numbers.

    Returns:
        Sums in the unit of the items, in the draws' order: by rising common cause.
    """
    ordered = sorted(items, key=lambda entry: entry[0])
    total = np.zeros(draws)
    if not correlation:
        for stream, item in ordered:
            total += _independent(item, stream, draws, seed)
        return total
    tail = np.array(_TAIL)
    scores = np.concatenate((-tail[::-1], _middles(_STRATA), tail))
    means = np.zeros(len(scores))
    edges = np.rint(np.linspace(0, draws, _STRATA + 1)).astype(int)
    for first in range(0, len(ordered), _BATCH):
        batch = ordered[first : first + _BATCH]
        levels = _levels([item for _, item in batch], correlation, scores)
        means += levels.mean(axis=2, dtype=np.float64).sum(axis=1)
        _add_levels(total, levels[len(tail) : -len(tail)], [stream for stream, _ in batch], edges, seed)
    if ordered:
        shift = math.fsum(item.mean for _, item in ordered) - float(means[len(tail) : -len(tail)].mean())
        common = common_scores(draws, seed)
        for at, (begin, end) in enumerate(pairwise(edges), len(tail)):
            total[begin:end] += np.interp(common[begin:end], scores, means) + (shift - means[at])
    # Tables are exact to a part of a level only.
    return np.maximum(total, math.fsum(max(item.least, item.floor) for _, item in ordered), out=total)


def _independent(item: ThreePoint, stream: Stream, draws: int, seed: int) -> NDArray[np.float32]:
    table = _values(item, *_knots(_middles(_ALL_LEVELS))).astype(np.float32)
    bits = _bytes(stream, 2 * draws, seed).view(np.uint16)
    return np.asarray(table.take(bits))


def _add_levels(
    total: Floats, levels: NDArray[np.float32], streams: list[Stream], edges: NDArray[np.int_], seed: int
) -> None:
    """Add a level of each item to every draw, stratum by stratum."""
    bits = np.empty((len(streams), len(total)), dtype=np.uint8)
    for row, stream in zip(bits, streams, strict=True):
        row[:] = _bytes(stream, len(total), seed)
    starts = np.arange(len(streams), dtype=np.intp)[:, None] * _LEVELS
    for table, (first, last) in zip(levels, pairwise(edges), strict=True):
        total[first:last] += table.ravel().take(bits[:, first:last] + starts).sum(axis=0)


def _bytes(stream: Stream, count: int, seed: int) -> NDArray[np.uint8]:
    random = np.random.default_rng([seed, *stream, _STREAM]).bit_generator
    return np.asarray(random.random_raw(-(-count // 8)).view(np.uint8)[:count])


def _levels(items: list[ThreePoint], correlation: float, scores: Floats) -> NDArray[np.float32]:
    """Return the values of each item at its levels given each score, scores × items × levels."""
    given, rest = math.sqrt(correlation) * scores[:, None], math.sqrt(1 - correlation)
    at = _knots(given + rest * _middles(_LEVELS))
    fine = _knots(rest * _middles(_LEVELS * _FINER))
    result = np.empty((len(scores), len(items), _LEVELS), dtype=np.float32)
    for place, item in enumerate(items):
        values = _values(item, *at)
        # The middles of the levels spread a little less than what they stand for.
        exact, rough = float(_values(item, *fine).std()), float(np.std(values[len(values) // 2]))
        means = values.mean(axis=1, keepdims=True)
        result[:, place] = means + (values - means) * (exact / rough if rough > 0 else 1.0)
    return result


def _values(item: ThreePoint, knot: NDArray[np.int32], share: Floats) -> Floats:
    table, slope = quantile_table(item.distribution, item.peak)
    values = item.least + item.spread * (table.take(knot) + slope.take(knot) * share)
    return np.asarray(np.maximum(values, item.floor))


def _middles(levels: int) -> Floats:
    return np.interp((np.arange(levels) + 0.5) / levels, knot_chances(), knot_scores())


def _knots(scores: Floats) -> tuple[NDArray[np.int32], Floats]:
    at = np.clip((scores + REACH) * (KNOTS / (2 * REACH)), 0, KNOTS - 0.001)
    knot = at.astype(np.int32)
    return knot, at - knot
