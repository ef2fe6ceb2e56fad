"""Sums of drawn items. They are kept for a while and brought up to date when few items change."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Collection, Iterable
from threading import Lock

import numpy as np

from archkit.analysis.many_draws import many_draws
from archkit.analysis.simulation import Floats, ItemReader, Stream, item_values
from archkit.analysis.stratified_rows import KEPT_DRAWS
from archkit.analysis.three_point import ThreePoint

Drawn = tuple[Stream, ThreePoint]

# Draws are rounded to this many days, a ten-thousandth of a second of work. While a sum stays below `_EXACT` days such
# numbers add without any rounding, so that a sum is the same whatever was added and taken away before, in any order.
_GRID = 2.0**-30
_EXACT = 2.0**22
_ROUNDING = 1.5 * _EXACT
_KEPT_SUMS = 64
# A sum of no more items than this is drawn as fast as it is brought up to date.
_FEW = 8

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
    return summed_groups([items], correlation=correlation, draws=draws, seed=seed)


def summed_groups(groups: Iterable[Iterable[Drawn]], *, correlation: float, draws: int, seed: int) -> Floats:
    """Return the sum of groups of items as `summed_draws` does; the sum of each group is kept, and drawn once."""
    everything = [tuple(group) for group in groups]
    certain = math.fsum(item.likely for group in everything for _, item in group if item.spread <= 0)
    parts = [unsure for group in everything if (unsure := frozenset(entry for entry in group if entry[1].spread > 0))]
    entries = [entry for part in parts for entry in part]
    key = (float(correlation), draws, seed)
    if draws > KEPT_DRAWS:
        return many_draws(entries, correlation=key[0], draws=draws, seed=seed) + certain
    total = np.zeros(draws)
    if _size(entries) >= _EXACT:
        _add(total, sorted(entries, key=_stream), key)
    else:
        with _lock:
            for part in parts:
                total += _kept(part, key)
    total += certain
    return total


def _kept(unsure: frozenset[Drawn], key: _Key) -> Floats:
    """Return the sum from what is kept, or from the kept sum that has most in common with it."""
    if (key, unsure) in _sums:
        _sums.move_to_end((key, unsure))
        return _sums[key, unsure]
    steps, other = len(unsure), unsure
    if steps > _FEW:
        alike = [other for kept, other in _sums if kept == key and not unsure.isdisjoint(other)]
        steps, other = min(((len(unsure ^ other), other) for other in alike), key=_steps, default=(steps, unsure))
    total = np.empty(key[1])
    if steps < len(unsure):
        total[:] = _sums[key, other]
        _add(total, unsure - other, key)
        _add(total, other - unsure, key, np.subtract)
    else:
        _add(total, unsure, key, None)
    total.flags.writeable = False
    _sums[key, unsure] = total
    if len(_sums) > _KEPT_SUMS:
        _sums.popitem(last=False)
    return total


def _add(total: Floats, items: Collection[Drawn], key: _Key, how: np.ufunc | None = np.add) -> None:
    """Add items to a total, or take them away; None for `how` begins a new total."""
    reader, drawn = ItemReader(*key), np.empty(key[1])
    for stream, item in items:
        values = item_values(item)
        # No number of this size has room for digits behind the grid.
        values += _ROUNDING
        values -= _ROUNDING
        if how:
            reader.read(stream, values, drawn)
            how(total, drawn, out=total)
        else:
            reader.read(stream, values, total)
            how = np.add


def _size(items: Iterable[Drawn]) -> float:
    return sum(max(-item.least, item.most) for _, item in items)


def _steps(pair: tuple[int, frozenset[Drawn]]) -> int:
    return pair[0]


def _stream(entry: Drawn) -> Stream:
    return entry[0]
