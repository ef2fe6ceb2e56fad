"""`Key: value` lines nested below an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from archkit.format import escape
from archkit.format.inline import split_label
from archkit.format.lists import Item, Unreadable
from archkit.model.fields import Detail, build, number_text

_BOLD_LABEL = re.compile(r"\*\*(?P<label>(?:(?!\*\*).)+?)(?P<colon>:?)\*\*[ \t]*(?P<after>:?)[ \t]*", re.DOTALL)


#: The template's blank that stands for a text that is not given yet.
NO_TEXT = "[Details]"


def read_details(item: Item) -> tuple[Detail, ...]:
    """Return the details of a list item."""
    details = []
    for child in item.children:
        if child.children:
            raise Unreadable(child.line, "a detail has a nested list; write it as text")
        key, value = split_label(child.text) or ("", child.text)
        detail = build(Detail, {"key": key, "value": value})
        if not detail.is_empty:
            details.append(detail)
    return tuple(details)


def read_fields(item: Item, fields: Mapping[str, str]) -> tuple[dict[str, str], tuple[Detail, ...]]:
    """Return what the details of a list item give to fields of their row, and the other details.

    Where two are for one field, all of them are details: which one counts is for the row to say.

    Args:
        item: The item.
        fields: The fields by the folded keys of their details.
    """
    found: dict[str, str] = {}
    others = []
    for child in item.children:
        label = None if child.children else split_label(child.text)
        name = fields.get(label[0].casefold()) if label else None
        if label and name and name not in found:
            found[name] = label[1]
        else:
            others.append(child)
    details = read_details(Item(item.line, item.text, others)) if others else ()
    if any(detail.key.casefold() in fields for detail in details):
        return {}, read_details(item)
    return found, details


def entry(text: str, details: Iterable[Detail] = (), marker: str = "-") -> dict[str, object]:
    """Return a list item as its template writes it: marker, text, and the details indented below it."""
    indent = " " * (len(marker) + 1)
    lines = [
        f"{indent}- {escape.item(escape.detail(detail.key, detail.value), indent + '  ')}".rstrip()
        for detail in details
        if not detail.is_empty
    ]
    return {"marker": marker, "text": escape.item(text, indent) or NO_TEXT, "details": lines}


def labelled_text(detail: Detail) -> str:
    """Write a `Key: value` item of a list in which a bold key is a label, too."""
    return escape.unlabelled(escape.detail(detail.key, detail.value))


def value_text(value: object) -> str:
    """Return a field's value as a list holds it: a number as a plain decimal."""
    return number_text(value) if isinstance(value, float) else str(value)


def split_bold(text: str) -> tuple[str, str] | None:
    """Split `**label**: text`; None when the text does not begin with a bold label."""
    found = _BOLD_LABEL.match(text)
    if not found or not (found["colon"] or found["after"] or found.end() == len(text)):
        return None
    return found["label"].strip(), text[found.end() :].strip()
