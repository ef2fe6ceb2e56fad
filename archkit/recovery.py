"""What sessions that ended without saving left behind: their journals are read and what they hold is brought back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from archkit.errors import ArchkitError
from archkit.format.read import read
from archkit.history import History
from archkit.journal import Entry, Journal, entries, journals, last_entry
from archkit.model.delta import apply_delta, delta, places
from archkit.model.document import Document
from archkit.versions.clash import Clash
from archkit.versions.merge import merge


#: A journal whose edits are all saved is kept for undoing up to this size.
MOST_BYTES = 4_000_000


@dataclass(frozen=True)
class Recovery:
    """What was brought back.

    Attributes:
        document: The document with the recovered edits.
        journal: The journal to go on with, None to begin a new one.
        edits: How many edits were not in the file.
        since: When the first of them was made, in seconds since 1970.
        clashes: Fields that somebody else changed in the file meanwhile; the document holds what was recovered.
        unreadable: Journals that could not be applied; they are left where they are.
    """

    document: Document
    journal: Journal | None = None
    edits: int = 0
    since: float = 0.0
    clashes: tuple[Clash, ...] = ()
    unreadable: tuple[Path, ...] = ()


def recover(path: Path, document: Document, digest: str) -> Recovery:
    """Bring back the edits of sessions that ended without saving them.

    A journal whose edits are all in the file is gone on with, so that they can be undone; one of a living session is
    left alone.

    Args:
        path: The document's file.
        document: What the file holds.
        digest: The digest of the file.
    """
    recovered = Recovery(document)
    for found in journals(path):
        journal = Journal.adopt(found)
        if journal is None:
            continue
        if _is_saved(found, digest):
            keep = recovered.journal is None and found.stat().st_size < MOST_BYTES
            if keep:
                recovered = replace(recovered, journal=journal)
            else:
                journal.close(remove=True)
            continue
        try:
            recovered = _with_journal(recovered, journal, digest)
        except ArchkitError:
            journal.close()
            recovered = replace(recovered, unreadable=(*recovered.unreadable, found))
    return recovered


def history_of(journal: Path) -> History:
    """Return the steps that a journal holds.

    Raises:
        ArchkitError: it does not fit itself.
    """
    return _replay(list(entries(journal)))[1]


def _is_saved(journal: Path, digest: str) -> bool:
    """Whether the last thing a journal says is that the file was written as it is now; reads its end alone."""
    last = last_entry(journal)
    return last is not None and last.kind == "write" and last.data.get("digest") == digest


def _with_journal(recovered: Recovery, journal: Journal, digest: str) -> Recovery:
    """Return the recovery with what one more journal holds beyond the file."""
    lines = list(entries(journal.path))
    known = [at for at, entry in enumerate(lines) if entry.data.get("digest") == digest]
    later = [entry for entry in lines[known[-1] + 1 if known else 0 :] if entry.kind in ("edit", "undo", "redo")]
    if not later or lines[0].kind != "begin":
        journal.close(remove=True)
        return recovered
    states, _ = _replay(lines)
    # The file is one that the session knew, or somebody else's: then all that was typed meets it in a merge.
    base = states[known[-1]] if known else states[0]
    merged = merge(base, states[-1], recovered.document)
    if merged.document == recovered.document:
        journal.close(remove=True)
        return recovered
    first = recovered.since or float(later[0].data.get("at", 0.0))
    if recovered.journal is not None:
        # One journal goes on; it must hold what the other one held before that one goes.
        changes = delta(states[-1], merged.document)
        journal.append("edit", changes=changes, at=first)
        journal.sync()
        recovered.journal.close(remove=True)
    return replace(
        recovered,
        document=merged.document,
        journal=journal,
        edits=recovered.edits + len(later),
        since=first,
        clashes=(*recovered.clashes, *merged.clashes),
    )


def _replay(lines: list[Entry]) -> tuple[list[Document], History]:
    """Return the document after each entry, and the steps."""
    document = read(lines[0].data["text"]).document
    history = History(document)
    states = []
    for entry in lines:
        if entry.kind == "base":
            document = read(entry.data["text"]).document
            history.push(document, (), entry.data["at"])
        elif entry.kind == "edit":
            document = apply_delta(document, entry.data["changes"])
            history.push(document, places(entry.data["changes"]), entry.data["at"])
        elif entry.kind in ("undo", "redo"):
            document = history.undo() if entry.kind == "undo" else history.redo()
        states.append(document)
    return states, history
