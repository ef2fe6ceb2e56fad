"""Clashes that wait for a person: written into a journal, read from it, and settled in the document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from archkit.errors import ModelError
from archkit.model.delta import plain
from archkit.model.document import Document, rows_at
from archkit.model.edit import delete_row, insert_row, set_value
from archkit.model.fields import Frozen
from archkit.versions.clash import Clash


def plain_clash(clash: Clash) -> list[Any]:
    """Return a clash as JSON can hold it."""
    return [list(clash.path), plain(clash.base), plain(clash.mine), plain(clash.theirs), clash.section]


def clash_from(data: Iterable[Any]) -> Clash:
    """Return a clash that JSON held; rows in it are plain values."""
    path, base, mine, theirs, section = data
    return Clash(tuple(path), base, mine, theirs, section)


def joined(known: Iterable[Clash], found: Iterable[Clash]) -> tuple[Clash, ...]:
    """Return all clashes; of two at one place the one that was found last."""
    return tuple({clash.path: clash for clash in (*known, *found)}.values())


def settled(document: Document, clash: Clash, *, mine: bool) -> Document:
    """Return the document with one side of a clash.

    Raises:
        ModelError: what clashed stands no longer where it stood.
    """
    # The merged document holds mine, or what one side deleted and the other one changed.
    shown = clash.theirs if clash.mine is None else clash.mine
    chosen = clash.mine if mine else clash.theirs
    if plain(chosen) == plain(shown):
        return document
    try:
        there = rows_at(document, clash.path)
    except (AttributeError, LookupError, TypeError):
        there = None
    if plain(there) != plain(shown):
        where = ".".join(map(str, clash.path))
        raise ModelError(where, "it was edited or moved meanwhile", "keep mine, and edit it by hand")
    if chosen is None:
        return delete_row(document, clash.path)
    last = clash.path[-1]
    if isinstance(there, Frozen) and isinstance(last, int):
        return insert_row(delete_row(document, clash.path), clash.path[:-1], last, plain(chosen))
    return set_value(document, clash.path, chosen)
