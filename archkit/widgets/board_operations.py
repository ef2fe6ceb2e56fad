"""Operations of the options side by side: on a whole option, on a claim, and a finding made where it is cited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from archkit.errors import ModelError
from archkit.format.restored_options import restore_option
from archkit.format.retired_options import retire_option
from archkit.model.citing import cite_new_finding
from archkit.model.claim_edits import OTHER_SIDE, move_claim
from archkit.model.document import Document, rows_at
from archkit.model.option_edits import duplicate_option
from archkit.model.option_merging import merge_option
from archkit.model.text import line
from archkit.widgets.changes import cell_at
from archkit.widgets.messages import REMEDY, Target, nothing_there, rows_part, text_of
from archkit.widgets.row_ids import IdPath


def on_option(target: Target, path: IdPath, message: Mapping[str, Any]) -> None:
    """Duplicate, merge, retire or restore an option: `what` says which, `into` and `value` the rest."""
    what = message.get("what")
    if what == "restore":
        name = text_of(message.get("value"))
        target.session.change(lambda document: restore_option(document, name))
        return
    work = _ON_OPTION.get(what) if isinstance(what, str) else None
    if work is None or len(path) != 2 or path[0] != "options":
        raise ModelError("form", "the message says nothing that is done with an option", REMEDY)
    index = _index(target, path)
    work(target, index, message)


def on_claim(target: Target, path: IdPath, message: Mapping[str, Any]) -> None:
    """Turn a pro into a con or back, or move it to another option: `into` is the id of that option, or blank."""
    if len(path) != 4 or path[0] != "options" or path[2] not in OTHER_SIDE:
        raise ModelError("form", "a claim is named by its option, its list and its row", REMEDY)
    rows_part(target, path[:-1])
    _, option, side, index = target.ids.locate(path)
    into = message.get("into")
    to = _index(target, ("options", text_of(into))) if into else int(option)
    to_side = OTHER_SIDE[str(side)] if message.get("turn") else str(side)
    target.session.change(
        lambda document: move_claim(document, int(option), str(side), int(index), to=to, to_side=to_side)
    )


def cite_new(target: Target, path: IdPath, message: Mapping[str, Any]) -> None:
    """Make a finding of `value` and let the field cite it between `before` and `after`; `was` is all that it says."""
    known = cell_at(target.shown, path)
    if known is None or not isinstance(known[0], str):
        raise nothing_there(path)
    text, before, after, was = (text_of(message.get(name) or "") for name in ("value", "before", "after", "was"))
    place = target.ids.locate(path)
    if line(str(_held(target.session.document, place))) != line(was):
        raise ModelError("form", "this field was changed elsewhere meanwhile", "look at it as it is now")
    target.session.change(lambda document: cite_new_finding(document, place, text, before, after))


def _held(document: Document, place: tuple[str | int, ...]) -> object:
    if place[-2:-1] == ("scores",):
        return rows_at(document, place[:-1]).get(place[-1], "")  # type: ignore[attr-defined]
    return rows_at(document, place)


def _index(target: Target, path: IdPath) -> int:
    rows = rows_part(target, ("options",))["rows"]
    found = next((at for at, row in enumerate(rows) if row["id"] == path[1]), None)
    if found is None:
        raise nothing_there(path)
    return found


def _duplicate(target: Target, index: int, message: Mapping[str, Any]) -> None:
    target.session.change(lambda document: duplicate_option(document, index))


def _merge(target: Target, index: int, message: Mapping[str, Any]) -> None:
    into = _index(target, ("options", text_of(message.get("into"))))
    target.session.change(lambda document: merge_option(document, index, into))


def _retire(target: Target, index: int, message: Mapping[str, Any]) -> None:
    reason = text_of(message.get("value") or "")
    target.session.change(lambda document: retire_option(document, index, reason))


_ON_OPTION: dict[str, Callable[[Target, int, Mapping[str, Any]], None]] = {
    "duplicate": _duplicate,
    "merge": _merge,
    "retire": _retire,
}
