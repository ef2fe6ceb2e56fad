"""One section as its form has it: described, followed, and edited by messages; it knows no widget."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from archkit.session import Session
from archkit.widgets.answers import answered
from archkit.widgets.changes import cell_at, differences, shape
from archkit.widgets.meanwhile import Typed
from archkit.widgets.messages import Target
from archkit.widgets.operations import apply_message
from archkit.widgets.parts import Json
from archkit.widgets.prose import OPERATION as PROSE
from archkit.widgets.prose import prose_answer
from archkit.widgets.research import OPERATION as RESEARCH
from archkit.widgets.research import LookUps
from archkit.widgets.row_ids import RowIds
from archkit.widgets.schema import depends_on, describe_section
from archkit.widgets.standing import WORK


class Host(Protocol):
    """What shows a section: it hears what every view of the section is told."""

    def tell(self, news: Json) -> None:
        """Send what changed, or an answer, to every view."""

    def draw(self, section: Json) -> None:
        """Give every view another description to draw."""

    def say(self) -> None:
        """Tell every view how the file stands."""

    def work(self, message: Mapping[str, Any]) -> Json:
        """Do what a button of the head asks for, and return what belongs into the answer."""


class SectionState:
    """The description of one section, kept in step with the session while somebody looks.

    Attributes:
        session: What holds the document.
        key: Which section.
        known: Its description, as the views have it.
    """

    def __init__(self, session: Session, key: str, host: Host) -> None:
        self.session = session
        self.key = key
        self._host = host
        self._ids = RowIds()
        self.known = describe_section(session.document, key, self._ids)
        self._shape = shape(self.known)
        self._basis = depends_on(session.document, key)
        self._revision = 0
        self._viewers: set[str] = set()
        self._answering = False
        # Edits, listeners and the ids of the rows take turns: callbacks arrive in several threads.
        self._turn: threading.RLock = session.lock
        self._typed = Typed()
        self._look_ups = LookUps(session, lambda news: host.tell(news))
        self._ends = self._follow()

    def numbered(self) -> Json:
        """Return the description with its revision and a name for its file, for the browser."""
        return {**self.known, "revision": self._revision, "file": file_token(self.session.path)}

    def leave(self) -> None:
        """Follow the session no longer."""
        for end in self._ends:
            end()
        self._ends = ()

    def handle(self, message: Mapping[str, Any]) -> Json:
        """Do what the browser asks for and return the answer, which is also told."""
        with self._turn:
            return answered(message, self._do, lambda answer: self._publish(answer, message))

    def _do(self, message: Mapping[str, Any]) -> Json:
        operation = message.get("op")
        if operation in ("hello", "bye"):
            self._greet(message)
            return {}
        self._answering = True
        try:
            if isinstance(operation, str) and operation in WORK:
                return self._host.work(message)
            if operation == PROSE:
                return prose_answer(self.session.document, message)
            if operation == RESEARCH:
                return self._look_ups.do(message)
            apply_message(Target(self.session, self.known, self._ids, self._typed), message)
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
        self.leave()
        if self._viewers:
            self._ends = self._follow()
            self._refresh()
            if message.get("revision") != self._revision:
                self._host.draw(self.numbered())

    def _follow(self) -> tuple[Callable[[], None], ...]:
        return (self.session.on_edit(self._session_edited), self.session.on_state(lambda _: self._host.say()))

    def _session_edited(self, session: Session) -> None:
        if not self._answering:
            self._publish(None)

    def _publish(self, answer: Json | None, message: Mapping[str, Any] | None = None) -> Json:
        """Tell every view what changed, with the answer to the one that asked."""
        changed = self._refresh()
        news = (answer or {}) | changed | {"version": self.session.version, "revision": self._revision}
        if message and news["saved"] and message.get("op") in ("set", "text"):
            path = tuple(message["path"])
            standing = cell_at(self.known, path)
            news |= self._typed.note(message, path, standing[0]) if standing else {}
        self._host.say()
        if answer is not None or any(changed.values()):
            self._host.tell(news)
        return news

    def _refresh(self) -> dict[str, list[Any]]:
        """Describe the section again; a new shape is drawn anew, new values are returned."""
        document = self.session.document
        basis = depends_on(document, self.key)
        if basis == self._basis:
            return {}
        before, old_shape = self.known, self._shape
        self._basis = basis
        self.known = describe_section(document, self.key, self._ids)
        self._shape = shape(self.known)
        self._revision += 1
        if self._shape == old_shape:
            return differences(before, self.known)
        self._host.draw(self.numbered())
        return {}


def file_token(path: Path) -> str:
    """Return a name for a file that tells nothing of where it lies."""
    return hashlib.sha256(str(path.absolute()).encode()).hexdigest()[:16]
