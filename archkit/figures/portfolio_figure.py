"""The figures of a portfolio by kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Protocol

from archkit.figures.figure import Figure, of_kind
from archkit.figures.portfolio_decisions import portfolio_decisions
from archkit.figures.portfolio_effort import portfolio_effort
from archkit.figures.portfolio_evidence import portfolio_evidence
from archkit.figures.portfolio_reviews import portfolio_reviews
from archkit.figures.portfolio_risk import portfolio_risk

if TYPE_CHECKING:
    import pandas as pd


class Frames(Protocol):
    """What the figures draw: the frames of a portfolio, and the words that stand below them."""

    today: date
    documents: pd.DataFrame
    findings: pd.DataFrame

    @property
    def totals(self) -> pd.DataFrame:
        """What all documents take and may lose."""
        ...

    @property
    def exceedance(self) -> pd.DataFrame:
        """The chance of a loss."""
        ...

    @property
    def notes(self) -> dict[str, str]:
        """How the sums of a kind were made."""
        ...


FIGURES: dict[str, Callable[[Frames], Figure]] = {
    "effort": lambda shown: portfolio_effort(shown.documents, shown.totals, shown.notes["effort"]),
    "risk": lambda shown: portfolio_risk(shown.exceedance, shown.totals, shown.notes["losses"]),
    "decisions": lambda shown: portfolio_decisions(shown.documents),
    "evidence": lambda shown: portfolio_evidence(shown.documents, shown.findings),
    "reviews": lambda shown: portfolio_reviews(shown.documents, shown.today),
}


def portfolio_figure(portfolio: Frames, kind: str) -> Figure:
    """Return a figure of a portfolio.

    Raises:
        AnalysisError: there is no such figure.
    """
    return of_kind(FIGURES, kind)(portfolio)
