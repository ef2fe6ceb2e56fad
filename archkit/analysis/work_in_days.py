"""The work items in working days, with their phase and option found; what cannot be counted is said."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from archkit.analysis.effort_settings import EffortSettings
from archkit.analysis.phase_labels import PhaseLabels
from archkit.analysis.simulation import Stream
from archkit.analysis.three_point import ThreePoint, three_point
from archkit.analysis.work_streams import Identity, work_streams
from archkit.errors import AnalysisError, nearest, quoted
from archkit.model.effort import EFFORT_UNITS, Effort, WorkItem, estimate
from archkit.model.fields import number_text
from archkit.model.option_named import option_named
from archkit.model.problems import estimate_problem

DEVELOPMENT = "development"
TESTING = "testing"
NO_KIND = "(no kind)"
NO_PHASE = "(no phase)"


@dataclass(frozen=True)
class UnreadWork:
    """What is known of a work item without a readable estimate: its kind, phase and option, as those of `Work`."""

    kind: str
    phase: str
    option: str


class Work(NamedTuple):
    """One work item that can be counted.

    Attributes:
        place: Its place (from 0) among all rows.
        name: What is done.
        kind: `development`, `testing`, or the author's own word; `(no kind)` when blank.
        phase: The label of its phase; `(no phase)` when blank.
        option: The option that needs it; "" for all.
        low: Low estimate in working days.
        likely: Likely estimate in working days.
        high: High estimate in working days.
        estimate: The distribution with its absolute ends, in working days.
        stream: Which draws are its own.
    """

    place: int
    name: str
    kind: str
    phase: str
    option: str
    low: float
    likely: float
    high: float
    estimate: ThreePoint
    stream: Stream = ()

    @property
    def mean(self) -> float:
        """The exact mean of its distribution, in working days."""
        return self.estimate.mean


def work_in_days(
    effort: Effort,
    *,
    phases: PhaseLabels | None = None,
    options: tuple[str, ...] = (),
    days_per_week: float = 5.0,
    hours_per_day: float = 8.0,
    settings: EffortSettings | None = None,
) -> tuple[tuple[Work, ...], tuple[str, ...]]:
    """Return the work items that can be counted, and a message for each that cannot or that names what is not there.

    Args:
        effort: The section; its unit says what the estimates are in.
        phases: The phases by name and number.
        options: The names of the options by their number; "" for one that has none yet.
        days_per_week: Working days in a week of effort.
        hours_per_day: Working hours in a day of effort.
        settings: The distribution, and what low and high mean.

    Raises:
        AnalysisError: a week or a day of effort has no length.
    """
    settings, phases = settings or EffortSettings(), phases or PhaseLabels(())
    factor = days_in(effort.unit, days_per_week=days_per_week, hours_per_day=hours_per_day)
    coverage = settings.coverage
    counted: list[tuple[Identity, ThreePoint, tuple[int, str]]] = []
    problems: list[str] = []
    for place, item in enumerate(effort.work_items):
        if item.is_empty:
            continue
        name = item.work_item or f"row {place + 1}"
        ends = estimate(item)
        if ends is None:
            problems.append(f"work item {quoted(name)} is left out: {_estimate_reason(item)}")
            continue
        phase = phases.label(item.phase)
        option = option_named(item.option, options) if options else item.option
        if item.phase and not phase:
            problems += _unknown(name, "phase", item.phase, phases.filled)
        if item.option and not option:
            problems += _unknown(name, "option", item.option, options)
        low, likely, high = ends[0] * factor, ends[1] * factor, ends[2] * factor
        fitted = three_point(low, likely, high, distribution=settings.distribution, coverage=coverage)
        if fitted.least < 0:
            problems.append(_below_nought(name, fitted, settings))
        called = (item.work_item, kind_of(item.kind), option or item.option)
        identity = Identity(called, (low, likely, high), phase or item.phase or NO_PHASE)
        counted.append((identity, fitted, (place, name)))
    streams = work_streams([identity for identity, _, _ in counted])
    work = tuple(
        Work(*shown, *identity.called[1:2], identity.phase, identity.called[2], *identity.ends, fitted, stream)
        for (identity, fitted, shown), stream in zip(counted, streams, strict=True)
    )
    return work, tuple(problems)


def unread_work(effort: Effort, phases: PhaseLabels, options: tuple[str, ...] = ()) -> tuple[UnreadWork, ...]:
    """Return the work items that have no readable estimate."""
    unread = [item for item in effort.work_items if not item.is_empty and estimate(item) is None]
    return tuple(
        UnreadWork(
            kind_of(item.kind),
            phases.label(item.phase) or item.phase or NO_PHASE,
            (option_named(item.option, options) if options else "") or item.option,
        )
        for item in unread
    )


def _below_nought(name: str, estimate: ThreePoint, settings: EffortSettings) -> str:
    return (
        f"work item {quoted(name)} read as {settings.ends} reaches down to {estimate.least:.1f} days, and what lies "
        "below 0 counts as 0; use a narrower estimate, or read low and high as absolute limits"
    )


def days_in(unit: str, *, days_per_week: float = 5.0, hours_per_day: float = 8.0) -> float:
    """Return how many working days one unit is.

    Raises:
        AnalysisError: the unit is not known, or a week or a day of effort has no length.
    """
    for factor, what in ((days_per_week, "days per week"), (hours_per_day, "hours per day")):
        if not (math.isfinite(factor) and factor > 0):
            raise AnalysisError(f"{number_text(factor)} {what} give no working days; use a number above 0")
    lengths = {"hours": 1 / hours_per_day, "days": 1.0, "weeks": days_per_week}
    if unit not in lengths:
        raise AnalysisError(f"unit {quoted(unit)} is not known; use {', '.join(EFFORT_UNITS)}")
    return lengths[unit]


@lru_cache(maxsize=256)
def kind_of(text: str) -> str:
    """Return the kind of work that a cell means: development, testing, or the word itself."""
    word = " ".join(text.casefold().split())
    if word.startswith("test"):
        return TESTING
    if word.startswith("dev"):
        return DEVELOPMENT
    return word or NO_KIND


def _unknown(name: str, what: str, given: str, known: tuple[str, ...]) -> list[str]:
    if not any(known):
        return []
    close = nearest(given, tuple(filter(None, known)))
    remedy = f"; did you mean {quoted(close)}?" if close else ""
    return [f"work item {quoted(name)} names {what} {quoted(given)}, which is not there{remedy}"]


def _estimate_reason(item: WorkItem) -> str:
    for title, value in (("low", item.low), ("likely", item.likely), ("high", item.high)):
        if isinstance(value, str):
            return f"{title} {quoted(value)} is not a number at least 0"
    return estimate_problem(item.low, item.likely, item.high) or "it has no estimate"
