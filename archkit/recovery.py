"""What sessions that ended without saving left behind: their journals are read and what they hold is brought back."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from archkit.clashes import joined, plain_clash
from archkit.errors import ArchkitError
from archkit.format.settle import as_written, settle
from archkit.journal import Journal, journals
from archkit.journal_lines import all_entries, lines_of
from archkit.left_out import keep_aside
from archkit.model.delta import delta
from archkit.model.document import Document
from archkit.renamed import is_saved, take_over
from archkit.replay import Replay, fitting_entries
from archkit.versions.clash import Clash, Merged
from archkit.versions.follow import follow
from archkit.versions.merge import merge

#: A journal whose edits are all saved is kept for undoing up to this size.
MOST_BYTES = 4_000_000


@dataclass(frozen=True)
class Recovery:
    """What was brought back.

    Attributes:
        document: The document with the recovered edits.
        journal: The journal to go on with, None to begin a new one.
        is_joined: Whether that journal's entries lead to the document.
        edits: How many edits were not in the file.
        since: When the first of them was made, in seconds since 1970.
        clashes: Fields that somebody else changed in the file meanwhile; the document holds what was recovered.
        unreadable: Journals that could not be applied; they are left where they are.
        left_out: Files with edits that could not be applied, while the rest of their journals was.
    """

    document: Document
    journal: Journal | None = None
    is_joined: bool = False
    edits: int = 0
    since: float = 0.0
    clashes: tuple[Clash, ...] = ()
    unreadable: tuple[Path, ...] = ()
    left_out: tuple[Path, ...] = ()


def recover(path: Path, document: Document, text: str, digest: str) -> Recovery:
    """Bring back the edits of sessions that ended without saving them.

    A journal whose edits are all in the file is gone on with, so that they can be undone; one of a living session is
    left alone.

    Args:
        path: The document's file.
        document: What the file holds.
        text: Its text.
        digest: The digest of the text.
    """
    take_over(path, digest)
    recovered = Recovery(document)
    saved: list[Journal] = []
    left: list[Journal] = []
    state = document
    for found in journals(path):
        journal = None
        aside: list[Path] = []
        try:
            journal = Journal.adopt(found)
            if journal is None:
                continue
            stood = None if is_saved(found) else _applied(journal, text, digest, aside)
            recovered = replace(recovered, left_out=(*recovered.left_out, *aside))
            if stood is None or not stood.unsaved(digest) or stood.history is None:
                saved.append(journal)
                continue
            recovered, state = _with(recovered, stood, digest, is_first=not left), stood.document
            left.append(journal)
        except (ArchkitError, OSError):
            if journal is not None:
                journal.close()
            recovered = replace(recovered, unreadable=(*recovered.unreadable, found))
    if left:
        return _gone_on(recovered, left, saved, (state, document, text, digest))
    return replace(recovered, journal=_kept(saved))


def _applied(journal: Journal, text: str, digest: str, aside: list[Path]) -> Replay:
    """Return where the session of a journal stood; what cannot be applied is kept aside, and the journal without it.

    Raises:
        ArchkitError: nothing of it can be applied.
        OSError: the disk does not take it.
    """
    lines, known = lines_of(journal.path), all_entries(journal.path)
    stood, fitting = fitting_entries(known, text, digest)
    if fitting < len(known):
        aside.append(keep_aside(journal.path, [line.content for line in lines[fitting:]]))
        journal.cut(lines[fitting - 1].end if fitting else 0)
    return stood


def _with(recovered: Recovery, stood: Replay, digest: str, *, is_first: bool) -> Recovery:
    """Return the recovery with what one more session had not saved."""
    if is_first and stood.knows(digest):
        merged = Merged(stood.document)
    else:
        # Somebody else wrote the file, or recovered words wait already: they meet in a merge.
        merged = merge(as_written(stood.file), stood.document, recovered.document)
    document = settle(merged.document)
    clashes = [
        follow(known, before, document)
        for known, before in (
            (recovered.clashes, recovered.document),
            (stood.clashes, stood.document),
            (merged.clashes, merged.document),
        )
    ]
    return replace(
        recovered,
        document=document,
        edits=recovered.edits + stood.unsaved(digest),
        since=recovered.since or stood.since,
        clashes=joined(joined(*clashes[:2]), clashes[2]),
    )


def _kept(saved: list[Journal]) -> Journal | None:
    """Return the newest of journals that were saved, if it is not too large; the others are not needed any more."""
    kept = None
    for number, journal in enumerate(saved, 1):
        if number == len(saved) and 0 < journal.size < MOST_BYTES:
            kept = journal
        else:
            journal.close(remove=True)
    return kept


def _gone_on(
    recovered: Recovery, left: list[Journal], saved: list[Journal], known: tuple[Document, Document, str, str]
) -> Recovery:
    """Return the recovery with one journal that holds all of it; only then the other ones go."""
    (state, held, text, digest), journal = known, left[-1]
    if len(left) > 1 or state != recovered.document or recovered.clashes:
        try:
            journal.append(
                "base",
                digest=digest,
                text=text,
                changes=delta(held, recovered.document),
                edits=recovered.edits,
                clashes=[plain_clash(clash) for clash in recovered.clashes],
                at=recovered.since or time.time(),
            )
            journal.sync()
        except OSError:
            # They are found again at the next opening.
            for other in (*left, *saved):
                with suppress(OSError):
                    other.close()
            return recovered
    for other in (*left[:-1], *saved):
        other.close(remove=True)
    return replace(recovered, journal=journal, is_joined=True)
