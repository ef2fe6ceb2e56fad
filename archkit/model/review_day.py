"""When a decision is looked at again."""

from __future__ import annotations

from datetime import date

from archkit.model.metadata import Metadata

#: In these states a decision no longer holds, and nobody looks at it again.
NO_LONGER_HOLDS = frozenset({"rejected", "deprecated", "superseded"})


def review_day(metadata: Metadata) -> date | None:
    """Return the day of the next review; None where none can be read, or where the decision no longer holds.

    A status may go on behind its word, as in `superseded by ADR 12`.
    """
    text = metadata.review_by
    status = metadata.status.casefold().split()
    if len(text) != 10 or (status and status[0].rstrip(",.:;") in NO_LONGER_HOLDS):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
