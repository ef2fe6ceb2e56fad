"""The completed template: every blank left out, every computed row fresh, every section in canonical form."""

from __future__ import annotations

import re

from archkit.format.render import render
from archkit.format.settle import settle
from archkit.format.write import Totals, places
from archkit.model.document import Document, Place
from archkit.model.placeholders import PLACEHOLDERS, TEMPLATE_LABELS

#: Headings that stand only while something stands below them, by the part of what does.
_HOMES = {
    "findings": ("findings",),
    "components": ("components",),
    "options": ("option", "comparison", "recommendation"),
}
#: Parts that hold prose alone, in which brackets are the author's.
_PROSE = ("title", "executive_summary", "recommendation", "data_flow")
_HINT = re.compile(
    # A text in brackets with an address behind it is a link.
    rf"(?:\*\*)?(?:{'|'.join(map(re.escape, sorted(PLACEHOLDERS)))})(?![(\[])(?:\*\*)?(?::[ \t]*|[ \t]+-[ \t]+)?"
)
_MARKS = "-+*|.:0123456789 \t"


def complete(document: Document, totals: Totals | None = None) -> str:
    """Return the document as the completed template, in Markdown.

    Args:
        document: What to write.
        totals: Gives the computed effort texts; without it none are written beside work items.
    """
    kept = [text for _, text in completed(document, totals)]
    return "\n\n".join(kept) + "\n" if kept else ""


def completed(document: Document, totals: Totals | None = None) -> list[tuple[Place, str]]:
    """Return the pieces of the completed template in order, each with its heading, and the place that it stands at."""
    document = settle(document)
    pieces: list[tuple[Place, str]] = []
    for place, value in places(document):
        body = place.text or ""
        if place.part == "blank":
            continue
        if place.part == "metadata" and place.text is not None:
            body = f"---\n{place.text}\n---"
        elif place.text is None and place.part not in ("title", "options"):
            data = value[1] if place.part == "option" else value
            computed = totals(document) if totals and place.part == "effort" and data.work_items else {}
            body = render(place, data, computed, blanks=False)
        is_prose = place.part in _PROSE or place.part in ("custom", "preface")
        pieces.append((place, body if is_prose else _without_hints(body)))
    kept = [(place, body) for place, body in pieces if _stays(place, body, pieces, document)]
    return [(place, _text(place, body, document)) for place, body in kept]


def _without_hints(body: str) -> str:
    """Return a text without the template's hints, and without lines that held nothing else."""
    if "[" not in body:
        return body
    lines = ((line, _HINT.sub("", line) if "[" in line else line) for line in body.split("\n"))
    return "\n".join(after for line, after in lines if after == line or _says_something(after))


def _says_something(line: str) -> bool:
    said = line.strip(_MARKS)
    return bool(said) and said not in TEMPLATE_LABELS


def _text(place: Place, body: str, document: Document) -> str:
    head = place.head.rstrip("\n") if place.part != "title" or document.title else ""
    if place.part == "option" and "[" in head:
        head = _HINT.sub("", head).rstrip(": ")
    return "\n\n".join(part for part in (head, body.strip("\n")) if part)


def _is_named(place: Place) -> bool:
    """Whether the heading of an option says more than its number and a hint."""
    head = _HINT.sub("", place.head) if "[" in place.head else place.head
    return bool(head.partition(":")[2].strip())


def _stays(place: Place, body: str, pieces: list[tuple[Place, str]], document: Document) -> bool:
    if place.part == "title":
        return bool(document.title or body)
    if body.strip() or place.part == "custom" or (place.part == "option" and _is_named(place)):
        return True
    if place.name or place.part not in _HOMES:
        return False
    inside = [(other, text) for other, text in pieces if other.part in _HOMES[place.part] and other is not place]
    return any(text.strip() or (other.part == "option" and _is_named(other)) for other, text in inside)
