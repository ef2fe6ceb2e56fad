"""Where a clash stands after an edit: with the row that it was found in, wherever that row goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from archkit.model.delta import plain
from archkit.model.document import Document, Place, rows_at
from archkit.model.edit import Path
from archkit.model.fields import Row
from archkit.versions.clash import Clash
from archkit.versions.match import Item, match, name_item, row_item, text_item

#: How many of the rows that a clash stood in are known: the first ones, and the last ones.
_FIRST, _LAST = 2, 30


def follow(clashes: Iterable[Clash], before: Document, after: Document) -> tuple[Clash, ...]:
    """Return the clashes of a document with the paths that they have in the document after an edit.

    A clash whose row was deleted is marked as lost, and found again when the row comes back.
    """
    return tuple(clash if before is after else _followed(clash, before, after) for clash in clashes)


def _followed(clash: Clash, before: Document, after: Document) -> Clash:
    if clash.lost is not None:
        return _found_again(clash, before, after)
    path: list[str | int] = []
    trail = clash.trail
    old: Any = before
    new: Any = after
    for depth, step in enumerate(clash.path):
        there: str | int | None = step
        if isinstance(old, tuple) and isinstance(new, tuple) and isinstance(step, int) and step < len(old):
            there = _place_now(clash, depth, old, new)
            if there is None or new[there] is not old[step]:
                trail = _longer(trail, (depth, old[step]))
            if there is None:
                return replace(clash, path=(*path, *clash.path[depth:]), lost=(depth, old[step]), trail=trail)
        elif isinstance(old, Mapping) and isinstance(new, Mapping):
            there = _renamed(old, new, str(step))
        path.append(step if there is None else there)
        old, new = _inside(old, step), _inside(new, path[-1])
    return (
        clash if tuple(path) == clash.path and trail is clash.trail else replace(clash, path=tuple(path), trail=trail)
    )


def _place_now(clash: Clash, depth: int, old: tuple[Any, ...], new: tuple[Any, ...]) -> int | None:
    """Return where the row of a clash stands now; a row that says what it once said is that row, as after an undo."""
    step = int(clash.path[depth])
    at = partners(old, new).get(step)
    if at is not None and new[at] is old[step]:
        return at
    again = _once(clash, depth, old, new)
    return at if again is None else again


def _once(clash: Clash, depth: int, old: Iterable[Any], new: Iterable[Any]) -> int | None:
    """Return where a row came that says what the row of a clash once said."""
    rows = [row for at, row in (*clash.trail, *([clash.lost] if clash.lost else ())) if at == depth]
    said = [plain(row) for row in rows]
    there = {id(row) for row in old}
    return next((at for at, row in enumerate(new) if said and id(row) not in there and plain(row) in said), None)


def _longer(trail: tuple[tuple[int, object], ...], row: tuple[int, object]) -> tuple[tuple[int, object], ...]:
    return (*trail, row) if len(trail) < _FIRST + _LAST else (*trail[:_FIRST], *trail[_FIRST + 1 :], row)


def partners(old: tuple[Any, ...], new: tuple[Any, ...]) -> dict[int, int]:
    """Return which row of a list became which one: an edit shares all rows that it did not change."""
    waiting: dict[int, list[int]] = {}
    for at in range(len(new) - 1, -1, -1):
        waiting.setdefault(id(new[at]), []).append(at)
    pairs = {at: found.pop() for at, row in enumerate(old) if (found := waiting.get(id(row)))}
    taken = set(pairs.values())
    left = [at for at in range(len(old)) if at not in pairs]
    come = [at for at in range(len(new)) if at not in taken]
    alike = match([_item(old[at]) for at in left], [_item(new[at]) for at in come])
    pairs |= {left[one]: come[other] for one, other in alike.items()}
    taken = set(pairs.values())
    if len(old) == len(new):
        # A row that was typed over has kept its place, even if no word of it is left.
        pairs |= {at: at for at in left if at not in pairs and at not in taken}
    return pairs


def _found_again(clash: Clash, before: Document, after: Document) -> Clash:
    """Return the clash with the path of its row if that is there again, as after an undo."""
    assert clash.lost is not None
    depth = clash.lost[0]
    above = _followed(replace(clash, path=clash.path[:depth], lost=None), before, after)
    if above.lost is not None:
        return clash
    at = _once(clash, depth, _rows(before, clash.path[:depth]), _rows(after, above.path))
    step, lost = (clash.path[depth], clash.lost) if at is None else (at, None)
    return replace(clash, path=(*above.path, step, *clash.path[depth + 1 :]), lost=lost)


def _rows(document: Document, path: Path) -> Iterable[Any]:
    try:
        return rows_at(document, path)  # type: ignore[return-value]
    except (AttributeError, LookupError, TypeError):
        return ()


def _renamed(old: Mapping[str, Any], new: Mapping[str, Any], key: str) -> str:
    """Return the key that stands in the place of another one: a column or an option that has a new name."""
    names, now = list(old), list(new)
    if key in new or key not in old or len(names) != len(now):
        return key
    there = now[names.index(key)]
    return key if there in old else there


def _inside(value: Any, step: str | int) -> Any:
    try:
        return rows_at(value, (step,))
    except (AttributeError, LookupError, TypeError):
        return None


def _item(value: Any) -> Item:
    if isinstance(value, Place):
        return text_item(f"{value.part}: {value.name}", f"{value.head}{value.text or ''}")
    return row_item(value) if isinstance(value, Row) else name_item(str(value))
