"""What changed between two documents, as plain data that can be written down and applied again.

A change is `("set", path, value)` for a field, or `("rows", path, start, removed, rows)` for rows in place of others.
It says what became of the document, not which edit did it, so applying it needs none of the edit's rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from archkit.errors import ModelError
from archkit.model.document import Document
from archkit.model.edit import Path
from archkit.model.fields import Frozen

Change = tuple[Any, ...]


def delta(before: Document, after: Document) -> list[Change]:
    """Return the changes that turn one document into another; JSON can hold them."""
    return list(_fields((), before, after))


def apply_delta(document: Document, changes: Iterable[Iterable[Any]]) -> Document:
    """Return the document after changes.

    Raises:
        ModelError: a change does not fit the document.
    """
    for kind, path, *rest in changes:
        document = _changed(document, tuple(path), kind, rest, tuple(path))
    return document


def places(changes: Iterable[Sequence[Any]]) -> tuple[Path, ...]:
    """Return the fields that changes set; none when rows came or went. The layout follows the data and is no field."""
    own = [change for change in changes if tuple(change[1])[:1] != ("layout",)]
    return () if any(change[0] == "rows" for change in own) else tuple(tuple(change[1]) for change in own)


def _fields(path: Path, before: Frozen, after: Frozen) -> Iterator[Change]:
    for name in type(before).model_fields:
        old, new = getattr(before, name), getattr(after, name)
        if old is new or old == new:
            continue
        if isinstance(old, tuple) and isinstance(new, tuple) and _are_rows(old) and _are_rows(new):
            yield from _rows((*path, name), old, new)
        elif isinstance(old, Frozen) and type(old) is type(new):
            yield from _fields((*path, name), old, new)
        else:
            yield ("set", (*path, name), plain(new))


def _rows(path: Path, old: tuple[Frozen, ...], new: tuple[Frozen, ...]) -> Iterator[Change]:
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    gone, come = old[first : len(old) - last], new[first : len(new) - last]
    if len(gone) == len(come):
        for index, (left, right) in enumerate(zip(gone, come, strict=True), first):
            if left != right:
                yield from _fields((*path, index), left, right)
    else:
        yield ("rows", path, first, len(gone), [plain(row) for row in come])


def _are_rows(value: tuple[Any, ...]) -> bool:
    return all(isinstance(item, Frozen) for item in value)


def plain(value: Any) -> Any:
    """Return a value of a document as JSON can hold it."""
    if isinstance(value, Frozen):
        return value.model_dump(mode="json")
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, (tuple, list)) else value


def _changed(node: Any, path: Path, kind: str, rest: list[Any], whole: Path) -> Any:
    try:
        name = str(path[0])
        if len(path) > 1 and isinstance(path[1], int):
            rows = getattr(node, name)
            row = _changed(rows[path[1]], path[2:], kind, rest, whole)
            return node.replace(**{name: (*rows[: path[1]], row, *rows[path[1] + 1 :])})
        if len(path) > 1:
            return node.replace(**{name: _changed(getattr(node, name), path[1:], kind, rest, whole)})
        if kind == "set":
            return node.replace(**{name: rest[0]})
        start, removed, rows = rest
        old = getattr(node, name)
        return node.replace(**{name: [*old[:start], *rows, *old[start + removed :]]})
    except (AttributeError, IndexError, TypeError):
        where = ".".join(map(str, whole))
        raise ModelError(where, "the change does not fit the document", "the document is another one") from None
