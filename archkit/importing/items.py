"""The items of a list as their author wrote them: any depth, any block inside; nothing is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from archkit.format.columns import width
from archkit.format.marks import item_mark
from archkit.model.text import BLOCK_START

_CHECKBOX = re.compile(r"\[[ xX]\]\s+")
_FENCE = re.compile(r"\s*(?:```|~~~)")


@dataclass(slots=True)
class Item:
    """One item: its lines `first` to `last` (exclusive), its mark, its first paragraph, and the lines below that."""

    first: int
    last: int
    mark: str
    text: str
    below: list[str] = field(default_factory=list)

    @property
    def line(self) -> str:
        """The first paragraph on one line."""
        return " ".join(self.text.split())


def read_items(lines: Sequence[str], first: int, last: int) -> list[Item]:
    """Return the items of the list that stands on some lines; lines above its first mark belong to none."""
    starts = _starts(lines, first, last)
    ends = [*starts[1:], last]
    return [_item(lines, begin, end) for begin, end in zip(starts, ends, strict=False)]


def simple_lines(below: Sequence[str]) -> list[str] | None:
    """Return the texts of a nested list of simple items, None where more than that stands there."""
    if not any(line.strip() for line in below):
        return []
    starts = _starts(below, 0, len(below))
    if not starts or any(line.strip() for line in below[: starts[0]]):
        return None
    items = read_items(below, 0, len(below))
    return None if any(item.below for item in items) else [item.line for item in items]


def _starts(lines: Sequence[str], first: int, last: int) -> list[int]:
    """Return the lines on which an item of the outermost list begins."""
    starts: list[int] = []
    base, inside_fence = -1, False
    for index in range(first, last):
        line = lines[index]
        if _FENCE.match(line):
            inside_fence = not inside_fence
        if inside_fence:
            continue
        count, column = width(line)
        if not item_mark(line[count:]):
            continue
        if base < 0:
            base = column
        if column <= base + 1:
            starts.append(index)
    return starts


def _item(lines: Sequence[str], first: int, last: int) -> Item:
    count, _ = width(lines[first])
    rest = lines[first][count:]
    found = item_mark(rest)
    mark = found[0] if found else ""
    text = [_CHECKBOX.sub("", rest[len(mark) :].strip(), count=1)]
    at = first + 1
    while at < last and lines[at].strip() and not _opens_block(lines[at].strip()):
        text.append(lines[at].strip())
        at += 1
    below = list(lines[at:last])
    while below and not below[-1].strip():
        below.pop()
    return Item(first, last, mark, "\n".join(text).strip(), dedented(below))


def _opens_block(line: str) -> bool:
    return bool(item_mark(line)) or bool(BLOCK_START.match(line))


def dedented(lines: Sequence[str]) -> list[str]:
    """Return lines without the indentation that all of them have."""
    indents = [len(line) - len(line.lstrip(" \t")) for line in lines if line.strip()]
    least = min(indents, default=0)
    while lines and not lines[0].strip():
        lines = lines[1:]
    return [line[least:] if line[:least].strip() == "" else line.lstrip() for line in lines]
