"""Hundreds of thousands of draws of a sum of many items, without a normal score for each item and draw.

The common cause is cut into strata. Given one of them, two items at a time are read from one small table by one random
number; what the common cause moves within a stratum is added back exactly in the mean. The few items that spread most
are drawn one by one, so that the sum is smooth.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from archkit.analysis.simulation import (
    KNOTS,
    REACH,
    Floats,
    Stream,
    common_scores,
    item_draws,
    knot_chances,
    knot_scores,
    quantile_table,
)
from archkit.analysis.three_point import ThreePoint

#: Fewer items than this are drawn one by one: they cost little, and tables would show.
FEWEST = 8
_ALONE = 2
# Equally likely levels of an item given the common cause; a pair of items has one table of all pairs of levels.
_LEVELS = 64
_STRATA = 500
# So many parts of a level say how much the items spread within levels.
_FINER = 16
# Scores beyond the strata at which the mean is known besides.
_TAIL = (3.4, 4.0, REACH)
# Items whose levels are in memory at one time.
_BATCH = 100
_STREAM = 0x6D616E79


def many_draws(items: Sequence[tuple[Stream, ThreePoint]], *, correlation: float, draws: int, seed: int) -> Floats:
    """Return the sum of items in every draw.

    Args:
        items: Streams and distributions with spread, in any unit; the streams differ in their first number only.
        correlation: Correlation (0–1) through the common cause.
        draws: Number of draws.
        seed: The same seed gives the same numbers.

    Returns:
        Sums in the unit of the items, in the draws' order: by rising common cause.
    """
    ordered = sorted(items, key=lambda entry: (-entry[1].sd, entry[0]))
    alone = ordered if len(items) < FEWEST else ordered[:_ALONE]
    total = np.zeros(draws)
    for stream, item in alone:
        total += item_draws(item, stream, correlation=correlation, draws=draws, seed=seed)
    if len(alone) == len(ordered):
        return total
    common = common_scores(draws, seed)
    paired = [item for _, item in ordered[len(alone) :]]
    for batch, first in enumerate(range(0, len(paired), _BATCH)):
        own = [seed, _STREAM, batch, *ordered[0][0][1:]]
        _add_pairs(total, paired[first : first + _BATCH], correlation, common, own)
    return total


def _add_pairs(
    total: Floats, items: list[ThreePoint], correlation: float, common: NDArray[np.float32], seed: list[int]
) -> None:
    """Add the sums of items to the total, stratum by stratum."""
    random = np.random.default_rng(seed).bit_generator
    middles = _middles(_STRATA)
    tail = np.array(_TAIL)
    scores = np.concatenate((-tail[::-1], middles, tail))
    levels = _levels(items, correlation, scores)
    means = levels.mean(axis=2, dtype=np.float64).sum(axis=1)
    shift = sum(item.mean for item in items) - float(means[len(tail) : -len(tail)].mean())
    edges = np.rint(np.linspace(0, len(total), _STRATA + 1)).astype(int)
    pairs = levels.shape[1] // 2
    starts = np.arange(pairs, dtype=np.int32)[:, None] * _LEVELS**2
    for stratum, (first, last) in enumerate(pairwise(edges)):
        at = levels[len(tail) + stratum]
        table = (at[:pairs, :, None] + at[pairs:, None, :]).ravel()
        bits = random.random_raw(-(-pairs * (last - first) // 4)).view(np.uint16)[: pairs * (last - first)]
        chosen = (bits.reshape(pairs, -1) & (_LEVELS**2 - 1)) + starts
        part = total[first:last]
        part += table.take(chosen).sum(axis=0)
        part += np.interp(common[first:last], scores, means) + (shift - means[len(tail) + stratum])


def _levels(items: list[ThreePoint], correlation: float, scores: Floats) -> NDArray[np.float32]:
    """Return the values of each item at its levels given each score, scores × items × levels; items made even."""
    given, rest = math.sqrt(correlation) * scores[:, None], math.sqrt(1 - correlation)
    knot, share = _knots(given + rest * _middles(_LEVELS))
    fine = _knots(rest * _middles(_LEVELS * _FINER))
    result = np.zeros((len(scores), len(items) + len(items) % 2, _LEVELS), dtype=np.float32)
    for place, item in enumerate(items):
        table, slope = quantile_table(item.distribution, item.peak)
        values = table.take(knot) + slope.take(knot) * share
        # The middles of the levels spread a little less than what they stand for.
        exact = float((table.take(fine[0]) + slope.take(fine[0]) * fine[1]).std())
        rough = float(np.std(values[len(values) // 2]))
        means = values.mean(axis=1, keepdims=True)
        values = means + (values - means) * (exact / rough if rough > 0 else 1.0)
        result[:, place] = item.least + item.spread * values
    return result


def _middles(levels: int) -> Floats:
    return np.interp((np.arange(levels) + 0.5) / levels, knot_chances(), knot_scores())


def _knots(scores: Floats) -> tuple[NDArray[np.int32], Floats]:
    at = np.clip((scores + REACH) * (KNOTS / (2 * REACH)), 0, KNOTS - 0.001)
    knot = at.astype(np.int32)
    return knot, at - knot
