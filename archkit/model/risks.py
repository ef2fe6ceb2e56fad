"""Risks and mitigations, with the words that their scales offer."""

from __future__ import annotations

import re
from typing import ClassVar, Self

from pydantic import model_validator

from archkit.model.fields import Cell, Columns, Number, Row, field, refuse_known_columns

LIKELIHOODS = ("rare", "unlikely", "possible", "likely", "almost certain")
IMPACTS = ("negligible", "minor", "moderate", "major", "severe")
STATUSES = ("open", "mitigated", "accepted", "closed")

_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,9})?)\s*%")


class Risk(Row):
    """Something that may go wrong."""

    named_by: ClassVar[str] = "risk"

    risk: Cell = field("Risk", "What may happen, as an event.", kind="cell")
    likelihood: Cell = field("Likelihood", "1–5, a percentage, or a word.", kind="likelihood", choices=LIKELIHOODS)
    impact: Cell = field("Impact", "1–5, a word, or your own text.", kind="impact", choices=IMPACTS)
    cost: Number = field("Cost", "What it costs if it happens.", kind="number", unit="days", default=None)
    mitigation: Cell = field("Mitigation", "How it is handled.", kind="cell")
    mitigation_cost: Number = field(
        "Mitigation cost", "What handling it costs.", kind="number", unit="days", default=None
    )
    residual_likelihood: Cell = field(
        "Residual likelihood", "Likelihood after the mitigation.", kind="likelihood", choices=LIKELIHOODS
    )
    residual_impact: Cell = field("Residual impact", "Impact after the mitigation.", kind="impact", choices=IMPACTS)
    residual_cost: Number = field(
        "Residual cost", "What it costs if it happens after the mitigation.", kind="number", unit="days", default=None
    )
    owner: Cell = field("Owner", "Who watches it.", kind="cell")
    option: Cell = field("Option", "The option that it belongs to; blank for all.", kind="option")
    phase: Cell = field("Phase", "The phase that it belongs to.", kind="phase")
    status: Cell = field("Status", "Where it stands.", kind="word", choices=STATUSES)
    extra: Columns = field("Other columns", "Columns of your own.", kind="columns", default={})

    @model_validator(mode="after")
    def _extra_is_new(self) -> Self:
        refuse_known_columns(type(self), self.extra)
        return self


def likelihood_share(text: str) -> float | None:
    """Return the probability (0–1) of a likelihood that is given as a percentage, else None."""
    found = _PERCENT.fullmatch(text.strip())
    return float(found[1]) / 100 if found and float(found[1]) <= 100 else None
