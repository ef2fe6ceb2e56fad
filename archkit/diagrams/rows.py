"""The rows of the section on data flow → a flowchart."""

from __future__ import annotations

from archkit.diagrams.collected import MOST_EDGES, MOST_NODES
from archkit.diagrams.diagram import Diagram, flowchart_diagram
from archkit.diagrams.flowchart import DIRECTIONS, Edge, Flowchart, Node
from archkit.diagrams.labels import plain_text
from archkit.diagrams.problem import NotDrawnError
from archkit.model.data_flow import DataFlow

_SHAPES = {"process": "rect", "store": "cylinder", "actor": "stadium"}


def flow_diagram(flow: DataFlow) -> Diagram:
    """Return the diagram of a data flow: its nodes, and its flows between them."""
    shapes = {node.label: _SHAPES.get(node.shape, "rect") for node in flow.nodes if node.label}
    flows = [row for row in flow.flows if row.source and row.target]
    names = dict.fromkeys([*shapes, *(name for row in flows for name in (row.source, row.target))])
    if len(names) > MOST_NODES or len(flows) > MOST_EDGES:
        return Diagram(None, f"Not drawn: there are more than {MOST_NODES} boxes or {MOST_EDGES} arrows.")
    if not names:
        return Diagram(None)
    nodes = tuple(Node(name, plain_text(name), shapes.get(name, "rect")) for name in names)
    edges = tuple(Edge(row.source, row.target, plain_text(row.what)) for row in flows)
    try:
        return flowchart_diagram(Flowchart(DIRECTIONS.get(flow.direction, "LR"), nodes, edges))
    except NotDrawnError as problem:
        return Diagram(None, f"Not drawn: {problem}.")
