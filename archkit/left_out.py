"""What could not be brought back from a journal, kept beside it in words that a person can read and copy."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from archkit.journal_lines import Entry, entry_of

SUFFIX = ".left-out.txt"
_LEAD = (
    "These edits were typed and could not be applied to the document again: what they belong to is not there.\n"
    "Copy what you need into the document. Then this file can be deleted.\n"
)


def keep_aside(journal: Path, lines: Sequence[bytes]) -> Path:
    """Write lines of a journal into a file of their own, and return its path.

    Raises:
        OSError: it cannot be written; then the journal must stay as it is.
    """
    words = [text for line in lines if (entry := entry_of(line)) is not None for text in _words(entry)]
    raw = b"".join(lines).decode("utf-8", errors="replace")
    content = "\n".join([_LEAD, *words, "", "The lines of the journal as they were:", "", raw])
    target = _free(journal)
    with open(target, "x", encoding="utf-8") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    return target


def _free(journal: Path) -> Path:
    for number in range(1, 1000):
        target = journal.with_name(f"{journal.stem}{f'-{number}' * (number > 1)}{SUFFIX}")
        if not target.exists():
            return target
    raise FileExistsError(target)


def _words(entry: Entry) -> Iterator[str]:
    """Yield a line for each value that an entry put into the document."""
    at = entry.data.get("at")
    moment = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(at)) if isinstance(at, (int, float)) else ""
    changes = entry.data.get("changes")
    for change in changes if isinstance(changes, list) else ():
        match change:
            case ["set", list(path), value, *_] | [_, list(path), *_, value]:
                yield f"{moment} {'.'.join(map(str, path))}: {_text(value)}"


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_text(item)}" for key, item in value.items() if item not in ("", None, [], {}))
    return " | ".join(map(_text, value)) if isinstance(value, list) else str(value)
