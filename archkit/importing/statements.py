"""Who, when and in which state: front matter, `Key: value` lines, lists and tables, and `## Status`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archkit.format.blocks import Block
from archkit.format.cells import split_cells
from archkit.importing.draft import Draft
from archkit.importing.items import read_items
from archkit.importing.meanings import meaning_of
from archkit.importing.metadata_keys import KEYS
from archkit.importing.source import Section
from archkit.model.metadata import METADATA_KEYS

_STATEMENT = re.compile(
    r"(?:\*\*|__|\*)?(?P<key>\w[\w ./()&-]{0,38}?)(?:\*\*|__|\*)?\s*[:：](?:\*\*|__|\*)?\s*:?"
    r"(?:\s+(?P<value>.*)|(?P<bare>[^\s/].*)?)$",
    re.DOTALL,
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_QUOTE = re.compile(r"^\s*>\s?")
_CHECKED = re.compile(r"\s*[-*+]\s+\[[xX]\]")
_KEY = re.compile(r"[A-Za-z_](?:[\w .-]*[\w.-])?")
_NAMES = re.compile(r"\s*[,;、，]\s*(?![^\[(]*[\])])")
_DATES = (
    (re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})"), (1, 2, 3)),
    (re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})"), (3, 2, 1)),
)
LISTS = ("authors", "decision_makers")


@dataclass(frozen=True, slots=True)
class Statement:
    """A `Key: value` and the lines `first` to `last` (exclusive) on which it stands."""

    key: str
    value: str
    first: int
    last: int


def put_entry(draft: Draft, key: str, value: str | tuple[str, ...]) -> bool:
    """Put an entry into its field, or among the author's own; return whether it has a place there."""
    name = KEYS.get(key.casefold().strip())
    if name in LISTS and name not in draft.metadata:
        draft.metadata[name] = value if isinstance(value, tuple) else names_in(value)
        return True
    if name and name not in draft.metadata and isinstance(value, str):
        draft.metadata[name] = _date(value) if name in ("date", "review_by") else value
        return True
    if key.casefold() == "title" and isinstance(value, str) and not draft.title:
        draft.title = value
        return True
    if not _KEY.fullmatch(key) or key in draft.extra or key.casefold().replace("_", "-") in METADATA_KEYS:
        return False
    draft.extra[key] = value
    return True


def read_statements(draft: Draft, section: Section) -> None:
    """Take the lines, lists and tables of `Key: value` that stand above the first section."""
    source = draft.source
    for block in section.blocks:
        found = _statements(source.lines, block)
        if not any(statement.key.casefold() in KEYS for statement in found):
            continue
        is_whole = all(_fits(draft, statement) for statement in found)
        for statement in found:
            value = " ".join(_COMMENT.sub("", statement.value).split())
            is_wanted = is_whole or (statement.key.casefold() in KEYS and _fits(draft, statement))
            if is_wanted and put_entry(draft, statement.key, value):
                source.claim(statement.first, statement.last, "front matter")
        if not any(source.is_open(statement.first, statement.last) for statement in found):
            source.claim(block.first, block.last, "front matter")


def read_metadata_sections(draft: Draft) -> None:
    """Take the statements below headings such as `Metadata`, and below `Status`."""
    for section in draft.source.of("metadata", "status"):
        if draft.source.is_open(section.begin, section.last):
            read_statements(draft, section)
            if not draft.source.is_open(section.begin, section.end):
                draft.source.claim(section.first, section.end, "front matter")


def _fits(draft: Draft, statement: Statement) -> bool:
    key = statement.key
    return len(statement.value) < 500 and bool(key.casefold() in KEYS or _KEY.fullmatch(key)) and key not in draft.extra


