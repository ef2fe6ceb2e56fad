"""Criteria and phases that one side renamed: what the other side says of them follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from archkit.model.document import Document
from archkit.model.followers import with_criteria_renamed
from archkit.model.phase_followers import with_phases_renamed
from archkit.versions.align import Entry, align
from archkit.versions.clash import Three
from archkit.versions.match import row_item


def follow_rows(three: Three[Document]) -> Three[Document]:
    """Return the versions with every reference to a criterion or phase under the name that it has after the merge.

    The names of the criteria and phases themselves stay as they are in each version.
    """
    criteria: Three[Any] = Three(*(document.comparison.criteria for document in three))
    if any(document.comparison.judgements or document.comparison.ratings for document in three):
        names = new_names(criteria, _aligned(criteria))
        three = Three(*map(with_criteria_renamed, three, names))
    phases: Three[Any] = Three(*(document.phases for document in three))
    names = new_names(phases, _aligned(phases))
    return Three(*map(with_phases_renamed, three, names)) if any(names) else three


def new_names(three: Three[Sequence[Any]], entries: Sequence[Entry]) -> Three[Mapping[str, str]]:
    """Return, for each version, the rows that have another name after the merge: that name by the one they have."""
    new: Three[dict[str, str]] = Three({}, {}, {})
    unique = [{name for name, count in Counter(row.called for row in rows).items() if count == 1} for rows in three]
    for entry in entries:
        base, mine, theirs = entry.of(three)
        if base is None or not base.called:
            continue
        now = next((side.called for side in (mine, theirs) if side is not None and side.called != base.called), "")
        for row, names, once in zip((base, mine, theirs), new, unique, strict=True):
            if now and row is not None and row.called in once and row.called != now:
                names[row.called] = now
    return Three(*new)


def _aligned(three: Three[Any]) -> list[Entry]:
    if three.base == three.mine == three.theirs:
        return []
    return align(Three(*(list(map(row_item, rows)) for rows in three)))
