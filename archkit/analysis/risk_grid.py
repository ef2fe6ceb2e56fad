"""Risks by likelihood and impact: a picture to talk over, not a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from archkit.analysis.shown import html_table, text_table
from archkit.errors import quoted
from archkit.model.fields import field_of
from archkit.model.problems import value_problem
from archkit.model.risks import IMPACTS, LIKELIHOODS, Risk, impact_level, likelihood_level

if TYPE_CHECKING:
    import pandas as pd

STEPS = 5


@dataclass(frozen=True)
class GridRisk:
    """A risk with its place on the grid.

    Attributes:
        number: Its place (from 1) among the risks of the document; the grid shows it as R1, R2, …
        risk: The risk.
        likelihood: Step 1–5; None when the document does not say one.
        impact: Step 1–5; None when the document does not say one.
        reason: Why it has no place; "" when it has one.
    """

    number: int
    risk: Risk
    likelihood: int | None
    impact: int | None
    reason: str = ""

    @property
    def label(self) -> str:
        """How the grid shows it."""
        return f"R{self.number}"


@dataclass(frozen=True, repr=False)
class RiskGrid:
    """Five steps of likelihood × five steps of impact.

    Attributes:
        risks: All risks in order, placed or not.
    """

    risks: tuple[GridRisk, ...]

    @property
    def cells(self) -> tuple[tuple[tuple[GridRisk, ...], ...], ...]:
        """The risks by likelihood (first index, 0 is rare), then impact (second index, 0 is negligible)."""
        steps = range(1, STEPS + 1)
        return tuple(
            tuple(
                tuple(risk for risk in self.risks if (risk.likelihood, risk.impact) == (likelihood, impact))
                for impact in steps
            )
            for likelihood in steps
        )

    @property
    def placed(self) -> tuple[GridRisk, ...]:
        """The risks that have a place."""
        return tuple(risk for risk in self.risks if not risk.reason)

    @property
    def unplaced(self) -> tuple[GridRisk, ...]:
        """The risks whose likelihood or impact is blank or on no scale, each with the reason."""
        return tuple(risk for risk in self.risks if risk.reason)

    @property
    def problems(self) -> tuple[str, ...]:
        """One message for each risk without a place."""
        return tuple(
            f"{risk.label} {quoted(risk.risk.risk)} is not on the grid: {risk.reason}" for risk in self.unplaced
        )

    @property
    def frame(self) -> pd.DataFrame:
        """One row per risk, index R1 …: risk, likelihood and impact (1–5 or blank), option, owner, status, reason."""
        import pandas as pd

        texts = ("risk", "option", "owner", "status")
        columns = {name: pd.Series([getattr(item.risk, name) for item in self.risks], dtype="str") for name in texts}
        steps = {
            name: pd.Series([getattr(item, name) for item in self.risks], dtype="Int64")
            for name in ("likelihood", "impact")
        }
        reason = pd.Series([item.reason for item in self.risks], dtype="str")
        frame = pd.DataFrame({"risk": columns.pop("risk"), **steps, **columns, "reason": reason})
        frame.index = pd.Index([item.label for item in self.risks], dtype="str", name="label")
        return frame

    def __str__(self) -> str:
        names = [f"{item.label} {quoted(item.risk.risk)}" for item in self.placed]
        return "\n".join(("Risks by likelihood and impact", text_table(*self._shown()), *names, *self.problems))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        names = [f"{item.label} {item.risk.risk}" for item in self.placed]
        return html_table(*self._shown(), notes=(*names, *self.problems))

    def _shown(self) -> tuple[list[str], list[list[str]]]:
        rows = [
            [word, *(" ".join(item.label for item in cell) for cell in row)]
            for word, row in zip(reversed(LIKELIHOODS), reversed(self.cells), strict=True)
        ]
        return ["", *IMPACTS], rows


def risk_grid(risks: tuple[Risk, ...]) -> RiskGrid:
    """Place risks on a grid of five steps of likelihood × five steps of impact.

    A percentage takes the fifth of 0–100 % that it lies in. A blank or a text that is on no scale has no place: it is
    never given a default, and the reason is said. A row with nothing in it is passed over; numbers follow the document.
    """
    return RiskGrid(tuple(_placed(number, risk) for number, risk in enumerate(risks, 1) if not risk.is_empty))


def _placed(number: int, risk: Risk) -> GridRisk:
    likelihood, impact = likelihood_level(risk.likelihood), impact_level(risk.impact)
    reasons = []
    if likelihood is None:
        wrong = value_problem(field_of(Risk, "likelihood"), risk.likelihood)
        reasons.append(wrong or "it has no likelihood")
    if impact is None:
        offered = f"use 1–5 or one of {', '.join(IMPACTS)}"
        reasons.append(f"impact {quoted(risk.impact)} is on no scale; {offered}" if risk.impact else "it has no impact")
    return GridRisk(number, risk, likelihood, impact, " and ".join(reasons))
