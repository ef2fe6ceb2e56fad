"""What no place takes: sections of the source that keep their own heading."""

from __future__ import annotations

import re

from archkit.format.parts import folded, headings
from archkit.importing.draft import Custom, Draft
from archkit.importing.source import Section
from archkit.importing.styles import RECORD

_COMMENT = re.compile(r"\s*(?:<!--(?:(?!-->).)*-->\s*)+", re.DOTALL)


def read_leftovers(draft: Draft) -> None:
    """Give every line that is still open a place: above the first section, or in a section of its own heading."""
    source = draft.source
    options = [number for number, where in enumerate(source.went) if where.startswith(("Technical", "Recommended"))]
    turn = options[0] if options else len(source.lines)
    begin = source.preamble
    parts = [source.prose(begin.begin, begin.last, 3)]
    source.claim(begin.begin, begin.last, "below the title")
    if source.title_section is not None:
        own = source.title_section
        parts.append(source.prose(own.begin, own.last, 3))
        source.claim(own.first, own.last, "below the title" if own.blocks[1:] else "title")
    draft.preamble = "\n\n".join(part for part in parts if part)
    for section in source.sections:
        if section is source.title_section or not source.is_open(section.first, section.last):
            continue
        if section.children and not source.is_open(section.begin, section.end):
            # A heading that only held what has gone elsewhere.
            source.claim(section.first, section.begin, RECORD)
            continue
        _custom(draft, section, early=section.first < turn)


def _custom(draft: Draft, section: Section, *, early: bool) -> None:
    source = draft.source
    text = source.prose(section.begin, section.end, 3, exact=True)
    name = section.heading
    if source.went[section.first] and text and _COMMENT.fullmatch(text):
        name = ""
    if folded(name) in headings() or (name and not folded(name)):
        name = f"Imported: {name}"
    if not name:
        name = "Imported: Comments" if text else "Imported"
    where = f'custom section "{name}"'
    same = [custom for custom in draft.customs if custom.name == name] if name == "Imported: Comments" else []
    if same:
        same[0].text += f"\n\n{text}"
    else:
        draft.customs.append(Custom(name, text, early and bool(text)))
    source.claim(section.first, section.end, where)
