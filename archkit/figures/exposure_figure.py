"""The exposure to risk as a picture: ranges of expected loss, the chance to lose more, or shares of the P80."""

from __future__ import annotations

from typing import Literal

from archkit.analysis.risk_exposure import RiskExposure
from archkit.figures.expected_loss import expected_loss
from archkit.figures.figure import Figure, of_kind
from archkit.figures.loss_exceedance import loss_exceedance
from archkit.figures.risk_shares import risk_shares

_KINDS = {"expected loss": expected_loss, "exceedance": loss_exceedance, "p80": risk_shares}


def exposure_figure(
    exposure: RiskExposure, kind: Literal["expected loss", "exceedance", "p80"] = "expected loss"
) -> Figure:
    """Draw the exposure to risk.

    Args:
        exposure: What `risk_exposure` returns; all numbers of the figure stand in its frames.
        kind: `expected loss` draws a range for each risk, `exceedance` the chance that all together cost more than a
            number of days, `p80` what each adds to the P80 of effort with risks.

    Raises:
        AnalysisError: there is no such figure.
    """
    return of_kind(_KINDS, kind)(exposure)
