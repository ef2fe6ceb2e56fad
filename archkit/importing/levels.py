"""The levels of headings within a text, as its place asks for them."""

from __future__ import annotations

from archkit.format.scan import scan


def raised(text: str, up: int) -> str:
    """Return block Markdown whose headings stand some levels higher, the highest at level 3."""
    return _moved(text, {level: max(3, level - up) for level in range(4, 7)}) if up else text


def from_level(text: str, highest: int) -> str:
    """Return block Markdown whose highest heading has this level, and the others as far below it as they were."""
    levels = [block.level for block in scan(text.split("\n")) if block.kind == "heading"]
    down = highest - min(levels, default=highest)
    return _moved(text, {level: min(6, level + down) for level in range(1, 7)}) if down else text


def _moved(text: str, levels: dict[int, int]) -> str:
    lines = text.split("\n")
    for block in reversed([block for block in scan(lines) if block.kind == "heading"]):
        if block.level in levels:
            lines[block.first : block.last] = [f"{'#' * levels[block.level]} {block.text}"]
    return "\n".join(lines)
