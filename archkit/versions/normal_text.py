"""A document as one line for each field, for `git diff`: every line says what it belongs to."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from archkit.format.read import read
from archkit.format.shapes import SHAPES
from archkit.model.document import Document, Place, outline
from archkit.model.fields import Detail, FieldSpec, Frozen, Row, fields_of, number_text
from archkit.versions.kept_text import option_places

_TITLES = {spec.key: spec.title for spec in outline()}
_LONG = 60  # characters; of a longer name the beginning stands in front of each line


def normal_text(text: str) -> str:
    """Return the canonical lines of a document; a text that is no architecture document stays as it is.

    Rows go by their names and not by their numbers, so that a row put in changes no other line. Documents that say
    different things have different lines.
    """
    document = read(text).document
    if not any(place.part in SHAPES for place in document.layout):
        return text
    lines = [line for spec in outline() for line in _lines(_name(spec.title), spec, getattr(document, spec.key))]
    return "".join(f"{line}\n" for line in [*lines, *_layout(document)])


def _layout(document: Document) -> Iterator[str]:
    """Yield a line for each heading in the order of the file, and the lines of the text that is kept below it."""
    options = dict(option_places(document))
    for at, place in enumerate(document.layout):
        name = document.options[options[at]].name if at in options else place.name
        title = _name(name or _TITLES.get(place.part, place.part))
        yield f"Heading: {title if at in options else _heading(place) or title}"
        if place.text:
            yield from (f"{title} | {line}" if line else f"{title} |" for line in place.text.split("\n"))


def _heading(place: Place) -> str:
    return " ".join(place.head.split()) if place.part != "title" else ""


def _lines(lead: str, spec: FieldSpec, value: object) -> Iterator[str]:
    if isinstance(value, Frozen):
        yield from _fields(lead, value)
    elif isinstance(value, tuple) and spec.row:
        yield from _rows(lead, value)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(f"{lead} | {_name(key)}", each)
    else:
        yield from _texts(lead, value)


def _rows(lead: str, rows: Sequence[Row]) -> Iterator[str]:
    taken: set[str] = set()
    for number, row in enumerate(rows, 1):
        if row.is_empty:
            continue
        name, count = _row_name(row, number), 1
        while (own := f"{name} ({count})" if count > 1 else name) in taken:
            count += 1
        taken.add(own)
        lines = _texts(f"{lead} | {own}", row.value) if isinstance(row, Detail) else _fields(f"{lead} | {own}", row)
        yield from [*lines] or [f"{lead} | {own}"]


def _fields(lead: str, value: Frozen) -> Iterator[str]:
    for spec in fields_of(type(value)):
        yield from _lines(f"{lead} | {spec.title}", spec, getattr(value, spec.key))


def _row_name(row: Row, number: int) -> str:
    if isinstance(row, Detail):
        return _name(row.key) or str(number)
    name = " ".join((row.called or str(next(iter(row.model_dump().values())))).split())
    return _name(f"{name[: _LONG - 1]}…" if len(name) > _LONG else name) or str(number)


def _name(name: str) -> str:
    """Return a name that cannot be taken for what stands behind it."""
    plain = not name.startswith('"') and not name.endswith((":", " |")) and ": " not in name and " | " not in name
    return name if plain else json.dumps(name, ensure_ascii=False)


def _texts(lead: str, value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        yield from (f"{lead}: {item}" for item in value)
        return
    text = number_text(value) if isinstance(value, float) else str(value if value is not None else "")
    if text:
        # A blank line divides paragraphs, and the space in front of a line says what it belongs to.
        yield from (f"{lead}: {line}" if line else f"{lead}:" for line in text.split("\n"))
