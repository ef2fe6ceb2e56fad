"""A session: the current document, the file it lives in, and who wants to know of an edit.

Forms, frames and scripts all edit through a session; it needs no widgets. An edit makes a new immutable document, is
journaled, and is saved: at once, or, while a form is open, as soon as the hand rests. Somebody else's change of the
file is found by its content and merged, never overwritten.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from archkit import store
from archkit.clashes import settled
from archkit.errors import ArchkitError
from archkit.format.manuscript import Manuscript
from archkit.format.read import read
from archkit.format.settle import settle
from archkit.format.with_text import keep_empty_rows, with_text
from archkit.history import History
from archkit.listeners import Listeners
from archkit.model import edit
from archkit.model.document import Document
from archkit.model.fields import Row
from archkit.recovery import Recovery
from archkit.saving import Saver
from archkit.versions.clash import Clash
from archkit.versions.merge import merge
from archkit.working import Working
from archkit.working import effort_texts as effort_texts

Listener = Callable[["Session"], None]


class Session:
    """The state behind one open document; safe to use from several threads.

    Attributes:
        path: The file.
        version: Counts the documents of this session.
        opened: What the file held at the opening.
        recovered: What earlier sessions had not saved and was brought back at the opening.
        problem: Why the last save failed; "" when it did not.
        lock: Held while an edit is made; a form holds it to look and edit in one step.
        saved_at: When the file was last written by this session, in seconds since 1970; 0 before.
    """

    def __init__(self, path: Path, manuscript: Manuscript) -> None:
        self.path = path
        self.version = 0
        self.problem = ""
        self.saved_at = 0.0
        self.lock = threading.RLock()
        self._work = Working(path, manuscript)
        self.opened = manuscript.document
        self._saver = Saver(self)
        self._edited: Listeners[Session] = Listeners()
        self._stated: Listeners[Session] = Listeners()
        self._said = self.state
        self.recovered = Recovery(manuscript.document)

    @classmethod
    def open(cls, path: str | Path) -> Session:
        """Open a document, with what an earlier session had typed and not saved.

        Raises:
            FileProblem: the file cannot be read.
        """
        file = Path(path)
        session = cls(file, read(store.read_text(file)))
        store.sweep(file)
        session.recovered = session._work.recover()
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
        return self._work.document

    @property
    def text(self) -> str:
        """The current document as Markdown: what the file holds after the last edit is saved."""
        with self.lock:
            return self._work.text

    @property
    def unsaved(self) -> int:
        """How many edits are not in the file yet; the journal has them."""
        return self._work.unsaved

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """Fields that both this session and somebody else changed; while there are any, nothing is saved."""
        return self._work.clashes

    @property
    def state(self) -> str:
        """What a person is told about the file: `saved 12:03:14`, `saving`, `2 edits not saved: disk full`."""
        if self.clashes:
            return f"changed on disk: {len(self.clashes)} to settle"
        if self.unsaved and (self.problem or not self._saver.is_patient):
            counted = "1 edit" if self.unsaved == 1 else f"{self.unsaved} edits"
            return f"{counted} not saved" + (f": {self.problem}" if self.problem else "")
        if self.unsaved:
            return "saving"
        return time.strftime("saved %H:%M:%S", time.localtime(self.saved_at)) if self.saved_at else "saved"

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back; steps of an earlier session are not counted until one is asked for."""
        return self._history is None or self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back and can be done again."""
        return self._history is not None and self._history.can_redo

    @property
    def _history(self) -> History | None:
        return self._work.history

    @property
    def _on_disk(self) -> Document:
        return self.opened

    def manuscript(self) -> Manuscript:
        """Return the current text, read: with line numbers and diagnostics of what the file holds."""
        with self.lock:
            return self._work.manuscript()

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
            document = settle(how(self.document), self._work.basis.document)
            self._take(lambda: self._work.edit(document))

    def set_text(self, place: int, markdown: str) -> None:
        """Replace the Markdown below a heading; the place is counted in `document.layout`.

        What can be read as data becomes data, as if it had stood in the file. The text stays in its place: where it
        would swallow what follows or begin another section, an open fence is closed and a heading is lowered.

        Raises:
            ModelError: there is no such place.
        """
        with self.lock:
            after = with_text(self.manuscript(), place, markdown)
            self._take(lambda: self._work.edit(keep_empty_rows(after.document, self.document), after))

    def undo(self) -> bool:
        """Take the last step back, as far as the opening; return whether there was one."""
        with self.lock:
            return self._take(lambda: self._work.step("undo"))

    def redo(self) -> bool:
        """Do a step again that was taken back; return whether there was one."""
        with self.lock:
            return self._take(lambda: self._work.step("redo"))

    def save(self) -> None:
        """Save now.

        Raises:
            FileProblem: the file cannot be written; the journal keeps the edits.
        """
        with self.lock:
            if self.unsaved:
                before = self.document
                try:
                    self._save()
                finally:
                    if self.document is not before:
                        self._changed()
                    self._say()

    def look(self) -> None:
        """See whether somebody else changed the file, and take that in: reloaded, or merged with what is not saved."""
        with self.lock:
            try:
                has_changed = self._work.look()
            except ArchkitError:
                # It cannot be read now; a save will say so.
                return
            if has_changed:
                self._changed()

    def settle_clash(self, clash: Clash, *, mine: bool) -> None:
        """Settle a field that both sides changed: keep mine, or take theirs.

        Raises:
            ModelError: theirs cannot be taken, because the place was edited or moved meanwhile.
        """
        with self.lock:
            if not any(other is clash for other in self.clashes):
                return
            document = settle(settled(self.document, clash, mine=mine))
            self._take(lambda: self._work.settle_clash(clash, document))

    def discard_recovered(self) -> None:
        """Let what was recovered go; what was edited since, here or by somebody else, stays."""
        with self.lock:
            if self.recovered.edits:
                left = settle(merge(self.recovered.document, self.document, self.opened).document)
                self._take(lambda: self._work.discard(left))
                self.recovered = Recovery(self.document)

    def close(self) -> None:
        """Save and end; the journal stays for undoing in the next session."""
        self._saver.end()
        with self.lock:
            try:
                self.save()
            finally:
                self._work.close()

    def while_typing(self) -> None:
        """From now on save when the hand rests, and look for changes on disk: a form is open."""
        with self.lock:
            self._saver.begin()
            if self.unsaved:
                self._saver.wake()

    def on_edit(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every edit; return a function that ends it."""
        with self.lock:
            return self._edited.add(listener)

    def on_state(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` whenever `state` says something else; return a function that ends it."""
        with self.lock:
            return self._stated.add(listener)

    def sync(self) -> None:
        """Wait until the disk has the journal.

        Raises:
            FileProblem: it cannot be written.
        """
        with self.lock:
            self._work.sync()

    def _take(self, make: Callable[[], bool]) -> bool:
        """Edit: journaled, then saved; what cannot be written has not happened. Return whether anything changed."""
        moment, waited = self._work.moment(), bool(self.clashes)
        try:
            if not make():
                return False
            # While something waits for a person, nothing is saved, and the journal keeps the edits.
            if not self._saver.is_patient and not (waited and self.clashes):
                self._save()
                if self.clashes:
                    raise store.ChangedOnDiskError(self.path)
        except BaseException as error:
            self._work.go_back(moment)
            if isinstance(error, store.ChangedOnDiskError):
                self.look()
            raise
        self._changed()
        return True

    def _save(self) -> None:
        try:
            if self._work.save():
                self.saved_at = time.time()
            self.problem = ""
        except ArchkitError as error:
            self.problem = getattr(error, "problem", str(error))
            raise

    def _changed(self) -> None:
        self.version += 1
        if self.unsaved:
            self._saver.wake()
        try:
            self._edited.tell(self)
        finally:
            self._say()

    def _say(self) -> None:
        """Tell how the file stands, if that is something else than before."""
        if self._said != self.state:
            self._said = self.state
            self._stated.tell(self)
