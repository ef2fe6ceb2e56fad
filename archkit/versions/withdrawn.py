"""Clashes of which nothing is left to decide, because one side took its words back."""

from __future__ import annotations

from collections.abc import Container, Iterable

from archkit.model.delta import plain
from archkit.model.document import Document
from archkit.versions.clash import Clash
from archkit.versions.settled import is_order, value_at


def withdrawn(clashes: Iterable[Clash], document: Document, recovered: Container[int]) -> tuple[Clash, ...]:
    """Return the clashes that are over after what was recovered was discarded.

    What was typed since the recovery stays, and so does a clash that it is part of.

    Args:
        clashes: The clashes that wait, as they stand in the document.
        document: The document without what was recovered.
        recovered: The keys of the clashes that were recovered, too.
    """
    return tuple(clash for clash in clashes if _is_over(clash, document, clash.key in recovered))


def _is_over(clash: Clash, document: Document, is_recovered: bool) -> bool:
    if clash.lost is not None or clash.mine is None or is_order(document, clash):
        return is_recovered
    now = plain(value_at(document, clash.path))
    return now in (plain(clash.base), plain(clash.theirs))
