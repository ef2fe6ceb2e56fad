"""A file that has none of the template's sections: a check finds nothing in it, and says so."""

from __future__ import annotations

from archkit.checks.settings import Settings
from archkit.errors import Diagnostic
from archkit.format.manuscript import Manuscript

#: Pieces of a file that are no section of the template.
_AROUND = frozenset({"title", "metadata", "preface", "custom", "blank"})


def no_section(manuscript: Manuscript, name: str, settings: Settings) -> tuple[Diagnostic, ...]:
    """Return a hint that a file has none of the template's sections, so that its silence is not taken for praise.

    Args:
        manuscript: The file as it was read.
        name: The file, as it was named.
        settings: Which rules run; the hint is one of `format`.
    """
    is_begun = any(place.part not in _AROUND for place in manuscript.document.layout)
    if is_begun or manuscript.diagnostics or not settings.wants("format"):
        return ()
    right = f"begin one with: archkit new, or read this one into one with: archkit import {name}"
    message = f"none of the template's sections is in this file, so there is nothing to check; {right}"
    return (Diagnostic(1, message, "hint"),)
