"""The file of a session: what it is known to hold, and the journal beside it that knows what it lacks."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archkit import store
from archkit.clashes import plain_clash
from archkit.errors import FileProblem
from archkit.format.manuscript import Manuscript
from archkit.format.read import read
from archkit.format.settle import as_written
from archkit.history import History
from archkit.journal import Journal
from archkit.journal_lines import all_entries, steps_back
from archkit.model.delta import delta
from archkit.model.document import Document
from archkit.recovery import Recovery, recover
from archkit.replay import fitting_entries
from archkit.text_patch import Told
from archkit.versions.clash import Clash

GONE = "the file is gone; the next save writes it again"


@dataclass(frozen=True)
class Standing:
    """Where a session stands: its document, how many edits of it the file lacks, and what waits for a person."""

    document: Document
    edits: int
    clashes: tuple[Clash, ...]


@dataclass(frozen=True)
class Held:
    """What a file holds: its text, the digest, the document, and whether that is what was read or what was written."""

    text: str
    digest: str
    document: Document
    is_read: bool


@dataclass(frozen=True)
class Mark:
    """A moment that can be gone back to."""

    held: Held
    journal: Journal | None
    size: int
    is_joined: bool
    told: Told


class DocumentFile:
    """The disk side of a session; the session's lock guards it.

    Attributes:
        path: The file.
        is_gone: Whether somebody deleted it, or moved it away, when it was last looked for; a save writes it again.
    """

    def __init__(self, path: Path, manuscript: Manuscript) -> None:
        self.path = path
        self.is_gone = False
        self.hold(manuscript)
        self._journal: Journal | None = None
        self._ended: Path | None = None
        #: What the journal knows of the file's text.
        self._told = Told()
        #: Whether the journal's entries lead to where the session stands; else it first has to be told.
        self._is_joined = False

    def hold(self, manuscript: Manuscript) -> None:
        """Go on from what somebody else wrote."""
        self._held = Held(manuscript.text, _digest(manuscript.text), manuscript.document, is_read=True)
        self._is_joined = False

    def held(self) -> Document:
        """Return what the file holds, as a document with which others can be merged."""
        return self._held.document if self._held.is_read else as_written(self._held.document)

    def found(self) -> Manuscript | None:
        """Return what somebody else wrote into the file; None when nobody did, or when it is known to be gone.

        Raises:
            FileProblem: it cannot be read, or is gone since the last time.
        """
        gone = is_gone(self.path) and self.path.parent.is_dir()
        if gone and not self.is_gone:
            # An editor may be about to put another file there: what is saved waits until the next time.
            self.is_gone = True
            raise FileProblem(self.path, GONE, "save again, or put it back")
        self.is_gone = gone
        if gone:
            return None
        content = store.read_text(self.path)
        return None if _digest(content) == self._held.digest else read(content)

    def recover(self) -> Recovery:
        """Bring back what earlier sessions had not saved, and go on with their journal."""
        recovered = recover(self.path, self._held.document, self._held.text, self._held.digest)
        self._journal, self._is_joined = recovered.journal, recovered.is_joined
        return recovered

    def history(self, standing: Standing) -> History:
        """Return the steps of a session that goes on with an adopted journal.

        Raises:
            FileProblem: the journal cannot be written or read.
        """
        with store.told(self.path):
            journal = self._join(standing)
            stood, _ = fitting_entries(all_entries(journal.path), self._held.text, self._held.digest)
            return stood.history or History(standing.document)

    def has_undone(self) -> bool:
        """Whether the adopted journal ends with steps that were taken back; a disk that does not say has none."""
        with suppress(OSError):
            return self._journal is not None and steps_back(self._journal.path) > 0
        return False

    def note(self, standing: Standing, kind: str, **data: Any) -> None:
        """Append to the journal, which is begun with the first edit.

        Args:
            standing: Where the session stood before.
            kind: The kind of entry.
            data: What it holds.

        Raises:
            FileProblem: it cannot be written.
        """
        with store.told(self.path):
            self._join(standing).append(kind, **data)

    def sync(self) -> None:
        """Wait until the disk has the journal.

        Raises:
            FileProblem: it cannot be written.
        """
        with store.told(self.path):
            if self._journal is not None and not self._journal.is_gone:
                self._journal.sync()

    def is_journal_gone(self) -> bool:
        """Return whether somebody deleted the journal.

        Raises:
            FileProblem: the disk does not say.
        """
        with store.told(self.path):
            return self._journal is not None and self._journal.is_gone

    def join(self, standing: Standing) -> None:
        """Let the journal hold where the session stands.

        Raises:
            FileProblem: it cannot be written.
        """
        with store.told(self.path):
            self._join(standing)

    def save(self, standing: Standing, text: str) -> None:
        """Replace the file; the caller holds its lock.

        Raises:
            ChangedOnDiskError: somebody else wrote it a moment ago.
            FileProblem: it cannot be written.
        """
        # Recovery must know which content is about to stand in the file.
        self.note(standing, "write", digest=_digest(text))
        self.sync()
        written = store.write_text(self.path, text, expected=None if self.is_gone else self._held.digest)
        self.is_gone = False
        self._held = Held(text, written, standing.document, is_read=False)
        # Without this line recovery goes by the one above.
        with suppress(OSError):
            assert self._journal is not None
            self._journal.append("saved", digest=written)

    def mark(self) -> Mark:
        """Return where the file and the journal stand."""
        size = 0 if self._journal is None else self._journal.size
        return Mark(self._held, self._journal, size, self._is_joined, self._told)

    def go_back(self, mark: Mark) -> None:
        """Forget what came after a mark, in the journal, too."""
        self._held = mark.held
        same = self._journal is mark.journal
        self._is_joined, self._told = mark.is_joined and same, mark.told if same else Told()
        if self._journal is not None:
            with suppress(OSError):
                self._journal.cut(mark.size if same else 0)

    def close(self) -> None:
        """End the journal; it stays for undoing in the next session."""
        if self._journal is not None:
            self._ended = self._journal.path
            self._journal.close()
            self._journal, self._is_joined = None, False

    def _join(self, standing: Standing) -> Journal:
        journal = self._journal
        if journal is not None and journal.is_gone:
            journal.close()
            journal = None
        if journal is None:
            journal = (Journal.adopt(self._ended) if self._ended else None) or Journal.create(self.path)
            self._journal, self._is_joined, self._told = journal, False, Told()
        if not self._is_joined:
            found = self._held.document if self._held.is_read else read(self._held.text).document
            told, text = self._told.tell(self._held.text)
            journal.append(
                "base" if journal.size else "begin",
                digest=self._held.digest,
                **text,
                changes=delta(found, standing.document),
                edits=standing.edits,
                clashes=[plain_clash(clash) for clash in standing.clashes],
                at=time.time(),
            )
            self._is_joined, self._told = True, told
        return journal


def is_gone(path: Path) -> bool:
    """Whether a file is not there any more; a disk that does not answer says nothing."""
    try:
        os.stat(path)
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        return False
    return False


def _digest(text: str) -> str:
    return store.digest(text.encode("utf-8", errors="replace"))
