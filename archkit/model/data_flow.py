"""How data moves: prose and one flowchart, whose arrows are rows."""

from __future__ import annotations

from typing import ClassVar

from archkit.model.fields import Frozen, Label, Prose, Row, field

SHAPES = ("process", "store", "actor")
DIRECTIONS = ("LR", "TD", "TB", "RL", "BT")


class Node(Row):
    """A box of the flowchart."""

    named_by: ClassVar[str] = "label"
    no_content: ClassVar[tuple[str, ...]] = ("shape",)

    id: Label = field("Id", "Letters, digits and _; the short name in the diagram's source.", kind="label")
    label: Label = field("Label", "What the reader sees.", kind="label")
    shape: Label = field("Shape", "A process, a store or an actor.", kind="choice", choices=SHAPES, default="process")


class Flow(Row):
    """An arrow: what goes from one box to another."""

    named_by: ClassVar[str] = "what"

    source: Label = field("From", "The label of the box where it starts.", kind="label")
    target: Label = field("To", "The label of the box where it arrives.", kind="label")
    what: Label = field("What", "What moves: an event, a request, a file.", kind="label")


class DataFlow(Frozen):
    """Prose around at most one flowchart."""

    text: Prose = field("Description", "How data moves through the system.", kind="prose")
    direction: Label = field("Direction", "Where the arrows point.", kind="choice", choices=DIRECTIONS, default="LR")
    nodes: tuple[Node, ...] = field("Nodes", "The boxes of the flowchart.", kind="rows", default=())
    flows: tuple[Flow, ...] = field("Flows", "The arrows of the flowchart.", kind="rows", default=())
    closing: Prose = field("Remarks", "What remains to be said below the flowchart.", kind="prose")
