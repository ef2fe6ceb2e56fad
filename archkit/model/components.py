"""Component design: what is built and what changes."""

from __future__ import annotations

from typing import ClassVar

from archkit.model.fields import Detail, Label, Line, Row, field

NEW = "New Components"
MODIFIED = "Modified Components"
GROUPS = (NEW, MODIFIED)


class Component(Row):
    """A component that is new or changes."""

    named_by: ClassVar[str] = "component"
    no_content: ClassVar[tuple[str, ...]] = ("group",)

    group: Label = field("Group", "Whether it is new or changes.", kind="word", choices=GROUPS, default=NEW)
    component: Label = field("Component", "Its name.", kind="label")
    purpose: Line = field("Purpose", "What it is responsible for, or what changes and why.", kind="line")
    details: tuple[Detail, ...] = field("Details", "Anything else worth keeping.", kind="details", default=())
