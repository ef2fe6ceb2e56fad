"""What can be done with an open document: fields, rows, texts, steps, and what waits for a person."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping

from archkit.errors import ModelError
from archkit.format.manuscript import Manuscript
from archkit.format.section_text import section_text, with_section_text
from archkit.format.settle import settle
from archkit.format.with_text import keep_empty_rows, with_text
from archkit.model import edit
from archkit.model.document import Document
from archkit.model.fields import Row
from archkit.recovery import Recovery
from archkit.versions.clash import Clash
from archkit.versions.merge import merge
from archkit.versions.settled import choices, settled
from archkit.versions.sides import Conflict, conflicts_in, may_conflict
from archkit.versions.withdrawn import withdrawn
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
        return self._work.can_redo

    def manuscript(self) -> Manuscript:
        """Return the current text, read: with line numbers and diagnostics of what the file holds."""
        with self.lock:
            return self._work.manuscript()

    def set(self, path: edit.Path, value: object) -> None:
        """Change one field, such as `("risks", 3, "owner")`."""
        self._change(lambda document: edit.set_value(document, path, value), is_typed=True)

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
        """Make what `how` returns for the current document the current one, in one step and with nobody in between."""
        self._change(how, is_typed=False)

    def _change(self, how: Callable[[Document], Document], *, is_typed: bool) -> None:
        with self.lock:
            document = settle(how(self.document), self._work.basis.document)
            self._take(lambda: self._work.edit(document, is_typed=is_typed))

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

    def section_text(self, key: str) -> str:
        """Return the Markdown of a section below its heading, as the file holds it after the next save.

        Raises:
            ModelError: there is no such section, or its parts stand in several places.
        """
        with self.lock:
            return section_text(self.manuscript(), key)

    def set_section_text(self, key: str, markdown: str) -> None:
        """Replace the Markdown of a section below its heading, as one step.

        What can be read as data becomes data. What stands around the section stays: where the text would swallow it or
        begin another section, an open fence is closed and a heading is lowered.

        Raises:
            ModelError: there is no such section, or the text cannot be kept in it.
        """
        with self.lock:
            after = with_section_text(self.manuscript(), key, markdown)
            self._take(lambda: self._work.edit(keep_empty_rows(after.document, self.document), after))

    def undo(self) -> bool:
        """Take the last step back, as far as the opening; return whether there was one."""
        with self.lock:
            return self._take(lambda: self._work.step("undo"))

    def redo(self) -> bool:
        """Do a step again that was taken back; return whether there was one."""
        with self.lock:
            return self._take(lambda: self._work.step("redo"))

    def choices(self, clash: Clash) -> tuple[str, ...]:
        """Return what can be kept of a clash: `mine`, `theirs`, and `both` where that means something."""
        with self.lock:
            return choices(self.document, self._known(clash) or clash)

    def settle_clash(self, clash: Clash, keep: str) -> None:
        """Settle a clash: keep `mine`, `theirs`, or `both`; one that is settled already stays as it is.

        A clash follows its row: one that was looked up before other edits still means the same place.

        Raises:
            ModelError: this cannot be kept there.
        """
        with self.lock:
            known = self._known(clash)
            if known is not None:
                document, text = settled(self.manuscript(), self.document, known, keep)
                after = keep_empty_rows(document, self.document) if text else settle(document)
                self._take(lambda: self._work.settle_clash(known, after, text))

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What a merge left between conflict markers in the text, in order."""
        with self.lock:
            return conflicts_in(self.text) if may_conflict(self.document) else ()

    def settle_conflict(self, conflict: Conflict, keep: str) -> None:
        """Finish what a merge left between conflict markers: keep `ours`, `theirs`, or `both`.

        Raises:
            ModelError: this cannot be kept, or the conflict is no longer there.
        """
        with self.lock:
            same = [one for one in self.conflicts if one.says_the_same(conflict)]
            if not same:
                raise ModelError(conflict.section, "the conflict is not there any more", "look at the section as it is")
            there = min(same, key=lambda one: abs(one.line - conflict.line))
            after, document = there.kept_document(keep)
            now = settle(keep_empty_rows(document, self.document), after.document)
            self._take(lambda: self._work.edit(now, after))

    def discard_recovered(self) -> None:
        """Let what was recovered go, even if it is saved by now; what was edited since, here or elsewhere, stays."""
        with self.lock:
            if self.recovered.edits:
                left = merge(self.recovered.document, self.document, self.opened).document
                left = left if left == self.opened else settle(left, self._work.basis.document)
                self._take(lambda: self._work.edit(left))
                for clash in withdrawn(self.clashes, left, {clash.key for clash in self.recovered.clashes}):
                    self.settle_clash(clash, "theirs" if "theirs" in self.choices(clash) else "mine")
                self.recovered = Recovery(self.document)

    def _known(self, clash: Clash) -> Clash | None:
        return next((other for other in self.clashes if other.key == clash.key), None)

    @abstractmethod
    def _take(self, make: Callable[[], bool]) -> bool:
        """Edit, journal and save; return whether anything changed."""
