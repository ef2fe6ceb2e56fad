"""Random weights and values, each drawn from its own seeded stream by name.

So the numbers of a criterion or option stay what they are when others come, go, or change places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from archkit.analysis.comparing.value_table import Floats
from archkit.analysis.stratified_rows import EXPONENTIAL, UNIFORM, halves
from archkit.errors import AnalysisError

DRAWS = 10_000
SEED = 1959
MOST_DRAWS = 200_000
WEIGHT_DISTRIBUTION = "all weights equally likely (uniform Dirichlet)"
VALUE_DISTRIBUTION = "open scores equally likely within their range (uniform)"


def checked(draws: int, seed: int) -> None:
    """Refuse a number of draws or a seed that cannot be drawn with.

    Raises:
        AnalysisError: `draws` is not a whole number from 1 to 200,000, or `seed` none from 0.
    """
    if not isinstance(draws, int) or not 1 <= draws <= MOST_DRAWS:
        raise AnalysisError(f"draws={draws!r} does not fit; give a whole number from 1 to {MOST_DRAWS:,}")
    if not isinstance(seed, int) or seed < 0:
        raise AnalysisError(f"seed={seed!r} does not fit; give a whole number from 0")


def numbered(names: Iterable[str]) -> tuple[str, ...]:
    """Return a key for each name; the second of one name has another one than the first."""
    seen: Counter[str] = Counter()
    keys = []
    for name in names:
        seen[name] += 1
        keys.append(f"{seen[name]} {name}")
    return tuple(keys)


def weight_draws(criteria: Sequence[str], draws: int, seed: int) -> Floats:
    """Return criteria × draws: weights that add up to 1 in each draw, every mix equally likely.

    Exponential numbers divided by their sum are uniform on all such weights.
    """
    drawn = np.empty((len(criteria), draws))
    for at, key in enumerate(criteria):
        _fill(drawn[at], EXPONENTIAL, _stream("weight", key), seed)
    drawn /= drawn.sum(axis=0)
    return drawn


def value_draws(criteria: Sequence[str], option: str, draws: int, seed: int) -> Floats:
    """Return criteria × draws: how far up its range each value of an option lies, 0–1."""
    drawn = np.empty((len(criteria), draws))
    for at, key in enumerate(criteria):
        _fill(drawn[at], UNIFORM, _stream(option, key), seed)
    return drawn


def _fill(row: Floats, kind: str, stream: bytes, seed: int) -> None:
    """Fill a row with the numbers of `stratified_row`, which are copied but once."""
    even, odd = halves(kind, stream, draws=len(row), seed=seed)
    row[: len(even)] = even
    row[len(even) :] = odd


def _stream(*keys: str) -> bytes:
    return "\0".join(keys).encode("utf-8", "surrogatepass")
