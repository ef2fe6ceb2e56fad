"""The rank acceptability as a part of a comparison: what each option is worth to whom weighs differently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from archkit.analysis.comparing.acceptability import (
    OpenValues,
    RankAcceptability,
    chance_ahead,
    open_values,
    rank_acceptability,
)
from archkit.analysis.comparing.draws import VALUE_DISTRIBUTION, WEIGHT_DISTRIBUTION
from archkit.analysis.comparing.part import Part, frame_of
from archkit.analysis.comparing.value_table import Floats, ValueTable
from archkit.analysis.shown import number

if TYPE_CHECKING:
    import pandas as pd

#: More open values times draws than this are not kept in memory; then there are fewer draws.
MOST_NUMBERS = 20_000_000
# No more open values times draws than this are kept for the second time that they are asked for.
_KEPT_NUMBERS = 100_000


@dataclass(frozen=True, repr=False, eq=False)
class RanksOverWeights(Part):
    """How often each option takes each rank over all weights and open scores, and the weights that favour it.

    Attributes:
        table: The options that are not out.
        asked: How many draws were asked for.
        seed: Where the draws begin.
    """

    table: ValueTable
    asked: int
    seed: int

    heading: ClassVar[str] = "Ranks over all weights"

    @property
    def draws(self) -> int:
        """How many draws there are: as many as asked for, or what the memory bears where very many scores are open."""
        return affordable(self.table, self.asked)

    @cached_property
    def shares(self) -> RankAcceptability:
        """The numbers as arrays, in the order of the options and criteria."""
        table = self.table
        return rank_acceptability(
            table.low,
            table.high,
            draws=self.draws,
            seed=self.seed,
            criteria=table.criteria,
            options=table.options,
            opened=self._opened,
        )

    def chance_ahead(self, leader: int) -> Floats:
        """Return for each option how often (0–1) the one at a place scores higher with the given weights."""
        return chance_ahead(self.table.low, self.table.shares, leader, self._opened)

    @property
    def _opened(self) -> Sequence[OpenValues]:
        """The draws of the open scores; only few are kept."""
        kept: Sequence[OpenValues] | None = self.__dict__.get("_kept_open")
        if kept is None:
            table = self.table
            kept = open_values(table.low, table.high, table.criteria, table.options, draws=self.draws, seed=self.seed)
            if sum(drawn.size for _, (_, drawn) in kept) <= _KEPT_NUMBERS:
                self.__dict__["_kept_open"] = kept
        return kept

    @property
    def rows(self) -> Sequence[object]:
        """For each option its name, the share of each rank, and the confidence factor."""
        found = self.shares
        return [
            (name, *found.acceptability[at].tolist(), float(found.confidence[at]))
            for at, name in enumerate(self.table.options)
        ]

    @property
    def frame(self) -> pd.DataFrame:
        """One row for each option: `rank_1`, `rank_2`, …, which add up to 1, and `confidence`."""
        places = [f"rank_{at + 1}" for at in range(len(self.table.options))]
        columns = {"option": "text", **dict.fromkeys([*places, "confidence"], "number")}
        return frame_of(columns, self.rows).set_index("option")  # type: ignore[arg-type]

    @property
    def central_weights(self) -> pd.DataFrame:
        """Options × criteria: the mean weights (0–1) with which an option is first; NaN where it never is."""
        import pandas as pd

        index = pd.Index(self.table.options, dtype="str", name="option")
        return pd.DataFrame(self.shares.central_weights, index=index, columns=[*self.table.criteria], dtype="float64")

    @property
    def winning(self) -> pd.DataFrame:
        """Options × options: how often (0–1) the one in the row scores higher than the one in the column."""
        import pandas as pd

        index = pd.Index(self.table.options, dtype="str", name="option")
        return pd.DataFrame(self.shares.winning, index=index, columns=[*self.table.options], dtype="float64")

    @property
    def notes(self) -> tuple[str, ...]:
        """What was drawn, and how to read it."""
        fewer = f" ({self.asked:,} asked for, too many for so many open scores)" if self.draws < self.asked else ""
        opened = bool(np.any(self.table.high > self.table.low))
        return (
            f"{self.draws:,} draws{fewer}, seed {self.seed}; {WEIGHT_DISTRIBUTION}; "
            f"{VALUE_DISTRIBUTION if opened else 'all scores known'}; equal scores share the better rank.",
            "Rank 1: the share of all weights with which an option is first. Confidence: how often it is first with "
            "the mean of those weights. Neither is a vote.",
        )

    def _shown(self) -> tuple[list[str], list[list[str]]]:
        heads = ["option", *(f"rank {at + 1}" for at in range(len(self.table.options))), "confidence"]
        return heads, [[row[0], *(number(share, 2) for share in row[1:])] for row in self.rows]  # type: ignore[index]


def affordable(table: ValueTable, draws: int) -> int:
    """Return how many draws of so many open scores the memory bears, at most what is asked for."""
    numbers = max(int(np.count_nonzero(table.high > table.low)), table.low.size // 10, 1)
    return max(1, min(draws, MOST_NUMBERS // numbers))
