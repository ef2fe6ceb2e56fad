"""The blanks of one section as one thing that was found: a new document has dozens, which would hide all the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from archkit.errors import Diagnostic

#: What stands around a blank of the template in the message about it.
OF_TEMPLATE, STILL_HERE = "the template's blank ", " is still here; fill it in or delete it"
#: So many blanks are named.
_NAMED = 5


def blanks_together(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return what was found, with the blanks of the template that a section has said at the first of them.

    Args:
        found: What was found in a file, in its order.
    """
    together: list[Diagnostic] = []
    blanks: dict[tuple[str, str], list[str]] = {}
    first: dict[tuple[str, str], int] = {}
    for item in found:
        blank = _blank(item)
        key = (item.section, str(item.severity))
        if blank and key in first:
            blanks[key].append(blank)
            continue
        if blank:
            blanks[key], first[key] = [blank], len(together)
        together.append(item)
    for key, at in first.items():
        if len(names := blanks[key]) > 1:
            more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
            listed = f"{', '.join(names[:_NAMED])}{more}"
            message = f"{len(names)} blanks of the template are still here: {listed}; fill them in or delete them"
            together[at] = replace(together[at], message=message)
    return together


def _blank(item: Diagnostic) -> str:
    """Return the blank that something found is about, "" for none."""
    if item.rule != "blank" or not item.message.startswith(OF_TEMPLATE) or not item.message.endswith(STILL_HERE):
        return ""
    return item.message.removeprefix(OF_TEMPLATE).removesuffix(STILL_HERE)
