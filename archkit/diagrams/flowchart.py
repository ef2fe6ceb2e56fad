"""What a flowchart is made of; where it is drawn, is said elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

DIRECTIONS = {"TD": "TD", "TB": "TD", "BT": "BT", "LR": "LR", "RL": "RL", ">": "LR", "<": "RL", "^": "BT", "v": "TD"}


@dataclass
class Node:
    """A box: the name in the source, the words in it, its shape (a key of `shapes.PADDING`)."""

    name: str
    label: str = ""
    shape: str = "rect"
    group: int | None = None


@dataclass(frozen=True)
class Edge:
    """A line between two nodes or groups.

    Attributes:
        source, target: The names of its ends.
        label: The words on it; "" for none.
        line: `solid`, `dotted`, `thick` or `none`, which takes part in the layout and is not drawn.
        tail, head: The mark at its start and at its end: "", `arrow`, `circle` or `cross`.
        length: How many rows down the target stands at least.
    """

    source: str
    target: str
    label: str = ""
    line: str = "solid"
    tail: str = ""
    head: str = "arrow"
    length: int = 1


@dataclass
class Group:
    """A subgraph: its name and title, a direction of its own or "", and the place of the group around it."""

    name: str
    title: str = ""
    direction: str = ""
    parent: int | None = None


@dataclass(frozen=True)
class Flowchart:
    """Nodes, edges and groups in the order of the source; `direction` is TD, BT, LR or RL."""

    direction: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    groups: tuple[Group, ...] = ()
    title: str = ""
    description: str = ""

    def words(self, name: str) -> str:
        """Return what a reader calls a node or a group, in one line."""
        for node in self.nodes:
            if node.name == name:
                return " ".join((node.label or node.name).split())
        titles = (group.title or group.name for group in self.groups if group.name == name)
        return " ".join(next(titles, name).split())

    def sentences(self) -> list[tuple[str, str, str]]:
        """Return each edge that is drawn as its ends and its words, for a table or for who cannot see."""
        called = {group.name: " ".join((group.title or group.name).split()) for group in self.groups}
        called |= {node.name: " ".join((node.label or node.name).split()) for node in self.nodes}
        drawn = (edge for edge in self.edges if edge.line != "none")
        return [
            (called.get(edge.source, edge.source), called.get(edge.target, edge.target), " ".join(edge.label.split()))
            for edge in drawn
        ]
