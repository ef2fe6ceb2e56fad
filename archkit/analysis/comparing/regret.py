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
        regret_if_open_goes_wrong: The same with its open scores at their worst and those of the others at their best,
            and weights that are not known as they are worst for it.
        largest: Behind the best with the weights that are worst for it, and all that is open gone wrong as well.
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
        largest, places = largest_regret(table.low, table.high)
        known = bool(table.shares.any())
        given = table.scores.max() - table.scores if known else np.full(len(table.options), np.nan)
        worst = open_regret(table) if known else given
        return tuple(
            OptionRegret(name, float(given[at]), float(worst[at]), float(largest[at]), table.criteria[places[at]])
            for at, name in enumerate(table.options)
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """The rule."""
        return (
            "How far the score lies behind the best: with the given weights and ranges at their middle; the same if "
            "all that is open goes wrong; and at most, with that and any weights, where all weight is on the one "
            "criterion that is named.",
        )


def largest_regret(low: Floats, high: Floats) -> tuple[Floats, NDArray[np.int64]]:
    """Return each option's largest regret over all weights and open scores, and the criterion at which it is.

    The regret against one other option is linear in the weights, so its largest value lies where one criterion has all
    the weight: max over criteria of (the best high end of another − its own low end), and never below 0.

    Args:
        low: Criteria × options, the lowest value (0–1); at least one of each.
        high: The highest one; equal to `low` where the score is known.
    """
    behind = np.stack([_others(high, at).max(axis=1, initial=0.0) - low[:, at] for at in range(low.shape[1])], axis=1)
    places = behind.argmax(axis=0)
    return np.maximum(0.0, behind[places, np.arange(low.shape[1])]), places


def open_regret(table: ValueTable) -> Floats:
    """Return how far each score can lie behind another: its own at the low end, the others' at the high end."""
    count = len(table.options)
    behind = [table.most(_others(table.high, at) - table.low[:, [at]]).max(initial=0.0) for at in range(count)]
    return np.array(behind, dtype=np.float64)


def _others(values: Floats, at: int) -> Floats:
    return np.delete(values, at, axis=1)
