"""A mermaid text on paper: the drawing and its links as a table, or the text with a note saying why."""

from __future__ import annotations

from collections.abc import Iterator

from archkit.diagrams.diagram import read_diagram
from archkit.pages.visible import visible
from archkit.printing.blocks import Block, Code, Paragraph, Picture
from archkit.printing.columns import tables
from archkit.printing.pictures import Pictures, share_of_width
from archkit.printing.runs import plain_runs

# Units of the drawing in an inch: its letters get about the size of those around it.
_UNITS = 105.0
_FONTS = ('font-family="sans-serif"', 'font-family="DejaVu Sans"')


def drawing_blocks(source: str, pictures: Pictures) -> Iterator[Block]:
    """Yield what stands on paper for a mermaid text."""
    diagram = read_diagram(source)
    if diagram.drawing is None:
        yield Code(visible(source.rstrip("\n")))
        yield Paragraph(plain_runs(diagram.note), is_note=True)
        return
    svg = visible(diagram.svg("drawing")).replace(*_FONTS, 1)
    width = share_of_width(diagram.drawing.width / _UNITS, diagram.drawing.height / _UNITS)
    name = pictures.add(svg.encode(), "svg")
    alt = visible(diagram.description or diagram.title)
    yield Picture(name, alt, width, visible(diagram.title))
    if diagram.links:
        head = tuple(plain_runs(title) for title in ("From", "To", "What"))
        rows = tuple(tuple(plain_runs(text) for text in link) for link in diagram.links)
        yield from tables(head, rows, ("left", "left", "left"))
