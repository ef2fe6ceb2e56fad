"""Which option is at least as good as another on every criterion; that needs no weights."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import numpy as np

from archkit.analysis.comparing.part import Part
from archkit.analysis.comparing.value_table import TIE, Flags, Floats, ValueTable

CERTAIN = "certain"
BY_MIDDLES = "by the middles"


@dataclass(frozen=True)
class Dominated:
    """One option is nowhere worse than another, and somewhere better.

    Attributes:
        better: The option that is nowhere worse.
        worse: The other one.
        certainty: `certain` where no value that is open can change it; else `by the middles` of the ranges.
        strict: Whether it is better on every criterion; else it is equal on some (weak dominance).
    """

    better: str
    worse: str
    certainty: str
    strict: bool


@dataclass(frozen=True, repr=False, eq=False)
class Dominance(Part):
    """All pairs in which one option dominates the other."""

    table: ValueTable

    heading: ClassVar[str] = "Dominance"
    columns: ClassVar[dict[str, str]] = {"better": "text", "worse": "text", "certainty": "text", "strict": "flag"}

    @cached_property
    def rows(self) -> tuple[Dominated, ...]:
        """The pairs, in the order of the options."""
        table = self.table
        certain, strict = dominance(table.low, table.high)
        by_middles, strict_by_middles = dominance(table.middle, table.middle)
        # The middle of a blank says nothing about the option.
        whole: Flags = np.all(table.known, axis=0)
        by_middles &= ~certain & whole[:, None] & whole[None, :]
        everywhere: Flags = strict | (by_middles & strict_by_middles)
        return tuple(
            Dominated(
                table.options[better],
                table.options[worse],
                CERTAIN if certain[better, worse] else BY_MIDDLES,
                bool(everywhere[better, worse]),
            )
            for better, worse in np.argwhere(certain | by_middles).tolist()
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """The rule."""
        none = () if self.rows else ("No option is at least as good as another on every criterion.",)
        return (
            *none,
            "Better here: on no criterion worse and on one better, whatever the weights. Certain: also with all that "
            "is open at its worst for the one and at its best for the other; by the middles: ranges at their middle.",
        )


def dominance(low: Floats, high: Floats) -> tuple[Flags, Flags]:
    """Return which option (row) dominates which (column), and where it is better on every criterion.

    Args:
        low: Criteria × options, the value of the one that dominates.
        high: Criteria × options, the value of the one that is dominated.
    """
    count = low.shape[1]
    nowhere_worse, better, everywhere = (np.empty((count, count), dtype=np.bool_) for _ in range(3))
    for at in range(count):
        ahead = low[:, at, None] - high
        nowhere_worse[at] = (ahead >= -TIE).all(axis=0)
        better[at] = (ahead > TIE).any(axis=0)
        everywhere[at] = (ahead > TIE).all(axis=0)
    dominates: Flags = nowhere_worse & better
    np.fill_diagonal(dominates, False)
    strict: Flags = everywhere & dominates
    return dominates, strict
