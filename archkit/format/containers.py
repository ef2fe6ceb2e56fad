"""What holds other lines: how a line goes on inside open quotes and list items, and where a conflict ends."""

from __future__ import annotations

from collections.abc import Sequence

from archkit.format.columns import after_mark, width


def match_containers(containers: Sequence[int], line: str, empty_item: bool) -> tuple[int, str, int]:
    """Consume the marks of the open containers.

    Returns:
        The columns left of the text that remains, that text, and how many containers go on.
    """
    count, column = width(line)
    rest, used, matched = line[count:], 0, 0
    for needed in containers:
        if needed == 0:
            if column - used > 3 or not rest.startswith(">"):
                break
            used, column, rest = after_mark(rest, 1, column)
        elif not rest.strip():
            if empty_item and matched == len(containers) - 1:
                break
        elif column - used >= needed:
            used += needed
        else:
            break
        matched += 1
    return column - used, rest, matched


def conflict_end(lines: Sequence[str], index: int) -> int:
    """Return the line after the conflict whose first marker is at `index`, 0 when it has no end."""
    middle = False
    for at in range(index + 1, len(lines)):
        line = lines[at]
        middle = middle or line.startswith("=======")
        if middle and line.startswith(">>>>>>> "):
            return at + 1
    return 0
