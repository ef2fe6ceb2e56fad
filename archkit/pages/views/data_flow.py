"""How data moves: prose, drawing, table and source."""

from __future__ import annotations

from archkit.format.sections.data_flow import write_flowchart
from archkit.pages.arrange import Block
from archkit.pages.drawing import draw
from archkit.pages.views.page import Context, Page


def data_flow(page: Page, block: Block) -> Context | None:
    """The section with its flowchart in three forms."""
    flow = page.document.data_flow
    source = write_flowchart(flow)
    if not (flow.text or source or flow.closing):
        return None
    return {
        "flow": flow,
        "source": source,
        "drawing": draw(flow),
        "anchor": page.rich.anchors.new("flowchart"),
    }
