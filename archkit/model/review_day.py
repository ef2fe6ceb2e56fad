"""When a decision is looked at again."""

from __future__ import annotations

import re
from datetime import date

from archkit.model.metadata import Metadata

#: In these states a decision no longer holds, and nobody looks at it again.
NO_LONGER_HOLDS = frozenset({"rejected", "deprecated", "superseded"})
_FIRST_WORD = re.compile(r"\W*(\w+)")


def review_day(metadata: Metadata) -> date | None:
    """Return the day of the next review; None where none can be read, or where the decision no longer holds.

    A status may have marks around its word and go on behind it, as in `**superseded** by ADR 12`.
    """
    text = metadata.review_by
    word = _FIRST_WORD.match(metadata.status.casefold())
    if len(text) != 10 or (word and word[1] in NO_LONGER_HOLDS):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
