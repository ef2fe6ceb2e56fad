"""A mermaid text, or a flowchart made of rows → what a page or a form shows: the drawing, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from archkit.diagrams.drawing import Drawing
from archkit.diagrams.flowchart import Flowchart
from archkit.diagrams.mermaid import read_mermaid
from archkit.diagrams.placed import place_flowchart
from archkit.diagrams.problem import NotDrawnError
from archkit.diagrams.svg import write_svg

#: As many links are said aloud; a table beside the drawing has them all.
_MOST_SAID = 60


@dataclass(frozen=True)
class Diagram:
    """A diagram that was read.

    Attributes:
        drawing: Everything with its place; None where it is not drawn.
        note: Why it is not drawn; "" where it is.
        title: What a screen reader calls it.
        description: What a screen reader says of it.
        links: Every link as its ends and its words, for a table.
    """

    drawing: Drawing | None
    note: str = ""
    title: str = "Flowchart"
    description: str = ""
    links: tuple[tuple[str, str, str], ...] = ()

    def svg(self, anchor: str, addresses: Mapping[str, str] | None = None) -> str:
        """Return the drawing as SVG; "" where it is not drawn.

        Args:
            anchor: How its ids begin.
            addresses: Where nodes lead to, by their name.
        """
        return write_svg(self.drawing, anchor, self.title, self.description, addresses) if self.drawing else ""


@lru_cache(maxsize=32)
def read_diagram(text: str) -> Diagram:
    """Return the diagram of a mermaid text; what cannot be drawn has a note in place of a drawing."""
    try:
        return flowchart_diagram(read_mermaid(text))
    except NotDrawnError as problem:
        return Diagram(None, f"Shown as text: {problem}.")


def flowchart_diagram(chart: Flowchart) -> Diagram:
    """Return the diagram of a flowchart.

    Raises:
        NotDrawnError: there is nothing in it, or it is too much for a drawing.
    """
    if not chart.nodes and not chart.groups:
        raise NotDrawnError(1, "the flowchart has no nodes", "write one, such as A[Web shop] --> B[Orders]")
    links = tuple(chart.sentences())
    title = " ".join(chart.title.split()) or "Flowchart"
    return Diagram(place_flowchart(chart), "", title, _description(chart, links), links)


def _description(chart: Flowchart, links: tuple[tuple[str, str, str], ...]) -> str:
    said = [chart.description] if chart.description else []
    said += [f"{source} to {target}{': ' + words if words else ''}." for source, target, words in links[:_MOST_SAID]]
    if len(links) > _MOST_SAID:
        said.append(f"And {len(links) - _MOST_SAID} more.")
    linked = {end for link in links for end in link[:2]}
    alone = [chart.words(node.name) for node in chart.nodes if chart.words(node.name) not in linked][:_MOST_SAID]
    if alone:
        said.append(f"Without links: {', '.join(alone)}.")
    return " ".join(" ".join(said).split())
