"""Implementation phases, in order."""

from __future__ import annotations

from typing import ClassVar

from archkit.model.fields import Detail, Label, Line, Row, field


class Phase(Row):
    """A step of the implementation; its number is its place in the list."""

    named_by: ClassVar[str] = "phase"

    phase: Label = field("Phase", "Its name.", kind="label")
    what: Line = field("What", "What is built in it.", kind="line")
    details: tuple[Detail, ...] = field("Details", "Anything else worth keeping.", kind="details", default=())
