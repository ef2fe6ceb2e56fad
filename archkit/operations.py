"""Operations: the named edits of a document as plain data, so that they can be journaled, replayed and undone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from archkit.errors import ModelError
from archkit.format.read import read
from archkit.format.settle import settle
from archkit.format.write import write
from archkit.model import edit
from archkit.model.document import Document, Place, outline
from archkit.model.fields import Row

Kind = Literal["set", "insert", "delete", "move", "text", "sections"]


@dataclass(frozen=True)
class Operation:
    """One edit: what is done, where, and with what.

    Attributes:
        kind: `set` a field, `insert`, `delete` or `move` a row, replace the `text` below a heading, or `sections`.
        path: Where; empty for `sections`.
        value: The field's value, the row's fields, the new index, the Markdown, or whole sections by key.
        index: Where a row is inserted.
    """

    kind: Kind
    path: edit.Path = ()
    value: Any = None
    index: int = 0

    def to_json(self) -> dict[str, Any]:
        """Return the operation as plain data."""
        return {"kind": self.kind, "path": list(self.path), "value": _plain(self.value), "index": self.index}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Operation:
        """Return the operation that `to_json` wrote."""
        return cls(data["kind"], tuple(data["path"]), data["value"], data["index"])


def apply(document: Document, operation: Operation) -> Document:
    """Return the document after an operation, settled.

    Raises:
        ModelError: there is no such place, or the value does not fit.
        UnreadSectionError: the section is kept as text.
    """
    path, value = operation.path, operation.value
    if operation.kind == "set":
        return settle(edit.set_value(document, path, value))
    if operation.kind == "insert":
        return settle(edit.insert_row(document, path, operation.index, value or {}))
    if operation.kind == "delete":
        return settle(edit.delete_row(document, path))
    if operation.kind == "move":
        return settle(edit.move_row(document, path, int(value)))
    if operation.kind == "text":
        return _with_text(document, int(path[0]), str(value))
    return settle(_with_sections(document, value))


def replacing(before: Document, after: Document) -> Operation:
    """Return the operation that turns one document into another by replacing the sections that differ."""
    names = [name for name in Document.model_fields if getattr(before, name) != getattr(after, name)]
    return Operation("sections", value={name: getattr(after, name) for name in names})


def coalesces(first: Operation, second: Operation) -> bool:
    """Whether two operations that follow each other are one step to a person: typing in one field."""
    return first.kind == second.kind == "set" and first.path == second.path


def _with_text(document: Document, place: int, markdown: str) -> Document:
    pieces = [chunk.source for chunk in read(write(document)).chunks]
    chunks = read("".join(pieces)).chunks
    if not 0 <= place < len(chunks):
        raise ModelError("text", f"there is no place {place}", f"the document has {len(chunks)} places")
    head = chunks[place].place.head.rstrip("\n")
    body = markdown.strip("\n")
    pieces[place] = "\n\n".join(part for part in (head, body) if part) + "\n\n"
    return settle(read("".join(pieces)).document)


def _with_sections(document: Document, sections: Mapping[str, Any]) -> Document:
    values: dict[str, Any] = {}
    known = {spec.key for spec in outline()} | {"layout"}
    for name, value in sections.items():
        if name not in known:
            raise ModelError(name, "there is no such section", f"the sections are {', '.join(sorted(known))}")
        values[name] = value
    return document.replace(**values)


def _plain(value: Any) -> Any:
    if isinstance(value, (Row, Place)) or hasattr(value, "model_dump"):
        return value.model_dump(mode="json")
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)


def encode(operation: Operation) -> str:
    """Return the operation as one line of JSON."""
    return json.dumps(operation.to_json(), ensure_ascii=False, separators=(",", ":"))
