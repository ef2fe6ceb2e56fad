"""Sections with a clash, as text between conflict markers.

A heading that both sides have stands above the markers: whoever keeps one side, in an editor or a merge tool, keeps a
section below its heading, and until then the section has its place. Where the sides have different headings, or one of
them has none, each heading stands with its side; else keeping one side would give its words the other one's heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from archkit.format.manuscript import Chunk, Manuscript
from archkit.format.parts import read_option_heading
from archkit.format.scan import scan
from archkit.model.document import Document, Place
from archkit.versions.align import Entry
from archkit.versions.clash import Clash, Three
from archkit.versions.kept_text import option_places
from archkit.versions.lines import marked
from archkit.versions.match import Item, match, name_item, row_item, text_item

_GROUPED = ("findings", "components")
_ALWAYS_TEXT = ("title", "custom", "preface", "options")
UNREAD = "a merge left conflict markers here"


def clashing_places(clashes: Sequence[Clash], merged: Document, settled: Document) -> set[int]:
    """Return the indexes in the settled layout of all places that hold a clash; a clash of the order alone has none."""
    options = {index: at for at, index in option_places(settled)}
    found: set[int] = set()
    for clash in clashes:
        head, *rest = clash.path
        if head == "options":
            found |= {options[int(rest[0])]} & set(options.values()) if rest and rest[0] in options else set()
        elif head == "layout":
            found |= set(_same_place(merged, int(rest[0]), settled)) if rest else set()
        else:
            groups = _groups(clash, merged) if head in _GROUPED else None
            found |= {
                at
                for at, place in enumerate(settled.layout)
                if place.part == head and (groups is None or place.name in groups)
            }
    return found


def in_conflict(document: Document, places: set[int], three: Three[Manuscript], labels: tuple[str, str]) -> Document:
    """Return the settled document with the given places as text between conflict markers."""
    if not places:
        return document
    entries = _place_entries(document, three)
    options = dict(option_places(document))
    layout, gone = list(document.layout), set()
    for at in sorted(places):
        chunks = entries[at].of(Three(*(manuscript.chunks for manuscript in three)))
        place = _conflict(layout[at], chunks, labels)
        if place is None:
            continue
        layout[at] = place
        if at in options:
            gone.add(options[at])
    kept = tuple(option for index, option in enumerate(document.options) if index not in gone)
    changes: dict[str, Any] = {"layout": tuple(layout), "options": kept}
    for at in places:
        if layout[at] is not document.layout[at]:
            _take_out(document, at, changes)
    return document.replace(**changes)


def _groups(clash: Clash, merged: Document) -> set[str] | None:
    """Return the groups that a clash of rows lies in; None for all of them."""
    if len(clash.path) < 2:
        return None
    rows = [getattr(merged, str(clash.path[0]))[int(clash.path[1])], clash.base, clash.mine, clash.theirs]
    groups = {str(row.group) for row in rows if hasattr(row, "group")}
    return groups | {str(side) for side in (clash.mine, clash.theirs) if clash.path[-1] == "group"}


def _same_place(merged: Document, at: int, settled: Document) -> Iterator[int]:
    numbers = dict(option_places(merged))
    if at in numbers:
        yield from (place for place, index in option_places(settled) if index == numbers[at])
        return
    wanted = merged.layout[at]
    alike = [n for n, place in enumerate(merged.layout) if (place.part, place.name) == (wanted.part, wanted.name)]
    there = [n for n, place in enumerate(settled.layout) if (place.part, place.name) == (wanted.part, wanted.name)]
    yield from there[alike.index(at) : alike.index(at) + 1]


def _place_entries(document: Document, three: Three[Manuscript]) -> dict[int, Entry]:
    """Return which chunk of each version belongs to a place of the merged document."""
    items = _items(document)
    found = []
    for manuscript in three:
        found.append(match(items, _items(manuscript.document, document)))
    return {at: Entry(*(pairs.get(at) for pairs in found)) for at in range(len(items))}


def _items(document: Document, named: Document | None = None) -> list[Item]:
    """Return what places are compared by; options go by the number of the option in `named` that is most like them."""
    known, own = ([row_item(row) for row in given.options] for given in (named or document, document))
    numbers = {index: number for number, index in match(known, own).items()}
    options = dict(option_places(document))
    return [
        name_item(f"option {numbers.get(options[at], -1 - at)}")
        if at in options
        else text_item(f"{place.part}: {place.name}", place.text or f"{place.part}: {place.name}")
        for at, place in enumerate(document.layout)
    ]


def _conflict(place: Place, chunks: Three[Chunk | None], labels: tuple[str, str]) -> Place | None:
    """Return a place as text between conflict markers, None where the two sides have the same text."""
    mine, theirs = chunks.mine, chunks.theirs
    if (mine.source if mine else "") == (theirs.source if theirs else ""):
        return None
    if place.part == "metadata" or (mine and theirs and _heading(mine.place) == _heading(theirs.place)):
        text = marked(_below(mine) if mine else "", _below(theirs) if theirs else "", labels)
        return place.replace(text=text.rstrip("\n"), unread="" if place.part in _ALWAYS_TEXT else UNREAD)
    own, other = (f"{chunk.source.strip()}\n" if chunk else "" for chunk in (mine, theirs))
    text = marked(own, other, labels)
    return Place(part="custom", text=text.rstrip("\n"))


def _below(chunk: Chunk) -> str:
    """Return the source below a heading, or between the two lines of a front matter, with one line break at its end."""
    if chunk.place.part == "metadata":
        return "\n".join(chunk.source.strip().splitlines()[1:-1]) + "\n"
    lines = chunk.place.head.rstrip("\n").count("\n") + 1 if chunk.place.head else 0
    text = "".join(chunk.source.splitlines(keepends=True)[lines:]).strip("\r\n")
    return f"{text}\n" if text else ""


def _heading(place: Place) -> str:
    if place.part != "option":
        return place.head.strip()
    blocks = scan(place.head.split("\n"))
    part = read_option_heading(blocks[0].text) if blocks else None
    return part.name if part else place.head.strip()


def _take_out(document: Document, at: int, changes: dict[str, Any]) -> None:
    """Take the data of a place that became text out of the document, as reading that text would give it."""
    place = document.layout[at]
    if place.part in _GROUPED:
        rows = changes.get(place.part, getattr(document, place.part))
        changes[place.part] = tuple(row for row in rows if row.group != place.name)
    elif place.part == "title" and changes["layout"][at].part == "title":
        return
    elif place.part in Document.model_fields and place.part not in ("options", "layout"):
        changes[place.part] = Document.model_fields[place.part].default
