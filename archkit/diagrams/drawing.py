"""What is drawn, in pixels; `svg.py` writes it down."""

from __future__ import annotations

from dataclasses import dataclass

from archkit.diagrams.shapes import Point


@dataclass(frozen=True)
class Words:
    """A text of a few lines around a centre."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Box:
    """A node: its centre, its size with the border, its shape, and its words."""

    name: str
    shape: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Frame:
    """A group: its upper left corner, its size, and its title."""

    name: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    title_x: float
    depth: int


@dataclass(frozen=True)
class Mark:
    """The end of a line: an `arrow`, a `circle` or a `cross` whose tip is at a point, and where it points to."""

    kind: str
    tip: Point
    way: Point


@dataclass(frozen=True)
class Arrow:
    """A line in pieces, interrupted by its words: each piece a list of points and the middle points of its curves.

    Attributes:
        pieces: Each piece as its points; between two that do not stand straight it is a curve along the rows.
        loop: The control points of a line from a box to itself.
        ends: Where the line begins and ends: on the borders of its boxes.
    """

    edge: int
    line: str
    pieces: tuple[tuple[Point, ...], ...]
    loop: bool
    sideways: bool
    marks: tuple[Mark, ...]
    words: Words | None
    ends: tuple[Point, Point]


@dataclass(frozen=True)
class Drawing:
    """Everything with its place."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    frames: tuple[Frame, ...]
    arrows: tuple[Arrow, ...]
