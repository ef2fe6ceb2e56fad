"""Sums of drawn items. They are kept for a while and brought up to date when few items change."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterable
from functools import lru_cache
from threading import Lock

import numpy as np

from archkit.analysis.many_draws import many_draws
from archkit.analysis.simulation import Floats, Stream, item_places, item_values
from archkit.analysis.stratified_rows import KEPT_DRAWS
from archkit.analysis.three_point import ThreePoint

Drawn = tuple[Stream, ThreePoint]

# Draws are rounded to this many days, a ten-thousandth of a second of work. While a sum stays below `_EXACT` days such
# numbers add without any rounding, so that a sum is the same whatever was added and taken away before, in any order.
_GRID = 2.0**-30
_EXACT = 2.0**22
_ROUNDING = 1.5 * _EXACT
_KEPT_SUMS = 24

_Key = tuple[float, int, int]
_sums: OrderedDict[tuple[_Key, frozenset[Drawn]], Floats] = OrderedDict()
_lock = Lock()


def summed_draws(items: Iterable[Drawn], *, correlation: float, draws: int, seed: int) -> Floats:
    """Return the sum of items in every draw.

    Args:
        items: Streams and distributions in working days; each stream once.
        correlation: Correlation (0–1) through the common cause.
        draws: Number of draws.
        seed: The same seed gives the same numbers.

    Returns:
        Working days in the draws' order, not sorted. The same items in another order give the same numbers.
    """
    everything = tuple(items)
    certain = math.fsum(item.likely for _, item in everything if item.spread <= 0)
    unsure = frozenset(entry for entry in everything if entry[1].spread > 0)
    key = (float(correlation), draws, seed)
    if draws > KEPT_DRAWS:
        return many_draws(list(unsure), correlation=key[0], draws=draws, seed=seed) + certain
    if _size(unsure) >= _EXACT:
        return _added(np.zeros(draws), sorted(unsure, key=_stream), key) + certain
    with _lock:
        return _kept(unsure, key) + certain


def _kept(unsure: frozenset[Drawn], key: _Key) -> Floats:
    """Return the sum from what is kept, or from the kept sum that has most in common with it."""
    if (key, unsure) in _sums:
        _sums.move_to_end((key, unsure))
        return _sums[key, unsure]
    alike = [other for kept, other in _sums if kept == key and not unsure.isdisjoint(other)]
    steps, other = min(((len(unsure ^ other), other) for other in alike), key=_steps, default=(len(unsure), unsure))
    if steps < len(unsure):
        total = _added(_sums[key, other].copy(), unsure - other, key)
        total = _added(total, other - unsure, key, sign=-1)
    else:
        total = _added(np.zeros(key[1]), unsure, key)
    total.flags.writeable = False
    _sums[key, unsure] = total
    if len(_sums) > _KEPT_SUMS:
        _sums.popitem(last=False)
    return total


def _added(total: Floats, items: Iterable[Drawn], key: _Key, sign: int = 1) -> Floats:
    for entry in items:
        if sign > 0:
            total += kept_draws(entry, *key)
        else:
            total -= kept_draws(entry, *key)
    return total


# The items of a document count in several sums, and what an edit takes away was drawn not long ago.
@lru_cache(maxsize=128)
def kept_draws(entry: Drawn, correlation: float, draws: int, seed: int) -> Floats:
    """Return the draws of one item with spread in working days, in the draws' order; nobody may change them."""
    stream, item = entry
    values = item_values(item)
    # No number of this size has room for digits behind the grid.
    values += _ROUNDING
    values -= _ROUNDING
    drawn = values.take(item_places(stream, correlation, draws, seed), mode="clip")
    drawn.flags.writeable = False
    return drawn


def _size(items: Iterable[Drawn]) -> float:
    return sum(max(abs(item.least), abs(item.most)) for _, item in items)


def _steps(pair: tuple[int, frozenset[Drawn]]) -> int:
    return pair[0]


def _stream(entry: Drawn) -> Stream:
    return entry[0]
