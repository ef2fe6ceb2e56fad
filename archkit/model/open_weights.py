"""Weights of which some are not known: the shares that count, and how far a score may go either way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import comb
from operator import mul

from archkit.model.comparison import RANK
from archkit.model.rank_weights import rank_order_centroid

Shares = tuple[float, ...]


@dataclass(frozen=True)
class OpenWeights:
    """One set of weights; what is not known lies from 0 to the largest one given, a rank at any place.

    Attributes:
        method: How they are given: direct, swing, rank or pairwise.
        given: The weight or rank of each criterion; None where it is not known.
        by: The rater who gives them; "" where they are agreed.
    """

    method: str
    given: tuple[float | None, ...]
    by: str = ""

    @property
    def is_certain(self) -> bool:
        """Whether every weight is known, or none is, so that nothing has a weight."""
        return None not in self.given or not any(self.shares)

    @cached_property
    def shares(self) -> Shares:
        """The share of each criterion; they add up to 1, or are all 0 without a weight above 0.

        A weight that is not known counts with half of the largest one; a rank that is not known with the mean over all
        places that it may have, and so do the ranks beside it.
        """
        if self.method == RANK:
            return _mean_centroid(self.given)
        half = self._largest / 2
        return normalised([half if weight is None else weight for weight in self.given])

    def most(self, values: Sequence[float]) -> float:
        """Return the largest Σ share × value over all weights that these may be."""
        if self.is_certain:
            return float(sum(map(mul, self.shares, values)))
        return self._best_places(values) if self.method == RANK else self._best_ends(values)

    def least(self, values: Sequence[float]) -> float:
        """Return the smallest one."""
        return 0.0 - self.most([-value for value in values])

    @property
    def _largest(self) -> float:
        return max((weight for weight in self.given if weight is not None), default=0.0)

    def _best_ends(self, values: Sequence[float]) -> float:
        """A ratio of sums is largest where each open weight is at an end: at its high one for the best values."""
        known = [(weight, value) for weight, value in zip(self.given, values, strict=True) if weight is not None]
        total = sum(weight for weight, _ in known)
        amount = sum(weight * value for weight, value in known)
        best = amount / total
        for value in sorted(self._unknown(values), reverse=True):
            total += self._largest
            amount += self._largest * value
            best = max(best, amount / total)
        return best

    def _best_places(self, values: Sequence[float]) -> float:
        """Put the criteria without a rank, best value first, between those with one so that the sum is largest."""
        centroid = rank_order_centroid(range(len(self.given)))
        groups: dict[float, list[float]] = {}
        for rank, value in zip(self.given, values, strict=True):
            if rank is not None:
                groups.setdefault(rank, []).append(value)
        free = sorted(self._unknown(values), reverse=True)
        best = [0.0] * (len(free) + 1)
        for used in range(len(free)):
            best[used + 1] = best[used] + centroid[used] * free[used]
        before = 0
        for _, tied in sorted(groups.items()):
            size = len(tied)
            for used in range(len(free) + 1):
                start = before + used
                best[used] += sum(centroid[start : start + size]) / size * sum(tied)
                if used:
                    best[used] = max(best[used], best[used - 1] + centroid[start + size - 1] * free[used - 1])
            before += size
        return best[-1]

    def _unknown(self, values: Sequence[float]) -> list[float]:
        return [value for weight, value in zip(self.given, values, strict=True) if weight is None]


def normalised(weights: Sequence[float]) -> Shares:
    """Return weights divided by their sum; all 0 without one above 0."""
    total = sum(weights)
    return tuple(weight / total for weight in weights) if total else (0.0,) * len(weights)


def _mean_centroid(ranks: Sequence[float | None]) -> Shares:
    """Return the rank-order centroid, as the mean over all places that criteria without a rank may have.

    That is the centre of all weights that fit the ranks which are known.
    """
    known = [rank for rank in ranks if rank is not None]
    count, size = len(known), len(ranks)
    if not known:
        return (0.0,) * size
    if count == size:
        return rank_order_centroid(known)
    centroid = rank_order_centroid(range(size))
    ways = comb(size, count)
    # In so many of all mixes the k-th of the known ones stands at a place.
    means = [
        sum(
            comb(place, kth) * comb(size - 1 - place, count - 1 - kth) / ways * share
            for place, share in enumerate(centroid)
        )
        for kth in range(count)
    ]
    order = sorted(known)
    shares = {
        rank: sum(means[order.index(rank) : order.index(rank) + order.count(rank)]) / order.count(rank)
        for rank in set(known)
    }
    return tuple(1.0 / size if rank is None else shares[rank] for rank in ranks)
