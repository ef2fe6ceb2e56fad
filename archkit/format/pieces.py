"""Cutting a text into pieces: the front matter, and what stands below each heading that begins a part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from archkit.format.blocks import Block
from archkit.format.parts import BELOW, Part, part_of
from archkit.format.scan import scan

_MAX_FRONT_MATTER = 200
_HEADING = re.compile(r"#{1,3}[ \t]")
#: Parts whose data is a list or a table, so that a thematic break at their end can be none of it.
CLOSED_BY_RULE = frozenset(
    {
        "findings",
        "comparison",
        "components",
        "integration_points",
        "security",
        "performance",
        "phases",
        "risks",
        "risk_scale",
        "dependencies",
        "effort",
    }
)


@dataclass(slots=True)
class Piece:
    """A stretch of the text before its data is read."""

    part: Part
    first: int
    last: int
    heading: Block | None = None
    blocks: list[Block] = field(default_factory=list)


def front_matter_end(lines: Sequence[str]) -> int:
    """Return the line after the front matter's second `---`, 0 when there is no front matter."""
    if lines[0].rstrip() != "---":
        return 0
    for index in range(1, min(len(lines), _MAX_FRONT_MATTER)):
        if lines[index].rstrip() in ("---", "..."):
            return index + 1
    return 0


def pieces_of(lines: Sequence[str], front: int) -> list[Piece]:
    """Cut the text below the front matter at the headings that begin a part."""
    first = front
    while front and first < len(lines) - 1 and not lines[first].strip():
        first += 1
    pieces: list[Piece] = []
    blocks = scan(lines, first)
    if not blocks or blocks[0].kind != "heading" or blocks[0].first > first:
        pieces.append(Piece(Part("preface"), first, len(lines)))
    parent, title_seen = "", False
    for block in blocks:
        part = part_of(block, parent, title_seen) if block.kind == "heading" else None
        if block.kind == "conflict" and pieces and _holds_heading(lines, block):
            # A merge put a section with its heading between the markers: what stands above is none of it.
            pieces[-1].last = block.first
            pieces.append(Piece(Part("custom"), block.first, len(lines), blocks=[block]))
            continue
        if part is None:
            if not pieces:
                pieces.append(Piece(Part("preface"), first, len(lines)))
            pieces[-1].blocks.append(block)
            continue
        title_seen = title_seen or part.part == "title"
        if block.level < 3:
            parent = part.part if part.part not in BELOW else ""
        if pieces:
            pieces[-1].last = block.first
        pieces.append(Piece(part, block.first, len(lines), block))
    kept = [piece for piece in pieces if piece.first < piece.last or piece.heading]
    return [part for piece in kept for part in _without_closing_rule(piece)]


def _holds_heading(lines: Sequence[str], block: Block) -> bool:
    """Whether a side of a conflict begins with a heading that begins a part."""
    inside = lines[block.first : block.last]
    begins = (after for before, after in pairwise(inside) if before[:7] in ("<<<<<<<", "======="))
    return any(_HEADING.match(line) for line in begins)


def _without_closing_rule(piece: Piece) -> list[Piece]:
    """Let a `---` that closes a list or table be a piece of its own: it separates sections, and is no data."""
    if piece.part.part not in CLOSED_BY_RULE or len(piece.blocks) < 2 or piece.blocks[-1].kind != "rule":
        return [piece]
    rule = piece.blocks.pop()
    separator = Piece(Part("custom"), rule.first, piece.last, blocks=[rule])
    piece.last = rule.first
    return [piece, separator]
