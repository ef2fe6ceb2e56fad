"""Each option against a chosen one, criterion by criterion (Pugh's view)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from archkit.analysis.comparing.part import Part
from archkit.analysis.comparing.value_table import TIE, Floats, ValueTable

if TYPE_CHECKING:
    import pandas as pd

BETTER, WORSE, SAME, OPEN = "+", "−", "0", "?"


@dataclass(frozen=True)
class Deltas:
    """One option against the reference.

    Attributes:
        option: Its name.
        better: On how many criteria it is better.
        same: On how many it is the same.
        worse: On how many it is worse.
        open: On how many that cannot be told: a score is missing, or the ranges overlap.
        score: The difference of the two scores, 0–1; positive is better. NaN where one has none.
    """

    option: str
    better: int
    same: int
    worse: int
    open: int
    score: float


@dataclass(frozen=True, repr=False, eq=False)
class ReferenceDeltas(Part):
    """All options against the reference.

    Attributes:
        table: All options, also those that are out.
        reference: The name of the option that the others are set against; "" without options.
        chosen: How the reference was chosen.
    """

    table: ValueTable
    reference: str
    chosen: str

    heading: ClassVar[str] = "Against the reference"
    columns: ClassVar[dict[str, str]] = {
        "option": "text",
        "better": "count",
        "same": "count",
        "worse": "count",
        "open": "count",
        "score": "number",
    }

    @cached_property
    def by_criterion(self) -> tuple[tuple[str, ...], ...]:
        """For each criterion the sign of each option: `+` better, `−` worse, `0` the same, `?` open."""
        if not self.reference:
            return ()
        table, at = self.table, self.table.options.index(self.reference)
        return tuple(tuple(row) for row in signs(table.low, table.high, at))

    @cached_property
    def rows(self) -> tuple[Deltas, ...]:
        """One for each option, the reference with only `0`."""
        if not self.reference:
            return ()
        table = self.table
        scored = (table.known & (table.shares > 0)[:, None]).any(axis=0)
        scores = np.where(scored, table.scores, np.nan)
        behind = scores - scores[table.options.index(self.reference)]
        counts = [[row[at] for row in self.by_criterion] for at in range(len(table.options))]
        return tuple(
            Deltas(
                name,
                better=counts[at].count(BETTER),
                same=counts[at].count(SAME),
                worse=counts[at].count(WORSE),
                open=counts[at].count(OPEN),
                score=float(behind[at]),
            )
            for at, name in enumerate(table.options)
        )

    @property
    def signs(self) -> pd.DataFrame:
        """Criteria × options: `+` better, `−` worse, `0` the same, `?` open."""
        import pandas as pd

        index = pd.Index(self.table.criteria if self.reference else (), dtype="str", name="criterion")
        columns = pd.Index(self.table.options, dtype="str", name="option")
        return pd.DataFrame(list(self.by_criterion), index=index, columns=columns, dtype="str")

    @property
    def values(self) -> pd.DataFrame:
        """Criteria × options: the middle value minus that of the reference, −1 to 1; NaN where a score is missing."""
        import pandas as pd

        table = self.table
        index = pd.Index(table.criteria, dtype="str", name="criterion")
        differences = np.empty(table.middle.shape)
        if self.reference:
            at = [table.options.index(self.reference)]
            differences = np.where(table.known & table.known[:, at], table.middle - table.middle[:, at], np.nan)
        return pd.DataFrame(differences, index=index, columns=[*table.options], dtype="float64")

    @property
    def notes(self) -> tuple[str, ...]:
        """The reference, and the rule."""
        if not self.reference:
            return ("There is no option to set the others against.",)
        return (
            f"Reference: {self.reference} ({self.chosen}). Ranges that overlap and missing scores are open. The counts "
            "hide how large a difference is; the score weighs it.",
        )


def signs(low: Floats, high: Floats, reference: int) -> list[list[str]]:
    """Return criteria × options: whether each is certainly better, worse or the same as the reference, or open."""
    above = low > high[:, [reference]] + TIE
    below = high < low[:, [reference]] - TIE
    certain = (high - low <= TIE) & (high[:, [reference]] - low[:, [reference]] <= TIE)
    found = np.where(above, BETTER, np.where(below, WORSE, np.where(certain, SAME, OPEN)))
    found[:, reference] = SAME
    return found.tolist()  # type: ignore[no-any-return]
