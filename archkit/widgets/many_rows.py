"""Operations on many rows or cells of a grid; each is one edit, and one step to undo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from archkit.errors import ModelError
from archkit.model import edit_rows
from archkit.widgets.details import details_of
from archkit.widgets.messages import REMEDY, Target, index_of, kept, nothing_there, rows_part, text_of, value_of
from archkit.widgets.parts import Json
from archkit.widgets.row_ids import IdPath
from archkit.widgets.writable import refuse_row

MOST_ROWS = 20_000

Field = tuple[str, ...]


def fill(target: Target, path: IdPath, message: Mapping[str, Any]) -> None:
    """Fill cells and add rows.

    A message has `columns`, the fields; `cells`, each with the id of its row, the index of its column and its value;
    `rows`, the values of each new row by column; `index`, where those go; and perhaps their `group`.
    """
    part = rows_part(target, path)
    columns = _columns(target, part, message)
    place = target.ids.locate(path)
    at = {row["id"]: index for index, row in enumerate(part["rows"])}
    try:
        cells = [(at[name], *_given(columns[column], value)) for name, column, value in _listed(message, "cells")]
        rows = [_row(columns, values) for values in _listed(message, "rows")]
    except (KeyError, IndexError, TypeError, ValueError):
        raise nothing_there(path) from None
    document = target.session.document
    found = [(index, field, kept(document, (*place, index, *field), value)) for index, field, value in cells]
    group = {"group": text_of(message["group"])} if message.get("group") else {}
    made = [group | row for row in rows]
    for row in rows:
        refuse_row(place, row)
    target.session.change(lambda now: edit_rows.fill_rows(now, place, found, made, index_of(message)))


def duplicate(target: Target, path: IdPath, message: Mapping[str, Any]) -> None:
    """Put copies of rows, given by their ids, below the last of them."""
    indexes = _indexes(target, path, message)
    place = target.ids.locate(path)
    target.session.change(lambda document: edit_rows.duplicate_rows(document, place, indexes))


def delete_rows(target: Target, path: IdPath, message: Mapping[str, Any]) -> None:
    """Delete rows, given by their ids."""
    indexes = _indexes(target, path, message)
    place = target.ids.locate(path)
    target.session.change(lambda document: edit_rows.delete_rows(document, place, indexes))


def _columns(target: Target, part: Json, message: Mapping[str, Any]) -> list[tuple[Field, bool]]:
    """Return the fields that a message names, and whether each holds a list."""
    known = {tuple(one["path"]): one["control"] == "names" for one in target.shown["columns"][part["columns"]]}
    try:
        return [(tuple(field), known[tuple(field)]) for field in message.get("columns") or ()]
    except (KeyError, TypeError):
        raise nothing_there(part["path"]) from None


def _listed(message: Mapping[str, Any], name: str) -> list[Any]:
    given = message.get(name) or []
    if not isinstance(given, list):
        raise ModelError("form", f"{name} are given as a list", REMEDY)
    if name == "rows" and len(given) > MOST_ROWS:
        raise ModelError("form", f"{len(given):,} rows are more than {MOST_ROWS:,}", "paste them in pieces")
    return given


def _given(column: tuple[Field, bool], value: object) -> tuple[Field, str | list[str]]:
    field, is_list = column
    return field, value_of(value, is_list)


def _row(columns: list[tuple[Field, bool]], values: list[object]) -> dict[str, Any]:
    """Return the fields of a new row; blank ones are left out."""
    row: dict[str, Any] = {}
    for column, value in zip(columns, values, strict=True):
        field, given = _given(column, value)
        if not given:
            continue
        if len(field) == 2:
            row.setdefault(field[0], {})[field[1]] = given
        else:
            row[field[0]] = details_of(str(given)) if field == ("details",) else given
    return row


def _indexes(target: Target, path: IdPath, message: Mapping[str, Any]) -> list[int]:
    at = {row["id"]: index for index, row in enumerate(rows_part(target, path)["rows"])}
    given = message.get("rows")
    if not isinstance(given, list) or not given or not all(isinstance(name, str) for name in given):
        raise ModelError("form", "the message names no rows", REMEDY)
    if not all(name in at for name in given):
        raise nothing_there(path)
    return [at[name] for name in given]
