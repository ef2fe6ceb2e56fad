"""Forms: one widget for each section of a document, over a session that holds the state."""

from __future__ import annotations

import hashlib
import threading
import weakref
from collections.abc import Callable, Mapping
from typing import Any

import anywidget
import ipywidgets
import traitlets

from archkit.errors import ArchkitError, FileProblem
from archkit.session import Session
from archkit.widgets.assets import SCRIPT, STYLE
from archkit.widgets.changes import cell_at, differences, shape
from archkit.widgets.meanwhile import EditedMeanwhileError, Typed
from archkit.widgets.messages import Target
from archkit.widgets.operations import apply_message
from archkit.widgets.row_ids import RowIds
from archkit.widgets.schema import CUSTOM, depends_on, describe_section, section_keys
from archkit.widgets.standing import WORK, Standing

#: The forms of this kernel: what one of them is told about its file, the others say, too.
OPEN: weakref.WeakSet[SectionForm] = weakref.WeakSet()
#: Callbacks of several sessions run in several threads, and one may make a form while another looks through them.
_OPEN_LOCK = threading.Lock()


class SectionForm(anywidget.AnyWidget):
    """The form of one section: draws what the session holds and hands it what is typed.

    The browser sends operations with a number and is answered with that number once the journal has them; the file
    follows when the hand rests. What is typed is never sent back to the field it was typed into.

    Attributes:
        section: The description of the form, as the browser draws it anew.
        standing: What the head of the form says: the state of the file, undo and redo, what was recovered, clashes.
        opened: Whether the form is unfolded at first.
    """

    _esm = SCRIPT
    _css = STYLE
    section = traitlets.Dict().tag(sync=True)
    standing = traitlets.Dict().tag(sync=True)
    opened = traitlets.Bool(True).tag(sync=True)

    def __init__(
        self, session: Session, key: str, *, opened: bool = True, tells_recovery: bool = True, **settings: Any
    ) -> None:
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
        self._typed = Typed()
        keys = frozenset({key} if key != CUSTOM else {CUSTOM, "layout", "preface"})
        self._standing = Standing(session, keys, tells_recovery=tells_recovery)
        session.while_typing()
        standing = self._standing.as_json()
        super().__init__(section=self._numbered(), standing=standing, opened=opened, **settings)
        self._ends = self._follow()
        with _OPEN_LOCK:
            OPEN.add(self)
        self.on_msg(self._receive)

    def __repr__(self) -> str:
        return f"SectionForm({self.key!r}{self._size()})"

    def close(self) -> None:
        """Close the form; it no longer follows the session."""
        self._leave()
        super().close()

    def handle(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """Do what the browser asks for and return the answer, which is also sent.

        Args:
            message: `op` (hello, bye, set, insert, delete, move, text, column, or one of the head: undo, redo, keep,
                discard, difference, settle, finish), `path`, `value`, `before`, `index`, `number`, and `client` and
                `seq`, which come back in the answer.
        """
        with self._turn:
            answer: dict[str, Any] = {"ack": message.get("seq"), "client": message.get("client")}
            try:
                answer |= {"saved": True, "message": ""} | self._do(message)
            except EditedMeanwhileError as error:
                answer |= {"saved": False, "message": str(error), "now": error.now}
            except FileProblem as error:
                # Nothing is wrong with the words: they are sent again when the disk may take them.
                answer |= {"saved": False, "message": str(error), "again": True}
            except ArchkitError as error:
                answer |= {"saved": False, "message": str(error)}
            except Exception as error:
                answer |= {"saved": False, "message": f"an error inside archkit: {type(error).__name__}: {error}"}
                self._publish(answer, message)
                raise
            return self._publish(answer, message)

    def _do(self, message: Mapping[str, Any]) -> dict[str, Any]:
        operation = message.get("op")
        if operation in ("hello", "bye"):
            self._greet(message)
            return {}
        self._answering = True
        try:
            if isinstance(operation, str) and operation in WORK:
                found = self._standing.do(message)
                with _OPEN_LOCK:
                    forms = list(OPEN)
                for form in forms:
                    if form.session is self.session:
                        form._say()
                return found
            apply_message(Target(self.session, self._known, self._ids, self._typed), message)
            return {}
        finally:
            self._answering = False

    def _greet(self, message: Mapping[str, Any]) -> None:
        """Follow the session as long as somebody looks; a cell that runs again leaves its old form behind."""
        client = str(message.get("client"))[:40]
        self._viewers.discard(client)
        if message.get("op") == "hello":
            self._viewers.add(client)
        self._typed.forget(client)
        self._leave()
        if self._viewers:
            self._ends = self._follow()
            self._refresh()
            if message.get("revision") != self._revision:
                self.section = self._numbered()

    def _follow(self) -> tuple[Callable[[], None], ...]:
        return self.session.on_edit(self._session_edited), self.session.on_state(lambda _: self._say())

    def _leave(self) -> None:
        for end in self._ends:
            end()

    def _say(self) -> None:
        """Tell every view how the file stands, if that has changed."""
        self.standing = self._standing.as_json()

    def _session_edited(self, session: Session) -> None:
        if not self._answering:
            self._publish(None)

    def _publish(self, answer: dict[str, Any] | None, message: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Tell every view what changed, with the answer to the one that asked."""
        changed = self._refresh()
        news = (answer or {}) | changed | {"version": self.session.version, "revision": self._revision}
        if message and news["saved"] and message.get("op") in ("set", "text"):
            path = tuple(message["path"])
            standing = cell_at(self._known, path)
            news |= self._typed.note(message, path, standing[0]) if standing else {}
        self._say()
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
        first, *others = section_keys()
        forms = [SectionForm(session, first, layout=layout)]
        forms += [SectionForm(session, key, opened=False, tells_recovery=False, layout=layout) for key in others]
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
