"""Small tables as text and as HTML, for results that show themselves; the same numbers give the same characters."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from html import escape

_WIDEST = 48
# What differs only beyond these decimals is the same number but for rounding.
_MOST_DIGITS = 6

Cells = Sequence[str]


def number(value: float | None, digits: int = 1) -> str:
    """Return a number as it is shown: fixed decimals, and nothing when it is unknown."""
    return "" if value is None or math.isnan(value) else f"{value:.{digits}f}"


def percent(share: float) -> str:
    """Return a share (0–1) as it is shown: `60 %`."""
    return f"{100 * share:.0f} %"


def apart(one: float, other: float, digits: int = 2) -> tuple[str, str]:
    """Return two numbers with so many decimals, and more where they are not the same and would look it."""
    for places in range(digits, _MOST_DIGITS + 1):
        texts = f"{one:.{places}f}", f"{other:.{places}f}"
        if texts[0] != texts[1]:
            return texts
    return f"{one:.{digits}f}", f"{other:.{digits}f}"


def text_table(heads: Cells, rows: Iterable[Cells]) -> str:
    """Return a table of words: the first column to the left, all others to the right."""
    lines = [[_short(cell) for cell in row] for row in (heads, *rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def html_table(heads: Cells, rows: Iterable[Cells], notes: Iterable[str] = ()) -> str:
    """Return the same table as HTML, with a paragraph for each note; every text is escaped."""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in heads)
    body = "".join(f"<tr>{_html_row(row)}</tr>" for row in rows)
    below = "".join(f"<p>{escape(note)}</p>" for note in notes if note)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{below}"


def _html_row(row: Cells) -> str:
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
    return f'<th scope="row">{escape(row[0])}</th>{cells}'


def _short(text: str) -> str:
    line = " ".join(text[: 4 * _WIDEST].split())
    return line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1]}…"
