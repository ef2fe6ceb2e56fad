"""What can be done with an open document: fields, rows, texts, steps, and what waits for a person."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping

from archkit.clashes import settled
from archkit.format.manuscript import Manuscript
from archkit.format.settle import settle
from archkit.format.with_text import keep_empty_rows, with_text
from archkit.model import edit
from archkit.model.document import Document
from archkit.model.fields import Row
from archkit.recovery import Recovery
from archkit.versions.clash import Clash
from archkit.versions.merge import merge
from archkit.working import Working


class Editing(ABC):
    """The editing half of a session; the other half knows the file and the clock.

    Attributes:
        lock: Held while an edit is made; a form holds it to look and edit in one step.
        opened: What the file held at the opening.
        recovered: What earlier sessions had not saved and was brought back at the opening.
    """

    def __init__(self, work: Working) -> None:
        self.lock = threading.RLock()
        self.opened = work.document
        self.recovered = Recovery(work.document)
        self._work = work

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
    def clashes(self) -> tuple[Clash, ...]:
        """Fields that both this session and somebody else changed; while there are any, nothing is saved."""
        return self._work.clashes

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back; steps of an earlier session are not counted until one is asked for."""
        return self._work.history is None or self._work.history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back and can be done again."""
        return self._work.history is not None and self._work.history.can_redo

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

    @abstractmethod
    def _take(self, make: Callable[[], bool]) -> bool:
        """Edit, journal and save; return whether anything changed."""
