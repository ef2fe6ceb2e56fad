"""The document that is imported: its lines, blocks and headings, and for each line where it went."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from archkit.format.blocks import Block
from archkit.format.scan import scan
from archkit.importing.blank_lines import single_blanks
from archkit.importing.front_end import front_end
from archkit.importing.meanings import folded_heading, is_known, meaning_of
from archkit.model.text import clean

_BOLD_LINE = re.compile(r"(?:\*\*|__)(?P<text>[^*_\n]{2,80}?)(?:\*\*|__)\s*:?\s*$|(?P<plain>\w[\w /&-]{2,40}):\s*$")
#: What a bold line may announce where a document has no headings; points have their own reading.
_NO_HEADINGS = frozenset({"pros", "cons", "positive", "negative", "date", "deciders", "authors", "status"})
_FILE_NUMBER = re.compile(r"^(?:adr|rfc|kep)?[-_ ]?\d{1,8}[-_. ]+", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Section:
    """What stands below a heading: its own text on the lines `begin` to `last`, with its subsections to `end`."""

    heading: str
    level: int
    first: int
    begin: int
    last: int
    end: int
    blocks: list[Block]
    meaning: str = ""
    parent: Section | None = None
    children: list[Section] = field(default_factory=list)

    def walk(self) -> Iterator[Section]:
        """Yield this section and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


class Source:
    """A text that is being imported."""

    def __init__(self, text: str, name: str = "") -> None:
        self.lines = clean(text).split("\n")
        self.name = name
        self.front = front_end(self.lines)
        self.blocks = _with_pseudo_headings(scan(self.lines, self.front), self.lines)
        #: Where each line went, "" while it is open.
        self.went = [""] * len(self.lines)
        self.preamble, self.sections = self._cut()
        self.firsts = [section.first for section in self.sections]
        self.title, self.title_section = self._titled()
        top = [section.level for section in self.sections if section is not self.title_section]
        self.top_level = min(top, default=2)

    def claim(self, first: int, last: int, where: str) -> None:
        """Say where the lines `first` to `last` (exclusive) went; what went somewhere before stays there."""
        for at in range(first, last):
            if not self.went[at]:
                self.went[at] = where

    def is_open(self, first: int, last: int) -> bool:
        """Whether words stand on these lines that went nowhere yet."""
        return any(not self.went[at] and self.lines[at].strip() for at in range(first, last))

    @property
    def is_closed(self) -> bool:
        """Whether every fence and comment has its end."""
        return not self.blocks or self.blocks[-1].closed

    def of(self, *meanings: str) -> list[Section]:
        """Return the sections with one of the meanings, in their order."""
        return [section for section in self.sections if section.meaning in meanings]

    def only(self, meaning: str) -> Section | None:
        """Return the section that holds this; None when there is none, or when several claim it in the same words."""
        found = [section for section in self.of(meaning) if not self.went[section.first]]
        if not found:
            return None
        highest = min(section.level for section in found)
        best = [section for section in found if section.level == highest]
        names = [folded_heading(section.heading) for section in best]
        # Two of one name are a record with a slip; more of them, or deeper ones, a log of many records.
        is_slip = len(best) == 2 and highest == self.top_level
        return best[0] if is_slip or len(set(names)) == len(names) else None

    def prose(self, first: int, last: int, highest: int, *, exact: bool = False) -> str:
        """Return the open lines as Markdown whose headings have at most the level `highest`; exactly that, if asked."""
        lines = {at: self.lines[at] for at in range(first, last) if not self.went[at]}
        headings = [block for block in self._headings(first, last) if block.first in lines]
        lowest = min((block.level for block in headings), default=highest)
        down = highest - lowest if exact else max(0, highest - lowest)
        for block in headings:
            if down or block.setext:
                lines[block.first] = f"{'#' * min(6, block.level + down)} {block.text}"
                for at in range(block.first + 1, block.last):
                    lines.pop(at, None)
        return single_blanks(lines.values()).rstrip()

    def _headings(self, first: int, last: int) -> list[Block]:
        begin, end = bisect_left(self.firsts, first), bisect_left(self.firsts, last)
        return [section.blocks[0] for section in self.sections[begin:end]]

    def _cut(self) -> tuple[Section, list[Section]]:
        """Cut the text at its headings; what stands above the first one is a section without a heading."""
        total = len(self.lines)
        preamble = Section("", 0, self.front, self.front, total, total, [])
        sections: list[Section] = []
        current = preamble
        open_sections: list[Section] = []
        for block in self.blocks:
            if block.kind != "heading":
                current.blocks.append(block)
                continue
            current.last = block.first
            while open_sections and open_sections[-1].level >= block.level:
                open_sections.pop().end = block.first
            made = Section(block.text, block.level, block.first, block.last, total, total, [block])
            made.meaning = meaning_of(block.text)
            if open_sections:
                made.parent = open_sections[-1]
                open_sections[-1].children.append(made)
            sections.append(made)
            open_sections.append(made)
            current = made
        preamble.end = preamble.last
        return preamble, sections

    def _titled(self) -> tuple[str, Section | None]:
        first = self.sections[0] if self.sections else None
        if first is None or is_known(first.heading) or not first.heading.strip():
            return "", None
        others = [section.level for section in self.sections[1:]]
        alone = not others or min(others) > first.level
        known_below = any(section.meaning for section in self.sections[1:])
        if alone or (first.level == 1 and known_below) or first.level <= 1:
            return first.heading, first
        return "", None


def name_of(file: str) -> str:
    """Return what a file's name says of its subject."""
    stem = PurePath(file).stem
    if stem.casefold() in {"readme", "index", "adr", "rfc", "research", "kep"}:
        stem = PurePath(file).parent.name or stem
    words = re.sub(r"[-_]+", " ", _FILE_NUMBER.sub("", stem, count=1)).strip() or stem
    return words[:1].upper() + words[1:]


def _with_pseudo_headings(blocks: list[Block], lines: Sequence[str]) -> list[Block]:
    """Let bold lines be headings where the document has none that says anything."""
    known = sum(1 for block in blocks if block.kind == "heading" and meaning_of(block.text))
    if known > 1:
        return blocks
    level = max((block.level for block in blocks if block.kind == "heading"), default=1)
    changed = list(blocks)
    count = 0
    for at, block in enumerate(blocks):
        if block.kind != "paragraph" or block.last - block.first > 1:
            continue
        found = _BOLD_LINE.match(lines[block.first].strip())
        text = (found["text"] or found["plain"]).strip().rstrip(":") if found else ""
        if text and (meaning := meaning_of(text)) and meaning not in _NO_HEADINGS:
            changed[at] = Block("heading", block.first, block.last, min(6, level + 1), text)
            count += 1
    return changed if count > 1 else blocks
