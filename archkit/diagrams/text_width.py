"""How wide words are, by a fixed table, and where their lines break; the same everywhere, whatever fonts there are."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

#: The size of the letters in pixels, and the height of a line.
LETTER = 13.0
LINE = 16.0
# Widths of the letters from space to ~ in hundredths of their size, as in the widest of the usual sans-serif fonts.
_ASCII = (
    "32 41 46 84 64 95 78 28 39 39 50 84 32 37 32 34 64 64 64 64 64 64 64 64 64 64 34 34 84 84 84 54 "
    "100 69 69 70 77 64 58 78 76 30 30 66 56 87 75 79 61 79 70 64 62 74 69 99 69 62 69 39 34 39 84 50 "
    "50 62 64 55 64 62 36 64 64 28 28 58 28 98 64 62 64 64 42 53 40 64 60 82 60 60 53 64 34 64 84"
)
_WIDTHS = {chr(32 + place): int(width) * LETTER / 100 for place, width in enumerate(_ASCII.split())}
_WIDE, _OTHER = 1.05 * LETTER, 0.72 * LETTER


@lru_cache(maxsize=4096)
def width_of(text: str) -> float:
    """Return the width of a text in pixels; a little too wide is better than too narrow."""
    return sum([_WIDTHS.get(letter) or _width(letter) for letter in text])


def _width(letter: str) -> float:
    if unicodedata.combining(letter):
        width = 0.0
    elif unicodedata.east_asian_width(letter) in "WF" or ord(letter) > 0xFFFF:
        width = _WIDE
    else:
        width = _OTHER
    # A text may hold any letters, so the table grows only as far as the alphabets that people mix.
    if len(_WIDTHS) < 4096:
        _WIDTHS[letter] = width
    return width


def broken(text: str, widest: float, longest: int) -> tuple[str, ...]:
    """Return a text in lines that are hardly wider than `widest`; what is longer than `longest` letters is cut."""
    if len(text) > longest:
        text = f"{text[: longest - 1].rstrip()}…"
    lines: list[str] = []
    for given in text.split("\n"):
        line, width = "", 0.0
        for word in given.split():
            for piece in _pieces(word, widest):
                wide = width_of(piece)
                joint = " " if line and piece is word else ""
                if line and width + wide + (_WIDTHS[" "] if joint else 0) > widest:
                    lines.append(line)
                    line, width, joint = "", 0.0, ""
                line += joint + piece
                width += wide + (_WIDTHS[" "] if joint else 0)
        if line:
            lines.append(line)
    return tuple(lines)


def _pieces(word: str, widest: float) -> list[str]:
    """Return a word whole, or in pieces if it is wider than a line."""
    if width_of(word) <= widest * 1.2:
        return [word]
    pieces, start, width = [], 0, 0.0
    for place, letter in enumerate(word):
        width += _WIDTHS.get(letter) or _width(letter)
        if width > widest and place > start:
            pieces.append(word[start:place])
            start, width = place, _WIDTHS.get(letter) or _width(letter)
    return [*pieces, word[start:]]
