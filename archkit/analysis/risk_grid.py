"""Risks by likelihood and impact: a picture to talk over, not a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from archkit.analysis.shown import html_table, text_table
from archkit.errors import quoted
from archkit.model.risk_scales import RiskScale, Step, risk_scale, step_of
from archkit.model.risks import Risk
from archkit.model.scale_steps import IMPACT, LIKELIHOOD

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class GridRisk:
    """A risk with its place on the grid.

    Attributes:
        number: Its place (from 1) among the risks of the document; the grid shows it as R1, R2, …
        risk: The risk.
        likelihood: Step of the scale, 1 is the lowest; None when the document does not say one.
        impact: Step of the scale, 1 is the lowest; None when the document does not say one.
        reason: Why it has no place; "" when it has one.
        level: The level of risk that NIST SP 800-30, Table I-2, gives to its place; "" on another scale.
    """

    number: int
    risk: Risk
    likelihood: int | None
    impact: int | None
    reason: str = ""
    level: str = ""

    @property
    def label(self) -> str:
        """How the grid shows it."""
        return f"R{self.number}"

    @property
    def is_closed(self) -> bool:
        """Whether its status says that it is over."""
        return self.risk.status.strip().casefold() == "closed"

    @property
    def in_cell(self) -> str:
        """How it stands in a cell: in brackets when it is closed."""
        return f"({self.label})" if self.is_closed else self.label


@dataclass(frozen=True, repr=False)
class RiskGrid:
    """The steps of likelihood × the steps of impact: five of each, or those of the document's own scale.

    Attributes:
        risks: All risks in order, placed or not.
        scale: The scale whose steps these are.
    """

    risks: tuple[GridRisk, ...]
    scale: RiskScale

    @property
    def likelihoods(self) -> tuple[str, ...]:
        """The words for the steps of likelihood, lowest first."""
        return _words(self.scale.likelihood)

    @property
    def impacts(self) -> tuple[str, ...]:
        """The words for the steps of impact, lowest first."""
        return _words(self.scale.impact)

    @property
    def cells(self) -> tuple[tuple[tuple[GridRisk, ...], ...], ...]:
        """The risks by likelihood (first index, 0 is the lowest), then impact (second index, 0 is the lowest)."""
        found: dict[tuple[int | None, int | None], list[GridRisk]] = {}
        for risk in self.risks:
            found.setdefault((risk.likelihood, risk.impact), []).append(risk)
        return tuple(
            tuple(tuple(found.get((likelihood, impact), ())) for impact in range(1, len(self.impacts) + 1))
            for likelihood in range(1, len(self.likelihoods) + 1)
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
        """One row per risk, index R1 …: risk, likelihood and impact (step or blank), option, …, reason, NIST level."""
        import pandas as pd

        texts = ("risk", "option", "owner", "status")
        columns = {name: pd.Series([getattr(item.risk, name) for item in self.risks], dtype="str") for name in texts}
        steps = {
            name: pd.Series([getattr(item, name) for item in self.risks], dtype="Int64")
            for name in ("likelihood", "impact")
        }
        reason = pd.Series([item.reason for item in self.risks], dtype="str")
        frame = pd.DataFrame({"risk": columns.pop("risk"), **steps, **columns, "reason": reason})
        frame["level"] = pd.Series([item.level for item in self.risks], dtype="str")
        frame.index = pd.Index([item.label for item in self.risks], dtype="str", name="label")
        return frame

    def __str__(self) -> str:
        names = [f"{item.label} {quoted(item.risk.risk)}{_remark(item)}" for item in self.placed]
        return "\n".join(("Risks by likelihood and impact", text_table(*self._shown()), *names, *self.problems))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        names = [f"{item.label} {item.risk.risk}{_remark(item)}" for item in self.placed]
        return html_table(*self._shown(), notes=(*names, *self.problems))

    def _shown(self) -> tuple[list[str], list[list[str]]]:
        rows = [
            [word, *(" ".join(item.in_cell for item in cell) for cell in row)]
            for word, row in zip(reversed(self.likelihoods), reversed(self.cells), strict=True)
        ]
        return ["", *self.impacts], rows


def risk_grid(risks: tuple[Risk, ...], scale: RiskScale | None = None) -> RiskGrid:
    """Place risks on a grid of the steps of likelihood × the steps of impact.

    A percentage takes the first step whose high end is not below it, and so do the days in `cost` where the impact says
    nothing that is on the scale. What gives neither has no place: it is never given a default, and the reason is said.
    A row with nothing in it is passed over; numbers follow the document.

    Args:
        risks: The risks of the document.
        scale: The scale in force; archkit's own when None.
    """
    steps = scale or risk_scale(())
    return RiskGrid(
        tuple(_placed(number, risk, steps) for number, risk in enumerate(risks, 1) if not risk.is_empty), steps
    )


def _placed(number: int, risk: Risk, scale: RiskScale) -> GridRisk:
    likelihood, impact = scale.likelihood_step(risk.likelihood), scale.impact_step(risk.impact)
    if impact is None and isinstance(risk.cost, float):
        impact = step_of(risk.cost, scale.impact)
    reasons = [] if likelihood else [scale.why_not(LIKELIHOOD, risk.likelihood)]
    reasons += [] if impact else [scale.why_not(IMPACT, risk.impact)]
    level = scale.level_of_risk(likelihood, impact) if likelihood and impact else ""
    return GridRisk(number, risk, likelihood, impact, " and ".join(reasons), level)


def _remark(item: GridRisk) -> str:
    closed = " (closed)" if item.is_closed else ""
    return f"{closed} (NIST level of risk: {item.level})" if item.level else closed


def _words(steps: tuple[Step, ...]) -> tuple[str, ...]:
    return tuple(step.word or str(number) for number, step in enumerate(steps, 1))
