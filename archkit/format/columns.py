"""How far a line is indented, in columns: a tab reaches to the next stop of four."""

from __future__ import annotations

import re

_BLANKS = (" ", "\t")
_INDENT = re.compile(r"[ \t]*")


def width(line: str) -> tuple[int, int]:
    """Return how many characters of white space a line begins with, and how many columns they fill (tabs stop at 4)."""
    if line[:1] not in _BLANKS:
        return 0, 0
    count = _INDENT.match(line).end()  # type: ignore[union-attr]
    if "\t" not in line[:count]:
        return count, count
    column = 0
    for character in line[:count]:
        column += 4 - column % 4 if character == "\t" else 1
    return count, column


def after_mark(rest: str, size: int, column: int) -> tuple[int, int, str]:
    """Skip a quote mark and one optional column of space; return used columns, column of the text, and the text."""
    after = rest[size:]
    base = column + size
    count, _ = width(after)
    text_column = base
    for character in after[:count]:
        text_column += 4 - text_column % 4 if character == "\t" else 1
    used = base + 1 if count else base
    return used, text_column, after[count:]
