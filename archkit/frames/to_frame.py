"""Rows → frame: typed columns, also when a section is empty or carries columns of its own."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from archkit.frames.shapes import CON, FRAMES, PRO, LabelledText, PointOfOption, shape_of
from archkit.model.document import Document
from archkit.model.fields import Detail, fields_of

#: What is a text in the document, as it may be `must`, `3–4` or `1/3`, and a number in most cells.
_NUMBERS_AS_TEXT = frozenset({"weight", "ratio"})


def frame(document: Document, name: str) -> pd.DataFrame:
    """Return a section as a frame, one row for each of its rows in order.

    Raises:
        FrameError: there is no frame of that name.
    """
    shape = shape_of(name)
    rows = filled_rows(document, name)
    columns: dict[str, Any] = {}
    for spec in shape.columns():
        cells = [getattr(row, spec.key) for row in rows]
        if spec.kind == "number":
            columns[spec.key] = pd.array([_number(cell) for cell in cells], dtype="float64")
        else:
            texts = [details_text(cell) if spec.kind == "details" else cell for cell in cells]
            columns[spec.key] = _texts(texts, takes_numbers=spec.kind in _NUMBERS_AS_TEXT)
    for title in _extra_titles(document, name, rows):
        cells = [getattr(row, shape.extra).get(title, "") for row in rows]
        columns[title] = _texts(cells, takes_numbers=shape.is_scored)
    return pd.DataFrame(columns, index=pd.RangeIndex(len(rows)))


def frames(document: Document) -> dict[str, pd.DataFrame]:
    """Return all structured sections as frames, by name."""
    return {name: frame(document, name) for name in FRAMES}


def filled_rows(document: Document, name: str) -> list[Any]:
    """Return the rows that a frame shows: those in which something is filled in."""
    return [row for row in rows_of(document, name) if not row.is_empty]


def rows_of(document: Document, name: str) -> Sequence[Any]:
    """Return the rows of a frame as the document holds them, empty ones included."""
    if name == "points":
        return [
            PointOfOption(option=option.name, side=side, claim=point.claim, evidence=point.evidence)
            for option in document.options
            for side, points in ((PRO, option.pros), (CON, option.cons))
            for point in points
        ]
    if name == "performance":
        texts = document.performance
        known = [
            LabelledText(label=spec.title, text=getattr(texts, spec.key))
            for spec in fields_of(type(texts))
            if spec.kind == "line"
        ]
        return known + [LabelledText(label=detail.key, text=detail.value) for detail in texts.details]
    rows: Any = document
    for step in FRAMES[name].path:
        rows = getattr(rows, str(step))
    return rows  # type: ignore[no-any-return]


def _extra_titles(document: Document, name: str, rows: Sequence[Any]) -> list[str]:
    extra = FRAMES[name].extra
    if not extra:
        return []
    first = [*document.comparison.options, *document.option_names] if FRAMES[name].is_scored else []
    return list(dict.fromkeys([*first, *(title for row in rows for title in getattr(row, extra))]))


def _texts(texts: Sequence[Any], *, takes_numbers: bool) -> Any:
    """Return a column of texts; one that also takes numbers holds objects, as pandas refuses a number among texts."""
    return pd.Series(texts, dtype=object) if takes_numbers else pd.array(texts, dtype="str")


def _number(cell: object) -> float:
    return cell if isinstance(cell, float) else math.nan


def details_text(details: Sequence[Detail]) -> str:
    """Return details as the text that a frame shows, one `Key: value` a line."""
    return "\n".join(f"{detail.key}: {' '.join(detail.value.split())}" for detail in details if not detail.is_empty)
