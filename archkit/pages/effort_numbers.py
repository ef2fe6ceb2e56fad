"""The totals of an effort and the phases behind them, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan

from archkit.analysis.effort_tables import phase_means, totals
from archkit.analysis.total_effort import TotalEffort


@dataclass(frozen=True)
class PhaseEffort:
    """Mean working days of each kind of work in one phase; at least so many where an estimate of it cannot be read."""

    phase: str
    days: tuple[tuple[str, float], ...]
    is_least: bool = False

    @property
    def total(self) -> float:
        """All kinds of work together that are known; NaN where none is."""
        known = [days for _, days in self.days if not isnan(days)]
        return sum(known) if any(known) or len(known) == len(self.days) else nan

    @property
    def text(self) -> str:
        """The total in words."""
        if isnan(self.total):
            return "not known"
        return f"{'at least ' if self.is_least else ''}{self.total:.1f} days"


@dataclass(frozen=True)
class EffortNumbers:
    """The totals as a document states them, "" where there is none, the phases behind them, and how they were made.

    `totals` has mean, P10, P50, P80 and P90 in working days of each kind of work and of the total.
    """

    development: str = ""
    testing: str = ""
    total: str = ""
    totals: tuple[tuple[str, tuple[float, ...]], ...] = ()
    phases: tuple[PhaseEffort, ...] = ()
    assumptions: str = ""


def effort_numbers(effort: TotalEffort) -> EffortNumbers:
    """Take the numbers from an effort."""
    texts = effort.texts if effort.work or effort.words or effort.unread else {}
    phases = phase_means(effort) if effort.work else {}
    unread = {item.phase for item in effort.unread_counted}
    return EffortNumbers(
        development=texts.get("development", ""),
        testing=texts.get("testing", ""),
        total=texts.get("total", ""),
        totals=tuple(totals(effort).items()) if effort.work else (),
        phases=tuple(
            PhaseEffort(phase, tuple((kind, days[kind]) for kind in effort.kinds), phase in unread)
            for phase, days in phases.items()
            if days["total"]
        ),
        assumptions=effort.assumptions if effort.work or effort.unread else "",
    )
