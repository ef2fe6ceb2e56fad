"""What the open risks of one option may cost, before their mitigations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan

from archkit.analysis.risk_intervals import RiskInterval


@dataclass(frozen=True)
class OptionRisks:
    """The open risks of an option: its own and those of all options.

    Attributes:
        count: How many there are.
        unknown: How many of them have no number: likelihood or impact is blank or on no scale.
        low: Expected loss in working days at the low ends; NaN where every risk is unknown.
        mean: The mean.
        high: At the high ends.
    """

    count: int = 0
    unknown: int = 0
    low: float = nan
    mean: float = nan
    high: float = nan


def option_risks(risks: Sequence[RiskInterval], option: str) -> OptionRisks:
    """Return what the risks that concern an option may cost together; an unknown one is counted, never guessed.

    Args:
        risks: All risks of the document.
        option: The option's name.
    """
    found = [risk for risk in risks if not risk.is_closed and risk.option in ("", option)]
    losses = [risk.before.loss for risk in found if risk.before]
    if not losses:
        return OptionRisks(len(found), len(found))
    low, mean, high = (sum(ends) for ends in zip(*losses, strict=True))
    return OptionRisks(len(found), len(found) - len(losses), low, mean, high)
