"""Edits of several rows at once: filling cells and adding rows, duplicating, deleting; each is one edit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from archkit.errors import ModelError
from archkit.model.document import Document
from archkit.model.edit import Path, delete_row, insert_row, row_class, rows_at_or_error, set_value
from archkit.model.fields import Row, build
from archkit.model.references import REFERRED
from archkit.model.scale_followers import SCALE_ROWS, WORD

#: Fields of which no two rows may have the same text, beside the names that others refer to.
UNIQUE: dict[Path, str] = {("findings",): "id", ("data_flow", "nodes"): "id"}
_ENDS_WITH_NUMBER = re.compile(r"(.*?)(\d+)")

#: A cell: the index of its row, its field such as `("owner",)` or `("scores", "Outbox table")`, and its value.
Cell = tuple[int, tuple[str, ...], object]


def fill_rows(
    document: Document, path: Path, cells: Iterable[Cell] = (), rows: Sequence[Mapping[str, object]] = (), at: int = -1
) -> Document:
    """Return the document with cells of the rows at `path` filled, and new rows put before index `at`.

    Args:
        document: The document.
        path: Where the rows stand, such as `("risks",)`.
        cells: The cells; what is named elsewhere is renamed there, too.
        rows: The fields of each new row.
        at: Where the new rows go, counted before they are there; -1 is the end.

    Raises:
        ModelError: there is no such row or field, or a value does not fit; nothing is filled.
    """
    key = _name_key(path)
    changes: dict[int, dict[str, Any]] = defaultdict(dict)
    for index, field, value in cells:
        if field == (key,) or (path, field) == (SCALE_ROWS, (WORD,)):
            document = set_value(document, (*path, index, *field), value)
        elif len(field) == 2:
            changes[index].setdefault(field[0], {})[field[1]] = value
        else:
            changes[index][field[0]] = value
    held = list(_rows(document, path))
    for index, values in changes.items():
        if not 0 <= index < len(held):
            raise ModelError(str(path[-1]), f"there is no row {index}", f"it has {len(held)} rows")
        held[index] = held[index].replace(**{name: _whole(held[index], name, given) for name, given in values.items()})
    document = set_value(document, path, tuple(held)) if changes else document
    return _with_rows(document, path, rows, len(held) if at < 0 else at)


def duplicate_rows(document: Document, path: Path, indexes: Iterable[int]) -> Document:
    """Return the document with copies of some rows below the last of them; a name that has to be unique gets a new one.

    Raises:
        ModelError: there is no such row.
    """
    wanted = sorted(set(indexes))
    for copied, index in enumerate(wanted):
        row = rows_at_or_error(document, (*path, index))
        assert isinstance(row, Row)
        rows = _rows(document, path)
        keys = {key for key in (_name_key(path), UNIQUE.get(path)) if key}
        names = {key: free_name(str(getattr(row, key)), {str(getattr(one, key)) for one in rows}) for key in keys}
        document = insert_row(document, path, wanted[-1] + 1 + copied, row.replace(**names))
    return document


def delete_rows(document: Document, path: Path, indexes: Iterable[int]) -> Document:
    """Return the document without some of the rows at `path`.

    Raises:
        ModelError: there is no such row.
    """
    gone = set(indexes)
    if _name_key(path):
        for index in sorted(gone, reverse=True):
            document = delete_row(document, (*path, index))
        return document
    for index in gone:
        rows_at_or_error(document, (*path, index))
    kept = (row for index, row in enumerate(_rows(document, path)) if index not in gone)
    return set_value(document, path, tuple(kept))


def _with_rows(document: Document, path: Path, rows: Sequence[Mapping[str, object]], at: int) -> Document:
    if not rows:
        return document
    cls = row_class(path)
    made = [build(cls, row, where=str(path[0])) for row in rows]
    if _name_key(path):
        for index, row in enumerate(made):
            document = insert_row(document, path, at + index, row)
        return document
    held = _rows(document, path)
    return set_value(document, path, (*held[:at], *made, *held[at:]))


def _rows(document: Document, path: Path) -> tuple[Row, ...]:
    rows = rows_at_or_error(document, path)
    row_class(path)
    assert isinstance(rows, tuple)
    return rows


def _name_key(path: Path) -> str:
    """Return the field by which others refer to the rows at a path, or ""."""
    return next((referred.key for referred in REFERRED if referred.path == path), "")


def _whole(row: Row, name: str, given: object) -> object:
    """Return the value of a field of which only some entries are given."""
    before = getattr(row, name, None)
    return {**before, **given} if isinstance(before, dict) and isinstance(given, dict) else given


def free_name(name: str, taken: set[str]) -> str:
    """Return a name like the given one that no row has: F7 after F6, `Build copy` beside Build."""
    if not name:
        return name
    if numbered := _ENDS_WITH_NUMBER.fullmatch(name):
        stem = numbered[1]
        ends = (found for other in taken if (found := _ENDS_WITH_NUMBER.fullmatch(other)) and found[1] == stem)
        return f"{stem}{max(int(found[2]) for found in ends) + 1}"
    taken = {other.casefold() for other in taken}
    copies = (f"{name} copy", *(f"{name} copy {number}" for number in range(2, len(taken) + 3)))
    return next(copy for copy in copies if copy.casefold() not in taken)
