"""What is known of one option: score, merits, support, effort and risk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isnan, nan

import numpy as np

from archkit.analysis.comparing.value_table import ranks
from archkit.analysis.effort_tables import one_option_days
from archkit.analysis.option_exposure import OptionExposure
from archkit.analysis.total_effort import TotalEffort
from archkit.model.options import ASSUMPTION, Option
from archkit.model.weighted_score import WeightedScore


@dataclass(frozen=True)
class ComparedOption:
    """What is known of one option. An unknown number is NaN.

    Attributes:
        name: Its name.
        score: Weighted score, 0–1.
        low: The score with every blank at the worst and every range at its low end, 0–1; weights that are not known
            or on which raters differ are at their worst for it, too.
        high: The score with every blank at the best and every range at its high end, 0–1; weights likewise.
        out_by: The gates that it fails; such an option has no rank.
        open_gates: The gates that are not answered; such an option has no rank either.
        rank: 1 is best, ties share a rank; None without a score.
        pros: Number of points for it.
        cons: Number of points against it.
        supported: Number of points whose evidence is given and is not called an assumption.
        effort_mean: Mean effort in working days, where work items name the option: its own work with that for all.
        effort_p80: The working days that are enough with a chance of 80 %.
        risks: Number of risks that are not closed: those of all options with its own.
        unknown_risks: Number of those whose likelihood or impact is not known; they are in no sum.
        expected_loss: Expected loss in working days over its risks, before their mitigation: the mean.
        loss_low: The same with likelihood and impact at their low ends.
        loss_high: The same at their high ends.
    """

    name: str
    score: float = nan
    low: float = nan
    high: float = nan
    out_by: tuple[str, ...] = ()
    open_gates: tuple[str, ...] = ()
    rank: int | None = None
    pros: int = 0
    cons: int = 0
    supported: int = 0
    effort_mean: float = nan
    effort_p80: float = nan
    risks: int = 0
    unknown_risks: int = 0
    expected_loss: float = nan
    loss_low: float = nan
    loss_high: float = nan

    @property
    def can_be_ranked(self) -> bool:
        """Whether the option has a score and passes every gate."""
        return not self.no_part

    @property
    def no_part(self) -> str:
        """Why the option cannot be ranked: `out: …`, `open: …` or `no score`; "" where it can."""
        if self.out_by:
            return f"out: {', '.join(self.out_by)}"
        if self.open_gates:
            return f"open: {', '.join(self.open_gates)}"
        return "no score" if isnan(self.score) else ""


def compared_option(
    option: Option, found: WeightedScore, effort: TotalEffort, exposed: OptionExposure
) -> ComparedOption:
    """Put together what is known of an option, yet without its rank.

    Args:
        option: The option.
        found: Its weighted score.
        effort: The effort of the document.
        exposed: What its risks may cost.
    """
    score, low, high = (nan if value is None else value for value in (found.score, found.low, found.high))
    mean, _, p80 = one_option_days(effort, option.name)
    points = (*option.pros, *option.cons)
    return ComparedOption(
        name=option.name,
        score=score,
        low=low,
        high=high,
        out_by=found.out_by,
        open_gates=found.open_gates,
        pros=sum(not point.is_empty for point in option.pros),
        cons=sum(not point.is_empty for point in option.cons),
        supported=sum(point.evidence.strip().casefold() not in ("", ASSUMPTION) for point in points),
        effort_mean=mean,
        effort_p80=p80,
        risks=len(exposed.risks),
        unknown_risks=exposed.unknown,
        expected_loss=exposed.mean,
        loss_low=exposed.low,
        loss_high=exposed.high,
    )


def ranked(options: Sequence[ComparedOption]) -> tuple[ComparedOption, ...]:
    """Return the options with their ranks; equal scores share the better rank."""
    placed = [at for at, option in enumerate(options) if option.can_be_ranked]
    found = dict(zip(placed, ranks(np.array([options[at].score for at in placed])).tolist(), strict=True))
    return tuple(replace(option, rank=found.get(at)) for at, option in enumerate(options))
