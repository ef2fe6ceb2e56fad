"""Estimated effort: work items with ranges, or three totals as the author wrote them."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import field_validator, model_validator

from archkit.model.fields import (
    Cell,
    Columns,
    Detail,
    Frozen,
    Label,
    Line,
    ListNumber,
    Number,
    Row,
    field,
    refuse_known_columns,
)
from archkit.model.known_details import as_choice, with_known_details

DISTRIBUTIONS = ("beta-PERT", "triangular")
ENDS = ("absolute limits", "90 % range", "80 % range", "50 % range")
WORK_KINDS = ("development", "testing")
EFFORT_UNITS = ("hours", "days", "weeks")
#: The totals, which are computed once there are work items.
TOTALS = ("development", "testing", "total")
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
    """Work items with what the author says beside the computed totals, or three totals in the author's words."""

    unit: EffortUnit = field(
        "Unit", "The unit of the three estimates.", kind="choice", choices=EFFORT_UNITS, default="days"
    )
    work_items: tuple[WorkItem, ...] = field("Work items", "The pieces of work.", kind="rows", default=())
    development: Line = field("Development", "Stated total; computed once there are work items.", kind="line")
    testing: Line = field("Testing", "Stated total; computed once there are work items.", kind="line")
    total: Line = field("Total", "Stated total; computed once there are work items.", kind="line")
    distribution: Label = field(
        "Distribution",
        "The curve through low, likely and high; beta-PERT when blank.",
        kind="choice",
        choices=DISTRIBUTIONS,
    )
    ends: Label = field(
        "Low and high", "What low and high mean; absolute limits when blank.", kind="choice", choices=ENDS
    )
    correlation: ListNumber = field(
        "Correlation",
        "How strongly the work items rise and fall together, 0–1; 0.3 when blank.",
        kind="number",
        default=None,
        most=1,
    )
    draws: ListNumber = field(
        "Draws",
        "How many times the total is drawn; 20000 when blank.",
        kind="number",
        default=None,
        least=100,
        most=1_000_000,
        whole=True,
    )
    seed: ListNumber = field(
        "Seed", "Where the draws begin: one seed, one result; 1959 when blank.", kind="number", default=None, whole=True
    )
    team: ListNumber = field(
        "Team size", "How many people do the work.", kind="number", unit="people", default=None, least=0.1
    )
    start: Label = field("Start", "When the work begins, as YYYY-MM-DD.", kind="date")
    details: tuple[Detail, ...] = field("Details", "Other labelled texts of this section.", kind="details", default=())

    @model_validator(mode="before")
    @classmethod
    def _known(cls, values: object) -> object:
        return with_known_details(values, SETTINGS) if isinstance(values, dict) and values.get("details") else values

    @field_validator("distribution")
    @classmethod
    def _distribution(cls, value: str) -> str:
        return as_choice(value, DISTRIBUTIONS, {"pert": DISTRIBUTIONS[0]})

    @field_validator("ends")
    @classmethod
    def _ends(cls, value: str) -> str:
        return as_choice(value, ENDS)


#: How the section is computed: the fields by the folded labels that stand in the document, in the order of writing.
SETTINGS = {
    "distribution": "distribution",
    "low and high": "ends",
    "correlation": "correlation",
    "draws": "draws",
    "seed": "seed",
    "team size": "team",
    "start": "start",
}


def mean_between(least: float, likely: float, most: float, distribution: str = DISTRIBUTIONS[0]) -> float:
    """Return the mean of a distribution between absolute ends: (l + 4 m + h) / 6, or (l + m + h) / 3 of a triangle.

    Source: Malcolm et al., Application of a technique for research and development program evaluation, Operations
    Research 7 (1959).
    """
    counted = 4 if distribution == DISTRIBUTIONS[0] else 1
    return (least + counted * likely + most) / (counted + 2)


def estimate(item: WorkItem) -> tuple[float, float, float] | None:
    """Return low, likely and high of a work item; None when they are blank, unreadable or out of order."""
    low, likely, high = item.low, item.likely, item.high
    if isinstance(low, str) or isinstance(likely, str) or isinstance(high, str) or likely is None:
        return None
    ends = (likely if low is None else low, likely, likely if high is None else high)
    return ends if ends[0] <= ends[1] <= ends[2] else None
