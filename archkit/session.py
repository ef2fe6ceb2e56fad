"""A session: the current document, the file it lives in, and who wants to know of an edit.

Forms, frames and scripts all edit through a session; it needs no widgets. An edit makes a new immutable document, is
journaled, and is saved: at once, or, while a form is open, as soon as the hand rests. Somebody else's change of the
file is found by its content and merged, never overwritten.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from archkit import store
from archkit.beside import locked
from archkit.document_file import GONE, is_gone
from archkit.editing import Editing
from archkit.errors import ArchkitError, FileProblem
from archkit.format.manuscript import Manuscript
from archkit.format.read import read
from archkit.listeners import Listeners
from archkit.renamed import refuse_while_edits_wait
from archkit.saving import Saver
from archkit.unsaved import UnsettledError, edited, warn_of_ending
from archkit.working import Working
from archkit.working import effort_texts as effort_texts

Listener = Callable[["Session"], None]


class Session(Editing):
    """The state behind one open document; safe to use from several threads.

    Attributes:
        path: The file, by its absolute name.
        version: Counts the documents of this session.
        problem: Why the last save or edit failed; "" when it did not.
        refused: How many edits since then could not be kept, not even in the journal; they have not happened.
        missing: What a person is told when the file was not there at the last look; "" when it was.
        saved_at: When the file was last written by this session, in seconds since 1970; 0 before.
    """

    def __init__(self, path: Path, manuscript: Manuscript) -> None:
        super().__init__(Working(path, manuscript))
        self.path = path
        self.version = 0
        self.problem = ""
        self.refused = 0
        self.missing = ""
        self.saved_at = 0.0
        self._saver = Saver(self)
        self._edited: Listeners[Session] = Listeners()
        self._stated: Listeners[Session] = Listeners()
        self._said = self.state

    @classmethod
    def open(cls, path: str | Path) -> Session:
        """Open a document, with what an earlier session had typed and not saved.

        Raises:
            FileProblem: the file cannot be read.
        """
        given = Path(path)
        with store.told(given):
            # Whatever folder the process goes to later, the file stays the one that was meant.
            file = given.absolute()
        if store.is_unfinished(file):
            with locked(file):
                store.finish(file)
        if is_gone(file):
            refuse_while_edits_wait(given)
        session = cls(file, read(store.read_text(given)))
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
    def unsaved(self) -> int:
        """How many edits are not in the file yet; the journal has them."""
        return self._work.unsaved

    @property
    def state(self) -> str:
        """What a person is told about the file: `saved 12:03:14`, `saving`, `2 edits not saved: disk full`."""
        if self.clashes:
            return f"changed on disk: {len(self.clashes)} to settle"
        lacking = self.unsaved + self.refused
        if lacking and (self.problem or not self._saver.is_patient):
            counted = "1 edit" if lacking == 1 else f"{lacking} edits"
            return f"{counted} not saved" + (f": {self.problem}" if self.problem else "")
        if self.missing:
            return self.missing
        if self.unsaved:
            return "saving"
        return time.strftime("saved %H:%M:%S", time.localtime(self.saved_at)) if self.saved_at else "saved"

    def save(self) -> None:
        """Save now; a file that is gone is written again, when that was told before.

        Raises:
            FileProblem: the file cannot be written, or is gone; the journal keeps the edits.
        """
        with self.lock:
            if self.unsaved or is_gone(self.path):
                before = self.document
                try:
                    self._save()
                finally:
                    if self.document is not before:
                        self._changed()
                    self._say()

    def keep_recovered(self) -> None:
        """Say that what was recovered stays, and save it; nobody is asked about it any more.

        Raises:
            FileProblem: the file cannot be written; the journal keeps the edits.
        """
        with self.lock:
            self.recovered = replace(self.recovered, edits=0, unreadable=(), left_out=())
            self.save()

    def look(self) -> None:
        """See whether somebody else changed the file, and take that in: reloaded, or merged with what is not saved."""
        with self.lock:
            has_changed = False
            # What cannot be read now, a save will say.
            with suppress(ArchkitError):
                has_changed = self._work.look()
            self.missing = self._missing()
            if has_changed:
                self._changed()
            self._say()

    def close(self) -> None:
        """Save and end, with a warning where a clash keeps edits unsaved; the journal stays for undoing later.

        Raises:
            FileProblem: the file cannot be written; the journal keeps the edits.
        """
        self._saver.end()
        with self.lock:
            try:
                if self.unsaved:
                    self.save()
            finally:
                self._work.close()
        warn_of_ending(self, stacklevel=2)

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
        moment, waited = self._work.moment(), len(self.clashes)
        try:
            if not make():
                return False
            if not self._saver.is_patient:
                self._save_at_once(waited)
        except BaseException as error:
            self._work.go_back(moment)
            if isinstance(error, store.ChangedOnDiskError):
                self.look()
            if isinstance(error, FileProblem):
                self.refused, self.problem = self.refused + 1, error.problem
                self._say()
            raise
        edited(self)
        if self.refused:
            self.refused, self.problem = 0, ""
        self._changed()
        return True

    def _save_at_once(self, waited: int) -> None:
        """Save an edit of a script; while something waits for a person, only what settles it is taken."""
        if not waited:
            self._save()
            if self.clashes:
                raise store.ChangedOnDiskError(self.path)
        elif not self.clashes:
            self._save()
        elif len(self.clashes) >= waited:
            raise UnsettledError(self)

    def _save(self) -> None:
        try:
            if self._work.save():
                self.saved_at = time.time()
                self.missing = ""
            self.problem = ""
        except ArchkitError as error:
            self.problem, self.missing = getattr(error, "problem", str(error)), self._missing()
            raise

    def _changed(self) -> None:
        self.version += 1
        if self.unsaved:
            self._saver.wake()
        try:
            self._edited.tell(self)
        finally:
            self._say()

    def _missing(self) -> str:
        if not is_gone(self.path):
            return ""
        return GONE if self.path.parent.is_dir() else "the folder of the file is gone; put it back, and it is saved"

    def _say(self) -> None:
        """Tell how the file stands, if that is something else than before."""
        if self._said != self.state:
            self._said = self.state
            self._stated.tell(self)
