"""Text → imported document: the style, the draft, its text, and the proof that no word is missing."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from archkit.errors import ArchkitError, SettingsError, quoted
from archkit.format.manuscript import Manuscript
from archkit.format.marks import item_mark
from archkit.format.read import read
from archkit.importing.compose import composed, custom_text, joined, plain_text
from archkit.importing.draft import Custom, Draft, plain_name
from archkit.importing.outcome import NO_REASONS
from archkit.importing.phrases import CHOSEN_OPTION
from archkit.importing.reading import read_draft
from archkit.importing.report import Entry, Report
from archkit.importing.source import Source, name_of
from archkit.importing.styles import NAMES, RECORD, style_named, style_of
from archkit.importing.words import WORD, lines_with, missing_words, words_of
from archkit.model.document import Document

#: A line that lost more of its words than this lost content, not form, and is kept as it stands.
_FORM = 8


@dataclass(frozen=True, slots=True)
class Imported:
    """An imported document: what was read, and the report of what went where."""

    manuscript: Manuscript
    report: Report

    @property
    def document(self) -> Document:
        """The document as data."""
        return self.manuscript.document

    @property
    def text(self) -> str:
        """The document as Markdown."""
        return self.manuscript.text


def import_text(text: str, name: str = "", style: str = "") -> Imported:
    """Make an architecture document of a Markdown text; never fails, whatever the text is.

    Args:
        text: The text.
        name: The name of its file; it gives the title where the text has none.
        style: One of the styles' names, "" to recognise it.

    Raises:
        SettingsError: there is no such style.
    """
    if style and style not in NAMES:
        raise SettingsError("--as", f"{quoted(style)} is no style", f"use one of {', '.join(NAMES)}")
    source = Source(text, name)
    chosen = style_named(style) if style else style_of(source)
    if chosen.name == "archkit":
        manuscript = read(text)
        count = len(WORD.findall(text))
        entry = Entry(1, len(source.lines), "the whole text", "as it stands")
        return Imported(manuscript, Report(name, "archkit", count, count, (entry,), _found(manuscript)))
    notes: list[str] = []
    try:
        draft = read_draft(source, chosen)
        result = composed(draft)
    except ArchkitError as problem:
        notes.append(f"kept as text, because {problem}")
        source = Source(text, name)
        source.claim(0, len(source.lines), "below the title, as it stands")
        draft = Draft(source, chosen.name, title=name_of(name) if name else "")
        result = plain_text(draft.title, "\n".join(source.lines))
    return proven(draft, result, notes)


def finished(draft: Draft) -> Imported:
    """Return the document of a draft that was filled by other means than its headings."""
    try:
        return proven(draft, composed(draft))
    except ArchkitError as problem:
        text = "\n".join(draft.source.lines)
        return proven(draft, plain_text(draft.title, text), [f"kept as text, because {problem}"])


def proven(draft: Draft, result: str, notes: Sequence[str] = ()) -> Imported:
    """Add to a result what it lacks of its source, and return it with its report."""
    source = draft.source
    whole = "\n".join(source.lines)
    missing = missing_words(whole, result)
    lost: Counter[str] = Counter()
    if missing:
        # Looking for the lines empties what is looked for.
        kept = joined(map(custom_text, _kept(source, Counter(missing), is_export=draft.is_export)))
        result = joined([result, kept])
        lost = missing - words_of(kept)
    count = len(WORD.findall(whole))
    manuscript = read(result)
    said = [*notes, *(f"missing: {word}" for word in lost)]
    report = Report(
        source.name, draft.style, count, count - sum(lost.values()), _entries(source), _found(manuscript), tuple(said)
    )
    return Imported(manuscript, report)


def _kept(source: Source, missing: dict[str, int], *, is_export: bool) -> list[Custom]:
    """Return sections with the words that only marked the form, and with the lines that lost more than that."""
    # Headings and lines that became something else are the first to have lost a word.
    order = sorted(
        range(len(source.lines)), key=lambda at: source.went[at].startswith(("custom", "below", "Executive"))
    )
    found = lines_with(missing, source.lines, order)  # type: ignore[arg-type]
    headings = {plain_name(section.heading) for section in source.sections}
    customs: list[Custom] = []
    rows: list[str] = []
    for where, group in groupby(sorted(found), key=lambda at: (_heading_above(source, at), source.went[at])):
        lines = list(group)
        heavy = [at for at in lines if len(found[at]) > _FORM and not _is_form(source.lines[at], headings)]
        heavy = [] if is_export else heavy
        if heavy:
            text = "\n".join(f"    {source.lines[at]}" for at in heavy)
            customs.append(Custom(f"Imported: {where[0] or 'Text'}", text))
        words = [_form(source, at, found[at]) for at in lines if at not in heavy]
        if words:
            numbers = f"{lines[0] + 1}" if len(lines) == 1 else f"{lines[0] + 1}–{lines[-1] + 1}"
            rows.append(f"| {numbers} | {'; '.join(words)} | {_cell(where[1])} |")
    if rows:
        table = "\n".join(["| Lines | Words of the source | What they became |", "|---|---|---|", *rows])
        customs.append(Custom(RECORD, table))
    return customs


def _is_form(line: str, headings: set[str]) -> bool:
    """Whether a line says nothing of its own: a heading, the item of a list that names one, no reason for a choice."""
    bare = line.lstrip()
    if CHOSEN_OPTION.match(bare) and bare.rstrip().endswith(NO_REASONS):
        return True
    mark = item_mark(bare)
    return bare.startswith("#") or plain_name(bare[len(mark[0]) :] if mark else bare) in headings


def _form(source: Source, line: int, words: list[str]) -> str:
    """Return the words of a line that became form; a heading is named as a whole."""
    at = bisect_right(source.firsts, line)
    section = source.sections[at - 1] if at and source.firsts[at - 1] == line else None
    return _cell(section.heading) if section and "`" not in section.heading else " ".join(words)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _heading_above(source: Source, line: int) -> str:
    at = bisect_right(source.firsts, line)
    return source.sections[at - 1].heading if at else ""


def _entries(source: Source) -> tuple[Entry, ...]:
    """Return an entry for each block of the source."""
    entries: list[Entry] = []
    told = {where: quoted(where or RECORD, 200)[1:-1] for where in set(source.went)}
    if source.front:
        entries.append(Entry(1, source.front, "front matter", source.went[0]))
    for block in source.blocks:
        for where, group in groupby(range(block.first, block.last), key=source.went.__getitem__):
            lines = list(group)
            if any(source.lines[at].strip() for at in lines):
                text = quoted(source.lines[lines[0]].strip())
                entries.append(Entry(lines[0] + 1, lines[-1] + 1, text, told[where]))
    return tuple(entries)


def _found(manuscript: Manuscript) -> dict[str, int]:
    document = manuscript.document
    return {
        "options": len(document.options),
        "pros and cons": sum(len(option.pros) + len(option.cons) for option in document.options),
        "decision": int(bool(document.recommendation.options or document.recommendation.rationale)),
        "status": int(bool(document.metadata.status)),
        "criteria": len(document.comparison.criteria),
        "risks": len(document.risks),
        "findings": len(document.findings),
        "custom sections": sum(1 for place in document.layout if place.part == "custom"),
    }
