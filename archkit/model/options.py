"""The options under consideration, each with its pros and cons."""

from __future__ import annotations

from typing import ClassVar

from archkit.model.fields import Detail, Label, Line, Prose, Row, field

ASSUMPTION = "assumption"


class Point(Row):
    """A pro or a con: a claim and the evidence that carries it."""

    named_by: ClassVar[str] = "claim"

    claim: Line = field("Claim", "What speaks for or against the option.", kind="line")
    evidence: Line = field("Evidence", "The finding that supports it, as [F2], or the word assumption.", kind="line")


class Option(Row):
    """One way to do it."""

    named_by: ClassVar[str] = "name"

    name: Label = field("Name", "What the team calls this option.", kind="label")
    based_on: Line = field("Based on", "The research finding or example that it follows.", kind="line")
    description: Prose = field("Description", "How it works, in a paragraph.", kind="prose")
    pros: tuple[Point, ...] = field("Pros", "What speaks for it.", kind="rows", default=())
    cons: tuple[Point, ...] = field("Cons", "What speaks against it.", kind="rows", default=())
    details: tuple[Detail, ...] = field("Details", "Anything else worth keeping.", kind="details", default=())
    remarks: Prose = field("Remarks", "What remains to be said after the pros and cons.", kind="prose")
