"""Clashes that wait for a person: written into a journal, and read from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from archkit.errors import ModelError
from archkit.model.delta import plain
from archkit.model.edit import Path, row_class
from archkit.model.fields import build
from archkit.versions.clash import Clash


def plain_clash(clash: Clash) -> list[Any]:
    """Return a clash as JSON can hold it."""
    sides = [plain(side) for side in (clash.base, clash.mine, clash.theirs)]
    rows = [[depth, plain(row)] for depth, row in clash.trail]
    return [list(clash.path), *sides, clash.section, clash.lost and [clash.lost[0], plain(clash.lost[1])], rows]


def clash_from(data: Iterable[Any]) -> Clash:
    """Return a clash that JSON held."""
    steps, base, mine, theirs, section, *more = data
    path = tuple(steps)
    lost, rows = (*more, None, None)[:2]
    trail = tuple((int(depth), row) for depth, row in rows or ())
    known = (int(lost[0]), lost[1]) if lost else None
    return Clash(path, _row(path, base), _row(path, mine), _row(path, theirs), section, known, trail)


def joined(known: Iterable[Clash], found: Iterable[Clash]) -> tuple[Clash, ...]:
    """Return all clashes; of two at one place the one that was found last."""
    return tuple({clash.path if clash.lost is None else clash.key: clash for clash in (*known, *found)}.values())


def _row(path: Path, value: Any) -> Any:
    """Return a row that JSON held as the row that it was; any other value as it is."""
    if isinstance(value, list) and len(path) == 1:
        return tuple(_row((*path, at), item) for at, item in enumerate(value))
    if not isinstance(value, dict) or not isinstance(path[-1], int):
        return tuple(value) if isinstance(value, list) else value
    try:
        return build(row_class(path[:-1]), value)
    except ModelError:
        return value
