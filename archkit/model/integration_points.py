"""Integration points: the systems it touches."""

from __future__ import annotations

from typing import ClassVar

from archkit.model.fields import Detail, Label, Line, Row, field


class IntegrationPoint(Row):
    """A system that it talks to."""

    named_by: ClassVar[str] = "system"

    system: Label = field("System", "The other system.", kind="label")
    how: Line = field("How", "How it integrates: protocol, direction, owner.", kind="line")
    details: tuple[Detail, ...] = field("Details", "Anything else worth keeping.", kind="details", default=())
