"""The notes below a figure: what was assumed, by which rule, with how many draws."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from archkit.figures.labels import label

_LONGEST = 900


def noted(notes: Iterable[str], width: int = 110) -> str:
    """Return notes as lines of at most `width` characters, each note on lines of its own."""
    return "\n".join(line for note in notes for line in textwrap.wrap(label(note, _LONGEST), width))
