"""Names for rows that stay with them while other rows come, go and move.

A browser that speaks of row "r7" means the same row after somebody else put one above it; an index would not.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence

from archkit.errors import ModelError
from archkit.model import edit
from archkit.model.fields import Row
from archkit.widgets.known_rows import KnownRows

#: Where something stands, with row ids in place of indexes: `("risks", "r3", "owner")`.
IdPath = tuple[str | int, ...]


class RowIds:
    """The ids of all rows that one form shows, list by list.

    Attributes:
        known: What the form said of those rows the last time.
    """

    def __init__(self) -> None:
        self.known = KnownRows()
        self._lists: dict[IdPath, tuple[tuple[str, object], ...]] = {}
        self._given = 0

    def of(self, path: IdPath, rows: Sequence[object]) -> tuple[str, ...]:
        """Return the ids of the rows that stand at `path` now, the same as before for rows that stayed."""
        before = list(self._lists.get(path, ()))
        ids: list[str | None] = [None] * len(rows)
        for is_same in (operator.is_, operator.eq, _called_the_same):
            ids = [name or _take(before, row, is_same) for name, row in zip(ids, rows, strict=True)]
        # What is left has changed its name and kept its place among the others.
        named = tuple(name or (before.pop(0)[0] if before else self._new()) for name in ids)
        self._lists[path] = tuple(zip(named, rows, strict=True))
        return named

    def locate(self, path: IdPath) -> edit.Path:
        """Return the path in the document, with indexes in place of ids.

        Raises:
            ModelError: a row on the way is gone.
        """
        found: list[str | int] = []
        for depth, step in enumerate(path):
            rows = self._lists.get(path[:depth])
            found.append(step if rows is None else _position(rows, step))
        return tuple(found)

    def name(self, path: edit.Path) -> IdPath:
        """Return the path with ids in place of indexes, as far as this form shows the rows."""
        found: list[str | int] = []
        for step in path:
            rows = self._lists.get(tuple(found))
            found.append(rows[step][0] if rows is not None and isinstance(step, int) and step < len(rows) else step)
        return tuple(found)

    def _new(self) -> str:
        self._given += 1
        return f"r{self._given}"


def _take(rows: list[tuple[str, object]], wanted: object, is_same: Callable[[object, object], bool]) -> str | None:
    for index, (name, row) in enumerate(rows):
        if is_same(row, wanted):
            del rows[index]
            return name
    return None


def _called_the_same(one: object, other: object) -> bool:
    return isinstance(one, Row) and isinstance(other, Row) and bool(one.called) and one.called == other.called


def _position(rows: tuple[tuple[str, object], ...], step: str | int) -> int:
    for index, (name, _) in enumerate(rows):
        if name == step:
            return index
    raise ModelError("form", "this row was deleted meanwhile", "look at the rows as they are now")
