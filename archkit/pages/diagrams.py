"""Diagrams in the page: the drawing, its links as a table and its source; or the source with a note saying why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from archkit.diagrams.diagram import Diagram, read_diagram
from archkit.pages.environment import environment

if TYPE_CHECKING:
    from archkit.pages.markdown import Anchors

_MERMAID = "mermaid"


def is_diagram(info: str) -> bool:
    """Whether the words behind a fence say that a mermaid diagram stands in it."""
    first = info.split(None, 1)[0] if info.strip() else ""
    return first.strip("{}.").casefold() == _MERMAID


def mermaid_figure(source: str, anchors: Anchors) -> Markup:
    """Return what stands in the page for a mermaid text."""
    return figure(read_diagram(source), source, anchors)


def figure(diagram: Diagram, source: str, anchors: Anchors) -> Markup:
    """Return a diagram as HTML."""
    anchor = anchors.new("flowchart") if diagram.drawing else ""
    svg = Markup(diagram.svg(anchor)) if anchor else ""
    # Two regions of one name could not be told apart by who hears them.
    label = f"{diagram.title} {anchor.rpartition('-')[2] if '-' in anchor else ''}".strip()
    template = environment().get_template("diagram.html.j2")
    return Markup(
        template.render(diagram=diagram, svg=svg, label=label, source=source.rstrip("\n"), table=anchors.table)
    )
