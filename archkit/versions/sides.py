"""Conflict markers in a text: what the two sides say between them, and the text when one of them, or both, is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import groupby

from archkit.errors import ModelError, quoted
from archkit.format.containers import conflict_end
from archkit.format.manuscript import Manuscript
from archkit.format.read import read
from archkit.format.scan import scan
from archkit.model.document import Document
from archkit.versions.diff import diff
from archkit.versions.lines import differences
from archkit.versions.match import match, row_item
from archkit.versions.names import rename

CHOICES = ("ours", "theirs", "both")
#: More than these nobody looks at together; the next ones are found when the first are finished.
_MOST = 50
_BEGIN, _BASE, _MIDDLE, _END = "<<<<<<< ", "||||||| ", "=======", ">>>>>>> "
#: A line that begins a unit of its own: an item of a list, a row of a table.
_UNIT = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s|\|")
#: Sections whose two versions below each other say nothing that could be read.
_ONE_ALONE = frozenset({"metadata", "title", "comparison"})


@dataclass(frozen=True)
class Conflict:
    """A stretch of a text between conflict markers.

    Attributes:
        line: The line (1-based) of its first marker.
        last: The line of its last marker.
        ours: What stands on our side, "" when we have nothing there.
        theirs: What stands on their side.
        labels: What the markers call the two sides.
        text: The whole text around it.
    """

    line: int
    last: int
    ours: str
    theirs: str
    labels: tuple[str, str]
    text: str = field(repr=False, compare=False)

    @cached_property
    def section(self) -> str:
        """The key of the section that it stands in; `custom` for text that belongs to no section of the template."""
        # A heading between the markers is read when one side is kept.
        has_heading = any(side.startswith("#") for side in (self.ours, self.theirs))
        kept = read(self._put(self.ours or self.theirs) if has_heading else self.text)
        chunks = [chunk for chunk in kept.chunks if chunk.line <= self.line]
        return _section(chunks[-1].place.part) if chunks else "custom"

    @cached_property
    def choices(self) -> tuple[str, ...]:
        """What can be kept: always either side, and both where the section can still be read then."""
        if self.section in _ONE_ALONE or not (self.ours.strip() and self.theirs.strip()):
            return CHOICES[:2]
        most = max(len(read(self._put(side)).diagnostics) for side in (self.ours, self.theirs))
        return CHOICES if len(read(self.kept("both")).diagnostics) <= most else CHOICES[:2]

    @cached_property
    def difference(self) -> tuple[str, ...]:
        """What differs from our side to theirs, in the author's words."""
        sides = (self.kept_document(side)[1] for side in CHOICES[:2])
        return tuple(change.words for change in diff(*sides))

    def says_the_same(self, other: Conflict) -> bool:
        """Whether another conflict has the same two sides, wherever it stands."""
        return (self.ours, self.theirs, self.labels) == (other.ours, other.theirs, other.labels)

    def kept(self, side: str) -> str:
        """Return the whole text without the markers, with one side between them, or both.

        Raises:
            ModelError: there is no such side.
        """
        if side not in CHOICES:
            raise ModelError("conflict", f"there is no side {quoted(side)}", "keep ours, theirs or both")
        return self._put(_both(self.ours, self.theirs) if side == "both" else getattr(self, side))

    def kept_document(self, side: str) -> tuple[Manuscript, Document]:
        """Return the text with what was kept as it is read, and the document, in which a kept name is used everywhere.

        Raises:
            ModelError: there is no such side.
        """
        after = read(self.kept(side))
        if side != "theirs" or self.section != "options":
            return after, after.document
        # A merge wrote every mention of an option under the name that our side gives it.
        ours, names = read(self._put(self.ours)).document.options, after.document.option_names
        pairs = match(*([row_item(option) for option in rows] for rows in (ours, after.document.options)))
        new = {ours[at].name: after.document.options[to].name for at, to in pairs.items()}
        changed = {old: name for old, name in new.items() if old and name and old not in names}
        return after, rename(after.document, changed)

    def _put(self, side: str) -> str:
        lines = _lines(self.text)
        before, after = "".join(lines[: self.line - 1]), "".join(lines[self.last :])
        if not side and (not before or before.endswith(("\n\n", "\n\r\n"))):
            after = after.lstrip("\r\n")
        return f"{before}{side}{after}"


def conflicts_in(text: str) -> tuple[Conflict, ...]:
    """Return the conflicts of a text in order; those inside code are text, but for diagrams, which are data."""
    return _conflicts_in(text) if _BEGIN in text else ()


def may_conflict(document: Document) -> bool:
    """Whether the text of a document may hold a conflict; costs next to nothing."""
    flow = document.data_flow
    return any(_BEGIN in text for text in (flow.text, flow.closing)) or any(
        place.text and _BEGIN in place.text for place in document.layout
    )


@lru_cache(maxsize=4)
def _conflicts_in(text: str) -> tuple[Conflict, ...]:
    lines = _lines(text)
    found: list[Conflict] = []
    for first, last in _stretches([line.rstrip("\r\n") for line in lines]):
        found.append(_conflict(text, lines, first, last))
        if len(found) == _MOST:
            break
    return tuple(found)


def _stretches(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    for block in scan(lines):
        if block.kind == "conflict":
            yield block.first, block.last
        elif block.kind == "fence" and block.text.casefold().startswith("mermaid"):
            at = block.first + 1
            while at < block.last:
                end = conflict_end(lines[: block.last], at) if lines[at].startswith(_BEGIN) else 0
                if end:
                    yield at, end
                at = end or at + 1


def _conflict(text: str, lines: Sequence[str], first: int, last: int) -> Conflict:
    inside = lines[first + 1 : last - 1]
    bare = [line.rstrip() for line in inside]
    middle = bare.index(_MIDDLE) if _MIDDLE in bare else next(n for n, line in enumerate(bare) if line[:7] == _MIDDLE)
    # Git can be told to write what both sides began with, too.
    base = next((at for at, line in enumerate(bare[:middle]) if line.startswith((_BASE, _BASE.strip()))), middle)
    labels = lines[first][8:].strip(), lines[last - 1][8:].strip()
    return Conflict(first + 1, last, "".join(inside[:base]), "".join(inside[middle + 1 :]), labels, text)


def _both(ours: str, theirs: str) -> str:
    """Return both sides: what they share once, then ours and theirs of what differs, item by item."""
    if any(side.startswith("#") for side in (ours, theirs)):
        return f"{ours.rstrip()}\n\n{theirs}"
    mine, other = _units(ours), _units(theirs)
    kept: list[str] = []
    at = 0
    for change in differences(mine, other):
        kept += [*mine[at : change.first]]
        old, new = mine[change.first : change.last], list(change.new)
        is_prose = bool(old and new) and not (_UNIT.match(old[-1]) or _UNIT.match(new[0]))
        kept += [*old, *(["\n"] if is_prose and old[-1].strip() and new[0].strip() else []), *new]
        at = change.last
    return "".join(kept + mine[at:])


def _units(text: str) -> list[str]:
    """Return the items, rows and paragraphs of a text; a blank line is one of its own."""
    number = 0
    last_blank = True

    def unit(line: str) -> int:
        nonlocal number, last_blank
        blank = not line.strip()
        if blank or last_blank or _UNIT.match(line):
            number += 1
        last_blank = blank
        return number

    return ["".join(lines) for _, lines in groupby(_lines(text), key=unit)]


def _lines(text: str) -> list[str]:
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [line for line in text.split("\n")[-1:] if line]


def _section(part: str) -> str:
    if part in ("option", "blank"):
        return "options"
    return "custom" if part == "preface" else part
