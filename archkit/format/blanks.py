"""Placeholders of the template that are left in a text."""

from __future__ import annotations

from collections.abc import Container, Sequence

from archkit.model.placeholders import PLACEHOLDERS


def blanks_in(lines: Sequence[str], code: Container[int]) -> tuple[tuple[int, str], ...]:
    """Return the lines (1-based) on which a placeholder is left, with its text.

    Args:
        lines: The lines of a text.
        code: Which of them (1-based) are code, where brackets mean nothing.
    """
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
