"""Security considerations."""

from __future__ import annotations

from typing import ClassVar

from archkit.model.fields import Detail, Line, Row, field


class Consideration(Row):
    """Something to keep safe, and how."""

    named_by: ClassVar[str] = "consideration"

    consideration: Line = field("Consideration", "What is at stake and how it is protected.", kind="line")
    details: tuple[Detail, ...] = field("Details", "Anything else worth keeping.", kind="details", default=())
