"""What becomes of a clash: the sides that a person can choose from, and the document with the one that was chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from archkit.errors import ModelError, quoted
from archkit.format.manuscript import Manuscript
from archkit.format.parts import GROUPED
from archkit.format.scan import scan
from archkit.format.with_text import with_text
from archkit.model.delta import plain
from archkit.model.document import Document, Place, rows_at
from archkit.model.edit import Path, delete_row, insert_row, set_value
from archkit.model.fields import Frozen, Row, fields_of
from archkit.model.text import label
from archkit.versions.clash import Clash, Three
from archkit.versions.kept_text import State, option_places, put, state_at
from archkit.versions.match import row_item
from archkit.versions.order import merge_order
from archkit.versions.values import are_replaced

#: Kinds of fields in which two texts can stand below each other.
_LONG = frozenset({"prose", "line", "cell"})


def choices(document: Document, clash: Clash) -> tuple[str, ...]:
    """Return the sides that can be kept of a clash: `mine`, `theirs`, and `both` where that means something."""
    if plain(clash.mine) == plain(clash.theirs):
        return ("mine",)
    if clash.lost is not None:
        # What both sides deleted cannot come back as theirs.
        return ("mine",) if clash.theirs is None else ("mine", "theirs")
    there = value_at(document, clash.path)
    if there is None:
        return ("mine",)
    if _is_mixed(clash) and _text_place(document, clash) is None:
        return ("mine",)
    return ("mine", "theirs", "both") if _both(document, clash, there) is not None else ("mine", "theirs")


def settled(manuscript: Manuscript, document: Document, clash: Clash, keep: str) -> tuple[Document, Manuscript | None]:
    """Return the document with one side of a clash, or both, and the text that it stands in if that is another one.

    Args:
        manuscript: The text of the document.
        document: The document, which holds mine, or what one side deleted and the other one changed.
        clash: What clashed.
        keep: `mine`, `theirs` or `both`; what was typed there since the clash was found is mine, too.

    Raises:
        ModelError: this cannot be kept.
    """
    if keep not in choices(document, clash):
        remedy = f"keep {' or '.join(choices(document, clash))}, or edit the place by hand"
        raise ModelError(_where(clash.path), f"{quoted(str(keep))} cannot be kept here", remedy)
    chosen = clash.mine if keep == "mine" else clash.theirs
    if keep == "both":
        there = value_at(document, clash.path)
        if isinstance(there, Row):
            return insert_row(document, clash.path[:-1], int(clash.path[-1]) + 1, plain(clash.theirs)), None
        chosen = _both(document, clash, there)
    elif clash.lost is not None:
        return (document if keep == "mine" else _brought_back(document, clash)), None
    elif chosen is not None and (keep == "mine" or clash.mine is None):
        return document, None
    return _put(manuscript, document, clash, chosen)


def with_theirs(document: Document, clash: Clash, theirs: Document) -> Document:
    """Return a merged document with theirs where it holds mine, unless one side has deleted it.

    Args:
        document: The merged document.
        clash: What clashed in the merge.
        theirs: The document of the other side.
    """
    if None in (clash.mine, clash.theirs):
        return document
    try:
        if not _is_mixed(clash):
            return _valued(document, clash, clash.theirs)
        at = _text_place(document, clash)
        if at is None:
            return document
        key = (document.layout[at].part, _option_names(document).get(at, document.layout[at].name))
        state = state_at(theirs, key)
        return put(document, key, state) if state else document
    except ModelError:
        return document


def value_at(document: Document, path: Path) -> Any:
    """Return what stands at a path; a score or column that is not there is "", anything else None."""
    try:
        holder = rows_at(document, path[:-1])
        return holder.get(str(path[-1]), "") if isinstance(holder, dict) else rows_at(holder, path[-1:])  # type: ignore[arg-type]
    except (AttributeError, LookupError, TypeError):
        return None


def is_order(document: Document, clash: Clash) -> bool:
    """Whether the sides have the same things in another order."""
    there = value_at(document, clash.path)
    sides = [side for side in (clash.base, clash.mine, clash.theirs) if isinstance(side, (tuple, list))]
    if not isinstance(there, tuple) or len(sides) < 3 or not all(isinstance(n, str) for side in sides for n in side):
        return False
    if there and isinstance(there[0], Row):
        return True
    # The options that are recommended are one statement; of other names the order may be all that differs.
    return clash.path[0] != "recommendation" and not are_replaced(Three(*sides))


def _put(manuscript: Manuscript, document: Document, clash: Clash, chosen: Any) -> tuple[Document, Manuscript | None]:
    path = clash.path
    if (path[0] == "layout" and path[2:] == ("text",)) or (_is_mixed(clash) and isinstance(chosen, str)):
        place = int(path[1]) if path[0] == "layout" else _text_place(document, clash)
        assert place is not None
        after = with_text(manuscript, place, chosen)
        return after.document, after
    if _is_mixed(clash):
        at = _text_place(document, clash)
        assert at is not None
        place_there = document.layout[at]
        name = "" if place_there.part == "option" else place_there.name
        state = State(place_there.replace(text=None, unread="", name=name), chosen)
        return put(document, (place_there.part, place_there.name), state), None
    if chosen is None and path[0] != "layout":
        return delete_row(document, path), None
    return _valued(document, clash, chosen), None


def _valued(document: Document, clash: Clash, chosen: Any) -> Document:
    path = clash.path
    if path[0] == "layout":
        return document.replace(layout=_laid_out(document.layout, path, chosen))
    there = value_at(document, path)
    if is_order(document, clash):
        named = [_called(row) if isinstance(row, Row) else str(row) for row in there]
        return document.replace(**_replaced(document, path, _in_order(there, named, chosen)))
    return set_value(document, path, plain(chosen) if isinstance(there, Frozen) else chosen)


def _laid_out(layout: tuple[Place, ...], path: Path, chosen: Any) -> tuple[Place, ...]:
    """Return the places in another order, without one of them, or with another heading."""
    if len(path) == 1:
        return _in_order(layout, [place.name or place.part for place in layout], chosen)
    at = int(path[1])
    if len(path) == 2:
        return (*layout[:at], *layout[at + 1 :])
    if path[2] == "text":
        return (*layout[:at], layout[at].replace(text=chosen), *layout[at + 1 :])
    place = layout[at].replace(head=str(chosen))
    if place.part == "custom":
        headings = [block.text for block in scan(place.head.split("\n")) if block.kind == "heading"]
        place = place.replace(name=label(headings[0]) if headings else "")
    return (*layout[:at], place, *layout[at + 1 :])


def _in_order(there: Sequence[Any], names: Sequence[str], wanted: Sequence[str]) -> tuple[Any, ...]:
    """Return what stands there in the order that the other side gave it; what that side has not stays where it is."""
    now, then = _numbered(names), _numbered(wanted)
    by_key = dict(zip(now, there, strict=True))
    order, _ = merge_order(now, [key for key in then if key in by_key], now)
    return tuple(by_key[key] for key in order)


def _numbered(names: Sequence[str]) -> list[tuple[str, int]]:
    """Return the names, told apart where one stands several times."""
    seen: Counter[str] = Counter()
    keys = []
    for name in names:
        keys.append((name, seen[name]))
        seen[name] += 1
    return keys


def _replaced(document: Document, path: Path, value: Any) -> dict[str, Any]:
    """Return the field of the document that changes when another value stands at a path."""
    if len(path) == 1:
        return {str(path[0]): value}
    return {str(path[0]): getattr(set_value(document, path, value), str(path[0]))}


def _is_mixed(clash: Clash) -> bool:
    """Whether one side holds a section as data and the other one as text."""
    sides = (clash.mine, clash.theirs)
    return None not in sides and len(clash.path) == 1 and sum(isinstance(side, str) for side in sides) == 1


def _text_place(document: Document, clash: Clash) -> int | None:
    """Return the place of what one side holds as data and the other one as text; None when it cannot be told."""
    data = plain(clash.theirs if isinstance(clash.mine, str) else clash.mine)
    if clash.path == ("options",):
        found = [at for at, name in _option_names(document).items() if name == data["name"]]
    else:
        groups = {row["group"] for row in data} if clash.path[0] in GROUPED else {""}
        found = [at for at, place in enumerate(document.layout) if (place.part,) == clash.path and place.name in groups]
    return found[0] if len(found) == 1 else None


def _option_names(document: Document) -> dict[int, str]:
    """Return the name of the option at each place that holds one, as data or as text."""
    texts = {at: place.name for at, place in enumerate(document.layout) if place.part == "option"}
    return texts | {at: document.options[index].name for at, index in option_places(document)}


def _both(document: Document, clash: Clash, there: Any) -> Any:
    """Return both sides in one value, None where that means nothing."""
    if None in (clash.mine, clash.theirs):
        return None
    if isinstance(there, str) and isinstance(clash.mine, str) and isinstance(clash.theirs, str):
        return f"{there}\n{clash.theirs}" if _kind(document, clash.path) in _LONG else None
    if isinstance(there, Row) and clash.base is None and clash.path[:-1] != ("options",):
        return clash.theirs
    if not isinstance(there, tuple) or clash.path[0] == "layout" or is_order(document, clash) or _is_mixed(clash):
        return None
    names = [*there, *clash.theirs]  # type: ignore[misc]
    return tuple(dict.fromkeys(names)) if all(isinstance(name, str) for name in names) else None


def _kind(document: Document, path: Path) -> str:
    if path[0] == "layout":
        return "prose" if path[2:] == ("text",) else ""
    owner = rows_at(document, path[:-1])
    found = fields_of(type(owner)) if isinstance(owner, Frozen) else ()
    return next((spec.kind for spec in found if spec.key == path[-1]), "")


def _brought_back(document: Document, clash: Clash) -> Document:
    """Return the document with a row that was deleted here, as they changed it."""
    assert clash.lost is not None
    depth, row = clash.lost
    rest = clash.path[depth + 1 :]
    back = insert_row(document, clash.path[:depth], int(clash.path[depth]), plain(row if rest else clash.theirs))
    return set_value(back, clash.path, clash.theirs) if rest else back


def _called(row: Row) -> str:
    return row.called or row_item(row).name


def _where(path: Path) -> str:
    return ".".join(map(str, path))
