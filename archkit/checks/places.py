"""Where in the file a finding of a rule stands: line and column of a value, or those of what holds it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from archkit.checks.review import Review
from archkit.model.document import outline, rows_at
from archkit.model.edit import Path

#: How far below its holder a labelled value is looked for.
_REACH = 40
_NOT_LETTER = re.compile(r"[^\w]+")
_KEYS = frozenset(spec.key for spec in outline())
_BEFORE_TEXT = re.compile(r"\s*(?:(?:[-+*>]|\d{1,9}[.)]|#{1,6}|\|)\s+)?")


def place_of(review: Review, path: Path, words: str = "") -> tuple[int, int]:
    """Return line and column (1-based) of what a rule found.

    Args:
        review: The document.
        path: Where it stands; the path `("line", n)` is the line n itself.
        words: Words of the file that mark the place, on the line of the path or below it.
    """
    line = _line(review, path)
    lines = review.text_lines
    if words and (
        found := _below(lines, line, words, _end(review, line)) or _below(lines, line, words, _last(review, line))
    ):
        return found
    text = lines[line - 1] if line <= len(lines) else ""
    value = _value(review, path)
    at = text.find(value) if value else -1
    if at < 0:
        begin = _BEFORE_TEXT.match(text)
        at = begin.end() if begin and begin.end() < len(text.rstrip()) else 0
    return line, at + 1


def section_at(review: Review, line: int) -> str:
    """Return the key of the section in which a line stands, "" for text of the author's own."""
    chunks = review.manuscript.chunks
    at = bisect_right(chunks, line, key=lambda chunk: chunk.line)
    part = chunks[at - 1].place.part if at else ""
    part = {"option": "options", "blank": "options"}.get(part, part)
    return part if part in _KEYS else ""


def _line(review: Review, path: Path) -> int:
    if len(path) == 2 and path[0] == "line":
        return int(path[1])
    holders = review.manuscript.lines
    holder = path
    while holder and holder not in holders:
        holder = holder[:-1]
    if not holder:
        return 1
    line = holders[holder]
    if holder == path:
        return line
    lines = review.text_lines
    if path[0] == "recommendation":
        return _below_heading(lines, line)
    return _labelled(lines, line, str(path[-1]))


def _labelled(lines: Sequence[str], line: int, key: str) -> int:
    """Return the line of `Key: value` below the line of an entry; the cells of a table stand on the line itself."""
    if "|" in lines[line - 1]:
        return line
    for at in range(line - 1, min(len(lines), line + _REACH)):
        if at >= line and lines[at].startswith(("#", "- ", "* ")) and not lines[line - 1].startswith(("#", "---")):
            break
        if _folded(lines[at].partition(":")[0]) == _folded(key):
            return at + 1
    return line


def _below(lines: Sequence[str], line: int, words: str, end: int) -> tuple[int, int] | None:
    """Return where words stand from a line on, and before the next thing begins."""
    for at in range(line - 1, min(end, len(lines))):
        if (found := lines[at].find(words)) >= 0:
            return at + 1, found + 1
    return None


def _end(review: Review, line: int) -> int:
    """Return the last line (1-based) of what begins on a line."""
    numbers = review.line_numbers
    at = bisect_right(numbers, line)
    return numbers[at] - 1 if at < len(numbers) else len(review.text_lines)


def _last(review: Review, line: int) -> int:
    """Return the last line (1-based) of the section in which a line stands."""
    chunks = review.manuscript.chunks
    at = bisect_right(chunks, line, key=lambda chunk: chunk.line)
    return chunks[at].line - 1 if at < len(chunks) else len(review.text_lines)


def _value(review: Review, path: Path) -> str:
    if not path or path[0] == "line":
        return ""
    try:
        found = rows_at(review.document, path)
    except (LookupError, AttributeError, TypeError):
        return ""
    return found if isinstance(found, str) else ""


def _below_heading(lines: Sequence[str], line: int) -> int:
    filled = (at + 1 for at in range(line, min(len(lines), line + _REACH)) if lines[at].strip())
    return next(filled, line)


def _folded(label: str) -> str:
    return _NOT_LETTER.sub("", label).replace("_", "").casefold()
