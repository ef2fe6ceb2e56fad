"""The studio: all sections of a document in one widget, with the page, the figures, the text and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import anywidget
import traitlets

from archkit.errors import ModelError
from archkit.session import Session
from archkit.widgets.answers import answered
from archkit.widgets.follower import PAUSE, REST, Follower
from archkit.widgets.messages import REMEDY
from archkit.widgets.open_forms import remember, say_everywhere
from archkit.widgets.parts import Json
from archkit.widgets.schema import section_keys, section_titles
from archkit.widgets.section_state import SectionState, file_token
from archkit.widgets.standing import WORK, Standing
from archkit.widgets.studio_assets import STUDIO_SCRIPT, STUDIO_STYLE
from archkit.widgets.studio_missing import Next
from archkit.widgets.studio_views import Views

_EVERYTHING = frozenset({*section_keys(), "layout", "preface"})


class Studio(anywidget.AnyWidget):
    """All sections of a document in one widget.

    A section is described when it is opened. Its messages carry its key; those without one are the studio's own. Every
    message is answered once the journal has what it brought; page, texts and what is missing follow in a thread.

    Attributes:
        outline: Key and title of each section, in the order of reading.
        standing: The state of the file, undo and redo, what was recovered, clashes.
        progress: How complete each section is, by key.
        missing: What is missing next, most valuable first.
        file: A name for the file, under which a browser keeps what a person chose.
        name: The name of the file, for its title.
    """

    _esm = STUDIO_SCRIPT
    _css = STUDIO_STYLE
    outline: traitlets.List[Any] = traitlets.List().tag(sync=True)
    standing = traitlets.Dict().tag(sync=True)
    progress = traitlets.Dict().tag(sync=True)
    missing: traitlets.List[Any] = traitlets.List().tag(sync=True)
    file = traitlets.Unicode().tag(sync=True)
    name = traitlets.Unicode().tag(sync=True)

    def __init__(self, session: Session, **settings: Any) -> None:
        self.session = session
        self.states: dict[str, SectionState] = {}
        self._standing = Standing(session, _EVERYTHING, tells_recovery=True)
        self._next = Next(session)
        self._views = Views(session, lambda news: self.send(news))
        thinker = Follower((PAUSE + REST, self._think))
        self.follower = Follower((0.0, self._views.follow), (PAUSE, self._views.follow_on), beside=thinker)
        self._views.is_overtaken = self.follower.is_asked
        self._viewers: set[str] = set()
        session.while_typing()
        outline = [[key, title] for key, title in section_titles().items()]
        standing, file = self._standing.as_json(), file_token(session.path)
        super().__init__(outline=outline, standing=standing, file=file, name=session.path.name, **settings)
        self._ends = self._follow()
        remember(self)
        self.on_msg(self._receive)

    def __repr__(self) -> str:
        return f"Studio({self.session.path.name!r}, {len(self.outline)} sections)"

    def close(self) -> None:
        """Close the studio; it no longer follows the session."""
        self._leave()
        self.follower.end()
        for state in self.states.values():
            state.leave()
        super().close()

    def handle(self, message: Mapping[str, Any]) -> Json:
        """Do what the browser asks for and return the answer, which is also sent.

        Args:
            message: With a `section`, what a section's form sends. Else `op` is hello, bye, open (a section, by its
                `key`), watch (`views`: `page`, or the `markdown` of a section), set (`path` is `markdown` and a key),
                fix (an entry by its `number`), or one of the head; `client` and `seq` come back in the answer.
        """
        key = message.get("section")
        with self.follower.held():
            if isinstance(key, str) and key in section_keys():
                return self._state(key).handle(message)
            return self._answer(message)

    def say(self) -> None:
        """Tell every view how the file stands, if that has changed."""
        self.standing = self._standing.as_json()

    def work(self, message: Mapping[str, Any]) -> Json:
        """Do what a button of the head asks for; every form of the session says what came of it."""
        found = self._standing.do(message)
        say_everywhere(self.session)
        return found

    def _answer(self, message: Mapping[str, Any]) -> Json:
        with self.session.lock:
            return answered(message, self._do, self._publish)

    def _publish(self, answer: Json) -> Json:
        answer["version"] = self.session.version
        self.say()
        self.send(answer)
        return answer

    def _do(self, message: Mapping[str, Any]) -> Json:
        operation = message.get("op")
        is_known = isinstance(operation, str) and message.get("section") is None
        if is_known and operation in WORK:
            return self.work(message)
        work = _OWN.get(str(operation)) if is_known else None
        if work is None:
            raise ModelError("studio", "there is no such operation or section", REMEDY)
        return work(self, message) or {}

    def _greet(self, message: Mapping[str, Any]) -> None:
        """Follow the session as long as somebody looks."""
        client = str(message.get("client"))[:40]
        self._viewers.discard(client)
        self._views.forget(client)
        if message.get("op") == "hello":
            self._viewers.add(client)
        self._leave()
        if self._viewers:
            self._ends = self._follow()
            self.follower.wake()

    def _open(self, message: Mapping[str, Any]) -> Json:
        return {"described": self._state(message.get("key")).numbered()}

    def _watch(self, message: Mapping[str, Any]) -> Json:
        found = self._views.watch(str(message.get("client"))[:40], message.get("views"))
        self.follower.wake()
        return found

    def _set(self, message: Mapping[str, Any]) -> Json:
        return self._views.set_text(message)

    def _fix(self, message: Mapping[str, Any]) -> None:
        self._next.fix(message.get("number"))

    def _think(self) -> None:
        progress, self.missing = self._next.told()
        # Who hears how complete the sections are knows what is missing by then.
        self.progress = progress

    def _follow(self) -> tuple[Callable[[], None], ...]:
        return self.session.on_edit(lambda _: self._edited()), self.session.on_state(lambda _: self.say())

    def _edited(self) -> None:
        self.say()
        self.follower.wake()

    def _leave(self) -> None:
        for end in self._ends:
            end()
        self._ends = ()

    def _state(self, key: object) -> SectionState:
        if not isinstance(key, str) or key not in section_keys():
            raise ModelError("studio", "there is no such section", REMEDY)
        if key not in self.states:
            self.states[key] = SectionState(self.session, key, _Hosted(self, key))
        return self.states[key]

    def _receive(self, _: object, content: object, buffers: object) -> None:
        if isinstance(content, Mapping):
            self.handle(content)


class _Hosted:
    """A section's place in a studio: what it tells carries its key."""

    def __init__(self, studio: Studio, key: str) -> None:
        self._studio = studio
        self._key = key

    def tell(self, news: Json) -> None:
        self._studio.send({"section": self._key, **news})

    def draw(self, section: Json) -> None:
        self._studio.send({"section": self._key, "drawn": section})

    def say(self) -> None:
        self._studio.say()

    def work(self, message: Mapping[str, Any]) -> Json:
        return self._studio.work(message)


_OWN: dict[str, Callable[[Studio, Mapping[str, Any]], Json | None]] = {
    "hello": Studio._greet,
    "bye": Studio._greet,
    "open": Studio._open,
    "watch": Studio._watch,
    "set": Studio._set,
    "fix": Studio._fix,
}


def studio(session: Session) -> Studio:
    """Return the studio of a document."""
    return Studio(session)
