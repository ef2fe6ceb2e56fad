"""Any text as a label: one that can be drawn, is short enough, and raises no warning about a missing character."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from functools import cache

from matplotlib.font_manager import FontProperties, findfont, get_font

from archkit.figures.style import fonts

LIMIT = 80
#: Drawn in place of characters that no installed font has, such as most emoji.
MISSING = "□"

# Letters that take more room than most, in widths of a usual one.
_BROAD = dict.fromkeys("mw@%&—", 1.6) | dict.fromkeys("MW", 1.8)

# Controls, marks of direction, joiners, surrogates and private characters draw nothing of their own.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def label(text: str, limit: int = LIMIT) -> str:
    """Return a text as a label of at most `limit` characters on one line; a longer one ends in an ellipsis."""
    head = _SELECTORS.sub("", unicodedata.normalize("NFC", text[: 4 * limit]))
    line = re.sub(f"{MISSING}+", MISSING, _one_line("".join(map(_drawable, head))))
    return _cut(line, limit, len(text) > 4 * limit)


def said(text: str, limit: int = LIMIT) -> str:
    """Return a text as a sentence holds it that is read aloud: on one line and cut, with all its characters."""
    return _cut(_one_line("".join(map(_plain, text[: 4 * limit]))), limit, len(text) > 4 * limit)


def wrapped(text: str, width: int, lines: int = 3) -> str:
    """Return a label on at most `lines` lines of `width` characters; what has no room ends in an ellipsis."""
    line = label(text, width * lines + 1)
    width = _narrowed(line, width)
    found = textwrap.wrap(line, width) or [""]
    if len(found) > lines:
        found = [*found[: lines - 1], f"{found[lines - 1][: width - 1]}…"]
    return "\n".join(found)


def _narrowed(line: str, width: int) -> int:
    """Return how many characters take the room of `width` usual ones, in a text of capitals or wide letters."""
    room = sum(_BROAD.get(character, 1.25 if character.isupper() else _is_wide(character)) for character in line)
    return width if room <= 1.1 * len(line) else max(4, int(width * len(line) / room))


def _is_wide(character: str) -> float:
    return 1.9 if unicodedata.east_asian_width(character) in "WF" else 1.0


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _cut(line: str, limit: int, more: bool) -> str:
    return f"{line[: limit - 1].rstrip()}…" if more or len(line) > limit else line


def _plain(character: str) -> str:
    return " " if unicodedata.category(character) in {"Cc", "Cs"} else character


def height_of(text: str) -> int:
    """Return how many lines a wrapped label has, at least 1."""
    return text.count("\n") + 1


def _drawable(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character) in _UNSEEN:
        return ""
    return character if ord(character) < 0x250 or _has_glyph(ord(character)) else MISSING


@cache
def _has_glyph(point: int) -> bool:
    return any(point in _characters(font) for font in fonts())


@cache
def _characters(font: str) -> frozenset[int]:
    return frozenset(get_font(findfont(FontProperties(family=[font]))).get_charmap())