def _statements(lines: Sequence[str], block: Block) -> list[Statement]:
    """Return the keys and values of a block, none when it holds anything else."""
    parts: list[tuple[str, int, int]] = []
    if block.kind == "list":
        items = read_items(lines, block.first, block.last)
        parts = [("" if item.below else item.text, item.first, item.last) for item in items]
    elif block.kind in ("paragraph", "quote"):
        texts = [_QUOTE.sub("", line).strip().rstrip("\\").strip() for line in lines[block.first : block.last]]
        parts = [(text, at, at + 1) for at, text in enumerate(texts, block.first) if text or block.kind == "paragraph"]
    elif block.kind == "table":
        numbers = [at for at in range(block.first, block.last) if at != block.first + 1]
        rows = [(at, split_cells(lines[at])) for at in numbers]
        rows = [(at, row) for at, row in rows if any(row)]
        if any(len(row) != 2 for _, row in rows):
            return []
        return [Statement(row[0].strip("*_:： "), row[1], at, at + 1) for at, row in rows]
    found = [(_STATEMENT.match(text), first, last) for text, first, last in parts]
    if not all(match for match, _, _ in found):
        return []
    return [
        Statement(match["key"].strip(), (match["value"] or match["bare"] or "").strip(), first, last)
        for match, first, last in found
        if match
    ]


def read_status(draft: Draft) -> None:
    """Take the first line below headings such as Status, Date and Deciders."""
    for section in draft.source.sections:
        name = {"status": "status", "date": "date", "deciders": "decision_makers", "authors": "authors"}.get(
            section.meaning
        )
        if not name or name in draft.metadata or section.children or not section.blocks[1:]:
            continue
        block = section.blocks[1]
        lines = draft.source.lines[block.first : block.last]
        if block.kind == "list":
            items = read_items(lines, 0, len(lines))
            checked = [item for item in items if _CHECKED.match(lines[item.first])]
            if name == "status" and len(checked) == 1 and len(items) > 1:
                draft.metadata[name] = checked[0].line
                draft.source.claim(block.first + checked[0].first, block.first + checked[0].last, "front matter")
                continue
            texts = [item.line for item in items if not item.below]
            if len(texts) != len(items):
                continue
        elif block.kind == "paragraph":
            texts = [" ".join(line.strip() for line in lines)]
        else:
            continue
        _take_status(draft, section, block, name, texts)


def _take_status(draft: Draft, section: Section, block: Block, name: str, texts: list[str]) -> None:
    source = draft.source
    if name in LISTS:
        draft.metadata[name] = tuple(entry for text in texts for entry in names_in(text))
    elif len(texts) == 1 and len(texts[0]) <= 160:
        found = _STATEMENT.match(texts[0])
        is_keyed = found and KEYS.get(found["key"].casefold().strip()) == name
        text = (found["value"] or found["bare"] or "") if found and is_keyed else texts[0]
        draft.metadata[name] = _date(text) if name == "date" else text
    else:
        return
    source.claim(block.first, block.last, "front matter")
    if not source.is_open(section.begin, section.end):
        source.claim(section.first, section.end, "front matter")


def status_in_heading(draft: Draft) -> None:
    """Take a heading such as `Status: Accepted`."""
    for section in draft.source.sections:
        found = _STATEMENT.match(section.heading)
        value = (found["value"] or found["bare"] or "").strip() if found else ""
        if found and value and meaning_of(found["key"]) == "status" and "status" not in draft.metadata:
            draft.metadata["status"] = value
            if not draft.source.is_open(section.begin, section.end):
                draft.source.claim(section.first, section.end, "front matter")


def names_in(text: str) -> tuple[str, ...]:
    """Return the names that a text lists."""
    inner = text[1:-1] if text.startswith("[") and text.endswith("]") and "](" not in text else text
    return tuple(name for part in _NAMES.split(inner) if (name := part.strip()))


def _date(text: str) -> str:
    """Return a numeric date as YYYY-MM-DD, any other text as it stands."""
    bare = text.strip()
    for pattern, order in _DATES:
        if found := pattern.fullmatch(bare):
            year, month, day = (found[at] for at in order)
            return f"{year}-{month:0>2}-{day:0>2}"
    return bare
