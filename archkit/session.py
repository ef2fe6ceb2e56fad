"""A session: the current document, the file it lives in, and who wants to know of an edit.

Forms, frames and scripts all edit through a session; it needs no widgets. Every edit is a named operation on the
immutable document, checked, settled and saved before anybody hears of it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from archkit import store
from archkit.format.manuscript import Manuscript
from archkit.format.read import read
from archkit.format.settle import settle
from archkit.format.with_text import keep_empty_rows, with_text
from archkit.format.write import write
from archkit.model import edit
from archkit.model.document import Document
from archkit.model.fields import Row

Listener = Callable[["Session"], None]


class Session:
    """The state behind one open document; safe to use from several threads.

    An edit that cannot be saved has not happened: document, text and file are what they were.

    Attributes:
        path: The file.
        version: Counts the edits of this session.
    """

    def __init__(self, path: Path, manuscript: Manuscript) -> None:
        self.path = path
        self.version = 0
        self._lock = threading.RLock()
        self._basis = manuscript
        self._document = manuscript.document
        self._digest = store.digest(manuscript.text.encode("utf-8", errors="replace"))
        self._listeners: list[Listener] = []
        self._written: tuple[Document, str] = (manuscript.document, manuscript.text)

    @classmethod
    def open(cls, path: str | Path) -> Session:
        """Open a document.

        Raises:
            FileProblem: the file cannot be read.
        """
        file = Path(path)
        return cls(file, read(store.read_text(file)))

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
        """The current document as Markdown: what the file holds after the last edit."""
        with self._lock:
            if self._written[0] is not self._document:
                self._written = (self._document, write(self._document, self._basis, effort_texts))
            return self._written[1]

    def manuscript(self) -> Manuscript:
        """Return the current text, read: with line numbers and diagnostics of what the file holds."""
        with self._lock:
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
        with self._lock:
            self._take(settle(how(self._document), self._basis.document))

    def set_text(self, place: int, markdown: str) -> None:
        """Replace the Markdown below a heading; the place is counted in `document.layout`.

        What can be read as data becomes data, as if it had stood in the file. The text stays in its place: where it
        would swallow what follows or begin another section, an open fence is closed and a heading is lowered.

        Raises:
            ModelError: there is no such place.
        """
        with self._lock:
            after = with_text(self.manuscript(), place, markdown)
            self._take(keep_empty_rows(after.document, self._document), after)

    def on_edit(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every edit; return a function that ends it."""
        with self._lock:
            self._listeners.append(listener)

        def end() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return end

    def _take(self, document: Document, basis: Manuscript | None = None) -> None:
        """Make a document the current one and save it; when it cannot be written, nothing has changed."""
        before, read_from = self._document, self._basis
        if document == before:
            return
        self._document, self._basis = document, basis or read_from
        try:
            self._digest = store.write_text(self.path, self.text, expected=self._digest)
        except BaseException:
            self._document, self._basis = before, read_from
            raise
        self.version += 1
        self._tell()

    def _tell(self) -> None:
        """Tell all listeners of an edit that is saved; one that fails keeps it from none of the others."""
        failed: Exception | None = None
        for listener in tuple(self._listeners):
            try:
                listener(self)
            except Exception as error:
                failed = failed or error
        if failed is not None:
            raise failed


def effort_texts(document: Document) -> Mapping[str, str]:
    """Return the computed effort totals as the document states them."""
    # Only an edit of the effort needs numpy, which costs 0.1 s to import.
    from archkit.analysis.document_effort import document_effort

    return document_effort(document).texts
