"""The effort of a whole document: its work items, with its own phases, options, recommendation, risks and units."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from archkit.analysis.total_effort import TotalEffort, total_effort
from archkit.model.document import Document
from archkit.model.working_time import WORKING_TIME, working_time, working_time_problem

if TYPE_CHECKING:
    from archkit.analysis.risk_intervals import RiskInterval


def document_effort(
    document: Document,
    *,
    risks: bool = False,
    correlation: float | None = None,
    draws: int | None = None,
    seed: int | None = None,
) -> TotalEffort:
    """Return the effort of a document in working days.

    Args:
        document: The document; its front matter may say how long a week and a day are.
        risks: Whether the total counts the open risks as events, as they stand before their mitigation.
        correlation: How strongly the items rise and fall together, 0–1; the document's own when None.
        draws: Number of draws; the document's own when None.
        seed: The same seed gives the same numbers; the document's own when None.

    Raises:
        AnalysisError: the correlation, the number of draws or the seed is out of range.
    """
    events: tuple[RiskInterval, ...] = ()
    if risks:
        from archkit.analysis.risk_intervals import risk_intervals

        events = risk_intervals(document)
    found = total_effort(
        document.effort,
        phases=document.phases,
        chosen=tuple(name for name in document.recommendation.options if name in document.option_names),
        options=tuple(option.name for option in document.options if not option.is_empty),
        days_per_week=working_time(document.metadata, "days_per_week"),
        hours_per_day=working_time(document.metadata, "hours_per_day"),
        risks=events,
        correlation=correlation,
        draws=draws,
        seed=seed,
    )
    unread = next((place.unread for place in document.layout if place.part == "effort" and place.unread), "")
    unfit = _unfit(document)
    return replace(found, unread_section=unread, working_time=unfit) if unread or unfit else found


def _unfit(document: Document) -> str:
    problems = ((key, working_time_problem(document.metadata, key)) for key in WORKING_TIME)
    said = (f"{problem}; {WORKING_TIME[key][0]:g} counts" for key, problem in problems if problem)
    return ". ".join(f"{text[:1].upper()}{text[1:]}" for text in said)
