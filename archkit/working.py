"""The work of a session between two saves: its document, the steps to it, and what the file lacks of it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from archkit import store
from archkit.beside import locked
from archkit.clashes import joined, plain_clash
from archkit.document_file import DocumentFile, Mark, Standing
from archkit.errors import ArchkitError
from archkit.format.manuscript import Manuscript
from archkit.format.read import read
from archkit.format.settle import settle
from archkit.format.write import write
from archkit.history import REST, History, Step
from archkit.model.delta import delta, places
from archkit.model.document import Document
from archkit.recovery import Recovery
from archkit.store import ChangedOnDiskError
from archkit.versions.clash import Clash
from archkit.versions.follow import follow
from archkit.versions.merge import merge

#: How often a save is tried when somebody who takes no lock writes the file at the same moment.
_TRIES = 3


@dataclass(frozen=True)
class Moment:
    """All that an edit changes, as it was before."""

    standing: Standing
    basis: Manuscript
    history: History | None
    mark: Mark


class Working:
    """The document of a session and its file; the session's lock guards it.

    Attributes:
        document: The current document.
        basis: The text that it is written over, so that what was not edited keeps its bytes.
        unsaved: How many edits the file lacks.
        clashes: Fields that both this session and somebody else changed.
        history: The steps; None while those of earlier sessions wait in their journal.
    """

    def __init__(self, path: Path, manuscript: Manuscript) -> None:
        self.document = manuscript.document
        self.basis = manuscript
        self.unsaved = 0
        self.clashes: tuple[Clash, ...] = ()
        self._file = DocumentFile(path, manuscript)
        self.history: History | None = History(manuscript.document)
        self._written: tuple[Document, Manuscript, str] = (manuscript.document, manuscript, manuscript.text)
        self._proved: frozenset[str] = frozenset()
        #: Whether an earlier session took steps back that can be done again; None while nobody asked.
        self._undone: bool | None = None

    @property
    def text(self) -> str:
        """The document as Markdown."""
        document, basis, text = self._written
        if document is not self.document or basis is not self.basis:
            text = write(self.document, self.basis, effort_texts)
            self._written = (self.document, self.basis, text)
        return text

    def manuscript(self) -> Manuscript:
        """Return the text, read."""
        return self.basis if self.text == self.basis.text else read(self.text, self.basis)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back, here or in an earlier session, and can be done again."""
        if self.history is not None:
            return self.history.can_redo
        if self._undone is None:
            self._undone = self._file.has_undone()
        return self._undone

    def recover(self) -> Recovery:
        """Bring back what earlier sessions had not saved."""
        recovered = self._file.recover()
        if recovered.journal is not None:
            self.history = None
        self.document, self.unsaved, self.clashes = recovered.document, recovered.edits, recovered.clashes
        return recovered

    def edit(self, document: Document, basis: Manuscript | None = None, *, is_typed: bool = True) -> bool:
        """Go on to a document; return whether it is another one. What is not typed is a step of its own."""
        if document == self.document:
            return False
        before = self._standing()
        # As if the hand had rested: neither what was typed before nor what is typed next belongs to the step.
        changes, at = delta(self.document, document), time.time() + (0.0 if is_typed else REST)
        self.document, self.basis = document, basis or self.basis
        self.clashes = follow(self.clashes, before.document, document)
        self._prove(before.document)
        self._file.note(before, "edit", changes=changes, at=at)
        self.unsaved += 1
        if self.history is not None:
            self.history.push(document, places(changes), at)
        self._undone = False
        return True

    def step(self, step: Step) -> bool:
        """Take a step back or on; return whether there is one."""
        history = self._steps()
        if not (history.can_undo if step == "undo" else history.can_redo):
            return False
        before, document = self._standing(), settle(history.seen(step))
        self._file.note(before, step, changes=delta(self.document, document), at=time.time())
        history.go(step, document)
        self.clashes = follow(self.clashes, self.document, document)
        self.document = document
        self.unsaved += 1
        return True

    def settle_clash(self, clash: Clash, document: Document, basis: Manuscript | None = None) -> bool:
        """Go on to a document in which a clash is settled."""
        self.edit(document, basis)
        left = tuple(other for other in self.clashes if other.key != clash.key)
        self._file.note(self._standing(), "clashes", clashes=[plain_clash(other) for other in left])
        self.clashes = left
        # What was kept is not in the file, even if nothing was typed.
        self.unsaved = max(1, self.unsaved)
        return True

    def look(self) -> bool:
        """Take in what somebody else wrote; return whether there was anything.

        Raises:
            FileProblem: the file cannot be read.
        """
        # What another session is about to write in place may be half there.
        theirs = None if store.is_unfinished(self._file.path) else self._file.found()
        if theirs is not None:
            self._meet(theirs)
        return theirs is not None

    def save(self) -> bool:
        """Write the file, unless a clash waits; take in first what somebody else wrote. Return whether it was written.

        Raises:
            FileProblem: it cannot be written.
        """
        for tries in range(_TRIES):
            try:
                with locked(self._file.path):
                    store.finish(self._file.path)
                    self.look()
                    if self.clashes:
                        return False
                    self._file.save(self._standing(), self.text)
                    break
            except ChangedOnDiskError:
                if tries == _TRIES - 1:
                    raise
        self.unsaved = 0
        return True

    def sync(self) -> None:
        """Wait until the disk has the journal; one that somebody deleted is begun anew.

        Raises:
            FileProblem: it cannot be written.
        """
        if self.unsaved and self._file.is_journal_gone():
            self._file.join(self._standing())
        self._file.sync()

    def moment(self) -> Moment:
        """Return how all stands, to go back to."""
        history = self.history.copy() if self.history is not None else None
        return Moment(self._standing(), self.basis, history, self._file.mark())

    def go_back(self, moment: Moment) -> None:
        """Let all stand as it did; the journal forgets what came after."""
        self.document, self.unsaved = moment.standing.document, moment.standing.edits
        self.clashes, self.basis, self.history = moment.standing.clashes, moment.basis, moment.history
        self._file.go_back(moment.mark)
        self._undone = None

    def close(self) -> None:
        """End the journal."""
        self._file.close()

    def _standing(self) -> Standing:
        return Standing(self.document, self.unsaved, self.clashes)

    def _steps(self) -> History:
        if self.history is None:
            try:
                history = self._file.history(self._standing())
            except ArchkitError:
                history = History(self.document)
            if history.document != self.document:
                history.push(self.document, (), 0.0)
            self.history = history
        return self.history

    def _meet(self, theirs: Manuscript) -> None:
        """Merge what somebody else wrote into the document: section by section, row by row, field by field."""
        base = self._file.held()
        merged = merge(base, self.document, theirs.document)
        is_theirs = merged.document == theirs.document
        document = theirs.document if is_theirs else settle(merged.document)
        if self.history is not None:
            self.history.meet(base, theirs.document, document)
        self._file.hold(theirs)
        known = follow(self.clashes, self.document, document)
        self.document, self.basis, self._proved = document, theirs, frozenset()
        self.clashes = joined(known, follow(merged.clashes, merged.document, document))
        if is_theirs and not self.clashes:
            self.unsaved = 0

    def _prove(self, before: Document) -> None:
        """Write the document once for each section that was not edited yet, so that a loss is refused at once."""
        now = self.document
        keys = {name for name in Document.model_fields if getattr(before, name) is not getattr(now, name)}
        if not keys <= self._proved:
            _ = self.text
            self._proved |= keys


def effort_texts(document: Document) -> Mapping[str, str]:
    """Return the computed effort totals as the document states them."""
    # Only an edit of the effort needs numpy, which costs 0.1 s to import.
    from archkit.analysis.document_effort import document_effort

    return document_effort(document).texts
