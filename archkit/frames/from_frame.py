"""Frame → rows: every cell is checked, and what does not fit is refused with its row and column."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from archkit.errors import FrameError, ModelError, nearest
from archkit.frames.put import PUT, put_rows
from archkit.frames.shapes import FrameShape, shape_of
from archkit.frames.to_frame import frame, rows_of
from archkit.model.document import Document
from archkit.model.edit import require_read
from archkit.model.fields import Detail, FieldSpec, Row, build, fields_of, number_text
from archkit.model.problems import value_problem


def with_frame(document: Document, name: str, given: pd.DataFrame) -> Document:
    """Return the document with a section replaced by the rows of a frame; its index has no meaning.

    Raises:
        FrameError: naming the row and column of what does not fit; the document is unchanged.
        UnreadSectionError: the section is kept as text.
    """
    shape = shape_of(name)
    require_read(document, shape.path)
    current = frame(document, name)
    if given.equals(current) and list(given.columns) == list(current.columns):
        return document
    _check_columns(shape, name, given, current)
    _refuse_typed_numbers(document, name)
    values = [_row_values(document, shape, name, given, at, current) for at in range(len(given))]
    rows = tuple(_build(shape, name, at, row) for at, row in enumerate(values))
    return PUT.get(name, put_rows)(document, shape, rows)


def _check_columns(shape: FrameShape, name: str, given: pd.DataFrame, current: pd.DataFrame) -> None:
    titles = [str(title) for title in given.columns]
    known = [spec.key for spec in shape.columns()]
    for title in titles:
        if titles.count(title) > 1:
            raise FrameError(f"{name}, column {title}", "the frame has this column twice", "keep one of them")
        if title not in known and not shape.extra:
            close = nearest(title, known)
            remedy = f"did you mean {close}?" if close else f"the columns are {', '.join(known)}"
            raise FrameError(f"{name}, column {title}", "the section has no such column", remedy)
    if shape.required not in titles:
        raise FrameError(f"{name}, column {shape.required}", "the frame lacks it", "it names the rows, so add it")
    for title in current.columns:
        if title not in titles and current[title].astype("str").str.strip().replace("nan", "").any():
            problem = "the frame lacks it and the document has values there"
            raise FrameError(f"{name}, column {title}", problem, "add it, blank where you want it empty")


def _refuse_typed_numbers(document: Document, name: str) -> None:
    """A number that could not be read is NaN in the frame; assigning the frame would silently drop what was typed."""
    for at, row in enumerate(rows_of(document, name)):
        for spec in fields_of(row.__class__):
            if spec.kind == "number" and (problem := value_problem(spec, getattr(row, spec.key))):
                raise FrameError(f"{name}, row {at}, column {spec.key}", problem, "mend it in the document first")


def _row_values(
    document: Document, shape: FrameShape, name: str, given: pd.DataFrame, at: int, current: pd.DataFrame
) -> dict[str, object]:
    values: dict[str, object] = {}
    extra: dict[str, str] = {}
    specs = {spec.key: spec for spec in shape.columns()}
    for column in given.columns:
        place = f"{name}, row {at}, column {column}"
        cell = _cell(given[column].iloc[at], place)
        spec = specs.get(str(column))
        if spec is None:
            extra[str(column)] = cell if isinstance(cell, str) else _text(cell)
            continue
        if spec.kind == "details":
            values[spec.key] = _details(_text(cell))
            continue
        value = cell if spec.kind == "number" else _text(cell)
        standing = spec.kind != "number" and value in set(current[spec.key])
        _refuse(spec, value, place, standing)
        values[spec.key] = value
    if shape.extra:
        values[shape.extra] = extra
    return values


def _refuse(spec: FieldSpec, value: object, place: str, standing: bool) -> None:
    number = float(value) if isinstance(value, (int, float)) else None
    if number is not None and spec.kind == "number" and (number < 0 or math.isinf(number)):
        raise FrameError(place, f"{number:g} is not a finite number at least 0", "give the estimate in its unit")
    typed = _typed_number(value) if spec.kind == "number" else value
    if not standing and (problem := value_problem(spec, typed)):
        what, _, remedy = problem.partition("; ")
        raise FrameError(place, what, remedy or "use one of the offered values")


def _typed_number(value: object) -> object:
    if isinstance(value, str):
        try:
            return float(value) if value.strip() else None
        except ValueError:
            return value
    return value


def _cell(value: Any, place: str) -> str | float | None:
    if value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if hasattr(value, "item"):
        return _cell(value.item(), place)
    if isinstance(value, (int, float)):
        return float(value)
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    raise FrameError(place, f"a {type(value).__name__} does not fit", "a cell holds a text, a number or nothing")


def _text(cell: str | float | None) -> str:
    if cell is None:
        return ""
    return number_text(cell) if isinstance(cell, float) else cell


def _details(text: str) -> tuple[Detail, ...]:
    pairs = (entry.partition(":") for entry in text.split("\n") if entry.strip())
    return tuple(Detail(key=key if colon else "", value=value if colon else key) for key, colon, value in pairs)


def _build(shape: FrameShape, name: str, at: int, values: dict[str, object]) -> Row:
    try:
        return build(shape.row, values, where=f"{name}, row {at}")
    except ModelError as error:
        raise FrameError(f"{name}, row {at}", str(error), "change that cell") from None
