"""In which order a page shows a document: the order of its file, then what the file has no place for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from archkit.model import components, findings
from archkit.model.document import Document, Place, outline

#: Keys whose parts stand together below one heading.
GROUPS = {"findings": findings.GROUPS, "components": components.GROUPS}
_HOME = {"option": "options", "comparison": "options", "recommendation": "options", "risk_scale": "risks"}
# Sections that have parts of their own below headings of the third level.
_WITH_PARTS = {*GROUPS, "options", "risks"}
_TITLES = {spec.key: spec.title for spec in outline()}
_ORDER = [key for key in _TITLES if key not in {"metadata", "title", *_HOME}]
_MARKS = re.compile(r"(#{1,6})(?:\s|$)")


@dataclass(frozen=True)
class Block:
    """A piece of a section.

    Attributes:
        kind: The name of its view and its partial template.
        title: Its heading; "" for none.
        group: The group of findings or components.
        text: Its Markdown, when it is kept as text.
    """

    kind: str
    title: str = ""
    group: str = ""
    text: str = ""


@dataclass
class Section:
    """What stands below one heading of the second level."""

    key: str
    title: str
    blocks: list[Block] = field(default_factory=list)


def arrange(document: Document) -> list[Section]:
    """Return the sections of a page in order, empty ones included."""
    sections: list[Section] = []
    for place in document.layout:
        _put(place, sections)
    for key in _ORDER:
        section = next((section for section in sections if section.key == key), None)
        if section is None:
            section = Section(key, _TITLES[key])
            sections.insert(_after_predecessor(key, sections), section)
        _complete(section, document)
    return sections


def introduction(document: Document) -> Iterator[str]:
    """Yield the Markdown that stands before the first section."""
    for place in document.layout:
        if place.part in {"preface", "title"} and place.text:
            yield place.text


def _put(place: Place, sections: list[Section]) -> None:
    part, key = place.part, _HOME.get(place.part, place.part)
    if part in {"title", "preface", "blank"} or (part == "metadata" and not place.unread):
        return
    if part == "metadata":
        sections.append(Section("metadata", _TITLES[part], [Block("source", text=place.text or "")]))
    elif part == "custom":
        _put_custom(place, sections)
    elif key in _WITH_PARTS:
        section = _home(key, sections)
        section.blocks.extend(_parts(place, section))
    else:
        kind = "text" if place.text is not None else part
        sections.append(Section(key, _TITLES[key], [Block(kind, text=place.text or "")]))


def _home(key: str, sections: list[Section]) -> Section:
    """Return the section that groups or options stand in; text of the author's own may have come first in it."""
    last = sections[-1] if sections else None
    if last and last.key == "custom" and last.title.casefold() == _TITLES[key].casefold():
        last.key = key
    if last is None or last.key != key:
        last = Section(key, _TITLES[key])
        sections.append(last)
    return last


def _put_custom(place: Place, sections: list[Section]) -> None:
    found = _MARKS.match(place.head)
    if found and len(found[1]) > 2 and sections:
        sections[-1].blocks.append(Block("text", title=place.name, text=place.text or ""))
    elif place.text or place.name:
        sections.append(Section("custom", place.name, [Block("text", text=place.text or "")]))


def _parts(place: Place, section: Section) -> Iterator[Block]:
    part = place.part
    if place.text is not None:
        title = place.name or (_TITLES[part] if part in _HOME and part != "option" else "")
        yield Block("text", title=title, text=place.text)
    elif part in GROUPS:
        if place.name:
            yield Block(part, title=place.name, group=place.name)
    elif part == "option":
        if not any(block.kind == "options" for block in section.blocks):
            yield Block("options")
    elif part == "risks":
        yield Block(part)
    elif part in _HOME:
        yield Block(part, title=_TITLES[part])


def _after_predecessor(key: str, sections: list[Section]) -> int:
    before = set(_ORDER[: _ORDER.index(key)])
    return max((index + 1 for index, section in enumerate(sections) if section.key in before), default=0)


def _complete(section: Section, document: Document) -> None:
    """Add the parts of a section for which the file has no place."""
    kinds = {block.kind for block in section.blocks}
    if section.key in GROUPS:
        known = {block.group for block in section.blocks}
        groups = [row.group for row in getattr(document, section.key)]
        wanted = [group for group in GROUPS[section.key] if group in groups]
        for group in dict.fromkeys((*wanted, *groups)):
            if group not in known:
                section.blocks.append(Block(section.key, title=group, group=group))
    elif section.key == "options":
        section.blocks.extend(_missing(kinds, document))
        # It shows nothing without findings; with them it stands behind what they support.
        ends = [at for at, block in enumerate(section.blocks, 1) if block.kind in ("options", "comparison")]
        section.blocks.insert(max(ends, default=len(section.blocks)), Block("evidence_map", title="Evidence Map"))
    elif section.key == "risks":
        section.blocks.extend(_missing_risks(kinds, document))
    elif not section.blocks:
        section.blocks.append(Block(section.key))


def _missing(kinds: set[str], document: Document) -> Iterator[Block]:
    if "options" not in kinds and document.options:
        yield Block("options")
    for key in ("comparison", "recommendation"):
        raw = any(place.part == key for place in document.layout)
        if key not in kinds and not raw:
            yield Block(key, title=_TITLES[key])


def _missing_risks(kinds: set[str], document: Document) -> Iterator[Block]:
    parts = {place.part for place in document.layout}
    if "risks" not in kinds | parts:
        yield Block("risks")
    if "risk_scale" not in kinds | parts:
        yield Block("risk_scale", title=_TITLES["risk_scale"])
