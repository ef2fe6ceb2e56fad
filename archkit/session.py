"""A session: the current document, the file it lives in, and who wants to know of an edit.

Forms, frames and scripts all edit through a session; it needs no widgets. An edit makes a new immutable document, is
journaled, and is saved: at once, or, while a form is open, as soon as the hand rests. Somebody else's change of the file is
found by its content and merged, never overwritten.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from archkit import store
from archkit.errors import ArchkitError, FileProblem
from archkit.format.manuscript import Manuscript
from archkit.format.read import read
from archkit.format.settle import settle
from archkit.format.with_text import keep_empty_rows, with_text
from archkit.format.write import write
from archkit.history import History
from archkit.journal import Journal
from archkit.model import edit
from archkit.model.delta import delta, places
from archkit.model.document import Document
from archkit.model.fields import Row
from archkit.recovery import Recovery, history_of, recover
from archkit.saving import Saver
from archkit.store import ChangedOnDiskError
from archkit.versions.clash import Clash
from archkit.versions.merge import merge

Listener = Callable[["Session"], None]


class Session:
    """The state behind one open document; safe to use from several threads.

    Attributes:
        path: The file.
        version: Counts the documents of this session.
        recovered: What earlier sessions had not saved and was brought back at the opening.
        clashes: Fields that both this session and somebody else changed; while there are any, nothing is saved.
        problem: Why the last save failed; "" when it did not.
        lock: Held while an edit is made; a form holds it to look and edit in one step.
        saved_at: When the file was last written by this session, in seconds since 1970; 0 before.
    """

    def __init__(self, path: Path, manuscript: Manuscript) -> None:
        self.path = path
        self.version = 0
        self.clashes: tuple[Clash, ...] = ()
        self.problem = ""
        self.saved_at = 0.0
        self.lock = threading.RLock()
        self._basis = manuscript
        self._document = self._on_disk = manuscript.document
        self._digest = store.digest(manuscript.text.encode("utf-8", errors="replace"))
        self._listeners: list[Listener] = []
        self._state_listeners: list[Listener] = []
        self._written: tuple[Document, str] = (manuscript.document, manuscript.text)
        self._proved: frozenset[str] = frozenset()
        self._unsaved = 0
        self._saver = Saver(self)
        self.recovered = Recovery(manuscript.document)
        self._journal: Journal | None = None
        self._history: History | None = History(manuscript.document)

    @classmethod
    def open(cls, path: str | Path) -> Session:
        """Open a document, with what an earlier session had typed and not saved.

        Raises:
            FileProblem: the file cannot be read.
        """
        file = Path(path)
        session = cls(file, read(store.read_text(file)))
        store.sweep(file)
        session._recover()
        return session

    @classmethod
    def create(cls, path: str | Path, text: str) -> Session:
        """Make a new file with a text and open it.

        Raises:
            FileProblem: there is a file already, or it cannot be written.
        """
        store.write_text(Path(path), text, expected=None)
        return cls.open(path)

    @property
    def document(self) -> Document:
        """The current document."""
        return self._document

    @property
    def text(self) -> str:
        """The current document as Markdown: what the file holds after the last edit is saved."""
        with self.lock:
            if self._written[0] is not self._document:
                self._written = (self._document, write(self._document, self._basis, effort_texts))
            return self._written[1]

    @property
    def unsaved(self) -> int:
        """How many edits are not in the file yet; the journal has them."""
        return self._unsaved

    @property
    def state(self) -> str:
        """What a person is told about the file: `saved 12:03:14`, `saving`, `2 edits not saved: disk full`."""
        if self.clashes:
            return f"changed on disk: {len(self.clashes)} to settle"
        if self.problem:
            return f"{self._unsaved} {'edit' if self._unsaved == 1 else 'edits'} not saved: {self.problem}"
        if self._unsaved:
            return "saving"
        return time.strftime("saved %H:%M:%S", time.localtime(self.saved_at)) if self.saved_at else "saved"

    def manuscript(self) -> Manuscript:
        """Return the current text, read: with line numbers and diagnostics of what the file holds."""
        with self.lock:
            text = self.text
            return self._basis if text == self._basis.text else read(text)

    def set(self, path: edit.Path, value: object) -> None:
        """Change one field, such as `("risks", 3, "owner")`."""
        self.change(lambda document: edit.set_value(document, path, value))

    def insert(self, path: edit.Path, index: int, row: Mapping[str, object] | Row | None = None) -> None:
        """Put a row before `index` of the rows at `path`; without values it is an empty row."""
        self.change(lambda document: edit.insert_row(document, path, index, row or {}))

    def delete(self, path: edit.Path) -> None:
        """Delete the row at `path`."""
        self.change(lambda document: edit.delete_row(document, path))

    def move(self, path: edit.Path, to: int) -> None:
        """Move the row at `path` to index `to` among its neighbours."""
        self.change(lambda document: edit.move_row(document, path, to))

    def replace(self, document: Document) -> None:
        """Make another document the current one; `change` is for one that depends on the current one."""
        self.change(lambda _: document)

    def change(self, how: Callable[[Document], Document]) -> None:
        """Make what `how` returns for the current document the current one; nobody else edits in between."""
        with self.lock:
            self._take(settle(how(self._document), self._basis.document))

    def set_text(self, place: int, markdown: str) -> None:
        """Replace the Markdown below a heading; the place is counted in `document.layout`.

        What can be read as data becomes data, as if it had stood in the file. The text stays in its place: where it
        would swallow what follows or begin another section, an open fence is closed and a heading is lowered.

        Raises:
            ModelError: there is no such place.
        """
        with self.lock:
            after = with_text(self.manuscript(), place, markdown)
            self._take(keep_empty_rows(after.document, self._document), after)

    def undo(self) -> bool:
        """Take the last step back, as far as the opening; return whether there was one."""
        return self._step("undo")

    def redo(self) -> bool:
        """Do a step again that was taken back; return whether there was one."""
        return self._step("redo")

    def save(self) -> None:
        """Save now.

        Raises:
            FileProblem: the file cannot be written; the journal keeps the edits.
        """
        with self.lock:
            try:
                if self._unsaved:
                    self._save()
            finally:
                _tell(self, self._state_listeners)

    def look(self) -> None:
        """See whether somebody else changed the file, and take that in: reloaded, or merged with what is not saved."""
        with self.lock:
            try:
                content = store.read_text(self.path)
            except ArchkitError:
                return
            if store.digest(content.encode("utf-8")) != self._digest:
                self._take_in(content)

    def settle_clash(self, clash: Clash, *, mine: bool) -> None:
        """Settle a field that both sides changed: keep mine, or take theirs."""
        with self.lock:
            self.clashes = tuple(other for other in self.clashes if other is not clash)
            if not mine:
                self.set(clash.path, clash.theirs)
            self._unsaved = max(1, self._unsaved)
            if not self.clashes:
                self._saver.wake()
            _tell(self, self._listeners)

    def discard_recovered(self) -> None:
        """Let what was recovered go: the document is again what the file held at the opening."""
        with self.lock:
            if self.recovered.edits:
                self._take(self._on_disk)
                self.recovered = Recovery(self._document)

    def close(self) -> None:
        """Save and end; the journal stays for undoing in the next session, unless nothing was edited."""
        self._saver.end()
        with self.lock:
            try:
                self.save()
            finally:
                if self._journal is not None:
                    self._journal.close()
                    self._journal = None

    def while_typing(self) -> None:
        """From now on save when the hand rests, and look for changes on disk: a form is open."""
        self._saver.begin()

    def on_edit(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every edit; return a function that ends it."""
        return self._follow(self._listeners, listener)

    def on_state(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every save and every save that failed; return a function that ends it."""
        return self._follow(self._state_listeners, listener)

    def _follow(self, listeners: list[Listener], listener: Listener) -> Callable[[], None]:
        with self.lock:
            listeners.append(listener)

        def end() -> None:
            with self.lock:
                if listener in listeners:
                    listeners.remove(listener)

        return end

    def sync(self) -> None:
        """Wait until the disk has the journal.

        Raises:
            FileProblem: it cannot be written.
        """
        with self.lock, store.told(self.path):
            if self._journal is not None:
                self._journal.sync()

    def _recover(self) -> None:
        self.recovered = recover(self.path, self._document, self._digest)
        if self.recovered.journal is not None:
            self._journal, self._history = self.recovered.journal, None
        if self.recovered.edits:
            self._document, self._unsaved = settle(self.recovered.document), self.recovered.edits
            self.clashes = self.recovered.clashes

    def _take(self, document: Document, basis: Manuscript | None = None) -> None:
        """Make a document the current one: journaled, then saved; what cannot be written has not happened."""
        before, read_from = self._document, self._basis
        if document == before:
            return
        changes, unsaved = delta(before, document), self._unsaved
        self._document, self._basis = document, basis or read_from
        try:
            self._prove(before, document)
            at = time.time()
            self._note("edit", changes=changes, at=at)
            self._unsaved += 1
            if not self._saver.is_patient:
                self._save()
                self._refuse_clash()
        except ChangedOnDiskError:
            raise
        except BaseException:
            if self._unsaved > unsaved:
                self._unsaved = unsaved
                with suppress(ArchkitError):
                    self._note("undo")
            self._document, self._basis = before, read_from
            raise
        if self._history is not None:
            self._history.push(document, places(changes), at)
        self._changed()

    def _refuse_clash(self) -> None:
        """An edit that is to be saved at once and clashes with somebody else's has not happened; theirs stands.

        Raises:
            ChangedOnDiskError: it clashes.
        """
        if self.clashes:
            self.clashes, self._unsaved = (), 0
            self._document = self._on_disk
            self._note("base", digest=self._digest, text=self._basis.text, at=time.time())
            self._changed()
            raise ChangedOnDiskError(self.path)

    def _prove(self, before: Document, document: Document) -> None:
        """Write the document once for each section that was not edited yet, so that a loss is refused at once."""
        keys = {name for name in Document.model_fields if getattr(before, name) is not getattr(document, name)}
        if not keys <= self._proved:
            _ = self.text
            self._proved |= keys

    def _note(self, kind: str, **data: object) -> None:
        """Append to the journal, which is begun with the first edit.

        Raises:
            FileProblem: it cannot be written.
        """
        with store.told(self.path):
            if self._journal is None:
                self._journal = Journal.create(self.path, self._basis.text, self._digest)
            self._journal.append(kind, **data)

    def _step(self, kind: str) -> bool:
        with self.lock:
            if self._history is None:
                assert self._journal is not None
                self._history = history_of(self._journal.path)
            possible = self._history.can_undo if kind == "undo" else self._history.can_redo
            if not possible:
                return False
            self._note(kind)
            self._document = self._history.undo() if kind == "undo" else self._history.redo()
            self._unsaved += 1
            if not self._saver.is_patient:
                self._save()
            self._changed()
            return True

    def _save(self) -> None:
        """Write the file, unless it waits for a clash to be settled; take in first what somebody else wrote."""
        if self.clashes:
            return
        try:
            with store.locked(self.path):
                content = store.read_text(self.path)
                if store.digest(content.encode("utf-8")) != self._digest:
                    self._take_in(content)
                    if self.clashes:
                        return
                text = self.text
                # Recovery must know which content is about to stand in the file.
                self._note("write", digest=store.digest(text.encode("utf-8", errors="replace")))
                self.sync()
                self._digest = store.write_text(self.path, text, expected=self._digest)
        except FileProblem as problem:
            self.problem = problem.problem
            raise
        self.problem, self._unsaved, self.saved_at = "", 0, time.time()
        self._on_disk = self._document

    def _take_in(self, content: str) -> None:
        """Merge what somebody else wrote into the document: section by section, row by row, field by field."""
        theirs = read(content)
        merged = merge(self._on_disk, self._document, theirs.document)
        clean = self._document == self._on_disk
        self._basis, self._on_disk = theirs, theirs.document
        self._digest = store.digest(content.encode("utf-8"))
        self._document = theirs.document if clean else settle(merged.document)
        self.clashes = (*self.clashes, *merged.clashes)
        self._proved = frozenset()
        at = time.time()
        if self._journal is not None or not clean:
            self._note("base", digest=self._digest, text=content, at=at)
            self._note("edit", changes=delta(theirs.document, self._document), at=at)
        if self._history is not None:
            self._history.push(self._document, (), at)
        self._changed()

    def _changed(self) -> None:
        self.version += 1
        if self._unsaved:
            self._saver.wake()
        _tell(self, self._listeners)


def _tell(session: Session, listeners: list[Listener]) -> None:
    """Tell all listeners; one that fails keeps it from none of the others."""
    failed: Exception | None = None
    for listener in tuple(listeners):
        try:
            listener(session)
        except Exception as error:
            failed = failed or error
    if failed is not None:
        raise failed


def effort_texts(document: Document) -> Mapping[str, str]:
    """Return the computed effort totals as the document states them."""
    # Only an edit of the effort needs numpy, which costs 0.1 s to import.
    from archkit.analysis.document_effort import document_effort

    return document_effort(document).texts
