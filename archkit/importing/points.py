"""Pros and cons in all the ways in which people write them, out of the text below an option."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from archkit.format.blocks import Block
from archkit.format.cells import split_cells
from archkit.format.inline import split_point
from archkit.format.scan import scan
from archkit.importing.items import Item, read_items, simple_lines
from archkit.importing.meanings import meaning_of
from archkit.importing.phrases import LABELS, POINTS
from archkit.model.fields import Detail
from archkit.model.options import Point

_LONGEST_POINT = 300
_KINDS = {"pros": "pros", "positive": "pros", "cons": "cons", "negative": "cons", "drawbacks": "cons"}


@dataclass(slots=True)
class Points:
    """What was found: pros, cons, neutral points, and the rest of the text as it stands."""

    pros: list[Point] = field(default_factory=list)
    cons: list[Point] = field(default_factory=list)
    details: list[Detail] = field(default_factory=list)
    rest: str = ""

    @property
    def found(self) -> bool:
        """Whether there is any pro or con."""
        return bool(self.pros or self.cons)

    def add(self, kind: str, text: str) -> None:
        """Add a point of a kind."""
        text = " ".join(text.split())
        if not text:
            return
        if kind == "neutral":
            self.details.append(Detail(key="Neutral", value=text))
            return
        claim, evidence = split_point(text)
        (self.pros if kind == "pros" else self.cons).append(Point(claim=claim, evidence=evidence))


def read_points(lines: Sequence[str], mode: str = "", *, paragraphs: bool = False) -> Points:
    """Return the pros and cons that stand on some lines.

    Args:
        lines: The text below an option or a heading.
        mode: The kind of the points that have no mark of their own, when the heading says it.
        paragraphs: Whether a short paragraph is a point of that kind, too.
    """
    return _PointReader(lines, mode, paragraphs=paragraphs).run()


def announced(text: str) -> str:
    """Return the kind of points that a line such as `**Pros:**` announces, else ""."""
    if len(text) > 60:
        return ""
    return next((kind for kind, label in LABELS.items() if label.match(text)), "")


def marked(text: str) -> tuple[str, str]:
    """Return the kind that a point's own words give it and its claim; the kind is "" when they give none."""
    for kind, pattern in POINTS.items():
        if (found := pattern.match(text)) and text[found.end() :].strip():
            return kind, text[found.end() :]
    return "", text


class _PointReader:
    def __init__(self, lines: Sequence[str], mode: str, *, paragraphs: bool) -> None:
        self.lines = lines
        self.paragraphs = paragraphs
        self.points = Points()
        self.given = self.mode = mode
        self.kept: list[str] = []
        self.kept_to = -1
        self.blocks = scan(lines)
        lists = {lines[block.first].strip()[:1] for block in self.blocks if block.kind == "list"}
        #: `+` and `-` as bullets side by side are pros and cons.
        self.signs = {"+": "pros", "-": "cons"} if {"+", "-"} <= lists else {}

    def run(self) -> Points:
        for block in self.blocks:
            if not self._block(block):
                self._keep(block.first, block.last)
        self.points.rest = "\n\n".join(part.rstrip() for part in self.kept)
        return self.points

    def _keep(self, first: int, last: int) -> None:
        # A blank line between two items is part of the list; one behind the last is cut off in the end.
        text = "\n".join(self.lines[first:last])
        if not text.strip():
            return
        if self.kept and self.kept_to == first:
            self.kept[-1] += f"\n{text}"
        else:
            self.kept.append(text)
        self.kept_to = last

    def _block(self, block: Block) -> bool:
        """Take a block as points or as what announces them; False when it is neither."""
        if block.kind == "heading":
            kind = _KINDS.get(meaning_of(block.text), "") or announced(block.text)
            self.mode = kind or ("" if not self.given else self.given)
            return bool(kind)
        if block.kind == "list":
            return self._list(block)
        if block.kind == "table":
            return self._table(block)
        if block.kind == "paragraph":
            return self._paragraph(block)
        return False

    def _paragraph(self, block: Block) -> bool:
        lines = [line.strip() for line in self.lines[block.first : block.last]]
        if len(lines) == 1 and (kind := announced(lines[0])):
            self.mode = kind
            return True
        if all(marked(line)[0] for line in lines):
            for line in lines:
                self.points.add(*marked(line))
            return True
        if announced(lines[-1]):
            # `Text, and then\nPros:` above a list: the last line belongs to the list.
            self._keep(block.first, block.last - 1)
            self.mode = announced(lines[-1])
            return True
        if self.paragraphs and self.given and sum(map(len, lines)) < _LONGEST_POINT:
            self.points.add(self.given, " ".join(lines))
            return True
        if not self.given:
            self.mode = ""
        return False

    def _list(self, block: Block) -> bool:
        for item in read_items(self.lines, block.first, block.last):
            if not self._item(item):
                self._keep(item.first, item.last)
        if not self.given:
            self.mode = ""
        return True

    def _item(self, item: Item) -> bool:
        label = announced(item.line)
        below = simple_lines(item.below)
        if below is None:
            return False
        if label and below:
            for text in below:
                kind, claim = marked(text)
                self.points.add(kind or label, claim)
            return True
        kind, claim = marked(item.line)
        kind = kind or self.mode or self.signs.get(item.mark[:1], "")
        if not kind:
            return False
        self.points.add(kind, "; ".join([claim, *below]))
        return True

    def _table(self, block: Block) -> bool:
        titles = [_KINDS.get(meaning_of(title), "") for title in split_cells(self.lines[block.first])]
        if not any(titles) or not all(titles):
            return False
        for line in self.lines[block.first + 2 : block.last]:
            for kind, cell in zip(titles, split_cells(line), strict=False):
                self.points.add(kind, marked(cell)[1])
        return True
