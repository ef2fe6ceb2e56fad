"""How much one score would have to change before another option is at least as good as the leading one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import isnan, nan
from typing import ClassVar

import numpy as np

from archkit.analysis.comparing.part import Part
from archkit.analysis.comparing.value_table import Floats, ValueTable, listed
from archkit.model.comparison import Scale


@dataclass(frozen=True)
class ScoreChange:
    """The change of one score that brings another option level with the leading one.

    Attributes:
        option: The option whose score changes: up for another option, down for the leading one.
        criterion: The criterion.
        value: What the score is worth now, 0–1; 0.5 without a score.
        change: How far it would have to move, as a share of the scale; NaN where the scale has no room for it, and
            for options that lead together, which are level already.
        score: The score now, on the criterion's own scale; NaN without one.
        changed: The score that brings both level, on the criterion's own scale; NaN where none does.
    """

    option: str
    criterion: str
    value: float
    change: float
    score: float
    changed: float


@dataclass(frozen=True, repr=False, eq=False)
class ScoreChanges(Part):
    """For each option and criterion the smallest change of that one score which another option leads or levels by."""

    table: ValueTable
    scales: Sequence[Scale | None]

    heading: ClassVar[str] = "What single scores would change the leading option"
    columns: ClassVar[dict[str, str]] = {
        "option": "text",
        "criterion": "text",
        "value": "number",
        "change": "number",
        "score": "number",
        "changed": "number",
    }

    @cached_property
    def rows(self) -> tuple[ScoreChange, ...]:
        """Each option on each criterion, in their order."""
        table = self.table
        if not table.leaders or len(table.options) < 2:
            return ()
        changes = score_changes(table.middle, table.shares, table.leaders[0])
        if len(table.leaders) > 1:
            changes[:, table.leaders] = nan
        return tuple(
            self._row(at, place, float(changes[place, at]))
            for at in range(len(table.options))
            for place in range(len(table.criteria))
        )

    @cached_property
    def smallest(self) -> ScoreChange | None:
        """The smallest of all changes; None where no single score can change the leading option, or several lead."""
        if len(self.table.leaders) > 1:
            return None
        return min((row for row in self.rows if not isnan(row.change)), key=lambda row: abs(row.change), default=None)

    @property
    def notes(self) -> tuple[str, ...]:
        """The smallest change, and the rule."""
        rule = "Level is enough; all other scores stay, and ranges count with their middle."
        if len(self.table.leaders) > 1:
            names = listed([self.table.options[at] for at in self.table.leaders])
            return (f"{names} have the same score, so any change of one of their scores decides between them.", rule)
        if self.smallest is None:
            return ("No change of a single score brings another option level with the leading one.", rule)
        row = self.smallest
        ends = f" (from {row.score:g} to {row.changed:.4g})" if not isnan(row.score) else ""
        return (f"Smallest: {row.option} on {row.criterion} by {row.change:+.2f} of the scale{ends}.", rule)

    def _row(self, at: int, place: int, change: float) -> ScoreChange:
        table, scale = self.table, self.scales[place]
        value = float(table.middle[place, at])
        known = scale is not None and bool(table.known[place, at])
        return ScoreChange(
            table.options[at],
            table.criteria[place],
            value,
            change,
            _on(scale, value) if known else nan,
            _on(scale, value + change),
        )


def score_changes(values: Floats, shares: Floats, leader: int) -> Floats:
    """Return criteria × options: the smallest change of that one value after which another option equals the leader.

    It is a rise for every other option, and a fall (below 0) for the leader; NaN where the value would leave 0–1 or the
    criterion has no weight.

    Args:
        values: Criteria × options, 0–1.
        shares: The weight of each criterion, adding up to 1.
        leader: The place of the option with the highest score.
    """
    scores = shares @ values
    behind = np.maximum(0.0, scores[leader] - scores)
    needed: Floats = np.divide(
        behind[None, :], shares[:, None], out=np.full(values.shape, np.nan), where=shares[:, None] > 0
    )
    nearest = np.delete(behind, leader).min(initial=np.inf)
    fall = np.divide(nearest, shares, out=np.full(len(shares), np.nan), where=shares > 0)
    room = 1.0 - values
    room[:, leader] = values[:, leader]
    needed[:, leader] = fall
    needed[~(needed <= room + 1e-12)] = np.nan
    needed[:, leader] *= -1.0
    return needed


def _on(scale: Scale | None, value: float) -> float:
    return nan if scale is None or isnan(value) else scale.worst + value * (scale.best - scale.worst)
