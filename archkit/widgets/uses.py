"""Where each finding is used, as computed lines below the findings."""

from __future__ import annotations

from typing import Any

from archkit.model.document import Document
from archkit.model.finding_uses import finding_uses

NOWHERE = "for no option yet"


def uses_part(document: Document) -> list[dict[str, Any]]:
    """Return the part that says where each finding is used; none while no finding has an id."""
    uses = finding_uses(document)
    if not uses:
        return []
    part = {
        "part": "computed",
        "path": ("findings", "uses"),
        "title": "Where findings are used",
        "hint": "For and against which options each is cited.",
        "titles": list(uses),
        "texts": [use.text or NOWHERE for use in uses.values()],
    }
    return [part]
