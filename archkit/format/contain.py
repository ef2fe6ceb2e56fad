"""Containment: prose cannot swallow or imitate what stands around it.

Prose is kept as the author typed it where that is harmless. An open fence or comment is closed, a heading above its
place is lowered, and a line that would be read as structure gets a backslash. Containing twice changes nothing more.
"""

from __future__ import annotations

import re
from functools import lru_cache

from archkit.format.blocks import Block
from archkit.format.html_blocks import HTML_ENDS
from archkit.format.scan import scan
from archkit.format.sections.data_flow import is_mermaid
from archkit.format.sections.options import BASED_ON, MARKER

_CITED = re.compile(r"[ ]{0,3}\[[A-Za-z]\d+\]:")
_CLOSES = ("</script></pre></style></textarea>", "-->", "?>", ">", "]]>")
_OPENING_TAG = re.compile(r"<(script|pre|style|textarea)", re.IGNORECASE)


@lru_cache(maxsize=2048)
def contain(text: str, highest: int = 3, *, markers: bool = False, diagrams: bool = True) -> str:
    """Return prose made harmless for its place.

    Args:
        text: Block Markdown.
        highest: The highest level that a heading in it may have.
        markers: Whether lines such as `**Pros:**` have a meaning around it.
        diagrams: Whether it may hold a mermaid diagram.
    """
    for _ in range(8):
        contained = _contain(text, highest, markers, diagrams)
        if contained == text:
            return text
        text = contained
    return text


def _contain(text: str, highest: int, markers: bool, diagrams: bool) -> str:
    if not text:
        return text
    lines = text.split("\n")
    blocks = scan(lines)
    for number, block in enumerate(blocks):
        if block.kind == "heading" and block.level < highest:
            lines[block.first : block.last] = [
                f"{'#' * highest} {block.text}",
                *[""] * (block.last - block.first - 1),
            ]
        elif (
            (markers and (_is_marker(block, lines) or (number == 0 and _is_based_on(block, lines))))
            or block.kind == "conflict"
            or (block.kind == "paragraph" and _CITED.match(lines[block.first]))
        ):
            lines[block.first] = _escaped(lines[block.first])
        elif block.kind not in ("fence", "html") and (marked := _markers_of_a_merge(block, lines)):
            for at in marked:
                lines[at] = _escaped(lines[at])
        elif not diagrams and is_mermaid(block):
            lines[block.first] = re.sub("mermaid", "text", lines[block.first], count=1, flags=re.IGNORECASE)
    if blocks and not blocks[-1].closed:
        lines.append(_closing(blocks[-1], lines))
    return "\n".join(lines).rstrip()


def _markers_of_a_merge(block: Block, lines: list[str]) -> list[int]:
    """Return lines that would begin a conflict together with what may follow the prose."""
    return [at for at in range(block.first, block.last) if lines[at].startswith("<<<<<<< ")]


def _escaped(line: str) -> str:
    bare = line.lstrip()
    return f"{line[: len(line) - len(bare)]}\\{bare}"


def _is_marker(block: Block, lines: list[str]) -> bool:
    if block.kind not in ("paragraph", "heading") or block.last - block.first > 1:
        return False
    return bool(MARKER.match(f"{block.text}:" if block.kind == "heading" else lines[block.first].strip()))


def _is_based_on(block: Block, lines: list[str]) -> bool:
    return block.kind == "paragraph" and bool(BASED_ON.match("\n".join(lines[block.first : block.last])))


def _closing(block: Block, lines: list[str]) -> str:
    first = lines[block.first].lstrip()
    if block.kind == "fence":
        return first[0] * (len(first) - len(first.lstrip(first[0])))
    if found := _OPENING_TAG.match(first):
        return f"</{found[1]}>"
    return next(close for (start, _), close in zip(HTML_ENDS, _CLOSES, strict=True) if start.match(first))
