"""What of a document is content: rows that say something, as a reader of the written text will find them."""

from __future__ import annotations

from functools import cache

from archkit.model.comparison import Comparison
from archkit.model.document import Document, Place
from archkit.model.effort import Effort
from archkit.model.fields import Frozen, Row, fields_of
from archkit.model.stated_total import split_total


def filled_part(document: Document, place: Place) -> object:
    """Return the data that stands at a place, without rows that say nothing; None where text is kept."""
    key = place.part
    if key in ("custom", "preface", "blank", "options") or (place.text is not None and key != "title"):
        return None
    if key in ("findings", "components"):
        rows: tuple[Row, ...] = getattr(document, key)
        return without_empty_rows(tuple(row for row in rows if getattr(row, "group", "") == place.name))
    return without_empty_rows(getattr(document, key))


def without_empty_rows(value: object) -> object:
    """Return rows or a section as a reader will find them: without rows that say nothing, at every depth."""
    if isinstance(value, tuple):
        return tuple(without_empty_rows(row) for row in value if not (isinstance(row, Row) and row.is_empty))
    if not isinstance(value, Frozen):
        return value
    if isinstance(value, Comparison) and all(item.is_empty for item in value.criteria):
        value = value.replace(options=(), criteria=())
    changes: dict[str, object] = {}
    for name in _row_fields(type(value)):
        rows = getattr(value, name)
        if rows and (kept := without_empty_rows(rows)) != rows:
            changes[name] = kept
    if isinstance(value, Effort):
        has_items = bool(changes.get("work_items", value.work_items))
        changes |= _remarks(value) if has_items else {"unit": "days"}
    return value.replace(**changes) if changes else value


@cache
def _row_fields(kind: type[Frozen]) -> tuple[str, ...]:
    return tuple(spec.key for spec in fields_of(kind) if spec.row)


def _remarks(effort: Effort) -> dict[str, object]:
    """Return what the author says beside the totals that are computed."""
    return {name: split_total(getattr(effort, name))[1] for name in ("development", "testing", "total")}
