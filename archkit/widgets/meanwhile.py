"""Two hands in one field: what somebody else wrote there while a person typed is merged, or the person is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from archkit.errors import ArchkitError
from archkit.versions.lines import merge_prose
from archkit.widgets.row_ids import IdPath

#: What a control holds: a text, or a list of names.
Value = str | list[str]


class EditedMeanwhileError(ArchkitError):
    """Somebody else changed the same words of a field; what they wrote stands there, `now`."""

    def __init__(self, now: Value) -> None:
        super().__init__("somebody else changed these words meanwhile; keep yours, or take theirs")
        self.now = now


class Typed:
    """What each browser typed last into each field, so that its own words are not taken for somebody else's."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, IdPath], tuple[Value, Value | None]] = {}
        self._merged = False

    def agreed(self, message: Mapping[str, Any], path: IdPath, value: Value, now: Value) -> Value:
        """Return what to put into a field: the value as typed, or merged with what came from elsewhere.

        Args:
            message: Its `before` lists what the typist began with, then what was sent and not answered yet.
            path: The field.
            value: What was typed.
            now: What stands in the field.

        Raises:
            EditedMeanwhileError: both changed the same words.
        """
        self._merged = False
        before = message.get("before")
        if not isinstance(before, list) or not before:
            return value
        typed, became = self._last.get(_key(message, path), (None, None))
        is_own = typed is not None and before[-1] == typed
        if now in before or now == value or (is_own and now == became):
            return value
        base = before[-1] if is_own else before[0]
        texts = isinstance(base, str) and isinstance(value, str) and isinstance(now, str)
        merged = merge_prose(base, value, now) if texts else None  # type: ignore[arg-type]
        if merged is None:
            raise EditedMeanwhileError(now)
        self._merged = True
        return merged

    def note(self, message: Mapping[str, Any], path: IdPath, now: Value) -> dict[str, Any]:
        """Remember what became of a typed value, and return it for the answer."""
        self._last[_key(message, path)] = (message["value"], None if self._merged else now)
        return {"now": now, "merged": self._merged}

    def forget(self, client: str) -> None:
        """Forget a browser that no longer looks."""
        self._last = {key: last for key, last in self._last.items() if key[0] != client}


def _key(message: Mapping[str, Any], path: IdPath) -> tuple[str, IdPath]:
    return str(message.get("client"))[:40], path
