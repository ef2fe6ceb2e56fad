"""A document and its numbers as plain data: dict, list, str, number, bool, None. What a stranger's template may see."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from archkit.model.document import Document
from archkit.model.fields import Frozen
from archkit.pages.numbers import PageNumbers

Plain = dict[str, "Plain"] | list["Plain"] | str | int | float | bool | None


def plain_document(document: Document, numbers: PageNumbers) -> dict[str, Plain]:
    """Return what a template of the user's own is given: the sections by their key, other text, and the numbers.

    `custom` holds the sections of the author's own and those that are kept as text, each with `part`, `title` and
    `text`. `computed` holds the numbers: `options`, `effort` and `risks`.
    """
    sections = {name: plain(getattr(document, name)) for name in Document.model_fields if name != "layout"}
    custom: list[Plain] = [
        {"part": place.part, "title": place.name, "text": place.text}
        for place in document.layout
        if place.text and place.part != "blank"
    ]
    return sections | {"custom": custom, "computed": _computed(numbers)}


def plain(value: object) -> Plain:
    """Return a copy that holds nothing but plain data.

    Raises:
        TypeError: a value is of another kind; a template would get more than data.
    """
    if value is None or type(value) in (str, int, float, bool):
        return value  # type: ignore[return-value]
    if isinstance(value, Frozen):
        return {name: plain(getattr(value, name)) for name in type(value).model_fields}
    if dataclasses.is_dataclass(value):
        return {item.name: plain(getattr(value, item.name)) for item in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    raise TypeError(f"{type(value).__name__} is not plain data")


def _computed(numbers: PageNumbers) -> Plain:
    options: list[Plain] = [
        {**_fields(option), "text": option.text, "interval": option.interval} for option in numbers.options
    ]
    phases: list[Plain] = [
        {"phase": phase.phase, "days": {kind: days for kind, days in phase.days}, "total": phase.total}
        for phase in numbers.effort.phases
    ]
    return {
        "options": options,
        "effort": {**_fields(numbers.effort), "phases": phases},
        "risks": [plain(risk) for risk in numbers.risks],
    }


def _fields(value: object) -> dict[str, Plain]:
    found = plain(value)
    assert isinstance(found, dict)
    return found
