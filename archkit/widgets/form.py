"""Forms: one widget for one section of a document, over a session that holds the state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import anywidget
import traitlets

from archkit.session import Session
from archkit.widgets.assets import SCRIPT, STYLE
from archkit.widgets.open_forms import remember, say_everywhere
from archkit.widgets.parts import Json
from archkit.widgets.schema import CUSTOM
from archkit.widgets.section_state import SectionState
from archkit.widgets.standing import Standing


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
        keys = frozenset({key} if key != CUSTOM else {CUSTOM, "layout", "preface"})
        self._standing = Standing(session, keys, tells_recovery=tells_recovery)
        session.while_typing()
        standing = self._standing.as_json()
        self.state = SectionState(session, key, self)
        super().__init__(section=self.state.numbered(), standing=standing, opened=opened, **settings)
        remember(self)
        self.on_msg(self._receive)

    def __repr__(self) -> str:
        return f"SectionForm({self.key!r}{self._size()})"

    def close(self) -> None:
        """Close the form; it no longer follows the session."""
        self.state.leave()
        super().close()

    def handle(self, message: Mapping[str, Any]) -> Json:
        """Do what the browser asks for and return the answer, which is also sent.

        Args:
            message: `op` (hello, bye, set, insert, delete, move, text, column, or one of the head: undo, redo, keep,
                discard, difference, settle, finish), `path`, `value`, `before`, `index`, `number`, and `client` and
                `seq`, which come back in the answer.
        """
        return self.state.handle(message)

    def tell(self, news: Json) -> None:
        """Send what changed, or an answer, to every view."""
        self.send(news)

    def draw(self, section: Json) -> None:
        """Give every view another description to draw."""
        self.section = section

    def say(self) -> None:
        """Tell every view how the file stands, if that has changed."""
        self.standing = self._standing.as_json()

    def work(self, message: Mapping[str, Any]) -> Json:
        """Do what a button of the head asks for; every form of the session says what came of it."""
        found = self._standing.do(message)
        say_everywhere(self.session)
        return found

    def _size(self) -> str:
        rows = [part for part in self.state.known["parts"] if part["part"] == "rows"]
        if not rows:
            return ""
        count = len(rows[0]["rows"])
        return f", {count} row{'' if count == 1 else 's'}"

    def _receive(self, _: object, content: object, buffers: object) -> None:
        if isinstance(content, Mapping):
            self.handle(content)


def section_form(session: Session, key: str) -> SectionForm:
    """Return the form of one section.

    Raises:
        ModelError: there is no such section.
    """
    return SectionForm(session, key)
