"""What the risks of a document may cost, before and after their mitigations; ranges in, no verdict out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from archkit.analysis import risk_tables
from archkit.analysis.document_effort import document_effort
from archkit.analysis.interval_order import IntervalOrder, interval_order
from archkit.analysis.risk_events import Hits, in_every_draw
from archkit.analysis.risk_intervals import Event, RiskInterval, homeless_risks, interval_problems, risk_intervals
from archkit.analysis.shown import html_table, text_table
from archkit.analysis.simulation import Floats, drawn_quantile
from archkit.analysis.stratified_rows import KEPT_DRAWS
from archkit.analysis.total_effort import TotalEffort
from archkit.model.document import Document
from archkit.model.risk_scales import RiskScale, risk_scale

if TYPE_CHECKING:
    import pandas as pd

P80 = 0.8
# With more risks their draws would fill the memory; they are drawn again where their own shares are asked for.
_KEPT_RISKS = 500
_NO_HITS: Hits = (np.zeros(0, dtype=np.intp), np.zeros(0))


@dataclass(frozen=True, eq=False, repr=False)
class RiskExposure:
    """The risks of a document in working days.

    Attributes:
        risks: All risks that are not closed, also those of options that are not chosen.
        closed: Number of risks that are closed and count nowhere.
        chosen: The options whose risks count, beside the risks of all options; empty for all.
        scale: What the words for likelihood and impact mean.
        effort: The effort in whose draws the risks are added up.
        problems: What is unknown or taken as before, one message each.
    """

    risks: tuple[RiskInterval, ...]
    closed: int
    chosen: tuple[str, ...]
    scale: RiskScale
    effort: TotalEffort
    problems: tuple[str, ...]

    @cached_property
    def counted(self) -> tuple[RiskInterval, ...]:
        """The risks that the sums count: in scope, with a known likelihood and impact."""
        return tuple(risk for risk in self.risks if risk.before and self.is_in_scope(risk))

    def is_in_scope(self, risk: RiskInterval) -> bool:
        """Whether a risk belongs to all options or to a chosen one; without a chosen option, all do."""
        return not self.chosen or not risk.option or risk.option in self.chosen

    @cached_property
    def order(self) -> IntervalOrder:
        """The order of the counted risks by expected loss before mitigation, as far as there is one."""
        losses = [risk.before.loss for risk in self.counted if risk.before]
        return interval_order([loss[0] for loss in losses], [loss[2] for loss in losses])

    @property
    def mitigation_cost(self) -> float:
        """The working days that the mitigations of the counted risks take for certain; NaN where one is not known."""
        return sum(risk.mitigation_cost for risk in self.counted)

    @property
    def expected_loss(self) -> tuple[float, float, float]:
        """Expected loss of the counted risks before mitigation, in working days: low, mean, high."""
        return _sum([risk.before.loss for risk in self.counted if risk.before])

    @property
    def expected_loss_after(self) -> tuple[float, float, float]:
        """Expected loss after mitigation in working days, without the cost of the mitigations: low, mean, high."""
        return _sum([event.loss for risk in self.counted if (event := risk.afterwards)])

    @cached_property
    def losses(self) -> Floats:
        """The drawn loss before mitigation in working days, in the draws' order."""
        return self._sums[0]

    @cached_property
    def losses_after(self) -> Floats:
        """The drawn loss after mitigation with the cost of the mitigations, in the draws' order; NaN as that cost."""
        return self.losses_left + self.mitigation_cost

    @cached_property
    def losses_left(self) -> Floats:
        """The drawn loss after mitigation without the cost of the mitigations, in the draws' order."""
        return self._sums[1]

    @cached_property
    def sorted_losses(self) -> tuple[Floats, Floats]:
        """The drawn losses before, and after mitigation without the cost of the mitigations, sorted."""
        before = np.sort(self.losses)
        return before, before if self.losses_left is self.losses else np.sort(self.losses_left)

    @cached_property
    def shares_of_p80(self) -> tuple[tuple[float, float], ...]:
        """What each counted risk adds to the P80 of effort with all risks, before and after mitigation, in days.

        It is the P80 of the total less the P80 without this risk, in the same draws; the shares need not add up.
        """
        # The cost of all mitigations is certain: a part of it takes its own days off the P80, and no more.
        work = self.effort.in_draw_order(self.effort.counted)
        totals = work + self.losses, work + self.losses_left
        whole = [drawn_quantile(total, P80) for total in totals]
        shares = []
        for risk in self.counted:
            less = (risk.before, 0.0), (risk.afterwards, risk.mitigation_cost)
            pair = [
                p80 - drawn_quantile(self._without(total, risk, event), P80) + cost
                for p80, total, (event, cost) in zip(whole, totals, less, strict=True)
            ]
            shares.append((pair[0], pair[1]))
        return tuple(shares)

    @property
    def frame(self) -> pd.DataFrame:
        """One row per risk: probability, days, expected loss before mitigation, rank, and what it overlaps with."""
        return risk_tables.risks_frame(self)

    @property
    def mitigations(self) -> pd.DataFrame:
        """One row per risk: expected loss before and after, cost of the mitigation and net benefit, in days."""
        return risk_tables.mitigations_frame(self)

    @property
    def contributions(self) -> pd.DataFrame:
        """One row per counted risk: what it adds to the P80 of effort with risks, before and after, in days."""
        return risk_tables.contributions_frame(self)

    @property
    def exceedance(self) -> pd.DataFrame:
        """Loss in working days × the chance (0–1) that more is lost: before, after with the mitigations' cost."""
        return risk_tables.exceedance_frame(self)

    @property
    def totals(self) -> pd.DataFrame:
        """Before, after, after with the mitigations' cost × expected loss and quantiles of the loss, in days."""
        return risk_tables.totals_frame(self)

    @property
    def assumptions(self) -> str:
        """How the numbers were made."""
        return (
            "Each risk happens or not, independent of the others and of the work; its probability is uniform and its "
            "days are log-uniform between their ends. "
            f"{self.effort.draws:,} draws, seed {self.effort.seed}; in working days. {self.scope}"
        )

    @property
    def scope(self) -> str:
        """Which risks the sums count, in one sentence."""
        parts = [f"{len(self.counted)} of {len(self.risks) + self.closed} risks are counted"]
        others = sum(not self.is_in_scope(risk) for risk in self.risks)
        unknown = len(self.risks) - others - len(self.counted)
        parts += [f"{others} of options that are not recommended are not"] if others else []
        parts += (
            [f"{unknown} without a known likelihood or impact {'is' if unknown == 1 else 'are'} not"] if unknown else []
        )
        parts += [f"{self.closed} closed {'is' if self.closed == 1 else 'are'} not"] if self.closed else []
        return f"{'; '.join(parts)}."

    def __str__(self) -> str:
        table = text_table(*risk_tables.shown(self))
        return "\n".join(("Expected loss in working days", table, *self._notes))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return html_table(*risk_tables.shown(self), notes=self._notes)

    @property
    def _notes(self) -> tuple[str, ...]:
        return (self.scale.text, self.assumptions, *self.problems)

    @cached_property
    def _sums(self) -> tuple[Floats, Floats]:
        """The drawn loss before mitigation and after it; what is the same in both is drawn once."""
        before = np.zeros(self.effort.draws)
        is_changed = any(risk.afterwards != risk.before for risk in self.counted)
        after = before.copy() if is_changed else before
        for risk in sorted(self.counted, key=lambda risk: risk.place):
            drawn = in_every_draw(self._hits(risk, risk.before), len(before))
            before += drawn
            if is_changed:
                is_same = risk.afterwards == risk.before
                after += drawn if is_same else in_every_draw(self._hits(risk, risk.afterwards), len(after))
        return before, after

    def _without(self, total: Floats, risk: RiskInterval, event: Event | None) -> Floats:
        happens, days = self._hits(risk, event)
        rest = total.copy()
        rest[happens] -= days
        return rest

    def _hits(self, risk: RiskInterval, event: Event | None) -> Hits:
        if event is None:
            return _NO_HITS
        found = self._events.get((risk.place, event))
        if found is None:
            found = event.hits(risk.place, draws=self.effort.draws, seed=self.effort.seed)
            if self.effort.draws <= KEPT_DRAWS and len(self.counted) <= _KEPT_RISKS:
                self._events[risk.place, event] = found
        return found

    @cached_property
    def _events(self) -> dict[tuple[int, Event], Hits]:
        """What was drawn already: each event counts in the sum, and again for its own share."""
        return {}


