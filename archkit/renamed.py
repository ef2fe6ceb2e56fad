"""Unsaved edits of a file that was renamed: their journal has its old name, and knows its content."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from archkit.errors import FileProblem
from archkit.folder import folders_of, name_beside
from archkit.journal import STAMP, SUFFIX, Journal, journals
from archkit.journal_lines import all_entries, last_entry

_REMEDY = "if it has another name now, open it by that name before it is changed, else put it back: then they come back"
_JOURNAL = re.compile(rf"(?P<name>.+){STAMP}{re.escape(SUFFIX)}")


def take_over(path: Path, digest: str) -> None:
    """Give a document the journals of files that are gone, if they know its content as that of their file.

    Args:
        path: The document's file.
        digest: The digest of its text.
    """
    document = Path(os.path.realpath(path))
    with suppress(OSError):
        for found in _orphans(document):
            if not is_saved(found) and digest in _known(found):
                journal = Journal.adopt(found)
                if journal is not None:
                    journal.hand_over(document)


def refuse_while_edits_wait(path: Path) -> None:
    """Say of a file that is gone that there are edits of it.

    Raises:
        FileProblem: there are.
    """
    with suppress(OSError):
        if not all(map(is_saved, journals(path))):
            raise FileProblem(path, "there is no such file, but edits of it that were not saved wait", _REMEDY)


def is_saved(journal: Path) -> bool:
    """Whether the last thing a journal says is that the file was written; reads its end alone."""
    last = last_entry(journal)
    return last is not None and last.kind == "saved"


def _orphans(document: Path) -> Iterator[Path]:
    """Yield the journals of files that are not there any more."""
    found = [
        (named["name"], folder / name)
        for folder in folders_of(document)
        for name in os.listdir(folder)
        if (named := _JOURNAL.fullmatch(name))
    ]
    if found:
        there = {name_beside(Path(name)) for name in os.listdir(document.parent)}
        yield from sorted(path for name, path in found if name not in there)


def _known(journal: Path) -> set[str]:
    """Return the digests of all that the file held, or was to hold, while the session lived."""
    return {str(entry.data["digest"]) for entry in all_entries(journal) if "digest" in entry.data}
