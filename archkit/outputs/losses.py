"""What an export could not carry: the values of the document that are not in it, field by field, and their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archkit.format.lost_words import counted_words
from archkit.model.document import Document, Place, outline
from archkit.model.fields import Frozen, Row, fields_of, number_text

_TOKEN = re.compile(r"\w+")
#: A value with fewer letters may stand anywhere by chance; it is looked for beside the name of its row.
_TELLING = 4
#: How many lines a row has, its own included, in formats that write it as a list.
_ROW = 8


@dataclass(frozen=True)
class Loss:
    """What of one section is not in an export.

    Attributes:
        section: The title of the section.
        what: What of it: its fields, with how many of them.
        words: How many words of it the export has less often than the document.
    """

    section: str
    what: str
    words: int

    def __str__(self) -> str:
        counted = f" ({self.words} word{'s' if self.words != 1 else ''})" if self.words else ""
        return f"{self.section}: {self.what}{counted}"


@dataclass(frozen=True)
class _Value:
    """One value of the document: the title of its field, its text, and the name of its row."""

    field: str
    text: str
    row: str


def losses(document: Document, said: str | None) -> list[Loss]:
    """Return what a document says and an export does not, section by section.

    Args:
        document: What was exported.
        said: All that the export carries, as plain text; None where it carries the whole document.
    """
    if said is None:
        return []
    carried = _Carried(said)
    left = counted_words([said.casefold()])
    lost: list[tuple[str, list[_Value], list[_Value]]] = []
    for title, values in _sections(document):
        missing = [value for value in values if not carried.has(value.text, value.row)]
        left -= counted_words(value.text.casefold() for value in values if value not in missing)
        if missing:
            lost.append((title, missing, values))
    found = []
    for title, missing, values in lost:
        wanted = counted_words(value.text.casefold() for value in missing)
        lacking = wanted - left
        left -= wanted - lacking
        found.append(Loss(title, _described(missing, values), lacking.total()))
    return found


def all_texts(value: object) -> Iterator[str]:
    """Yield all texts, numbers and keys of plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield str(key)
            yield from all_texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from all_texts(part)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield number_text(float(value))


class _Carried:
    """The words of an export, as they follow each other, and its lines."""

    def __init__(self, said: str) -> None:
        self.tokens = f" {' '.join(_TOKEN.findall(said.casefold()))} "
        self._lines = [f" {' '.join(_TOKEN.findall(line))} " for line in said.casefold().split("\n")]
        self._beside: dict[str, str] = {}

    def has(self, text: str, row: str) -> bool:
        """Whether a value stands in the export; one that says little must stand near the name of its row."""
        if "\n\n" in text:
            return all(self.has(part, row) for part in text.split("\n\n"))
        words = _TOKEN.findall(text.casefold())
        if not words:
            return True
        wanted = f" {' '.join(words)} "
        if wanted not in self.tokens:
            return False
        if sum(map(str.isalpha, wanted)) >= _TELLING or not row:
            return True
        return wanted in self._near(" ".join(_TOKEN.findall(row.casefold())))

    def _near(self, row: str) -> str:
        if row not in self._beside:
            places = (at for at, line in enumerate(self._lines) if f" {row} " in line)
            self._beside[row] = "\n".join("\n".join(self._lines[at : at + _ROW]) for at in places)
        return self._beside[row]


def _sections(document: Document) -> Iterator[tuple[str, list[_Value]]]:
    """Yield the title and the values of each section, and of each text of the author's own."""
    for spec in outline():
        yield spec.title, list(_values(getattr(document, spec.key), spec.title, ""))
    for place in document.layout:
        if place.text and place.part != "blank":
            yield _title(place), [_Value("text", place.text, "")]


def _title(place: Place) -> str:
    return place.name or place.head.strip("# \n") or place.part


def _described(missing: list[_Value], values: list[_Value]) -> str:
    parts = []
    for field in dict.fromkeys(value.field for value in missing):
        lost = sum(value.field == field for value in missing)
        total = sum(value.field == field for value in values)
        parts.append(f"{field} ({lost} of {total})" if total > 1 else field)
    return ", ".join(parts)


def _values(value: object, field: str, row: str) -> Iterator[_Value]:
    if isinstance(value, Frozen):
        own = (value.called or row) if isinstance(value, Row) else row
        for spec in fields_of(type(value)):
            part = getattr(value, spec.key)
            # What stands at its default, as the direction of a flowchart, says nothing.
            if (
                spec.key not in getattr(type(value), "no_content", ())
                and part != type(value).model_fields[spec.key].default
            ):
                yield from _values(part, spec.title, own)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _values(part, str(key) if field.startswith("Other") else field, row)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _values(part, field, row)
    elif value not in (None, ""):
        yield _Value(field, number_text(value) if isinstance(value, float) else str(value), row)
