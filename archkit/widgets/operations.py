"""Operations: a message from a form → an edit of the session, after everything in it has been looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from archkit.errors import ModelError, quoted
from archkit.model.document import rows_at
from archkit.model.fields import Row
from archkit.model.followers import without_scores
from archkit.model.option_edits import move_option
from archkit.widgets.board_operations import cite_new, on_claim, on_option
from archkit.widgets.changes import cell_at
from archkit.widgets.many_rows import delete_rows, duplicate, fill
from archkit.widgets.messages import (
    REMEDY,
    Target,
    index_of,
    kept,
    nothing_there,
    path_of,
    rows_part,
    text_of,
    value_of,
)
from archkit.widgets.row_ids import IdPath


def apply_message(target: Target, message: Mapping[str, Any]) -> None:
    """Do what a message asks for.

    Raises:
        ArchkitError: the message or its value does not fit; nothing has changed.
    """
    operation = message.get("op")
    work = OPERATIONS.get(operation) if isinstance(operation, str) else None
    if work is None:
        raise ModelError("form", f"there is no operation {quoted(str(operation))}", REMEDY)
    work(target, path_of(message), message)


def _set(target: Target, path: IdPath, message: Mapping[str, Any]) -> None:
    known = cell_at(target.shown, path)
    if known is None or path[0] == "text":
        raise nothing_there(path)
    value = value_of(message.get("value"), isinstance(known[0], list))
    place = target.ids.locate(path)
    agreed = target.typed.agreed(message, path, value, known[0])
    target.session.set(place, kept(target.session.document, place, agreed))


def _insert(target: Target, path: IdPath, message: Mapping[str, Any]) -> None:
    part = rows_part(target, path)
    given = message.get("value") or {}
    if not isinstance(given, Mapping) or not all(isinstance(text, str) for text in given.values()):
        raise ModelError("form", "a new row is given by its texts", REMEDY)
    values = {str(key): text_of(text) for key, text in given.items()}
    if path == ("data_flow", "nodes") and not values:
        # A box of the flowchart without a label is not kept.
        values = {"label": f"Box {len(part['rows']) + 1}"}
    if path == ("data_flow", "flows") and not values and not target.session.document.data_flow.nodes:
        # Nor is an arrow that says nothing, where there is no box yet.
        values = {"what": f"Flow {len(part['rows']) + 1}"}
    target.session.insert(target.ids.locate(path), index_of(message), values)


def _delete(target: Target, path: IdPath, message: Mapping[str, Any]) -> None:
    rows_part(target, path[:-1])
    target.session.delete(target.ids.locate(path))


def _move(target: Target, path: IdPath, message: Mapping[str, Any]) -> None:
    order = path[:-1] in {tuple(part.get("order", ())) for part in target.shown["parts"]}
    if not order:
        rows_part(target, path[:-1])
    elif not isinstance(path[-1], int) or not 0 <= path[-1] < len(target.session.document.comparison.options):
        raise nothing_there(path)
    place, index = target.ids.locate(path), index_of(message)
    if place[0] == "options" and len(place) == 2:
        # Columns of the comparison that stood in the order of the options follow.
        target.session.change(lambda document: move_option(document, int(place[1]), index))
        return
    target.session.move(place, index)


def _text(target: Target, path: IdPath, message: Mapping[str, Any]) -> None:
    known = cell_at(target.shown, path)
    if known is None or path[0] != "text":
        raise nothing_there(path)
    typed = text_of(message.get("value"))
    target.session.set_text(int(path[1]), str(target.typed.agreed(message, path, typed, known[0])))


def _column(target: Target, path: IdPath, message: Mapping[str, Any]) -> None:
    """Add, rename or delete a column of the author's own: `value` is its title now and its title then."""
    given = message.get("value")
    if not isinstance(given, list) or len(given) != 2 or not all(isinstance(text, str) for text in given):
        raise ModelError("form", "a column is given by its title before and after", REMEDY)
    before, after = (text_of(text).strip() for text in given)
    if path == ("comparison", "options"):
        _drop_scores(target, before)
        return
    if not any(part["path"] == path and part.get("own") for part in target.shown["parts"]):
        raise nothing_there(path)
    owner = rows_at(target.session.document, path)
    if not isinstance(owner, tuple):
        target.session.set((*path, "extra"), _renamed(owner.extra, before, after))  # type: ignore[attr-defined]
        return
    rows: tuple[Row, ...] = owner
    changed = tuple(row.replace(extra=_renamed(row.extra, before, after)) for row in rows)  # type: ignore[attr-defined]
    target.session.set(path, changed)


OPERATIONS: dict[str, Callable[[Target, IdPath, Mapping[str, Any]], None]] = {
    "set": _set,
    "insert": _insert,
    "delete": _delete,
    "move": _move,
    "text": _text,
    "column": _column,
    "fill": fill,
    "duplicate": duplicate,
    "delete_rows": delete_rows,
    "option": on_option,
    "claim": on_claim,
    "cite_new": cite_new,
}


def _renamed(extra: Mapping[str, Any], before: str, after: str) -> dict[str, Any]:
    if after and after != before and after in extra:
        raise ModelError("form", f"there is a column {quoted(after)} already", "choose another title")
    if before not in extra:
        return {**extra, after: ""} if after and not before else dict(extra)
    return {after if title == before else title: value for title, value in extra.items() if after or title != before}


def _drop_scores(target: Target, name: str) -> None:
    """Forget the scores of an option that is no longer there."""
    document = target.session.document
    if name in document.option_names:
        raise ModelError("form", f"{quoted(name)} is an option of this document", "delete the option itself")
    target.session.set(("comparison",), without_scores(document, name).comparison)