def risk_exposure(
    document: Document, effort: TotalEffort | None = None, risks: tuple[RiskInterval, ...] | None = None
) -> RiskExposure:
    """Return what the risks of a document may cost.

    Risks that belong to no option and those of the recommended options count; without a recommendation, all. A closed
    risk counts nowhere. Words mean the intervals of the document's risk scale, or archkit's own.

    Args:
        document: The document.
        effort: Its effort where that is known already; computed here when None.
        risks: What `risk_intervals` gives for it, likewise.

    Source: Cox, What's wrong with risk matrices?, Risk Analysis 28 (2008); Hubbard, The Failure of Risk Management
    (2009), for the exceedance curve.
    """
    risks = risk_intervals(document) if risks is None else risks
    effort = effort or document_effort(document)
    scale = risk_scale(document.risk_scale)
    return RiskExposure(
        risks=tuple(risk for risk in risks if not risk.is_closed),
        closed=sum(risk.is_closed for risk in risks),
        chosen=effort.chosen,
        scale=scale,
        effort=effort,
        problems=(*scale.problems, *interval_problems(risks), *homeless_risks(risks, document.option_names)),
    )


def _sum(losses: list[tuple[float, float, float]]) -> tuple[float, float, float]:
    low, mean, high = (sum(ends) for ends in zip(*losses, strict=True)) if losses else (0.0, 0.0, 0.0)
    return low, mean, high
