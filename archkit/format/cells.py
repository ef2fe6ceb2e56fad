"""The cells of one table line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archkit.format.columns import width

_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")


def delimiter_cells(line: str) -> int:
    """Return how many cells a table's delimiter row has, or 0 when the line is none."""
    stripped = line.strip()
    if (
        not stripped
        or not _DELIMITER.match(stripped)
        or ("|" not in stripped and ":" not in stripped and stripped != "-")
    ):
        return 0
    return len(split_cells(stripped))


def split_cells(line: str) -> list[str]:
    """Return the cells of a table row, as written and trimmed; an escaped `|` splits nothing."""
    line = line.strip()
    if "\\|" not in line:
        line = line.removeprefix("|")
        return list(map(str.strip, line.removesuffix("|").split("|")))
    cells, begin, index = [], 0, 0
    while index < len(line):
        if line[index] == "|" and (index == 0 or line[index - 1] != "\\"):
            cells.append(line[begin:index].strip())
            begin = index + 1
        index += 1
    cells.append(line[begin:].strip())
    if line.startswith("|"):
        cells.pop(0)
    if line.endswith("|") and not line.endswith("\\|") and cells:
        cells.pop()
    return cells


def is_table_head(line: str, below: Sequence[str]) -> bool:
    """Whether a line is a table's header, given the line below it, if there is one."""
    if not below or "|" not in line or "-" not in below[0] or below[0].lstrip().startswith(("- ", "-\t")):
        return False
    if ("|" not in below[0] and ":" not in below[0]) or width(below[0])[1] > 3:
        return False
    count = delimiter_cells(below[0])
    return bool(count) and len(split_cells(line)) == count
