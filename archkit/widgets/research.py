"""The look-up of documentation in a form: a question goes out when a person presses the button, and never before."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any

from archkit.errors import ArchkitError, ModelError
from archkit.model.document import Document
from archkit.research.answers import Answer
from archkit.research.as_finding import with_findings
from archkit.research.look_up import LookUp
from archkit.research.server import server_from
from archkit.research.taken_in import from_paste
from archkit.session import Session
from archkit.widgets.messages import REMEDY, text_of
from archkit.widgets.parts import Json

OPERATION = "research"
_MOST_KEPT = 8
_MOST_AT_ONCE = 3
_MOST_SHOWN = 2_000
_MOST_PROGRAMS = 4

Place = tuple[str, str]
Start = Callable[[Callable[[], None]], None]


def _in_a_thread(work: Callable[[], None]) -> None:
    threading.Thread(target=work, name="archkit-research", daemon=True).start()


class LookUps:
    """What the views of a form look up, each with answers of its own; typing goes on meanwhile.

    Args:
        session: The document that gets the findings.
        tell: Sends news to every view.
        start: Begins work that may take a while.
    """

    def __init__(self, session: Session, tell: Callable[[Json], None], start: Start = _in_a_thread) -> None:
        self._session = session
        self._tell = tell
        self._start = start
        self._answers: dict[Place, Answer] = {}
        self._running = 0
        self._lock = threading.Lock()

    def do(self, message: Mapping[str, Any]) -> Json:
        """Do what the panel asks for and return what belongs into the answer.

        Args:
            message: `step` is about, ask, paste or pick. `ask` and `paste` have a `number` of the view's own, under
                which the answer follows as `research`; `pick` has it, too, and the `numbers` of snippets.
        """
        work = _STEPS.get(str(message.get("step")))
        if work is None:
            raise ModelError("form", "there is no such step of a look-up", REMEDY)
        return work(self, message)

    def _about(self, _: Mapping[str, Any]) -> Json:
        """Say where a question would go; nothing is asked."""
        server = server_from()
        return {"host": server.host, "leaves": not server.is_this_machine}

    def _ask(self, message: Mapping[str, Any]) -> Json:
        library, question, version = (text_of(message.get(key, "")) for key in ("library", "question", "version"))
        look_up = LookUp(fresh=message.get("fresh") is True)
        return self._begin(message, lambda: look_up.answer(library, question, version))

    def _paste(self, message: Mapping[str, Any]) -> Json:
        text, *more = (text_of(message.get(key, "")) for key in ("text", "library", "question", "version"))
        return self._begin(message, lambda: from_paste(text, *more))

    def _begin(self, message: Mapping[str, Any], find: Callable[[], Answer]) -> Json:
        place = _place(message)
        with self._lock:
            if self._running >= _MOST_AT_ONCE:
                raise ModelError("form", "some look-ups are still under way", "wait for their answers")
            self._running += 1

        def work() -> None:
            news: Json = {"client": place[0], "number": message.get("number")}
            try:
                answer = find()
                self._keep(place, answer)
                news |= {"answer": _shown(answer)}
            except ArchkitError as error:
                news |= {"problem": str(error)}
            except Exception as error:
                news |= {"problem": f"an error inside archkit: {type(error).__name__}: {error}"}
                raise
            finally:
                with self._lock:
                    self._running -= 1
                self._tell({"research": news})

        self._start(work)
        return {}

    def _pick(self, message: Mapping[str, Any]) -> Json:
        with self._lock:
            answer = self._answers.get(_place(message))
        if answer is None:
            raise ModelError("form", "these snippets are not known any more", "look them up again")
        given = message.get("numbers")
        numbers = [number for number in given if type(number) is int] if isinstance(given, list) else []
        ids: tuple[str, ...] = ()

        def with_them(document: Document) -> Document:
            nonlocal ids
            document, ids = with_findings(document, answer, numbers)
            return document

        self._session.change(with_them)
        return {"ids": list(ids)}

    def _keep(self, place: Place, answer: Answer) -> None:
        with self._lock:
            self._answers[place] = answer
            while len(self._answers) > _MOST_KEPT:
                self._answers.pop(next(iter(self._answers)))


def _place(message: Mapping[str, Any]) -> Place:
    return str(message.get("client"))[:40], str(message.get("number"))[:40]


def _shown(answer: Answer) -> Json:
    """Return what a view shows of an answer; long texts are cut, as the finding keeps what it needs."""
    shown = answer.as_json()
    for snippet in shown["snippets"]:
        snippet["text"] = snippet["text"][:_MOST_SHOWN]
        snippet["code"] = [program[:_MOST_SHOWN] for program in snippet["code"][:_MOST_PROGRAMS]]
    return shown


_STEPS: dict[str, Callable[[LookUps, Mapping[str, Any]], Json]] = {
    "about": LookUps._about,
    "ask": LookUps._ask,
    "paste": LookUps._paste,
    "pick": LookUps._pick,
}
