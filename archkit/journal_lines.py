"""The lines of a journal: one entry each, with a checksum, so that a damaged one is known."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: The kind of an entry that takes back all lines after a size, and how its line begins behind the checksum.
CUT = "cut"
_CUT_BEGIN = b'{"kind":"cut"'
#: Stands for a line of a journal that cannot be read.
DAMAGED = "damaged"
#: The last line of a journal is looked for in so many bytes at its end.
_TAIL = 4096


@dataclass(frozen=True)
class Entry:
    """One line of a journal: its kind, and what it holds."""

    kind: str
    data: dict[str, Any]


@dataclass(frozen=True)
class Line:
    """A line of a journal as it stands there, and the size of the journal up to its end."""

    content: bytes
    end: int


def entries(path: Path) -> Iterator[Entry]:
    """Yield the entries of a journal up to the first line that is torn or has a wrong checksum."""
    for line in lines_of(path):
        entry = entry_of(line.content)
        if entry is None:
            return
        yield entry


def lines_of(path: Path) -> list[Line]:
    """Return the lines of a journal, damaged ones, too, without those that were taken back."""
    lines: list[Line] = []
    end = 0
    with open(path, "rb") as stream:
        for content in stream:
            end += len(content)
            entry = entry_of(content) if content[9:].startswith(_CUT_BEGIN) else None
            if entry is None:
                lines.append(Line(content, end))
            else:
                lines = [line for line in lines if line.end <= entry.data["size"]]
    return lines if not lines or lines[-1].content.endswith(b"\n") else lines[:-1]


def entry_of(line: bytes) -> Entry | None:
    """Return the entry that a line holds, None when it is torn, its checksum is wrong, or it is no entry."""
    try:
        if line.endswith(b"\n") and int(line[:8], 16) == zlib.crc32(line[9:-1]):
            data = json.loads(line[9:])
            if isinstance(data, dict) and isinstance(data.get("kind"), str):
                return Entry(data.pop("kind"), data)
    except (ValueError, RecursionError):
        pass
    return None


def all_entries(path: Path) -> list[Entry]:
    """Return the entries of a journal, with one of kind `DAMAGED` for each line that cannot be read."""
    return [entry_of(line.content) or Entry(DAMAGED, {}) for line in lines_of(path)]


def steps_back(path: Path) -> int:
    """Return how many steps were taken back since the last edit and not done again."""
    count = 0
    for line in lines_of(path):
        kind = line.content[9:].partition(b",")[0]
        if kind == b'{"kind":"edit"':
            count = 0
        else:
            count += (kind == b'{"kind":"undo"') - (kind == b'{"kind":"redo"')
    return count


def last_entry(path: Path) -> Entry | None:
    """Return the last entry of a journal without reading what stands before it; None when its line is not whole."""
    with open(path, "rb") as stream:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(max(0, size - _TAIL))
        end = stream.read()
    if not end.endswith(b"\n"):
        return None
    return entry_of(end[end.rfind(b"\n", 0, -1) + 1 :])


def line_of(kind: str, data: dict[str, Any]) -> bytes:
    """Return an entry as a line with its checksum."""
    body = json.dumps({"kind": kind, **data}, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return b"%08x %s\n" % (zlib.crc32(body), body)


def whole_size(path: Path) -> int:
    """Return the size of a journal up to the end of its last line that has one."""
    with open(path, "rb") as stream:
        return stream.read().rfind(b"\n") + 1
