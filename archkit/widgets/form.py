"""Forms: one widget for each section of a document, over a session that holds the state."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping
from typing import Any

import anywidget
import ipywidgets
import traitlets

from archkit.errors import ArchkitError
from archkit.session import Session
from archkit.widgets.assets import SCRIPT, STYLE
from archkit.widgets.changes import differences, shape
from archkit.widgets.operations import Target, apply_message
from archkit.widgets.row_ids import RowIds
from archkit.widgets.schema import depends_on, describe_section, section_keys


class SectionForm(anywidget.AnyWidget):
    """The form of one section: draws what the session holds and hands it what is typed.

    The browser sends operations with a number and is answered with that number once the file is saved. What is
    typed is never sent back to the field it was typed into.

    Attributes:
        section: The description of the form, as the browser draws it anew.
        opened: Whether the form is unfolded at first.
    """

    _esm = SCRIPT
    _css = STYLE
    section = traitlets.Dict().tag(sync=True)
    opened = traitlets.Bool(True).tag(sync=True)

    def __init__(self, session: Session, key: str, *, opened: bool = True, **settings: Any) -> None:
        self.session = session
        self.key = key
        self._ids = RowIds()
        self._known = describe_section(session.document, key, self._ids)
        self._shape = shape(self._known)
        self._basis = depends_on(session.document, key)
        self._revision = 0
        self._viewers: set[str] = set()
        self._answering = False
        # Edits, listeners and the ids of the rows take turns: callbacks arrive in several threads.
        self._turn: threading.RLock = session.lock
        super().__init__(section=self._numbered(), opened=opened, **settings)
        self._end = session.on_edit(self._session_edited)
        self.on_msg(self._receive)

    def __repr__(self) -> str:
        return f"SectionForm({self.key!r}{self._size()})"

    def close(self) -> None:
        """Close the form; it no longer follows the session."""
        self._end()
        super().close()

    def handle(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """Do what the browser asks for and return the answer, which is also sent.

        Args:
            message: `op` (hello, bye, set, insert, delete, move, text, column), `path`, `value`, `index`,
                and `client` and `seq`, which come back in the answer.
        """
        with self._turn:
            answer: dict[str, Any] = {"ack": message.get("seq"), "client": message.get("client")}
            try:
                answer |= {"saved": True, "message": ""}
                self._do(message)
            except ArchkitError as error:
                answer |= {"saved": False, "message": str(error)}
            except Exception as error:
                answer |= {"saved": False, "message": f"an error inside archkit: {type(error).__name__}: {error}"}
                self._publish(answer)
                raise
            return self._publish(answer)

    def _do(self, message: Mapping[str, Any]) -> None:
        if message.get("op") in ("hello", "bye"):
            self._greet(message)
            return
        self._answering = True
        try:
            apply_message(Target(self.session, self._known, self._ids), message)
        finally:
            self._answering = False

    def _greet(self, message: Mapping[str, Any]) -> None:
        """Follow the session as long as somebody looks; a cell that runs again leaves its old form behind."""
        client = str(message.get("client"))[:40]
        self._viewers.discard(client)
        if message.get("op") == "hello":
            self._viewers.add(client)
        self._end()
        if self._viewers:
            self._end = self.session.on_edit(self._session_edited)
            self._refresh()
            if message.get("revision") != self._revision:
                self.section = self._numbered()

    def _session_edited(self, session: Session) -> None:
        if not self._answering:
            self._publish(None)

    def _publish(self, answer: dict[str, Any] | None) -> dict[str, Any]:
        """Tell every view what changed, with the answer to the one that asked."""
        changed = self._refresh()
        news = (answer or {}) | changed | {"version": self.session.version, "revision": self._revision}
        if answer is not None or any(changed.values()):
            self.send(news)
        return news

    def _refresh(self) -> dict[str, list[Any]]:
        """Describe the section again; a new shape is drawn anew, new values are returned."""
        document = self.session.document
        basis = depends_on(document, self.key)
        if basis == self._basis:
            return {}
        before, old_shape = self._known, self._shape
        self._basis = basis
        self._known = describe_section(document, self.key, self._ids)
        self._shape = shape(self._known)
        self._revision += 1
        if self._shape == old_shape:
            return differences(before, self._known)
        self.section = self._numbered()
        return {}

    def _numbered(self) -> dict[str, Any]:
        file = hashlib.sha256(str(self.session.path.absolute()).encode()).hexdigest()[:16]
        return {**self._known, "revision": self._revision, "file": file}

    def _size(self) -> str:
        rows = [part for part in self._known["parts"] if part["part"] == "rows"]
        if not rows:
            return ""
        count = len(rows[0]["rows"])
        return f", {count} row{'' if count == 1 else 's'}"

    def _receive(self, _: object, content: object, buffers: object) -> None:
        if isinstance(content, Mapping):
            self.handle(content)


class DocumentForm(ipywidgets.VBox):  # type: ignore[misc]
    """The forms of all sections of a document, below each other."""

    def __init__(self, session: Session) -> None:
        layout = ipywidgets.Layout(width="auto")
        self._name = session.path.name
        forms = [SectionForm(session, key, opened=key == "title", layout=layout) for key in section_keys()]
        super().__init__(children=forms, layout=layout)

    def __repr__(self) -> str:
        return f"DocumentForm({self._name!r}, {len(self.children)} sections)"


def section_form(session: Session, key: str) -> SectionForm:
    """Return the form of one section.

    Raises:
        ModelError: there is no such section.
    """
    return SectionForm(session, key)


def document_form(session: Session) -> DocumentForm:
    """Return the forms of all sections; each unfolds when it is opened."""
    return DocumentForm(session)
