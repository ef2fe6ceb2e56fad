"""What the templates of a format see: the document as plain data, and what several formats need, arranged once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from archkit.checks.settings import today
from archkit.format.complete import complete
from archkit.format.manuscript import Chunk
from archkit.format.read import read
from archkit.format.scan import scan
from archkit.importing.levels import from_level, raised
from archkit.importing.meanings import meaning_of
from archkit.importing.styles import MARK, RECORD
from archkit.model.document import Document
from archkit.model.fields import Frozen, Row
from archkit.outputs.tasks import tasks
from archkit.pages.no_html import without_html
from archkit.pages.numbers import PageNumbers, page_numbers
from archkit.pages.plain import plain, plain_document
from archkit.session import effort_texts

#: The version of the data that templates see; the first number changes when a template may have to.
DATA_VERSION = (1, 0)
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
# Other tools want a blank line between `**Pros:**` and its list.
_MARKER = re.compile(r"^(\*\*[^*\n]+:\*\*)\n(?=- )", re.MULTILINE)
_NUMBER = re.compile(r"\d{1,6}")
# A rationale goes on from the name of the option: `Outbox, because …`.
_GOES_ON = re.compile(r"[\s,;:.–—-]*(?:because\b[\s,:]*)?", re.IGNORECASE)


def view(document: Document, source: Path | None = None) -> dict[str, Any]:
    """Return what templates see: the names of `plain_document`, and those of `docs/formats.md`.

    Args:
        document: What is shown.
        source: Its file, whose name says its number.
    """
    numbers = page_numbers(document)
    # Rows that nobody filled in are blanks of the template, not content.
    document = _without_import(document)
    names = plain_document(_filled(document), numbers)
    stem = source.stem if source else "document"
    number = _NUMBER.match(stem)
    return {
        **names,
        "decision": {**_decision(document, numbers), "argued": _argued(names["options"])},
        "tasks": plain(tasks(document, numbers)),
        "markdown": _markdown(document),
        "sections": _sections(names["custom"]),
        "summary": _paragraphs(without_html(document.executive_summary)),
        "source": {
            "name": source.name if source else "",
            "stem": stem,
            "number": max(1, int(number[0])) if number else 1,
        },
        "day": document.metadata.date if _DAY.fullmatch(document.metadata.date) else today().isoformat(),
    }


def _without_import(document: Document) -> Document:
    """Return a document without the record of its import: what an export would be taken for by that."""
    extra = {key: value for key, value in document.metadata.extra.items() if key != MARK}
    layout = tuple(place for place in document.layout if (place.part, place.name) != ("custom", RECORD))
    changes = {"metadata": document.metadata.model_copy(update={"extra": extra}), "layout": layout}
    return document.model_copy(update=changes)


def _filled(value: Any) -> Any:
    """Return data without its empty rows, at any depth."""
    if isinstance(value, tuple):
        return tuple(_filled(item) for item in value if not (isinstance(item, Row) and item.is_empty))
    if isinstance(value, Frozen):
        changes = {name: _filled(getattr(value, name)) for name in type(value).model_fields if name != "layout"}
        return value.model_copy(update=changes)
    return value


def _decision(document: Document, numbers: PageNumbers) -> dict[str, Any]:
    """Return what is chosen and why; `lead` is a text on one line that follows `because`."""
    chosen = list(document.recommendation.options)
    rationale = document.recommendation.rationale
    rationale, consequences = _cut(rationale)
    lead, rest = _first_paragraph(rationale)
    lead = lead[_GOES_ON.match(lead).end() :]  # type: ignore[union-attr]
    if not lead:
        lead = "of what is said below." if rest else _from_numbers(chosen, numbers)
    if len(chosen) > 1:
        lead = f"it is joined with {' and '.join(chosen[1:])}: {lead}"
    considered = list(dict.fromkeys([*document.option_names, *chosen]))
    return {
        "options": chosen,
        "considered": considered,
        "lead": lead,
        "rest": rest,
        "text": rationale,
        "consequences": from_level(consequences, 4),
        "consequences_chapter": from_level(consequences, 3),
    }


def _cut(rationale: str) -> tuple[str, str]:
    """Return a rationale with its headings as high as a chapter of their own has them, and its consequences apart."""
    text = raised(rationale, 1)
    lines = text.split("\n")
    headings = [block for block in scan(lines) if block.kind == "heading"]
    named = [at for at, block in enumerate(headings) if block.text.casefold() == "consequences" and block.level == 3]
    if len(named) != 1:
        return text, ""
    own = headings[named[0]]
    end = next((block.first for block in headings[named[0] + 1 :] if block.level <= 3), len(lines))
    rest = "\n\n".join(filter(None, ("\n".join(part).strip("\n") for part in (lines[: own.first], lines[end:]))))
    return rest, "\n".join(lines[own.last : end]).strip("\n")


def _from_numbers(chosen: list[str], numbers: PageNumbers) -> str:
    best = numbers.option(chosen[0]) if chosen else None
    if best is not None and best.rank == 1 and best.text:
        return f"it has the highest weighted score ({best.text})."
    return "the reason is still to be written." if chosen else "the decision is still to be made."


def _first_paragraph(text: str) -> tuple[str, str]:
    """Split block Markdown into its first paragraph, on one line, and the rest; "" when it begins otherwise."""
    lines = text.split("\n")
    blocks = scan(lines)
    if not blocks or blocks[0].kind != "paragraph":
        return "", text
    first = " ".join(line.strip() for line in lines[blocks[0].first : blocks[0].last])
    return first, "\n".join(lines[blocks[0].last :]).strip("\n")


def _argued(options: Any) -> list[dict[str, Any]]:
    """Return the options of which more than the name is said."""
    said = ("based_on", "description", "pros", "cons", "details", "remarks")
    return [option for option in options if option["name"] and any(option[key] for key in said)]


def _sections(entries: Any) -> list[dict[str, Any]]:
    """Return the sections of the author's own: with a text for one level deeper, and whether no style knows it."""
    own = [entry for entry in entries if entry["part"] in ("custom", "preface")]
    return [
        {**entry, "below": from_level(entry["text"] or "", 4), "is_free": not meaning_of(entry["title"])}
        for entry in own
    ]


