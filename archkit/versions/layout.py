"""The order of the file: headings, sections of the author's own and text that is kept as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from archkit.format.settle import filled_part
from archkit.model.document import Document, Place
from archkit.versions.align import Entry, align, kept
from archkit.versions.clash import Clash, Clashes, Three
from archkit.versions.kept_text import option_places
from archkit.versions.lines import merge_prose
from archkit.versions.match import Item, name_item, text_item
from archkit.versions.values import undisputed

#: Parts whose heading follows from the data.
_DERIVED = ("title", "option")
_NOT_DATA = ("custom", "preface", "blank", "options", "title")


def merge_layout(
    three: Three[Document], options: Sequence[Entry], document: Document, clashes: Clashes
) -> tuple[Place, ...]:
    """Return the places of the merged document.

    Args:
        three: The three versions.
        options: The options that stay, in order.
        document: The merged data.
        clashes: Takes what the two sides disagree on.
    """
    layouts: Three[Any] = Three(*(version.layout for version in three))
    if layouts.base == layouts.mine == layouts.theirs and _fits(layouts.base, document):
        return tuple(layouts.base)
    named = [_named_places(version, _numbers(options, n)) for n, version in enumerate(three)]
    layouts = Three(*([place for place, _ in places] for places in named))
    entries = align(Three(*([item for _, item in places] for places in named)))
    # A section that one side deleted and the other one changed keeps its place: there a person is to look at it.
    clashing = {clash.section for clash in clashes} - {*_NOT_DATA, *_DERIVED}
    ordered, disputed = kept(
        entries, layouts, lambda base, left: left.part not in clashing and not _counts(base, left, document)
    )
    if disputed:
        names = Three(*(tuple(place.name or place.part for place in layout) for layout in layouts))
        clashes.append(Clash(("layout",), names.base, names.mine, names.theirs, "layout"))
    merged: list[Place] = []
    for entry in ordered:
        versions = entry.of(layouts)
        here = ("layout", len(merged))
        if versions.mine is None or versions.theirs is None:
            place = versions.mine or versions.theirs
            if versions.base is not None and _says(versions.base) != _says(place):
                clashes.append(Clash(here, *_shown(versions), _section(place)))
            merged.append(place)
        else:
            merged.append(_merge_place(here, versions, clashes))
    return tuple(merged)


def _fits(layout: tuple[Place, ...], document: Document) -> bool:
    options = sum(not option.is_empty for option in document.options)
    return options == sum(place.part == "option" and place.text is None for place in layout)


def _numbers(options: Sequence[Entry], version: int) -> dict[int, int]:
    return {at: n for n, entry in enumerate(options) if (at := entry.indexes[version]) is not None}


def _named_places(document: Document, numbers: dict[int, int]) -> list[tuple[Place, Item]]:
    """Return the places, each with what it is compared by; those of options that do not stay are left out."""
    options = dict(option_places(document))
    named = []
    for at, place in enumerate(document.layout):
        name = f"{place.part}: {place.name}"
        if at not in options:
            named.append((place, text_item(name, place.text or name)))
        elif options[at] in numbers:
            named.append((place, name_item(f"option {numbers[options[at]]}")))
    return named


def _says(place: Place) -> tuple[object, ...]:
    return (place.text, place.name, place.head) if place.part == "custom" else (place.text,)


def _counts(base: Place, left: Place, document: Document) -> bool:
    """Whether a place that one side took out has to stay: its text changed, or the merged document has data for it."""
    if _says(base) != _says(left):
        return True
    if left.text is not None or left.part in _NOT_DATA:
        return False
    if left.part == "option":
        return True
    value: Any = filled_part(document, left)
    return bool(value != type(value)())


def _merge_place(path: tuple[str | int, ...], three: Three[Any], clashes: Clashes) -> Place:
    base, mine, theirs = three
    if base is None:
        # Two headings for one new text: neither is older than the other one.
        is_one = mine.part != "custom" or mine.name == theirs.name
        base = Place(part=mine.part, name=mine.name, head=mine.head) if is_one else Place(part=mine.part)
    decided, heading = undisputed(Three(*((place.name, place.head) for place in (base, mine, theirs))))
    if not decided:
        heading = (mine.name, mine.head)
        if mine.part not in _DERIVED:
            clashes.append(Clash((*path, "head"), base.head, mine.head, theirs.head, _section(mine)))
    texts = Three(*(place.text or "" for place in (base, mine, theirs)))
    text = merge_prose(*texts)
    if text is None:
        clashes.append(Clash((*path, "text"), *texts, _section(mine)))
        text = texts.mine
    source = theirs if text == texts.theirs and text != texts.mine else mine
    stands = None if not text and source.text is None else text
    return Place(part=source.part, name=heading[0], head=heading[1], text=stands, unread=source.unread)


def _section(place: Place) -> str:
    if place.part in _NOT_DATA:
        return "layout"
    return "options" if place.part == "option" else place.part


def _shown(three: Three[Place | None]) -> Three[str | None]:
    return Three(*(None if place is None else f"{place.head}{place.text or ''}" for place in three))
