"""Messages: what a form asks for, looked at before any of it is used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from archkit.errors import ArchkitError, ModelError, quoted
from archkit.model import edit
from archkit.model.document import Document, rows_at
from archkit.model.fields import Row
from archkit.session import Session
from archkit.widgets.changes import parts_of
from archkit.widgets.details import details_of
from archkit.widgets.meanwhile import Typed
from archkit.widgets.parts import Json
from archkit.widgets.row_ids import IdPath, RowIds
from archkit.widgets.writable import refuse_unwritable

MOST_CHARACTERS = 1_000_000
REMEDY = "run the cell again to see the form as it is"


@dataclass(frozen=True)
class Target:
    """What an operation works on: the session, what its form shows at the moment, and what was typed last."""

    session: Session
    shown: Json
    ids: RowIds
    typed: Typed


def path_of(message: Mapping[str, Any]) -> IdPath:
    """Return the place that a message names."""
    given = message.get("path")
    plain = isinstance(given, list) and 0 < len(given) <= 12
    if not plain or not all(type(step) in (str, int) for step in given):  # type: ignore[union-attr]
        raise ModelError("form", "the message names no place", REMEDY)
    return tuple(given)  # type: ignore[arg-type]


def value_of(value: object, listed: bool) -> str | list[str]:
    """Return a value that is given as a text, or as several where the field holds a list."""
    return [text_of(text) for text in value] if listed and isinstance(value, list) else text_of(value)


def text_of(value: object) -> str:
    """Return a text, if it is one and not too long."""
    if not isinstance(value, str):
        raise ModelError("form", "a text is expected", REMEDY)
    if len(value) > MOST_CHARACTERS:
        limit = f"{MOST_CHARACTERS:,} characters"
        raise ModelError("form", f"the text is longer than {limit}", "shorten it, or put it into another file")
    return value


def index_of(message: Mapping[str, Any]) -> int:
    """Return the place among the rows that a message says."""
    index = message.get("index")
    if type(index) is not int:
        raise ModelError("form", "the message says no place among the rows", REMEDY)
    return index


def rows_part(target: Target, path: IdPath) -> Json:
    """Return the part of the form that shows the rows at a path."""
    for part in parts_of(target.shown):
        if part["part"] == "rows" and part["path"] == path:
            return part
    raise nothing_there(path)


def nothing_there(path: IdPath) -> ArchkitError:
    """Return the error for a place that the form does not show any more."""
    what = "this field" if len(path) > 1 else quoted("".join(map(str, path)))
    return ModelError("form", f"{what} is not in the document any more; its row was deleted meanwhile", REMEDY)


def kept(document: Document, place: edit.Path, value: str | list[str]) -> object:
    """Return what a field holds for a value: details for the lines that they are typed as, else the value itself."""
    refuse_unwritable(place, value)
    row = rows_at(document, place[:-1]) if place[-1] == "details" and place[:-1] else None
    if not isinstance(row, Row) or isinstance(value, list):
        return value
    return details_of(value, getattr(row, "details", ()))
