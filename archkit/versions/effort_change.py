"""What a change of work items does to the effort: by how much the sum differs, and which items count no longer."""

from __future__ import annotations

from collections.abc import Callable

from archkit.model.document import Document
from archkit.model.effort import DISTRIBUTIONS, ENDS, Effort, WorkItem, estimate, mean_between
from archkit.model.fields import field_of
from archkit.model.option_named import option_named
from archkit.model.problems import estimate_problem, value_problem

#: Returns the mean of low, likely and high as a section reads them; None where that is not known.
Mean = Callable[[Effort, tuple[float, float, float]], float | None]


def closed_mean(effort: Effort, ends: tuple[float, float, float]) -> float | None:
    """Return the mean between absolute ends; None for the ends of a range, which have to be searched first."""
    is_range = effort.ends in ENDS[1:]
    is_triangle = effort.distribution == DISTRIBUTIONS[1]
    return None if is_range else mean_between(*ends, DISTRIBUTIONS[is_triangle])


def effort_words(old: Document, new: Document, mean: Mean = closed_mean) -> str:
    """Return by how much the sum of means of what the recommended options need changed; "" if it did not.

    Args:
        old: The document before.
        new: The document now.
        mean: Gives the mean of an estimate; without one that searches the ends of ranges, those have no mean.
    """
    before, after = _mean_effort(old, mean), _mean_effort(new, mean)
    if old.effort.unit != new.effort.unit or before is None or after is None or abs(after - before) < 0.05:
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


def _mean_effort(document: Document, mean: Mean) -> float | None:
    names = tuple(option.name for option in document.options if not option.is_empty)
    chosen = {name for name in document.recommendation.options if name in names}
    total = 0.0
    for item in document.effort.work_items:
        option = option_named(item.option, names) or item.option
        ends = estimate(item)
        if ends is None or (chosen and option and option not in chosen):
            continue
        own = mean(document.effort, ends)
        if own is None:
            return None
        total += own
    return total
