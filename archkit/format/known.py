"""What was read before: sections and rows whose source is the same again are taken over, and only the others are read.

A section that is given no more than its name depends on its own lines alone, and a row of a list or table on its own
lines and the table's header.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from archkit.format.blocks import Block
from archkit.format.body import Body
from archkit.format.lists import Unreadable
from archkit.format.manuscript import Chunk, Manuscript
from archkit.format.pieces import Piece
from archkit.format.shapes import SHAPES

_LISTS = frozenset({"findings", "components", "integration_points", "security", "phases", "dependencies"})
_TABLES = frozenset({"risks"})
#: The first line of an item at the left margin: whatever is open above it ends there.
_ITEM = re.compile(r"(?:[-+*]|\d{1,9}[.)]) {1,4}\S")


class Known:
    """The sections and rows of a manuscript, by the source that they were read from."""

    def __init__(self, manuscript: Manuscript) -> None:
        chunks = [chunk for chunk in manuscript.chunks if chunk.place.part in SHAPES and chunk.value is not None]
        self._sections = {(chunk.place.part, chunk.source): chunk for chunk in chunks}
        self._groups = {(chunk.place.part, chunk.place.name): chunk for chunk in chunks if _is_rows(chunk)}

    def read(self, piece: Piece, source: str, body: Body, name: str) -> Any:
        """Return the data of a section, and fill in the lines of its body, as its own reader would.

        Args:
            piece: The section.
            source: Its source with the heading.
            body: The lines below the heading.
            name: The section's name, which is all that its reader is given.

        Raises:
            Unreadable: it cannot be read as data.
        """
        part = piece.part.part
        if found := self._sections.get((part, source)):
            body.places |= {path: piece.first + line for path, line in found.lines}
            body.stated |= {name: (stated, piece.first + line) for name, (stated, line) in found.stated}
            return found.value
        rows: list[tuple[int, Any]] | None = None
        if body.blocks and (chunk := self._groups.get((part, name))):
            rows = _list_rows(chunk, body, name) if part in _LISTS else _table_rows(chunk, body, name)
        if rows is None:
            return SHAPES[part].read(body, name)
        rows.sort(key=lambda row: row[0])
        body.places |= {(index,): line for index, (line, _) in enumerate(rows)}
        return tuple(row for _, row in rows)


def _is_rows(chunk: Chunk) -> bool:
    return bool(chunk.value) and chunk.place.part in (_LISTS | _TABLES)


def _list_rows(chunk: Chunk, body: Body, name: str) -> list[tuple[int, Any]] | None:
    """Return the rows of a list with their lines, None when it has to be read as a whole."""
    first, last = body.blocks[0].first, body.blocks[-1].last
    starts = _items(body.lines, first, last)
    if any(block.kind != "list" for block in body.blocks) or not {block.first for block in body.blocks} <= set(starts):
        return None
    known = _known_items(chunk)
    found: list[tuple[int, Any]] = []
    others: list[Block] = []
    for begin, end in pairwise([*starts, last]):
        rows = known.get(_text(body.lines, begin, end))
        if rows is not None:
            found += [(begin + line, row) for line, row in rows]
        elif others and others[-1].last == begin:
            others[-1].last = end
        else:
            others.append(Block("list", begin, end))
    read = _read(chunk, Body(body.lines, body.first, body.last, others), name)
    return None if read is None else found + read


def _table_rows(chunk: Chunk, body: Body, name: str) -> list[tuple[int, Any]] | None:
    """Return the rows of a table with their lines, None when it has to be read as a whole."""
    table, lines = body.blocks[0], _lines(chunk)
    top = next(index for index in range(_heading(chunk), len(lines)) if lines[index].strip())
    if len(body.blocks) > 1 or table.kind != "table" or body.lines[table.first] != lines[top]:
        return None
    known = {lines[line]: row for line, row in _known_rows(chunk)}
    rows = range(table.first + 2, table.last)
    found = [(index, known[body.lines[index]]) for index in rows if body.lines[index] in known]
    others = [index for index in rows if body.lines[index] not in known]
    if not found:
        return None
    # The others are read as a table of their own below the same header.
    alone = [*body.lines[table.first : table.first + 2], *(body.lines[index] for index in others)]
    blocks = [Block("table", 0, len(alone))] if others else []
    read = _read(chunk, Body(alone, 0, len(alone), blocks), name)
    return None if read is None else found + [(others[line - 2], row) for line, row in read]


def _read(chunk: Chunk, body: Body, name: str) -> list[tuple[int, Any]] | None:
    """Return the rows of a part of a section with their lines, None when one cannot be read."""
    if not body.blocks:
        return []
    try:
        rows = SHAPES[chunk.place.part].read(body, name)
    except Unreadable:
        # Which problem of a section is told, and where, is seen only in the whole.
        return None
    return [(body.places[(index,)], row) for index, row in enumerate(rows)]


def _known_items(chunk: Chunk) -> dict[str, list[tuple[int, Any]]]:
    """Return the rows of a list by the text of their item, each with its line below the item's first one."""
    lines = _lines(chunk)
    starts = _items(lines, _heading(chunk), len(lines))
    rows = dict(_known_rows(chunk))
    known: dict[str, list[tuple[int, Any]]] = {}
    for begin, end in pairwise([*starts, len(lines)]):
        known[_text(lines, begin, end)] = [(at - begin, rows[at]) for at in range(begin, end) if at in rows]
    return known


def _known_rows(chunk: Chunk) -> list[tuple[int, Any]]:
    """Return the rows of a chunk, each with its line below the first one."""
    rows: Any = chunk.value
    return [(line, row) for (_, line), row in zip(chunk.lines, rows, strict=True)]


def _items(lines: Sequence[str], first: int, last: int) -> list[int]:
    return [index for index in range(first, last) if _ITEM.match(lines[index])]


def _text(lines: Sequence[str], first: int, last: int) -> str:
    return "\n".join(lines[first:last]).rstrip("\n")


def _heading(chunk: Chunk) -> int:
    """Return how many lines the heading of a chunk has."""
    return chunk.place.head.rstrip("\n").count("\n") + 1


def _lines(chunk: Chunk) -> list[str]:
    """Return the lines of a chunk as the reader sees them."""
    lines = chunk.source.split("\n")
    return [line.removesuffix("\r") for line in lines] if "\r" in chunk.source else lines
