"""The effort of a whole document: its work items, with its own phases, options, recommendation and units."""

from __future__ import annotations

from archkit.analysis.total_effort import TotalEffort, total_effort
from archkit.model.document import Document

DAYS_PER_WEEK = 5.0
HOURS_PER_DAY = 8.0


def document_effort(document: Document, *, correlation: float = 0.3) -> TotalEffort:
    """Return the effort of a document in working days.

    Args:
        document: The document; its front matter may say how long a week and a day are.
        correlation: How strongly the items rise and fall together, 0–1.
    """
    return total_effort(
        document.effort,
        phases=document.phases,
        chosen=tuple(name for name in document.recommendation.options if name in document.option_names),
        options=document.option_names,
        days_per_week=_factor(document.metadata.days_per_week, DAYS_PER_WEEK),
        hours_per_day=_factor(document.metadata.hours_per_day, HOURS_PER_DAY),
        correlation=correlation,
    )


def _factor(text: str, default: float) -> float:
    try:
        factor = float(text)
    except ValueError:
        return default
    return factor if 0 < factor < 1000 else default
