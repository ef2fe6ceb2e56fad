"""The shapes of nodes: how large each is around its words, and where its border runs."""

from __future__ import annotations

import math
from functools import lru_cache

Point = tuple[float, float]
Size = tuple[float, float]

#: How deep the end of a cylinder is.
CAP = 5.0
_CURVE = 24
_SLANT = 0.5
# How much larger than its words a box is.
_PADDING: dict[str, Size] = {
    "rect": (28, 18),
    "round": (30, 18),
    "stadium": (36, 18),
    "subroutine": (44, 18),
    "cylinder": (28, 18 + 2 * CAP),
    "text": (8, 6),
}


def size_of(shape: str, words: Size) -> Size:
    """Return the size of a node whose words have a size."""
    width, height = words
    if shape in ("circle", "double-circle"):
        across = max(28.0, math.hypot(width, height) + (20 if shape == "double-circle" else 12))
        return across, across
    if shape == "ellipse":
        return width * 1.42 + 16, height * 1.42 + 10
    if shape == "diamond":
        return width / 0.62 + 16, height / 0.38 + 8
    if shape in ("hexagon", "lean-right", "lean-left", "trapezoid", "inverted-trapezoid", "flag"):
        return width + 24 + (height + 18) * (1.0 if shape != "flag" else 0.7), height + 18
    more = _PADDING.get(shape, _PADDING["rect"])
    return width + more[0], height + more[1]


@lru_cache(maxsize=256)
def outline(shape: str, width: float, height: float) -> tuple[Point, ...]:
    """Return the border of a shape around the point (0, 0) as the corners of a polygon, clockwise."""
    x, y, slant = width / 2, height / 2, height * _SLANT
    if shape in ("circle", "double-circle", "ellipse"):
        turns = (2 * math.pi * step / (2 * _CURVE) for step in range(2 * _CURVE))
        return tuple((x * math.cos(turn), y * math.sin(turn)) for turn in turns)
    if shape == "stadium":
        return _stadium(x, y)
    corners: dict[str, tuple[Point, ...]] = {
        "diamond": ((0, -y), (x, 0), (0, y), (-x, 0)),
        "hexagon": ((-x + slant, -y), (x - slant, -y), (x, 0), (x - slant, y), (-x + slant, y), (-x, 0)),
        "lean-right": ((-x + slant, -y), (x, -y), (x - slant, y), (-x, y)),
        "lean-left": ((-x, -y), (x - slant, -y), (x, y), (-x + slant, y)),
        "trapezoid": ((-x + slant, -y), (x - slant, -y), (x, y), (-x, y)),
        "inverted-trapezoid": ((-x, -y), (x, -y), (x - slant, y), (-x + slant, y)),
        "flag": ((-x, -y), (x, -y), (x, y), (-x, y), (-x + slant, 0)),
    }
    return corners.get(shape, ((-x, -y), (x, -y), (x, y), (-x, y)))


def _stadium(x: float, y: float) -> tuple[Point, ...]:
    radius = min(x, y)
    turns = [math.pi * step / _CURVE - math.pi / 2 for step in range(_CURVE + 1)]
    right = [(x - radius + radius * math.cos(turn), radius * math.sin(turn)) for turn in turns]
    return (*right, *((-across, -down) for across, down in right))


def border(shape: str, size: Size, offset: float, *, vertical: bool, far: bool) -> float:
    """Return where a straight line meets the border of a shape, from its centre.

    Args:
        shape: A shape.
        size: Its width and height.
        offset: How far from the centre the line runs.
        vertical: Whether the line runs up and down, so that `offset` counts from left to right.
        far: Whether the border below (to the right) is meant, or that above (to the left).
    """
    width, height = size
    across = (height if vertical else width) / 2
    if shape == "cylinder" and vertical:
        share = min(1.0, abs(offset) / (width / 2))
        across -= CAP * (1 - math.sqrt(1 - share * share))
        return across if far else -across
    if shape in ("rect", "round", "subroutine", "text", "cylinder"):
        return across if far else -across
    found: list[float] = []
    corners = outline(shape, width, height)
    for (x, y), (u, v) in zip(corners, (*corners[1:], corners[0]), strict=True):
        start, end, here, there = (x, u, y, v) if vertical else (y, v, x, u)
        if start != end and min(start, end) <= offset <= max(start, end):
            found.append(here + (there - here) * (offset - start) / (end - start))
    if not found:
        return 0.0
    return max(found) if far else min(found)
