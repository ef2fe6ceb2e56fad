"""What a change of work items does to the effort: by how much the sum differs, and which items count no longer."""

from __future__ import annotations

from archkit.model.document import Document
from archkit.model.effort import Effort, WorkItem, estimate, mean_estimate
from archkit.model.fields import field_of
from archkit.model.problems import estimate_problem, value_problem


def effort_words(old: Document, new: Document) -> str:
    """Return by how much the sum of means of what the recommended options need changed; "" if it did not."""
    before, after = _mean_effort(old), _mean_effort(new)
    if old.effort.unit != new.effort.unit or abs(after - before) < 0.05:
        return ""
    return f"effort {after - before:+.1f} {new.effort.unit} ({before:.1f} → {after:.1f}, sums of means)"


def counting_words(old: WorkItem | None, new: WorkItem) -> str:
    """Return whether a work item that counted counts no longer, and why, or counts now; "" where nothing changed.

    Args:
        old: The work item before; None for a new one.
        new: The work item now.
    """
    counted, counts = old is not None and estimate(old) is not None, estimate(new) is not None
    if not counts and (counted or old is None):
        return f"{'no longer counts' if old else 'does not count'}: {_reason(new)}"
    return "counts now" if counts and old is not None and not counted else ""


def _reason(item: WorkItem) -> str:
    for key in ("low", "likely", "high"):
        value = getattr(item, key)
        if isinstance(value, str):
            return value_problem(field_of(WorkItem, key), value)
    return estimate_problem(item.low, item.likely, item.high) or "it has no estimate"


def _mean_effort(document: Document) -> float:
    chosen = {"", *document.recommendation.options}
    every = len(chosen) == 1
    effort: Effort = document.effort
    return sum(mean_estimate(item) or 0.0 for item in effort.work_items if every or item.option in chosen)
