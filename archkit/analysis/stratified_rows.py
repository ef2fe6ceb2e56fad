"""Random numbers for many streams, cut from a few kept blocks: to draw them anew for each stream takes far longer.

A row is one draw from each of equally likely strata, in a random order: a half of it are the even strata, the other
half the odd ones, and each half is a kept block that is turned to a place which is the stream's own. So a row has
exactly the distribution that it should have, which no row of independent draws has, and whatever is drawn for one
stream leaves the rows of all others as they are.

Two streams have different rows, and no correlation but the noise of the draws. That they share one of their halves
happens to one pair in a hundred thousand.
"""

from __future__ import annotations

import math
from functools import lru_cache
from hashlib import blake2b
from struct import unpack

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Row = NDArray[np.float32]

#: Of more draws than this nothing is kept.
KEPT_DRAWS = 50_000
#: What a row can hold.
UNIFORM, NORMAL, EXPONENTIAL = "uniform", "normal", "exponential"
# Normal scores at which chances are tabulated; no draw of a million items leaves them.
REACH = 6.5
KNOTS = 2048

_BLOCKS = 16
_KINDS = (UNIFORM, NORMAL, EXPONENTIAL)
_BELOW_ONE = np.nextafter(np.float32(1), np.float32(0))


def stratified_row(kind: str, stream: bytes, *, draws: int, seed: int) -> Row:
    """Return a row of random numbers.

    Args:
        kind: Their distribution: `uniform` on 0–1 without 1, `normal` or `exponential`, in their standard form.
        stream: Whose row it is; the same stream has the same row.
        draws: How many, at least 1.
        seed: The same seed gives the same numbers.
    """
    return np.concatenate(halves(kind, stream, draws=draws, seed=seed))


def halves(kind: str, stream: bytes, *, draws: int, seed: int, factor: float = 1.0) -> tuple[Row, Row]:
    """Return the two halves of a row times a factor; nobody may change them.

    Args:
        kind: As for `stratified_row`, and so are the others.
        stream: Whose row it is.
        draws: How many numbers the row has.
        seed: The same seed gives the same numbers.
        factor: What every number is multiplied by; the blocks of the last two factors are kept.
    """
    numbers = unpack(">4I", blake2b(stream, digest_size=16).digest())
    make = _block if draws <= KEPT_DRAWS else _make_block
    even, odd = (draws + 1) // 2, draws // 2
    first = make(kind, numbers[0] % _BLOCKS, 0, draws, seed, factor)
    second = make(kind, numbers[1] % _BLOCKS, 1, draws, seed, factor)
    turns = numbers[2] % even, numbers[3] % odd if odd else 0
    return first[turns[0] : turns[0] + even], second[turns[1] : turns[1] + odd]


def common_row(*, draws: int, seed: int) -> Row:
    """Return a row of normal scores that is no stream's own."""
    chances = (np.arange(draws) + np.random.default_rng([seed, 0]).random(draws)) / draws
    return _shaped(NORMAL, np.random.default_rng([seed, 1]).permutation(chances))


@lru_cache(maxsize=1)
def knot_scores() -> Floats:
    """Return the normal scores at which chances are tabulated; nobody may change them."""
    scores = np.linspace(-REACH, REACH, KNOTS + 1)
    scores.flags.writeable = False
    return scores


@lru_cache(maxsize=1)
def knot_chances() -> Floats:
    """Return the chance (0–1) of a normal score below each of `knot_scores`."""
    return np.array([math.erfc(-knot / math.sqrt(2)) / 2 for knot in knot_scores()])


def _make_block(kind: str, number: int, odd: int, draws: int, seed: int, factor: float) -> Row:
    """Return one draw from each even or odd stratum in a random order, and the same again: each turn is a slice."""
    if factor == 1:
        random = np.random.default_rng([seed, number, odd, _KINDS.index(kind), len(_KINDS)])
        strata = np.arange(odd, draws, 2)
        half = random.permutation(_shaped(kind, (strata + random.random(len(strata))) / draws))
        block = np.concatenate((half, half))
    else:
        make = _block if draws <= KEPT_DRAWS else _make_block
        block = make(kind, number, odd, draws, seed, 1.0) * np.float32(factor)
    block.flags.writeable = False
    return block


# Of each kind all blocks of one number of draws, of uniform ones those of a second, and normal ones times two factors.
_block = lru_cache(maxsize=6 * 2 * _BLOCKS)(_make_block)


def _shaped(kind: str, chances: Floats) -> Row:
    """Return the quantiles of chances (0–1)."""
    if kind == NORMAL:
        return np.interp(chances, knot_chances(), knot_scores()).astype(np.float32)
    if kind == EXPONENTIAL:
        return (-np.log1p(-chances)).astype(np.float32)
    return np.minimum(chances.astype(np.float32), _BELOW_ONE)
