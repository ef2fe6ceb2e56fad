"""Placeholders of the template that are left in a text."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from archkit.model.placeholders import PLACEHOLDERS

_BRACKETED = re.compile(r"\[[^\[\]]*\]")


def blanks_in(text: str, lines: Sequence[str], code: Container[int]) -> tuple[tuple[int, str], ...]:
    """Return the lines (1-based) on which a placeholder is left, with its text.

    Args:
        text: The text.
        lines: Its lines.
        code: Which of them (1-based) are code, where brackets mean nothing.
    """
    if PLACEHOLDERS.isdisjoint(_BRACKETED.findall(text)) and "[Feature]" not in text:
        return ()
    return tuple(
        (number, blank)
        for number, line in enumerate(lines, 1)
        if "[" in line and number not in code
        for blank in _bracketed(line)
        if blank in PLACEHOLDERS or (blank == "[Feature]" and line.startswith("#"))
    )


def _bracketed(line: str) -> list[str]:
    """Return the bracketed texts of a line that are no links."""
    pieces = (piece.split("]", 1) for piece in line.split("[")[1:] if "]" in piece)
    return [f"[{text}]" for text, after in pieces if not after.startswith("(")]
