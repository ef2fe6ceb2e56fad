"""What follows when all phases are given anew: work, risks and other phases keep to the phase that they name."""

from __future__ import annotations

from archkit.model.document import Document
from archkit.model.followers import follow_numbers
from archkit.model.references import PHASES


def renumber_phases(before: Document, document: Document) -> Document:
    """Return the document with all that calls a phase by its number following that phase."""
    return follow_numbers(document, PHASES, before)
