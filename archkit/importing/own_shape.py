"""The formats that archkit exports, read back: chapters that hold a section in the template's own shape."""

from __future__ import annotations

import re

from archkit.format.read import read
from archkit.importing.draft import Custom, Draft
from archkit.importing.levels import from_level, raised
from archkit.importing.meanings import folded_heading
from archkit.importing.source import Section, Source
from archkit.importing.styles import EXPORTS, RECORD
from archkit.model.document import Document, outline

#: What stands in a chapter beside the sections: `FORM` was written from them, `OWN` are sections of the author's own.
FORM, OWN = "form", "own"
_MADR = {"option comparison": "comparison", "research findings": "findings", "more information": OWN}
_MADR_CHAPTERS = {
    "context and problem statement",
    "decision drivers",
    "considered options",
    "decision outcome",
    "pros and cons of the options",
    "more information",
}
_ARC42 = {
    "introduction and goals": "executive_summary",
    "quality goals": FORM,
    "architecture constraints": "dependencies",
    "context and scope": "integration_points",
    "solution strategy": "recommendation",
    "building block view": "components",
    "runtime view": "data_flow",
    "deployment view": FORM,
    "rollout": "phases",
    "effort": "effort",
    "cross-cutting concepts": OWN,
    "security": "security",
    "architecture decisions": "options",
    "option comparison": "comparison",
    "research findings": "findings",
    "quality requirements": "performance",
    "risks and technical debts": "risks",
    "risk scale": "risk_scale",
    "glossary": "Glossary",
}
_RUST_RFC = {
    "summary": "executive_summary",
    "motivation": "executive_summary",
    "guide-level explanation": "recommendation",
    "data flow": "data_flow",
    "reference-level explanation": OWN,
    "component design": "components",
    "integration points": "integration_points",
    "security considerations": "security",
    "performance implications": "performance",
    "dependencies": "dependencies",
    "drawbacks": "risks",
    "risk scale": "risk_scale",
    "rationale and alternatives": "options",
    "option comparison": "comparison",
    "prior art": "findings",
    "unresolved questions": "Open Questions",
    "future possibilities": FORM,
    "implementation phases": "phases",
    "estimated effort": "effort",
}
#: What each chapter of a style holds, and how many of them must have the template's shape.
SHAPES = {"arc42": (_ARC42, 3), "rust-rfc": (_RUST_RFC, 3)} | {f"madr-{n}": (_MADR, 1) for n in (2, 3, 4)}
_STATE = re.compile(r"Status: (?P<status>.+?)(?:, (?P<date>\d{4}-\d\d-\d\d))?(?:, review by (?P<review_by>.+))?")
_PERSON = re.compile(r"- (?P<name>.+): (?P<role>decides|author)")
_PROSE = {"executive_summary", "data_flow", "performance"}
_CHAPTERS = {name for names in EXPORTS for name in names} | {"more information"}
_TITLES = {spec.key: spec.title for spec in outline()}
_BELOW = {"comparison": "Technical Approach", "recommendation": "Technical Approach", "risk_scale": ""}


def read_own_shape(draft: Draft) -> bool:
    """Take the sections of an export of archkit as they were; return whether all chapters are those of one."""
    table, least = SHAPES.get(draft.style, ({}, 0))
    if not table:
        return False
    source = draft.source
    chapters = [(section, table[name]) for section in source.sections if (name := _name(section, table))]
    found, document = _readable(source, chapters, table)
    names = tuple(folded_heading(part.heading) for part in source.sections if part.level == 2)
    is_skeleton = names in EXPORTS or (bool(names) and set(names) <= _MADR_CHAPTERS)
    if len(found - _PROSE) < least and not is_skeleton:
        return False
    draft.is_export = len(found - _PROSE) >= least
    _people(draft)
    for section, key in chapters:
        last = _end(source, section, table)
        if key in found:
            if key == "executive_summary":
                draft.summary = document.executive_summary
            else:
                draft.rows[key] = getattr(document, key)
            source.claim(section.first, last, _TITLES[key])
        elif key == OWN:
            _own_sections(draft, section, table)
        elif key == FORM or not source.prose(section.begin, last, 3):
            source.claim(section.first, section.begin if key == FORM and not _is_copy(section) else last, RECORD)
        elif key not in _TITLES:
            title = key if folded_heading(section.heading) == key.casefold() else section.heading
            draft.customs.append(Custom(title, source.prose(section.begin, last, 3)))
            source.claim(section.first, last, f'custom section "{title}"')
    return is_skeleton


