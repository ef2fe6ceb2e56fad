"""A drawing → SVG. Colours are the reader's: `currentColor`, and classes that a style sheet may colour otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from archkit.diagrams.drawing import Arrow, Box, Drawing, Frame, Mark
from archkit.diagrams.shapes import CAP, Point, outline
from archkit.diagrams.text_width import LETTER, LINE

_BASELINE = 4.5
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_STROKES = {"dotted": ' stroke-width="1.3" stroke-dasharray="3 3"', "thick": ' stroke-width="3"'}


def write_svg(
    drawing: Drawing, anchor: str, title: str, description: str, addresses: Mapping[str, str] | None = None
) -> str:
    """Return the SVG of a drawing.

    Args:
        drawing: What is drawn.
        anchor: How the ids of its title and its description begin; unique in a page.
        title: What a screen reader calls it.
        description: What a screen reader says of it.
        addresses: Where boxes lead to, by their name; what has links is a group, as nothing in an image is reached.
    """
    role, leads = ("group", addresses) if addresses else ("img", {})
    name, width, height = escaped(anchor), _number(drawing.width), _number(drawing.height)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="flowchart" width="{width}" height="{height}"'
            f' viewBox="0 0 {width} {height}" role="{role}" aria-labelledby="{name}-title"'
            f' aria-describedby="{name}-desc" fill="none" stroke="none"'
            f' font-size="{_number(LETTER)}" font-family="sans-serif" text-anchor="middle">',
            f'<title id="{name}-title">{escaped(title)}</title>',
            f'<desc id="{name}-desc">{escaped(description)}</desc>',
            *(_frame(frame) for frame in drawing.frames),
            *(_arrow(arrow) for arrow in drawing.arrows),
            *(_linked(_box(box), leads.get(box.name, "")) for box in drawing.boxes),
            *(_title(frame) for frame in drawing.frames if frame.lines),
            *(_words(arrow) for arrow in drawing.arrows if arrow.words),
            "</svg>",
        ]
    )


def escaped(text: str) -> str:
    """Return a text as it stands in XML."""
    return text.translate(_ESCAPES)


def _number(value: float) -> str:
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def _pair(point: Point) -> str:
    return f"{_number(point[0])} {_number(point[1])}"


def _lines(lines: tuple[str, ...], x: float, y: float) -> str:
    first = y - (len(lines) - 1) * LINE / 2 + _BASELINE
    if len(lines) == 1:
        return f' x="{_number(x)}" y="{_number(first)}">{escaped(lines[0])}</text>'
    spans = (
        f'<tspan x="{_number(x)}" y="{_number(first + number * LINE)}">{escaped(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    return f">{' '.join(spans)}</text>"


def _frame(frame: Frame) -> str:
    shade = "0.04" if frame.depth % 2 == 0 else "0.05"
    return (
        f'<rect class="group" x="{_number(frame.x)}" y="{_number(frame.y)}" width="{_number(frame.width)}"'
        f' height="{_number(frame.height)}" rx="6" fill="currentColor" fill-opacity="{shade}" stroke="currentColor"'
        f' stroke-opacity="0.45"/>'
    )


def _title(frame: Frame) -> str:
    middle = frame.y + 6 + len(frame.lines) * LINE / 2
    return (
        f'<text class="group-title" fill="currentColor" font-weight="600"{_lines(frame.lines, frame.title_x, middle)}'
    )


def _words(arrow: Arrow) -> str:
    assert arrow.words
    return f'<text class="what" fill="currentColor"{_lines(arrow.words.lines, arrow.words.x, arrow.words.y)}'


def _arrow(arrow: Arrow) -> str:
    path = "".join(_path(piece, arrow) for piece in arrow.pieces)
    stroke = _STROKES.get(arrow.line, ' stroke-width="1.3"')
    line = f'<path class="arrow" d="{path}" stroke="currentColor"{stroke}/>'
    return line + "".join(_mark(mark) for mark in arrow.marks)


def _path(points: tuple[Point, ...], arrow: Arrow) -> str:
    if arrow.loop:
        return f"M{_pair(points[0])}C{_pair(points[1])} {_pair(points[2])} {_pair(points[3])}"
    parts = [f"M{_pair(points[0])}"]
    for (x, y), (u, v) in pairwise(points):
        if abs((y - v) if arrow.sideways else (x - u)) < 0.5:
            parts.append(f"L{_pair((u, v))}")
        elif arrow.sideways:
            middle = (x + u) / 2
            parts.append(f"C{_pair((middle, y))} {_pair((middle, v))} {_pair((u, v))}")
        else:
            middle = (y + v) / 2
            parts.append(f"C{_pair((x, middle))} {_pair((u, middle))} {_pair((u, v))}")
    return "".join(parts)


def _mark(mark: Mark) -> str:
    (x, y), (u, v) = mark.tip, mark.way
    if mark.kind == "circle":
        centre = f'cx="{_number(x - 4 * u)}" cy="{_number(y - 4 * v)}"'
        return f'<circle class="ring" {centre} r="4" stroke="currentColor"/>'
    if mark.kind == "cross":
        x, y = x - 6 * u, y - 6 * v
        ends = ((x - 4, y - 4), (x + 4, y + 4), (x - 4, y + 4), (x + 4, y - 4))
        path = f"M{_pair(ends[0])}L{_pair(ends[1])}M{_pair(ends[2])}L{_pair(ends[3])}"
        return f'<path class="cross" d="{path}" stroke="currentColor" stroke-width="1.6"/>'
    corners = ((x, y), (x - 8 * u - 4 * v, y - 8 * v - 4 * u), (x - 8 * u + 4 * v, y - 8 * v + 4 * u))
    return f'<path class="head" d="M{"L".join(_pair(corner) for corner in corners)}Z" fill="currentColor"/>'


def _box(box: Box) -> str:
    shift = CAP if box.shape == "cylinder" else 0.0
    drawn = "" if box.shape == "text" else _border(box)
    words = (
        f'<text class="words" fill="currentColor"{_lines(box.lines, box.x + _aside(box), box.y + shift)}'
        if box.lines
        else ""
    )
    return drawn + words


def _linked(drawn: str, address: str) -> str:
    return f'<a href="{escaped(address)}">{drawn}</a>' if address else drawn


def _aside(box: Box) -> float:
    """The words of a flag stand beside its notch."""
    return box.height / 4 if box.shape == "flag" else 0.0


def _border(box: Box) -> str:
    looks = 'class="box" fill="currentColor" fill-opacity="0.06" stroke="currentColor"'
    x, y, width, height = box.x, box.y, box.width, box.height
    if box.shape in ("circle", "double-circle", "ellipse"):
        place = f'cx="{_number(x)}" cy="{_number(y)}"'
        inner = f'<circle class="inner" {place} r="{_number(width / 2 - 4)}" stroke="currentColor"/>'
        size = f'rx="{_number(width / 2)}" ry="{_number(height / 2)}"'
        return f"<ellipse {looks} {place} {size}/>" + (inner if box.shape == "double-circle" else "")
    left, top = x - width / 2, y - height / 2
    if box.shape == "cylinder":
        half, side = _number(width / 2), _number(height - 2 * CAP)
        cap = f"a{half} {_number(CAP)} 0 0 0"
        lid = f"M{_pair((left, top + CAP))}{cap} {_number(width)} 0{cap} -{_number(width)} 0"
        return f'<path {looks} d="{lid}v{side}{cap} {_number(width)} 0v-{side}"/>'
    if box.shape in ("rect", "round", "stadium", "subroutine"):
        radius = {"rect": 3.0, "round": 9.0, "stadium": min(width, height) / 2, "subroutine": 0.0}[box.shape]
        size = f'width="{_number(width)}" height="{_number(height)}"'
        drawn = f'<rect {looks} x="{_number(left)}" y="{_number(top)}" {size} rx="{_number(radius)}"/>'
        if box.shape == "subroutine":
            bars = f"M{_pair((left + 8, top))}v{_number(height)}M{_pair((left + width - 8, top))}v{_number(height)}"
            drawn += f'<path class="inner" d="{bars}" stroke="currentColor"/>'
        return drawn
    corners = ((x + u, y + v) for u, v in outline(box.shape, width, height))
    return f'<path {looks} d="M{"L".join(_pair(corner) for corner in corners)}Z"/>'
