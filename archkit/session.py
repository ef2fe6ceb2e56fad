"""A session: the current document, the file it lives in, and who wants to know of an edit.

Forms, frames and scripts all edit through a session; it needs no widgets. Every edit is a named operation on the
immutable document, checked, settled and saved before anybody hears of it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

from archkit import store
from archkit.errors import ModelError
from archkit.format.manuscript import Manuscript
from archkit.format.read import read
from archkit.format.settle import settle
from archkit.format.write import write
from archkit.model import edit
from archkit.model.document import Document
from archkit.model.fields import Row

Operation = Literal["set", "insert", "delete", "move"]
Listener = Callable[["Session"], None]


class Session:
    """The state behind one open document; safe to use from several threads.

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
        file = Path(path)
        store.write_text(file, text, expected=None)
        return cls(file, read(text))

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
        text = self.text
        return self._basis if text == self._basis.text else read(text)

    def set(self, path: edit.Path, value: object) -> None:
        """Change one field, such as `("risks", 3, "owner")`."""
        self._apply(lambda document: edit.set_value(document, path, value))

    def insert(self, path: edit.Path, index: int, row: Mapping[str, object] | Row | None = None) -> None:
        """Put a row before `index` of the rows at `path`; without values it is an empty row."""
        self._apply(lambda document: edit.insert_row(document, path, index, row or {}))

    def delete(self, path: edit.Path) -> None:
        """Delete the row at `path`."""
        self._apply(lambda document: edit.delete_row(document, path))

    def move(self, path: edit.Path, to: int) -> None:
        """Move the row at `path` to index `to` among its neighbours."""
        self._apply(lambda document: edit.move_row(document, path, to))

    def replace(self, document: Document) -> None:
        """Make another document the current one, such as one with a changed frame."""
        self._apply(lambda _: document)

    def set_text(self, place: int, markdown: str) -> None:
        """Replace the Markdown below a heading; the place is counted in `document.layout`.

        What can be read as data becomes data, as if it had stood in the file.
        """
        with self._lock:
            current = read(self.text)
            if not 0 <= place < len(current.chunks):
                raise ModelError("text", f"there is no place {place}", f"the document has {len(current.chunks)} places")
            pieces = [chunk.source for chunk in current.chunks]
            head = current.chunks[place].place.head
            pieces[place] = f"{head}{markdown.strip(chr(10))}\n\n" if markdown.strip() else f"{head.rstrip()}\n\n"
            after = read("".join(pieces)).document
            self._take(after)

    def on_edit(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every edit; return a function that ends it."""
        with self._lock:
            self._listeners.append(listener)

        def end() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return end

    def _apply(self, change: Callable[[Document], Document]) -> None:
        with self._lock:
            self._take(settle(change(self._document)))

    def _take(self, document: Document) -> None:
        """Make a document the current one and save it; when it cannot be written, nothing has changed."""
        before = self._document
        if document == before:
            return
        self._document = document
        try:
            self._save()
        except BaseException:
            self._document = before
            raise
        self.version += 1
        for listener in tuple(self._listeners):
            listener(self)

    def _save(self) -> None:
        text = self.text
        self._digest = store.write_text(self.path, text, expected=self._digest)


def effort_texts(document: Document) -> Mapping[str, str]:
    """Return the computed effort totals as the document states them."""
    # Only an edit of the effort needs numpy, which costs 0.1 s to import.
    from archkit.analysis.document_effort import document_effort

    return document_effort(document).texts
