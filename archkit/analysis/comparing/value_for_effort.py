"""What an option is worth against what it takes, and which options nothing beats on both."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan
from typing import ClassVar

import numpy as np

from archkit.analysis.comparing.part import Part
from archkit.analysis.comparing.value_table import TIE, Flags, Floats


@dataclass(frozen=True)
class ValueForEffort:
    """One option's score and effort; NaN where it is not known.

    Attributes:
        option: Its name.
        score: Weighted score, 0–1, with the ends `low` and `high` of its interval.
        low: The low end.
        high: The high end.
        effort_mean: Mean effort in working days.
        effort_p80: The working days that are enough with a chance of 80 %.
        efficient: Whether no other option has at least its score for at most its mean effort, and more of one.
        out: Why it takes no part; "" where it does.
    """

    option: str
    score: float
    low: float
    high: float
    effort_mean: float = nan
    effort_p80: float = nan
    efficient: bool = False
    out: str = ""


@dataclass(frozen=True, repr=False)
class Frontier(Part):
    """Score and effort of each option, and the efficient frontier.

    Attributes:
        rows: One for each option.
        assumptions: How the effort was computed.
    """

    rows: tuple[ValueForEffort, ...]
    assumptions: str = ""

    heading: ClassVar[str] = "Value against effort"
    columns: ClassVar[dict[str, str]] = {
        "option": "text",
        "score": "number",
        "low": "number",
        "high": "number",
        "effort_mean": "number",
        "effort_p80": "number",
        "efficient": "flag",
        "out": "text",
    }

    @property
    def efficient(self) -> tuple[ValueForEffort, ...]:
        """The options on the frontier, least effort first."""
        return tuple(sorted((row for row in self.rows if row.efficient), key=lambda row: (row.effort_mean, -row.score)))

    @property
    def notes(self) -> tuple[str, ...]:
        """The rule, and which options cannot be placed."""
        missing = [row.option for row in self.rows if not row.out and (isnan(row.effort_mean) or isnan(row.score))]
        without = (f"Without a score or without work items of their own: {', '.join(missing)}.",) if missing else ()
        rule = "Efficient: no other option has at least its score for at most its mean effort, and more of one."
        effort = (f"Effort: an option's own work with that of all. {self.assumptions}",) if self.assumptions else ()
        return (rule, *without, *effort)


def efficient(scores: Floats, effort: Floats) -> Flags:
    """Return which options lie on the efficient frontier; an unknown number (NaN) never does, nor beats another.

    Args:
        scores: The score of each option; more is better.
        effort: The effort of each; less is better.
    """
    ahead, cheaper = scores[:, None] - scores[None, :], effort[None, :] - effort[:, None]
    beats = (ahead >= -TIE) & (cheaper >= -TIE) & ((ahead > TIE) | (cheaper > TIE))
    known = ~(np.isnan(scores) | np.isnan(effort))
    return known & ~beats.any(axis=0)
