"""Conflicts: what a merge left between conflict markers, as a form shows it, and what becomes of it."""

from __future__ import annotations

from archkit.errors import ModelError
from archkit.session import Session
from archkit.versions.sides import Conflict
from archkit.widgets.parts import Json

#: More differences than these are told by the two sides themselves.
_MOST_WORDS = 12


class OpenConflicts:
    """The conflicts in the text of one form's section."""

    def __init__(self, session: Session, keys: frozenset[str]) -> None:
        self._session = session
        self._keys = keys
        self._given = 0
        self._open: dict[int, Conflict] = {}

    def as_json(self) -> list[Json]:
        """Return what the two sides say, conflict by conflict, and what can be kept."""
        waiting = dict(self._open)
        self._open = {}
        for conflict in self._session.conflicts:
            if conflict.section in self._keys:
                # A conflict keeps its number while lines above it come and go.
                number = next((n for n, known in waiting.items() if known.says_the_same(conflict)), 0)
                waiting.pop(number, None)
                self._given += not number
                self._open[number or self._given] = conflict
        return [_described(number, conflict) for number, conflict in self._open.items()]

    def settle(self, number: object, choice: object) -> None:
        """Finish a conflict: keep `ours`, `theirs` or `both`.

        Raises:
            ArchkitError: it is finished, or this cannot be kept; then the text stays as it is.
        """
        if not isinstance(number, int) or number not in self._open:
            raise ModelError("form", "this was finished already", "look at the section as it is now")
        conflict = self._open[number]
        if choice not in conflict.choices:
            raise ModelError("form", "this cannot be kept here", f"keep {' or '.join(conflict.choices)}")
        self._session.settle_conflict(conflict, str(choice))


def _described(number: int, conflict: Conflict) -> Json:
    words = list(conflict.difference)
    more = len(words) - _MOST_WORDS
    return {
        "number": number,
        "line": conflict.line,
        "titles": [_title("Ours", conflict.labels[0]), _title("Theirs", conflict.labels[1])],
        "ours": conflict.ours.strip("\r\n"),
        "theirs": conflict.theirs.strip("\r\n"),
        "words": words[:_MOST_WORDS] + ([f"and {more} more"] if more > 0 else []),
        "choices": list(conflict.choices),
    }


def _title(side: str, label: str) -> str:
    return side if label.casefold() in ("", "ours", "theirs", "mine") else f"{side} ({label})"
