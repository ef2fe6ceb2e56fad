"""What every comparing computes with: low, middle and high value of each option on each criterion, and the weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from archkit.model.comparison import Criterion
from archkit.model.last_results import last_results
from archkit.model.open_weights import OpenWeights
from archkit.model.weighted_score import has_value, score_value

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

#: Scores that differ by less are equal.
TIE = 1e-9


@dataclass(frozen=True, eq=False)
class ValueTable:
    """Criteria × options, without gates; a value is 0 (worst acceptable) to 1 (best plausible) on fixed scales.

    Attributes:
        criteria: The names of the criteria.
        options: The names of the options.
        low: The values with all that is open at its worst.
        middle: The values with ranges at their middle; 0.5 without a score.
        high: The values with all that is open at its best.
        known: Whether there is a score.
        shares: The weight of each criterion as a share of all; they add up to 1 or are all 0.
        possible: The weights that may be meant where some are not known or raters differ; empty for `shares` alone.
    """

    criteria: tuple[str, ...]
    options: tuple[str, ...]
    low: Floats
    middle: Floats
    high: Floats
    known: Flags
    shares: Floats
    possible: tuple[OpenWeights, ...] = ()

    def of(self, options: Sequence[str]) -> ValueTable:
        """Return the table of some of its options, in its own order."""
        kept = [at for at, name in enumerate(self.options) if name in options]
        return ValueTable(
            self.criteria,
            tuple(self.options[at] for at in kept),
            self.low[:, kept],
            self.middle[:, kept],
            self.high[:, kept],
            self.known[:, kept],
            self.shares,
            self.possible,
        )

    @property
    def scores(self) -> Floats:
        """The score of each option with ranges at their middle."""
        return self.shares @ self.middle

    @property
    def intervals(self) -> tuple[Floats, Floats]:
        """The ends of each option's score with all that is open, weights too, at its worst and at its best."""
        return 0.0 - self.most(-self.low), self.most(self.high)

    def most(self, values: Floats) -> Floats:
        """Return the largest Σ share × value of each column of criteria × any, over the weights that may be meant."""
        if self.has_one_weighting:
            return self.shares @ values
        columns = values.T.tolist()
        return np.array([max(one.most(column) for one in self.possible) for column in columns], dtype=np.float64)

    @property
    def has_one_weighting(self) -> bool:
        """Whether every weight is known, and no raters differ where nothing is agreed."""
        return not self.possible or (len(self.possible) == 1 and self.possible[0].is_certain)

    @cached_property
    def leaders(self) -> tuple[int, ...]:
        """The places of all options with the highest score; none without options or weights."""
        if not self.options or not self.shares.any():
            return ()
        scores = self.scores
        return tuple(np.flatnonzero(scores >= scores.max() - TIE).tolist())


# A comparison asks for it when it is made, and again when it is first looked into.
@last_results
def value_table(
    criteria: Sequence[Criterion],
    shares: Sequence[float],
    options: Sequence[str],
    possible: tuple[OpenWeights, ...] = (),
) -> ValueTable:
    """Return the table of the criteria that are no gates; nobody may change its arrays.

    Args:
        criteria: The criteria, gates with them.
        shares: The weight of each as a share (0–1) of all.
        options: The names of the options.
        possible: The weights that may be meant, of the criteria that are no gates; empty for `shares` alone.
    """
    weighed = [(item, share) for item, share in zip(criteria, shares, strict=True) if not item.is_gate]
    size = (len(weighed), len(options))
    values = np.array([[score_value(item, name) for name in options] for item, _ in weighed], dtype=np.float64)
    low, middle, high = np.moveaxis(values.reshape(*size, 3), 2, 0)
    known = np.array([[has_value(item, name) for name in options] for item, _ in weighed], dtype=np.bool_)
    names = tuple(item.criterion for item, _ in weighed)
    weights = np.array([share for _, share in weighed], dtype=np.float64)
    return ValueTable(names, tuple(options), low, middle, high, known.reshape(size), weights, possible)


def ranks(scores: Floats) -> NDArray[np.int64]:
    """Return the rank of each score: 1 is the highest, equal scores share the better rank."""
    higher: Flags = scores[None, :] > scores[:, None] + TIE
    found: NDArray[np.int64] = 1 + higher.sum(axis=1, dtype=np.int64)
    return found


def listed(names: Sequence[str]) -> str:
    """Return names as they are read: `A`, `A and B`, `A, B and C`."""
    return names[0] if len(names) == 1 else " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
