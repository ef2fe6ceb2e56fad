"""How data moves: prose, and its flowchart as a drawing, a table and its source."""

from __future__ import annotations

from archkit.diagrams.rows import flow_diagram
from archkit.format.sections.data_flow import write_flowchart
from archkit.pages.arrange import Block
from archkit.pages.diagrams import figure
from archkit.pages.views.page import Context, Page


def data_flow(page: Page, block: Block) -> Context | None:
    """The section with its flowchart in three forms."""
    flow = page.document.data_flow
    source = write_flowchart(flow)
    if not (flow.text or source or flow.closing):
        return None
    return {"flow": flow, "figure": figure(flow_diagram(flow), source, page.rich.anchors) if source else ""}
