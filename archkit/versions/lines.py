"""Prose of three versions: paragraph by paragraph, and line by line where both changed one paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import NamedTuple

#: Bounds how often a unit may stand in a text and still be an anchor: the longer the text, the less often, so that the
#: time stays in proportion to it. In a long one only what stands there once is an anchor.
_MAX_PAIRS = 20_000


class Difference(NamedTuple):
    """Units `first` to `last` (exclusive) of the old text, and what the new one has in their place."""

    first: int
    last: int
    new: tuple[str, ...]


@dataclass(slots=True)
class _Region:
    """A stretch of the base that one side changed, or both in one place."""

    first: int
    last: int
    changes: dict[str, list[Difference]] = field(default_factory=dict)

    def side(self, name: str, base: Sequence[str]) -> list[str]:
        """Return what a side has here."""
        units: list[str] = []
        at = self.first
        for change in self.changes.get(name, ()):
            units += [*base[at : change.first], *change.new]
            at = change.last
        return [*units, *base[at : self.last]]


def merge_prose(base: str, mine: str, theirs: str) -> str | None:
    """Return the merged text, or None when both sides changed the same words differently."""
    if mine == theirs or theirs == base:
        return mine
    if mine == base:
        return theirs
    units = base.split("\n\n")
    merged: list[str] = []
    at = 0
    for region in _regions(units, mine.split("\n\n"), theirs.split("\n\n"), touching=False):
        found = _settled(region, units)
        if found is None:
            found = _one_paragraph(region, units)
        if found is None:
            return None
        merged += [*units[at : region.first], *found]
        at = region.last
    return "\n\n".join(merged + units[at:])


def merge_lines(base: str, mine: str, theirs: str, labels: tuple[str, str]) -> tuple[str, bool]:
    """Return the merged text with conflict markers around the lines that clash, and whether there are any."""
    units = base.splitlines(keepends=True)
    merged: list[str] = []
    clashed, at = False, 0
    for region in _regions(units, mine.splitlines(keepends=True), theirs.splitlines(keepends=True), touching=True):
        found = _settled(region, units)
        if found is None:
            clashed = True
            found = [marked("".join(region.side("mine", units)), "".join(region.side("theirs", units)), labels)]
        merged += [*units[at : region.first], *found]
        at = region.last
    return "".join(merged + units[at:]), clashed


def marked(mine: str, theirs: str, labels: tuple[str, str]) -> str:
    """Return two texts between git's conflict markers."""
    newline = "\r\n" if "\r\n" in mine or "\r\n" in theirs else "\n"

    def whole(text: str) -> str:
        return text if not text or text.endswith("\n") else f"{text}{newline}"

    return f"<<<<<<< {labels[0]}{newline}{whole(mine)}======={newline}{whole(theirs)}>>>>>>> {labels[1]}{newline}"


def differences(old: Sequence[str], new: Sequence[str], *, single: bool = False) -> list[Difference]:
    """Return what differs between two lists of units, in order.

    Args:
        old: The units before.
        new: The units after.
        single: Whether n units that became n others count as n differences.
    """
    limit = max(1, _MAX_PAIRS // max(1, len(new)))
    repeated = {unit for unit, count in Counter(new).items() if count > limit}
    matcher = SequenceMatcher(repeated.__contains__, old, new, autojunk=False)
    found: list[Difference] = []
    for tag, first, last, begin, end in matcher.get_opcodes():
        if tag == "replace" and single and last - first == end - begin:
            found += [Difference(first + n, first + n + 1, (new[begin + n],)) for n in range(last - first)]
        elif tag != "equal":
            found.append(Difference(first, last, tuple(new[begin:end])))
    return found


def _settled(region: _Region, base: Sequence[str]) -> list[str] | None:
    """Return what stands in a region unless the two sides differ there."""
    sides = [region.side(name, base) for name in region.changes]
    return sides[0] if len(sides) == 1 or sides[0] == sides[1] else None


def _one_paragraph(region: _Region, units: Sequence[str]) -> list[str] | None:
    """Merge a paragraph that both changed by its lines."""
    mine, theirs = region.side("mine", units), region.side("theirs", units)
    if not len(mine) == len(theirs) == region.last - region.first == 1:
        return None
    text, clashed = merge_lines(units[region.first] + "\n", mine[0] + "\n", theirs[0] + "\n", ("", ""))
    return None if clashed else [text.removesuffix("\n")]


def _regions(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str], *, touching: bool) -> list[_Region]:
    """Return the stretches that differ from the base; changes of both sides that meet are one.

    `touching` says that changes of neighbouring units meet, as between the lines of one paragraph.
    """
    changes = [("mine", change) for change in differences(base, mine, single=not touching)]
    changes += [("theirs", change) for change in differences(base, theirs, single=not touching)]
    regions: list[_Region] = []
    for side, change in sorted(changes, key=lambda pair: (pair[1].first, pair[1].last)):
        if not regions or not _meet(regions[-1], change, touching):
            regions.append(_Region(change.first, change.last))
        region = regions[-1]
        region.last = max(region.last, change.last)
        region.changes.setdefault(side, []).append(change)
    return regions


def _meet(region: _Region, change: Difference, touching: bool) -> bool:
    if touching or region.first == region.last == change.first == change.last:
        return change.first <= region.last
    return change.first < region.last and region.first < max(change.last, region.first + 1)
