"""Clashes: what this session and somebody else both changed, as a form shows it, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from archkit.errors import ModelError
from archkit.model.document import Document
from archkit.model.edit import Path
from archkit.model.fields import Frozen, Row, fields_of, number_text
from archkit.session import Session
from archkit.versions.clash import Clash
from archkit.versions.settled import is_order, value_at
from archkit.versions.words import row_words
from archkit.widgets.parts import Json

#: What a person calls the fields of a place of the file.
_PLACE = {"head": "Heading", "text": "Text"}


class OpenClashes:
    """The clashes of one form's section; each follows its row while others come and go."""

    def __init__(self, session: Session, keys: frozenset[str]) -> None:
        self._session = session
        self._keys = keys

    def as_json(self) -> list[Json]:
        """Return what both sides say, clash by clash, and what can be chosen."""
        return [self._described(clash) for clash in self._session.clashes if clash.section in self._keys]

    def settle(self, number: object, choice: object) -> None:
        """Settle a clash: keep `mine`, take `theirs`, or keep `both`.

        Raises:
            ArchkitError: it is settled, or the place cannot take the value; then the clash stays.
        """
        known = [clash for clash in self._session.clashes if clash.section in self._keys and clash.key == number]
        if not known:
            raise ModelError("form", "this was settled already", "look at the field as it is now")
        self._session.settle_clash(known[0], str(choice))

    def _described(self, clash: Clash) -> Json:
        document = self._session.document
        there = value_at(document, clash.path)
        # What was typed since the clash was found is mine, too.
        mine = there if isinstance(clash.mine, str) and isinstance(there, str) else clash.mine
        return {
            "number": clash.key,
            "field": _clash_words(document, clash),
            "mine": None if clash.lost else value_text(mine),
            "theirs": value_text(clash.theirs),
            "choices": list(self._session.choices(clash)),
        }


def _clash_words(document: Document, clash: Clash) -> str:
    """Return what a person calls what clashed."""
    if clash.lost is not None:
        depth, row = clash.lost
        return row_words(row, str(clash.path[depth - 1]), int(clash.path[depth])) if isinstance(row, Row) else "A row"
    if clash.path == ("layout",):
        return "The order of the sections"
    words = place_words(document, clash.path)
    return f"The order of {words}" if is_order(document, clash) else words


def place_words(document: Document, path: Path) -> str:
    """Return what a person calls a place: the field, then the rows that it stands in."""
    holder: Any = document
    said: list[str] = []
    key = ""
    for depth, step in enumerate(path):
        if isinstance(holder, tuple):
            if not (isinstance(step, int) and step < len(holder)):
                return key
            holder = holder[step]
            said.append(row_words(holder, key, step) if isinstance(holder, Row) else _place_name(holder))
        elif isinstance(holder, Mapping):
            said.append(str(step))
            holder = holder.get(str(step), "")
        else:
            key = str(step)
            owner: type[Frozen] = type(holder)
            titles = {spec.key: spec.title for spec in fields_of(owner)}
            holder = getattr(holder, key, "")
            inside = depth + 1 < len(path)
            if not inside or not isinstance(holder, (tuple, Mapping, Frozen)):
                said.append(titles.get(key) or _PLACE.get(key, key))
    return ", ".join(reversed(said))


def value_text(value: object) -> str | None:
    """Return a value as words, a line for each part of it; None for what was deleted."""
    if value is None:
        return None
    if isinstance(value, Frozen):
        parts = ((spec.title, value_text(getattr(value, spec.key))) for spec in fields_of(type(value)))
        return "\n".join(f"{title}: {text}" for title, text in parts if text)
    if isinstance(value, Mapping):
        return "\n".join(f"{key}: {text}" for key, text in value.items() if text)
    if isinstance(value, (tuple, list)):
        gap = "\n\n" if _are_rows(tuple(value)) else "\n"
        return gap.join(filter(None, map(value_text, value)))
    return number_text(value) if isinstance(value, float) else str(value)


def _are_rows(value: object) -> bool:
    return isinstance(value, tuple) and any(isinstance(item, Row) for item in value)


def _place_name(place: Any) -> str:
    return str(getattr(place, "name", "") or getattr(place, "part", place))
