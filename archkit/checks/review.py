"""A document under review: what was read, the limits that hold, the day, and what several rules need to know of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path as FilePath

from archkit.checks.settings import Settings, today
from archkit.errors import Diagnostic
from archkit.format.manuscript import Manuscript
from archkit.format.scan import scan
from archkit.model.document import Document, outline, walk_rows
from archkit.model.edit import Path
from archkit.model.fields import Frozen
from archkit.model.findings import cited
from archkit.model.findings import plain as plain
from archkit.model.risk_scales import risk_scale
from archkit.model.weighted_score import WeightedScore, weighted_scores

#: What a rule yields: where, what is wrong, and the words by which the line is found below the holder of the path.
Found = tuple[Path, str] | tuple[Path, str, str]

_NUMBERED = re.compile(r"option (\d{1,3})(?:\s*[:–—-]\s*(.*))?")


@dataclass(frozen=True)
class Review:
    """A document under review.

    Attributes:
        manuscript: What was read.
        settings: Which rules run, and their limits.
        today: The day of the review.
        folder: Where the file lies, for relative links; None when that is not known.
    """

    manuscript: Manuscript
    settings: Settings
    today: date
    folder: FilePath | None = None

    @classmethod
    def of(
        cls,
        manuscript: Manuscript,
        settings: Settings | None = None,
        day: date | None = None,
        folder: FilePath | None = None,
    ) -> Review:
        """Return the review of a manuscript, with the plain settings and the current day unless others are given."""
        return cls(manuscript, settings or Settings(), day or today(), folder)

    @property
    def document(self) -> Document:
        """The data."""
        return self.manuscript.document

    @property
    def text(self) -> str:
        """The text as it was read."""
        return self.manuscript.text

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What could not be read."""
        return self.manuscript.diagnostics

    @property
    def stated(self) -> Mapping[tuple[str, str], tuple[str, int]]:
        """Computed values as the file states them."""
        return self.manuscript.stated

    @property
    def blanks(self) -> tuple[tuple[int, str], ...]:
        """The placeholders of the template that are left."""
        return self.manuscript.blanks

    @cached_property
    def text_lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")

    @cached_property
    def line_numbers(self) -> list[int]:
        """The lines (1-based) on which something begins, in order."""
        return sorted({*self.manuscript.lines.values(), *(chunk.line for chunk in self.manuscript.chunks)})

    @cached_property
    def scores(self) -> dict[str, WeightedScore]:
        """The weighted score of each option."""
        return weighted_scores(self.document.comparison, self.document.option_names)

    @cached_property
    def risk_words(self) -> tuple[list[str], list[str]]:
        """The words of the scale in force, lowest first, for likelihood and for impact."""
        scale = risk_scale(self.document.risk_scale)
        return [step.word for step in scale.likelihood], [step.word for step in scale.impact]

    @cached_property
    def chosen(self) -> tuple[str, ...]:
        """The recommended options that exist, in whatever way they are called."""
        names = self.document.option_names
        return tuple(name for given in self.document.recommendation.options if (name := meant_option(given, names)))

    @cached_property
    def cited(self) -> Counter[str]:
        """How often each id is cited, in any text of the document, kept Markdown included."""
        return Counter(name for _, names in (*self.citations, *self.kept_citations) for name in names)

    @cached_property
    def citations(self) -> list[tuple[Path, list[str]]]:
        """Each text that cites outside of code: its path, and the ids."""
        found = []
        for path, value in texts_of(self.document):
            if "[" in value and (names := cited(plain(value))):
                found.append((path, names))
        return found

    @cached_property
    def kept_citations(self) -> list[tuple[Path, list[str]]]:
        """Each piece of kept Markdown, such as an author's own section, that cites: its line, and the ids."""
        return [
            (("line", chunk.line), names)
            for chunk in self.manuscript.chunks
            if "[" in (text := chunk.place.text or "")
            # Most brackets are links: the blocks are looked for where something is cited at all.
            and cited(plain(text))
            and (names := cited(plain(_without_code(text))))
        ]

    def is_kept_as_text(self, *parts: str) -> bool:
        """Whether a section, or a piece of it, could not be read as data: nothing can be said of what it lacks."""
        return any(place.unread and place.part in parts for place in self.document.layout)


def _without_code(text: str) -> str:
    """Return kept Markdown without its blocks of code, fenced, indented or in HTML."""
    lines = text.split("\n")
    for block in scan(lines):
        if block.kind in ("fence", "code") or (block.kind == "html" and lines[block.first].lstrip().startswith("<pre")):
            lines[block.first : block.last] = [""] * (block.last - block.first)
    return "\n".join(lines)


def meant_option(text: str, names: tuple[str, ...]) -> str:
    """Return the option that a text names: by its name in any case, by `Option 2`, or by both; "" for none."""
    if text in names:
        return text
    known = {name.casefold(): name for name in reversed(names)}
    bare = text.strip().rstrip(".:,").casefold()
    if bare in known:
        return known[bare]
    found = _NUMBERED.fullmatch(bare)
    if not found:
        return ""
    number = int(found[1])
    if found[2]:
        return known.get(found[2].strip(), "")
    return names[number - 1] if 0 < number <= len(names) else ""


def texts_of(document: Document) -> Iterator[tuple[Path, str]]:
    """Yield every text of a document with its path."""
    for spec in outline():
        if isinstance(value := getattr(document, spec.key), str):
            yield (spec.key,), value
    for path, row in walk_rows(document):
        for key, value in _texts(row):
            yield (*path, key), value


def _texts(row: Frozen) -> Iterator[tuple[str, str]]:
    for key, value in row.__dict__.items():
        if value.__class__ is str and value:
            yield key, value
        elif value.__class__ is dict:
            for inner in value.values():
                if inner.__class__ is str and inner:
                    yield key, inner
