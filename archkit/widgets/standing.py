"""What a form says of its file: its state, the steps back and on, what was recovered, and what waits to be settled."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from archkit.analysis.estimate_mean import estimate_mean
from archkit.session import Session
from archkit.versions.diff import diff
from archkit.versions.show import as_text
from archkit.widgets.clashes import OpenClashes
from archkit.widgets.conflicts import OpenConflicts
from archkit.widgets.parts import Json


class Standing:
    """What one form says of its session, and what a person can do about it.

    Attributes:
        clashes: Those of the form's own section.
        conflicts: What a merge left between conflict markers in that section.
    """

    def __init__(self, session: Session, keys: frozenset[str], *, tells_recovery: bool) -> None:
        self.clashes = OpenClashes(session, keys)
        self.conflicts = OpenConflicts(session, keys)
        self._session = session
        self._tells_recovery = tells_recovery

    def as_json(self) -> Json:
        """Return everything that the head of the form shows."""
        state, words = self._state()
        return {
            "state": state,
            "words": words,
            "undo": self._session.can_undo,
            "redo": self._session.can_redo,
            "recovered": self._recovered() if self._tells_recovery else [],
            "clashes": self.clashes.as_json(),
            "conflicts": self.conflicts.as_json(),
        }

    def do(self, message: Mapping[str, Any]) -> Json:
        """Do what a button of the head asks for, and return what belongs into the answer."""
        return WORK[message["op"]](self, message) or {}

    def _state(self) -> tuple[str, str]:
        session = self._session
        words = session.state
        if session.clashes or session.missing or (session.problem and (session.unsaved or session.refused)):
            return "failed", words[0].upper() + words[1:]
        if session.unsaved:
            return "saving", "Saving…"
        return ("saved", words[0].upper() + words[1:]) if session.saved_at else ("idle", "")

    def _recovered(self) -> list[str]:
        """Return a sentence for what was recovered, and one for each journal that could not be read."""
        recovered = self._session.recovered
        lines = []
        if recovered.edits:
            were = "was" if recovered.edits == 1 else "were"
            edits = "1 edit" if recovered.edits == 1 else f"{recovered.edits} edits"
            by_now = " The file has them by now; Discard takes them out again." if self._session.saved_at else ""
            lines.append(f"Recovered {edits} from {_moment(recovered.since)} that {were} not saved.{by_now}")
        lines += [f"A journal could not be read and stays where it is: {path.name}." for path in recovered.unreadable]
        aside = (f"{path.parent.name}/{path.name}" for path in recovered.left_out)
        lines += [f"Some edits could not be brought back; their words are kept in {name}." for name in aside]
        return lines

    def _undo(self, _: Mapping[str, Any]) -> None:
        self._session.undo()

    def _redo(self, _: Mapping[str, Any]) -> None:
        self._session.redo()

    def _keep(self, _: Mapping[str, Any]) -> None:
        self._session.keep_recovered()

    def _discard(self, _: Mapping[str, Any]) -> None:
        self._session.discard_recovered()
        self._session.save()

    def _difference(self, _: Mapping[str, Any]) -> Json:
        """Return what the recovered edits changed, in the author's words."""
        changes = diff(self._session.opened, self._session.recovered.document, mean=estimate_mean)
        return {"lines": as_text(changes).splitlines()}

    def _settle(self, message: Mapping[str, Any]) -> None:
        self.clashes.settle(message.get("number"), message.get("value"))

    def _finish(self, message: Mapping[str, Any]) -> None:
        self.conflicts.settle(message.get("number"), message.get("value"))


WORK: dict[str, Callable[[Standing, Mapping[str, Any]], Json | None]] = {
    "undo": Standing._undo,
    "redo": Standing._redo,
    "keep": Standing._keep,
    "discard": Standing._discard,
    "difference": Standing._difference,
    "settle": Standing._settle,
    "finish": Standing._finish,
}


def _moment(seconds: float) -> str:
    """Return the time of a moment, with its day unless that is today."""
    then = time.localtime(seconds)
    is_today = then[:3] == time.localtime()[:3]
    return time.strftime("%H:%M" if is_today else "%Y-%m-%d %H:%M", then)
