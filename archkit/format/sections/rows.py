"""Plain sections: a list whose items are a name and a text, or a text alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from archkit.format import escape
from archkit.format.body import Body, is_hint, make
from archkit.format.inline import split_label
from archkit.format.sections.details import entry, read_details, split_bold, value_text
from archkit.model.fields import Detail, Row


@dataclass(frozen=True)
class ListShape:
    """How the rows of a plain section stand in a list.

    Attributes:
        row: The class of its rows; each has `details`.
        name: The field before the colon, "" when an item is one text.
        text: The field after the colon.
        bold: Whether the name is written between `**`.
        numbered: Whether the list is numbered.
        blank_name: The template's blank that stands for a name that is not given yet.
        group: The field that holds the heading the list stands under, "" for none.
        known: Details that are fields of their own: the fields by the key that stands in the document. The row's
            class takes them from its details.
    """

    row: type[Row]
    name: str
    text: str
    bold: bool = False
    numbered: bool = False
    blank_name: str = ""
    group: str = ""
    known: Mapping[str, str] = field(default_factory=dict)

    def read(self, body: Body, group: str) -> tuple[Row, ...]:
        """Read the rows of the list that stands here."""
        rows: list[Row] = []
        for item in body.items():
            name, text = self._split(item.text)
            details = read_details(item)
            if is_hint(name, text) and not details:
                continue
            values: dict[str, object] = {self.text: text, "details": details}
            if self.name:
                values[self.name] = name
            if self.group:
                values[self.group] = group
            body.places[(len(rows),)] = item.line
            rows.append(make(self.row, values, item.line))
        return tuple(rows)

    def context(self, rows: tuple[Row, ...]) -> dict[str, object]:
        """Return what the template writes: each item with its detail lines."""
        kept = [row for row in rows if not row.is_empty]
        markers = [f"{number}." for number in range(1, len(kept) + 1)] if self.numbered else ["-"] * len(kept)
        return {
            "items": [
                entry(self._written(row), self._details(row), marker) for row, marker in zip(kept, markers, strict=True)
            ]
        }

    def _split(self, text: str) -> tuple[str, str]:
        if not self.name:
            return "", text
        if bold := split_bold(text):
            return bold
        if self.bold and not self.blank_name:
            return "", text
        return split_label(text) or ((text, "") if not self.bold else ("", text))

    def _written(self, row: Row) -> str:
        text = getattr(row, self.text)
        if not self.name:
            return escape.escaped_start(text)
        name = getattr(row, self.name) or self.blank_name
        if self.bold:
            return f"**{escape.label(name)}**: {text}".rstrip() if name else escape.unlabelled(text)
        if name == self.blank_name:
            return escape.escaped_start(f"{name}: {text}".rstrip())
        return escape.labelled(name, text)

    def _details(self, row: Row) -> tuple[Detail, ...]:
        fields = [(key, getattr(row, name)) for key, name in self.known.items()]
        known = [Detail(key=key, value=value_text(value)) for key, value in fields if value not in ("", None)]
        details: tuple[Detail, ...] = getattr(row, "details", ())
        return (*known, *details)
