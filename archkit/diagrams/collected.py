"""What has been read of a flowchart so far: each node once, each group with the nodes that it takes."""

from __future__ import annotations

from archkit.diagrams.flowchart import Edge, Flowchart, Group, Node
from archkit.diagrams.labels import plain_text
from archkit.diagrams.problem import NotDrawnError
from archkit.diagrams.tokens import Link

MOST_NODES = 150
MOST_EDGES = 300
MOST_GROUPS = 40
MOST_DEPTH = 8


class Collected:
    """Nodes, edges and groups in the order in which they were read."""

    def __init__(self) -> None:
        self.direction = "TD"
        self.title = self.description = ""
        self.nodes: dict[str, Node] = {}
        self.edges: list[Edge] = []
        self.groups: list[Group] = []
        #: The groups that are open: the place of each, its line, and the nodes that are named in it.
        self.opened: list[tuple[int, int, dict[str, None]]] = []

    def mention(self, name: str, line: int) -> None:
        """Note that a node is named; it belongs to the innermost group that names it and is closed first."""
        if name not in self.nodes:
            if len(self.nodes) >= MOST_NODES:
                raise NotDrawnError(line, f"there are more than {MOST_NODES} nodes", "split the diagram into several")
            self.nodes[name] = Node(name)
        if self.opened:
            self.opened[-1][2][name] = None

    def shape(self, name: str, label: str, shape: str) -> None:
        """Give a node its words and its shape."""
        node = self.nodes[name]
        node.label, node.shape = label or node.label, shape

    def link(self, sources: list[str], targets: list[str], link: Link, label: str) -> None:
        """Link each of some nodes with each of others."""
        for source in sources:
            for target in targets:
                if len(self.edges) >= MOST_EDGES:
                    raise NotDrawnError(1, f"there are more than {MOST_EDGES} links", "split the diagram into several")
                self.edges.append(Edge(source, target, label, link.line, link.tail, link.head, link.length))

    def open(self, name: str, title: str, line: int) -> None:
        """Begin a group."""
        if len(self.groups) >= MOST_GROUPS or len(self.opened) >= MOST_DEPTH:
            most = f"there are more than {MOST_GROUPS} subgraphs, or they are more than {MOST_DEPTH} deep"
            raise NotDrawnError(line, most, "split the diagram into several")
        parent = self.opened[-1][0] if self.opened else None
        self.groups.append(Group(name, title, parent=parent))
        self.opened.append((len(self.groups) - 1, line, {}))

    def turn(self, direction: str) -> None:
        """Give the open group, or the whole, a direction."""
        if self.opened:
            self.groups[self.opened[-1][0]].direction = direction
        else:
            self.direction = direction

    def close(self) -> None:
        """End a group: it takes the nodes named in it that no group has taken."""
        place, _, names = self.opened.pop()
        for name in names:
            if self.nodes[name].group is None:
                self.nodes[name].group = place

    def about(self, what: str, words: str) -> None:
        """Note the title or description that is meant for screen readers."""
        if what == "Title":
            self.title = words
        else:
            self.description = words

    def flowchart(self) -> Flowchart:
        """Return the whole; a node that is called like a group is that group."""
        groups = {group.name for group in self.groups}
        nodes = tuple(node for node in self.nodes.values() if node.name not in groups)
        for node in nodes:
            node.label = node.label or plain_text(node.name)
        return Flowchart(self.direction, nodes, tuple(self.edges), tuple(self.groups), self.title, self.description)
