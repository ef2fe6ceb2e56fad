"""What the risks of one option may cost: its own with those of all options."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

from archkit.analysis.risk_intervals import RiskInterval, risk_intervals
from archkit.model.document import Document


@dataclass(frozen=True)
class OptionExposure:
    """Expected loss of an option in working days, before mitigation.

    Attributes:
        low: Low end, NaN where no risk has a known likelihood and impact.
        mean: Mean, likewise.
        high: High end, likewise.
        risks: The risks that count: not closed, of all options or of this one.
        unknown: How many of them have no known likelihood or impact; the loss does not count these.
    """

    low: float
    mean: float
    high: float
    risks: tuple[RiskInterval, ...]
    unknown: int


def exposure(document: Document, option: str, *, risks: tuple[RiskInterval, ...] | None = None) -> OptionExposure:
    """Return what the risks of an option may cost.

    Args:
        document: The document.
        option: The name of the option.
        risks: What `risk_intervals` gives for the document, where it is at hand.
    """
    every = risk_intervals(document) if risks is None else risks
    own = tuple(risk for risk in every if not risk.is_closed and risk.option in ("", option))
    losses = [risk.before.loss for risk in own if risk.before]
    low, mean, high = (sum(ends) for ends in zip(*losses, strict=True)) if losses else (nan, nan, nan)
    return OptionExposure(low, mean, high, own, len(own) - len(losses))
