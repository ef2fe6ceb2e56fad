"""Who, when and in which state: front matter, `Key: value` lines, lists and tables, and `## Status`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archkit.format.blocks import Block
from archkit.format.cells import split_cells
from archkit.format.lists import Unreadable
from archkit.format.sections import metadata as front_matter
from archkit.importing.draft import Custom, Draft
from archkit.importing.items import read_items
from archkit.importing.meanings import meaning_of
from archkit.importing.source import Section
from archkit.model.metadata import METADATA_KEYS, Metadata

#: Keys that are fields, by what they are called elsewhere.
KEYS: dict[str, str] = {
    **{
        word: "status"
        for word in ("status", "stand", "statut", "état", "estado", "stato", "状态", "ステータス", "状態")
    },
    **{word: "status" for word in ("decision status", "adr status", "durum", "статус", "situação", "상태")},
    **{word: "date" for word in ("date", "datum", "fecha", "data", "日期", "日付", "tarih", "дата", "last updated")},
    **{word: "date" for word in ("start date", "creation-date", "creation date", "created", "decision date", "날짜")},
    **{word: "decision_makers" for word in ("deciders", "decision-makers", "decision makers", "decision_makers")},
    **{
        word: "decision_makers"
        for word in ("decided by", "decider", "entscheider", "décideurs", "decisores", "approvers")
    },
    **{
        word: "decision_makers"
        for word in ("beslissers", "decisori", "决策者", "決定者", "意思決定者", "tomadores de decisão")
    },
    **{word: "authors" for word in ("author", "authors", "autor", "autoren", "auteur", "auteurs", "autores", "作者")},
    **{word: "authors" for word in ("autori", "著者", "作成者", "written by", "rfc author", "rfc authors")},
    **{word: "review_by" for word in ("review by", "review-by", "review date", "next review")},
}
_STATEMENT = re.compile(
    r"(?:\*\*|__|\*)?(?P<key>\w[\w ./()-]{0,38}?)(?:\*\*|__|\*)?\s*[:：](?:\*\*|__|\*)?"
    r"(?:\s+(?P<value>.*)|(?P<bare>[^\s/].*)?)$",
    re.DOTALL,
)
_KEY = re.compile(r"[A-Za-z_](?:[\w .-]*[\w.-])?")
_NAMES = re.compile(r"\s*[,;、，]\s*(?![^\[(]*[\])])")
_DATES = (
    (re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})"), (1, 2, 3)),
    (re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})"), (3, 2, 1)),
)
_LISTS = ("authors", "decision_makers")


def read_front_matter(draft: Draft) -> None:
    """Take the front matter; what is more YAML than ours holds is kept as it stands, as code."""
    source = draft.source
    if not source.front:
        return
    lines = source.lines[1 : source.front - 1]
    found: Metadata | None
    try:
        found = front_matter.read(lines, 1)
    except Unreadable:
        found = _nested(lines)
    if found is None:
        fence = "~~~~" if any("```" in line for line in lines) else "```"
        text = "\n".join([f"{fence}yaml", *lines, fence])
        draft.customs.append(Custom("Imported: Front Matter", text, early=True))
        source.claim(0, source.front, 'custom section "Imported: Front Matter"')
        return
    values = {key: getattr(found, key) for key in METADATA_KEYS.values() if getattr(found, key)}
    for name in _LISTS:
        if len(values.get(name, ())) == 1:
            values[name] = _names(values[name][0])
    draft.metadata |= values
    for key, value in found.extra.items():
        _entry(draft, key, value)
    source.claim(0, source.front, "front matter")


def _nested(lines: Sequence[str]) -> Metadata | None:
    """Read front matter with comments and one level of nesting, as in a KEP; None when there is more to it."""
    flat: list[str] = []
    parent = ""
    for line in lines:
        if line.lstrip().startswith("#"):
            return None
        if line[:1] in (" ", "\t") and ":" in line and parent and not line.lstrip().startswith("-"):
            flat.append(f"{parent} {line.strip()}")
            continue
        if line.rstrip().endswith(":"):
            parent = line.rstrip()[:-1]
        flat.append(line)
    nested = {f"{line.split(' ')[0]}" for line in flat if " " in line.split(":")[0]}
    flat = [line for line in flat if line.rstrip().rstrip(":") not in nested or not line.rstrip().endswith(":")]
    try:
        return front_matter.read(flat, 1)
    except Unreadable:
        return None


def _entry(draft: Draft, key: str, value: str | tuple[str, ...]) -> bool:
    """Put an entry into its field, or among the author's own; False when it has no place there."""
    name = KEYS.get(key.casefold().strip())
    if name in _LISTS and name not in draft.metadata:
        draft.metadata[name] = value if isinstance(value, tuple) else _names(value)
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
        if not found or not any(key.casefold() in KEYS for key, _ in found):
            continue
        if all(_fits(draft, key, value) for key, value in found):
            for key, value in found:
                _entry(draft, key, " ".join(value.split()))
            source.claim(block.first, block.last, "front matter")


def _fits(draft: Draft, key: str, value: str) -> bool:
    return len(value) < 500 and bool(key.casefold() in KEYS or _KEY.fullmatch(key)) and key not in draft.extra


def _statements(lines: Sequence[str], block: Block) -> list[tuple[str, str]]:
    """Return the keys and values of a block, none when it holds anything else."""
    if block.kind == "list":
        items = read_items(lines, block.first, block.last)
        texts = ["" if item.below else item.text for item in items]
    elif block.kind == "paragraph":
        texts = [line.strip().rstrip("\\").strip() for line in lines[block.first : block.last]]
    elif block.kind == "table":
        rows = [split_cells(line) for at, line in enumerate(lines[block.first : block.last]) if at != 1]
        rows = [row for row in rows if any(row)]
        return [(row[0].strip("*_: "), row[1]) for row in rows] if all(len(row) == 2 for row in rows) else []
    else:
        return []
    found = [_STATEMENT.match(text) for text in texts]
    if not all(found):
        return []
    return [(match["key"].strip(), (match["value"] or match["bare"] or "").strip()) for match in found if match]


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
    if name in _LISTS:
        draft.metadata[name] = tuple(entry for text in texts for entry in _names(text))
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


def _names(text: str) -> tuple[str, ...]:
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