def _is_copy(section: Section) -> bool:
    """Whether the comparison says all of this again."""
    return folded_heading(section.heading) == "quality goals"


def _name(section: Section, table: dict[str, str]) -> str:
    name = folded_heading(section.heading)
    is_inside = section.level == 3 and section.parent is not None and section.parent.level == 2
    fits = (is_inside and name not in _CHAPTERS) or (section.level == 2 and name in _CHAPTERS)
    return name if fits and name in table else ""


def _end(source: Source, section: Section, table: dict[str, str]) -> int:
    """Return where the text of a chapter ends: at the first heading below it that is one of its own."""
    inside = [other.first for other in section.children if _name(other, table) or _is_people(other)]
    return min([section.end, *inside])


def _is_people(section: Section) -> bool:
    return folded_heading(section.heading) == "stakeholders"


def _people(draft: Draft) -> None:
    """Take the state and the people of an arc42 export, which has a line and a chapter for them."""
    source, head = draft.source, draft.source.title_section
    for at in range(head.begin, head.last) if head else ():
        if found := _STATE.fullmatch(source.lines[at].strip()):
            draft.metadata |= {key: value for key, value in found.groupdict().items() if value}
            source.claim(at, at + 1, "front matter")
    chapter = next((section for section in source.sections if _is_people(section)), None)
    lines = source.lines[chapter.begin : chapter.end] if chapter else []
    people = [_PERSON.fullmatch(line) for line in lines if line.strip()]
    if chapter is None or not all(people):
        return
    for role, key in (("decides", "decision_makers"), ("author", "authors")):
        if names := tuple(found["name"] for found in people if found and found["role"] == role):
            draft.metadata[key] = names
    source.claim(chapter.first, chapter.end, "front matter")


def _readable(source: Source, chapters: list[tuple[Section, str]], table: dict[str, str]) -> tuple[set[str], Document]:
    """Return the keys of the sections that have the template's shape, and the document that they make."""
    texts: dict[str, str] = {}
    for section, key in chapters:
        if key in _TITLES:
            text = source.prose(section.begin, _end(source, section, table), 3)
            texts[key] = "\n\n".join(filter(None, (texts.get(key, ""), text)))
    # A format may have set the headings of a section one level deeper.
    found, _ = _shaped(texts)
    return _shaped({key: text if key in found else raised(text, 1) for key, text in texts.items()})


def _shaped(texts: dict[str, str]) -> tuple[set[str], Document]:
    document, empty = read(_composed(texts)).document, Document()
    unread = {place.part for place in document.layout if place.text}
    # A heading that the template has not would be a section of the author's own.
    unread |= {"options"} if "option" in unread else set()
    found = {key for key in texts if key not in unread and getattr(document, key) != getattr(empty, key)}
    return found, document


def _composed(texts: dict[str, str]) -> str:
    parts = []
    for spec in outline():
        if spec.key not in texts:
            if spec.key == "options":
                parts.append(f"## {spec.title}")
            continue
        mark = "###" if spec.key in _BELOW else "##"
        if spec.key == "risk_scale" and "risks" not in texts:
            parts.append(f"## {_TITLES['risks']}")
        parts.append(f"{mark} {spec.title}\n\n{texts[spec.key]}")
    return "\n\n".join(parts) + "\n"


def _own_sections(draft: Draft, chapter: Section, table: dict[str, str]) -> None:
    """Take the sections of the author's own out of the chapter that holds them."""
    source = draft.source
    if not source.is_open(chapter.begin, chapter.last):
        source.claim(chapter.first, chapter.begin, RECORD)
    for section in chapter.children:
        if not _name(section, table):
            text = from_level(source.prose(section.begin, section.end, 3), 3)
            draft.customs.append(Custom(section.heading, text))
            source.claim(section.first, section.end, f'custom section "{section.heading}"')
