"""Where in the file a finding of a rule stands: the line of a value, or that of what holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from archkit.format.manuscript import Manuscript
from archkit.model.edit import Path

#: How far below its holder a labelled value is looked for.
_REACH = 40
_NOT_LETTER = re.compile(r"[^\w]+")


def line_of(manuscript: Manuscript, path: Path) -> int:
    """Return the line (1-based) of a path, or that of what holds it; the path `("line", n)` is the line n itself."""
    if len(path) == 2 and path[0] == "line":
        return int(path[1])
    holder = path
    while holder and holder not in manuscript.lines:
        holder = holder[:-1]
    if not holder:
        return 1
    line = manuscript.lines[holder]
    if holder == path:
        return line
    lines = _lines(manuscript.text)
    if path[0] == "recommendation":
        return _below_heading(lines, line)
    return _labelled(lines, line, str(path[-1]))


def _labelled(lines: Sequence[str], line: int, key: str) -> int:
    """Return the line of `Key: value` below the line of an entry; the cells of a table stand on the line itself."""
    if "|" in lines[line - 1]:
        return line
    for at in range(line - 1, min(len(lines), line + _REACH)):
        if _folded(lines[at].partition(":")[0]) == _folded(key):
            return at + 1
    return line


def _below_heading(lines: Sequence[str], line: int) -> int:
    filled = (at + 1 for at in range(line, min(len(lines), line + _REACH)) if lines[at].strip())
    return next(filled, line)


def _folded(label: str) -> str:
    return _NOT_LETTER.sub("", label).replace("_", "").casefold()


@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    return text.split("\n")
