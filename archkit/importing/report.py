"""What went where: one entry for each block of the source, and the words that were counted."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True)
class Entry:
    """Some lines of the source (1-based, both inclusive), how they begin, and where they went."""

    first: int
    last: int
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Report:
    """The report of one import.

    Attributes:
        source: The name of the file, "" for a text.
        style: The style that the source was read as.
        words: How many words the source has.
        kept: How many of them are in the result.
        entries: What went where, in the order of the source.
        found: What was recognised: how many options, pros and cons, and whether a decision and a status.
        notes: What else the author should know.
    """

    source: str
    style: str
    words: int
    kept: int
    entries: tuple[Entry, ...] = ()
    found: dict[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Return the report as plain data."""
        return asdict(self)

    def as_json(self) -> str:
        """Return the report as JSON."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2)

    def as_text(self) -> str:
        """Return the report as lines for a terminal."""
        lines = [self._head(), *(f"  {_lines(entry)}: {entry.text} → {entry.where}" for entry in self.entries)]
        return "\n".join([*lines, *(f"  note: {note}" for note in self.notes)])

    def as_markdown(self) -> str:
        """Return the report as a table."""
        rows = [f"| {_lines(entry)} | {_cell(entry.text)} | {_cell(entry.where)} |" for entry in self.entries]
        table = ["| Lines | Source | Where it went |", "|---|---|---|", *rows]
        notes = [f"- {note}" for note in self.notes]
        head = [f"# Import of {self.source or 'a text'}", "", self._head(), ""]
        return "\n".join([*head, *table, *(["", *notes] if notes else [])])

    def _head(self) -> str:
        found = ", ".join(f"{count} {what}" for what, count in self.found.items() if count)
        said = f"{self.style}; {found}" if found else self.style
        return f"{self.source or 'text'}: read as {said}; words: {self.kept} of {self.words}"


def _lines(entry: Entry) -> str:
    return str(entry.first) if entry.first == entry.last else f"{entry.first}–{entry.last}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
