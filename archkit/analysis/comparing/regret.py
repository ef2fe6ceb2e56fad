"""What is given up at most by taking an option."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from archkit.analysis.comparing.part import Part
from archkit.analysis.comparing.value_table import Floats, ValueTable


@dataclass(frozen=True)
class OptionRegret:
    """How far an option's score (0–1) lies behind the best one.

    Attributes:
        option: Its name.
        regret: Behind the best with the given weights; 0 for the leading option. NaN without weights.
        regret_if_open_goes_wrong: The same with its open scores at their worst and those of the others at their best.
        largest: Behind the best with the weights that are worst for it.
        criterion: The criterion that has all the weight there.
    """

    option: str
    regret: float
    regret_if_open_goes_wrong: float
    largest: float
    criterion: str


@dataclass(frozen=True, repr=False, eq=False)
class Regret(Part):
    """The regret of each option."""

    table: ValueTable

    heading: ClassVar[str] = "Regret"
    columns: ClassVar[dict[str, str]] = {
        "option": "text",
        "regret": "number",
        "regret_if_open_goes_wrong": "number",
        "largest": "number",
        "criterion": "text",
    }

    @cached_property
    def rows(self) -> tuple[OptionRegret, ...]:
        """One for each option."""
        table = self.table
        if not table.options or not table.criteria:
            return ()
        largest, places = largest_regret(table.middle)
        known = bool(table.shares.any())
        given = table.scores.max() - table.scores if known else np.full(len(table.options), np.nan)
        worst = open_regret(*table.intervals) if known else given
        return tuple(
            OptionRegret(name, float(given[at]), float(worst[at]), float(largest[at]), table.criteria[places[at]])
            for at, name in enumerate(table.options)
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """The rule."""
        return (
            "How far the score lies behind the best: with the given weights, and at most with any weights, where all "
            "weight is on the one criterion that is named. Ranges count with their middle unless said.",
        )


def largest_regret(values: Floats) -> tuple[Floats, NDArray[np.int64]]:
    """Return each option's largest regret over all weights, and the criterion at which it is.

    The regret against one other option is linear in the weights, so its largest value lies where one criterion has all
    the weight: max over criteria of (the best value − its own).

    Args:
        values: Criteria × options, 0–1; at least one of each.
    """
    behind = values.max(axis=1, keepdims=True) - values
    places = behind.argmax(axis=0)
    return behind[places, np.arange(values.shape[1])], places


def open_regret(low: Floats, high: Floats) -> Floats:
    """Return how far each score can lie behind another: its own at the low end, the others' at the high end.

    Args:
        low: The low end of each option's score.
        high: The high end.
    """
    count = len(low)
    others = np.where(np.eye(count, dtype=np.bool_), -np.inf, high)
    behind: Floats = np.maximum(0.0, others.max(axis=1) - low)
    return behind
