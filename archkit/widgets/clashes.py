"""Clashes: what this session and somebody else both changed, as a form shows it, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from archkit.errors import ModelError
from archkit.model.document import Document, rows_at
from archkit.model.edit import Path
from archkit.model.fields import Frozen, Row, fields_of, number_text
from archkit.session import Session
from archkit.versions.clash import Clash
from archkit.versions.words import row_words
from archkit.widgets.parts import Json
from archkit.widgets.row_ids import IdPath, RowIds

#: Kinds of fields in which two texts can stand below each other.
LONG = {"prose", "line", "cell"}


class OpenClashes:
    """The clashes of one form's section; each keeps its place while rows above it come and go."""

    def __init__(self, session: Session, keys: frozenset[str], ids: RowIds) -> None:
        self._session = session
        self._keys = keys
        self._ids = ids
        self._given = 0
        self._open: dict[int, tuple[Clash, IdPath]] = {}

    def as_json(self) -> list[Json]:
        """Return what both sides say, clash by clash, and what can be chosen."""
        there = [clash for clash in self._session.clashes if clash.section in self._keys]
        self._open = {number: entry for number, entry in self._open.items() if any(entry[0] is one for one in there)}
        for clash in there:
            if not any(clash is known for known, _ in self._open.values()):
                self._given += 1
                self._open[self._given] = (clash, self._ids.name(clash.path))
        return [self._described(number, *entry) for number, entry in self._open.items()]

    def settle(self, number: object, choice: object) -> None:
        """Settle a clash: keep `mine`, take `theirs`, or keep `both`.

        Raises:
            ArchkitError: the row is gone, or the place cannot take the value; the clash stays.
        """
        if not isinstance(number, int) or number not in self._open:
            raise ModelError("form", "this was settled already", "look at the field as it is now")
        clash, known_as = self._open[number]
        document = self._session.document
        path = self._ids.locate(known_as)
        if choice not in _choices(document, path, clash):
            raise ModelError("form", "this cannot be chosen here", "keep mine, or edit the section itself")
        if choice == "both":
            self._put(path, f"{_value(document, path)}\n{clash.theirs}")
        elif (clash.mine if choice == "mine" else clash.theirs) is None:
            self._session.delete(path)
        elif choice == "theirs" and clash.mine is not None:
            place = _text_place(document, path, clash)
            self._put(path if place is None else ("layout", place, "text"), clash.theirs)
        # The document has what was chosen; now it holds that side of the clash which needs no edit.
        self._session.settle_clash(clash, mine=clash.mine is not None)

    def _put(self, path: Path, value: object) -> None:
        if path[0] == "layout":
            self._session.set_text(int(path[1]), str(value))
        else:
            self._session.set(path, value)

    def _described(self, number: int, clash: Clash, place: IdPath) -> Json:
        document = self._session.document
        try:
            path = self._ids.locate(place)
        except ModelError:
            path = clash.path
        # What was typed since the clash was found is mine, too.
        mine = clash.mine if clash.mine is None or not isinstance(clash.mine, str) else _value(document, path)
        return {
            "number": number,
            "field": place_words(document, path),
            "mine": value_text(mine),
            "theirs": value_text(clash.theirs),
            "choices": _choices(document, path, clash),
        }


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
                said.append(titles.get(key, key))
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


def _choices(document: Document, path: Path, clash: Clash) -> list[str]:
    value = _value(document, path)
    named = isinstance(clash.theirs, (tuple, list)) and any(isinstance(name, str) for name in clash.theirs)
    is_order = path == ("layout",) or (named and _are_rows(value))
    is_place = path[0] == "layout" and path[2:] != ("text",)
    mixed = isinstance(clash.mine, str) != isinstance(clash.theirs, str) and None not in (clash.mine, clash.theirs)
    if is_order or is_place or (mixed and _text_place(document, path, clash) is None):
        return ["mine"]
    texts = isinstance(value, str) and isinstance(clash.mine, str) and isinstance(clash.theirs, str)
    return ["mine", "theirs", "both"] if texts and _kind(document, path) in LONG else ["mine", "theirs"]


def _text_place(document: Document, path: Path, clash: Clash) -> int | None:
    """Return the place of a section whose data they made a text that cannot be read as data."""
    places = [at for at, place in enumerate(document.layout) if path == (place.part,)]
    is_text = isinstance(clash.theirs, str) and not isinstance(clash.mine, str)
    return places[0] if is_text and len(places) == 1 else None


def _kind(document: Document, path: Path) -> str:
    if path[0] == "layout":
        return "prose"
    owner = _value(document, path[:-1]) if len(path) > 1 else document
    found = fields_of(type(owner)) if isinstance(owner, Frozen) else ()
    return next((spec.kind for spec in found if spec.key == path[-1]), "")


def _value(document: Document, path: Path) -> object:
    try:
        return rows_at(document, path)
    except (LookupError, AttributeError, TypeError):
        return ""


def _are_rows(value: object) -> bool:
    return isinstance(value, tuple) and any(isinstance(item, Row) for item in value)


def _place_name(place: Any) -> str:
    return str(getattr(place, "name", "") or getattr(place, "part", place))
