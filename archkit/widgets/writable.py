"""What the source of a flowchart can hold: other words are refused with the reason, not replaced by something else."""

from __future__ import annotations

import re
from collections.abc import Mapping

from archkit.errors import ModelError, quoted
from archkit.model.data_flow import SHAPES
from archkit.model.edit import Path

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def refuse_unwritable(place: Path, value: object) -> None:
    """Look at a value that was typed or pasted into a field.

    Raises:
        ModelError: it is the id or the shape of a box, and mermaid has none like it.
    """
    if place[:2] != ("data_flow", "nodes") or not isinstance(value, str) or not value.strip():
        return
    words = value.strip()
    if place[-1] == "shape" and words not in SHAPES:
        raise ModelError("shape", f"there is no shape {quoted(words)}", f"use {', '.join(SHAPES[:-1])} or {SHAPES[-1]}")
    if place[-1] == "id" and (not _ID.fullmatch(words) or words == "end"):
        remedy = "use a letter, then letters, digits and _, but not the word end; the label may be anything"
        raise ModelError("id", f"{quoted(words)} cannot be an id", remedy)


def refuse_row(place: Path, row: Mapping[str, object]) -> None:
    """Look at each value of a row that was pasted."""
    for field, value in row.items():
        refuse_unwritable((*place, field), value)
