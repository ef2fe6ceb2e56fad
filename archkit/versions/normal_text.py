"""A document as one line for each field, for `git diff`: every line says what it belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from archkit.format.read import read
from archkit.format.shapes import SHAPES
from archkit.model.document import outline
from archkit.model.fields import Detail, FieldSpec, Frozen, Row, fields_of, number_text


def normal_text(text: str) -> str:
    """Return the canonical lines of a document; a text that is no architecture document stays as it is.

    Rows go by their names and not by their numbers, so that a row put in changes no other line.
    """
    document = read(text).document
    if not any(place.part in SHAPES for place in document.layout):
        return text
    lines = [line for spec in outline() for line in _lines(spec.title, spec, getattr(document, spec.key))]
    for place in document.layout:
        if place.text:
            title = place.name or next((spec.title for spec in outline() if spec.key == place.part), "Text")
            lines += [f"{title} | {line}" for line in place.text.splitlines() if line.strip()]
    return "".join(f"{line}\n" for line in lines)


def _lines(lead: str, spec: FieldSpec, value: object) -> Iterator[str]:
    if isinstance(value, Frozen):
        yield from _fields(lead, value)
    elif isinstance(value, tuple) and spec.row:
        for number, row in enumerate(value, 1):
            if isinstance(row, Detail):
                yield from _texts(f"{lead} | {row.key}" if row.key else lead, row.value)
            elif not row.is_empty:
                yield from _row(f"{lead} | {_name(row, number)}", row)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(f"{lead} | {key}", each)
    else:
        yield from _texts(lead, value)


def _fields(lead: str, value: Frozen) -> Iterator[str]:
    for spec in fields_of(type(value)):
        yield from _lines(f"{lead} | {spec.title}", spec, getattr(value, spec.key))


def _row(lead: str, row: Row) -> Iterator[str]:
    said = list(_fields(lead, row))
    yield from said or [lead]


def _name(row: Row, number: int) -> str:
    name = " ".join((row.called or str(next(iter(row.model_dump().values())))).split())
    return (name[:59] + "…" if len(name) > 60 else name) or str(number)


def _texts(lead: str, value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        value = ", ".join(map(str, value))
    text = number_text(value) if isinstance(value, float) else str(value if value is not None else "")
    for line in text.splitlines():
        if line.strip():
            yield f"{lead}: {line.strip()}"