def _paragraphs(text: str) -> dict[str, str]:
    """Return the first block of the summary and what follows it."""
    lines = text.split("\n")
    blocks = scan(lines)
    end = blocks[0].last if blocks else 0
    return {"first": "\n".join(lines[:end]).strip("\n"), "rest": "\n".join(lines[end:]).strip("\n")}


def _markdown(document: Document) -> dict[str, str]:
    """Return each section as the completed template has it, without its own heading; "" for one that is empty."""
    pieces: dict[str, list[str]] = {}
    # A tag is made text before it is seen where it stands: text follows the name of an option on its line.
    reasons = without_html(document.recommendation.rationale)
    recommendation = document.recommendation.model_copy(update={"rationale": reasons})
    document = document.model_copy(update={"recommendation": recommendation})
    for chunk in read(complete(document, effort_texts)).chunks:
        key = {"option": "options"}.get(chunk.place.part, chunk.place.part)
        pieces.setdefault(key, []).append(_body(chunk))
    found = {key: "\n\n".join(filter(None, texts)) for key, texts in pieces.items()}
    return {name: found.get(name, "") for name in Document.model_fields if name not in ("layout", "metadata", "title")}


def _body(chunk: Chunk) -> str:
    source, head = chunk.source.strip("\n"), chunk.place.head.strip("\n")
    keeps_head = chunk.place.part == "option" or bool(chunk.place.name)
    text = source if keeps_head else source[len(head) :].strip("\n")
    return _MARKER.sub(r"\1\n\n", text) if chunk.place.part == "option" else text
