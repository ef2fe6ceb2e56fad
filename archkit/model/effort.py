"""Estimated effort: work items with ranges, or three totals as the author wrote them."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from archkit.model.fields import Cell, Columns, Detail, Frozen, Line, Number, Row, field, refuse_known_columns

WORK_KINDS = ("development", "testing")
EFFORT_UNITS = ("hours", "days", "weeks")
EffortUnit = Literal["hours", "days", "weeks"]


class WorkItem(Row):
    """A piece of work with a low, likely and high estimate."""

    named_by: ClassVar[str] = "work_item"

    work_item: Cell = field("Work item", "What is done.", kind="cell")
    kind: Cell = field("Kind", "Development or testing.", kind="word", choices=WORK_KINDS)
    phase: Cell = field("Phase", "The number or name of its phase.", kind="phase")
    option: Cell = field("Option", "The option that needs it; blank for all.", kind="option")
    low: Number = field("Low", "If all goes well.", kind="number", default=None)
    likely: Number = field("Likely", "What you expect most; alone it is certain.", kind="number", default=None)
    high: Number = field("High", "If much goes wrong.", kind="number", default=None)
    extra: Columns = field("Other columns", "Columns of your own.", kind="columns", default={})

    @model_validator(mode="after")
    def _extra_is_new(self) -> Self:
        refuse_known_columns(type(self), self.extra)
        return self


class Effort(Frozen):
    """Work items, or three totals in the author's words."""

    unit: EffortUnit = field(
        "Unit", "The unit of the three estimates.", kind="choice", choices=EFFORT_UNITS, default="days"
    )
    work_items: tuple[WorkItem, ...] = field("Work items", "The pieces of work.", kind="rows", default=())
    development: Line = field("Development", "Stated total; computed once there are work items.", kind="line")
    testing: Line = field("Testing", "Stated total; computed once there are work items.", kind="line")
    total: Line = field("Total", "Stated total; computed once there are work items.", kind="line")
    details: tuple[Detail, ...] = field("Details", "Other labelled texts of this section.", kind="details", default=())


def mean_estimate(item: WorkItem) -> float | None:
    """Return the mean (low + 4 likely + high) / 6 of an estimate in the section's unit; None when it is not complete.

    One estimate alone is a certain one. Source: Malcolm et al., Application of a technique for research and
    development program evaluation, Operations Research 7 (1959).
    """
    ends = estimate(item)
    return None if ends is None else (ends[0] + 4 * ends[1] + ends[2]) / 6


def estimate(item: WorkItem) -> tuple[float, float, float] | None:
    """Return low, likely and high of a work item; None when they are blank, unreadable or out of order."""
    low, likely, high = item.low, item.likely, item.high
    if isinstance(low, str) or isinstance(likely, str) or isinstance(high, str) or likely is None:
        return None
    ends = (likely if low is None else low, likely, likely if high is None else high)
    return ends if ends[0] <= ends[1] <= ends[2] else None
