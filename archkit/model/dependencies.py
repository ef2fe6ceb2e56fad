"""Dependencies: what has to be there."""

from __future__ import annotations

from typing import ClassVar

from archkit.model.fields import Detail, Label, Line, Row, field


class Dependency(Row):
    """Something that is needed from outside."""

    named_by: ClassVar[str] = "dependency"

    dependency: Label = field("Dependency", "What is needed: a library, a team, a decision.", kind="label")
    why: Line = field("Why", "Why it is needed.", kind="line")
    details: tuple[Detail, ...] = field("Details", "Anything else worth keeping.", kind="details", default=())
