"""Text that fits into a number of printed lines: cut at the end of a sentence, or of a word where one is too long."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

#: What of a longer text is looked at.
_LONGEST = 6000
_SENTENCE_END = re.compile(r"(?<=[.!?…。！？])[\"'”’)\]»]*(?:\s+|$)|(?<=[。！？])|\n+")
_WIDE = {"W": 2.0, "F": 2.0}
_BROAD = frozenset("MWmw@%&—…")


@dataclass(frozen=True)
class Fitted:
    """A text that was fitted: what is left of it, how many lines it takes, and whether anything was cut."""

    text: str
    lines: int
    is_cut: bool


def fitted(text: str, columns: int, most: int) -> Fitted:
    """Return the beginning of a plain text that takes at most so many lines of a width given in average letters."""
    bare = " ".join(text[:_LONGEST].split())
    if len(text) <= _LONGEST and (taken := line_count(bare, columns)) <= most:
        return Fitted(bare, taken, is_cut=False)
    best = ""
    for end in _sentence_ends(bare):
        if line_count(bare[:end], columns) > most:
            break
        best = bare[:end].rstrip()
    if not best:
        best = _cut(bare, columns, most)
    return Fitted(best, line_count(best, columns), is_cut=True)


def fitted_items(texts: Iterable[str], columns: int, most: int, each: int = 2) -> tuple[list[str], bool]:
    """Return the first texts of a list that fit into so many lines, each in at most `each`; and whether all is there.

    What is left out is counted in a line of its own.
    """
    wanted = [text for text in texts if text.strip()]
    found: list[str] = []
    left, is_whole = most, True
    for place, text in enumerate(wanted):
        is_last = place == len(wanted) - 1
        shown = fitted(text, columns, min(each, max(1, left)))
        if shown.lines > left - (0 if is_last else 1):
            return [*found, f"{len(wanted) - place} more"], False
        found.append(shown.text)
        left -= shown.lines
        is_whole = is_whole and not shown.is_cut
    return found, is_whole


def line_count(text: str, columns: int) -> int:
    """Return how many lines a text takes when it is broken between words, and within words that are too long."""
    lines, at = 1, 0.0
    for word in text.split():
        wide = width(word)
        if at and at + 1 + wide > columns:
            lines, at = lines + 1, 0.0
        elif at:
            at += 1
        over = int(max(0.0, wide - 1e-9) // columns) if not at else 0
        lines += over
        at += wide - over * columns
    return lines


def width(text: str) -> float:
    """Return about how wide a text is, in average letters of a proportional font."""
    return float(len(text)) if text.isascii() and text.islower() and text.isalpha() else sum(map(_letter, text))


def _letter(letter: str) -> float:
    if letter.isascii():
        return 1.8 if letter in _BROAD else 1.4 if letter.isupper() else 1.1
    if unicodedata.combining(letter):
        return 0.0
    kind = unicodedata.category(letter) if letter < "\U00010000" else ""
    # Symbols, pictures and scripts without small letters are as broad as letters get.
    return _WIDE.get(unicodedata.east_asian_width(letter), 1.2 if kind in ("Ll", "Lu", "Pd", "Pi", "Pf") else 2.0)


def _sentence_ends(text: str) -> Iterator[int]:
    yield from (found.end() for found in _SENTENCE_END.finditer(text))


def _cut(text: str, columns: int, most: int) -> str:
    """Return as many words as fit, with … behind them; of a word that is longer than all lines, its beginning."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if line_count(f"{text[:middle]}…", columns) <= most else (low, middle - 1)
    shown = text[:low]
    between = shown.rfind(" ")
    if low < len(text) and not text[low].isspace() and between > low // 2:
        shown = shown[:between]
    return f"{shown.rstrip(' ,;:–—-')}…"
