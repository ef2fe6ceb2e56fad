"""The numbers that a page shows, as plain values, and how they are taken from the analysis of a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isnan

from archkit.analysis.compare import ComparedOption, OptionsCompared
from archkit.analysis.risk_grid import risk_grid
from archkit.analysis.risk_tables import about
from archkit.model.document import Document
from archkit.model.risk_scales import risk_scale
from archkit.pages.analyses import RISKS, compared, effort_totals
from archkit.pages.effort_numbers import EffortNumbers
from archkit.pages.kept import kept


@dataclass(frozen=True)
class Contribution:
    """What one criterion adds to an option's weighted score.

    Attributes:
        criterion: Its name.
        share: Its weight as a share (0–1) of all weights.
        amount: Share times the value (0–1) of the score on its scale.
        is_open: Whether there is no score, so that the middle of all values counts.
    """

    criterion: str
    share: float
    amount: float
    is_open: bool = False


@dataclass(frozen=True)
class OptionNumbers:
    """What is known of an option in numbers; None where nothing is.

    Attributes:
        name: Its name.
        score: Weighted score, 0–1, with the ends `low` and `high` of its interval.
        rank: 1 is best; None for an option that is out or has no score.
        out_by: The gates that it fails.
        open_gates: The gates of which it is not known whether it passes them.
        contributions: What each criterion adds to the score.
        effort_mean: Mean effort in working days, where work items name the option.
        effort_p80: The working days that are enough with a chance of 80 %.
        loss_low: Low end of the expected loss in working days over its risks, before their mitigation.
        loss_high: High end of it.
        unknown_risks: Number of its risks whose likelihood or impact is not known; the loss does not count them.
    """

    name: str
    score: float | None = None
    low: float | None = None
    high: float | None = None
    rank: int | None = None
    out_by: tuple[str, ...] = ()
    open_gates: tuple[str, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    effort_mean: float | None = None
    effort_p80: float | None = None
    loss_low: float | None = None
    loss_high: float | None = None
    unknown_risks: int = 0

    @property
    def text(self) -> str:
        """The score as a document states it: two decimals, `out`, or nothing."""
        if self.out_by:
            return "out"
        return "" if self.score is None else f"{self.score:.2f}"

    @property
    def interval(self) -> str:
        """The ends of the interval where they are apart, else ""."""
        if self.out_by or self.score is None or self.low is None or self.high is None:
            return ""
        ends = f"{self.low:.2f}", f"{self.high:.2f}"
        return "–".join(ends) if ends[0] != ends[1] else ""

    @property
    def loss(self) -> str:
        """The expected loss as a range with two significant digits, "" where nothing is known."""
        return "" if self.loss_low is None or self.loss_high is None else about(self.loss_low, self.loss_high)


@dataclass(frozen=True)
class RiskNumbers:
    """The steps (from 1) of a risk's likelihood and impact on the risk scale, None where the text is on no scale."""

    likelihood: int | None
    impact: int | None


@dataclass(frozen=True)
class PageNumbers:
    """All numbers of a page: the options, the effort, and one entry for each risk of the document."""

    options: tuple[OptionNumbers, ...] = ()
    effort: EffortNumbers = field(default_factory=EffortNumbers)
    risks: tuple[RiskNumbers, ...] = ()

    def option(self, name: str) -> OptionNumbers:
        """Return the numbers of an option; empty ones when there are none."""
        return next((option for option in self.options if option.name == name), OptionNumbers(name))


def page_numbers(document: Document) -> PageNumbers:
    """Compute the numbers of a page."""
    found = compared(document)
    return PageNumbers(
        options=tuple(_option(found, place, option) for place, option in enumerate(found.options)),
        effort=effort_totals(document),
        risks=_steps(document),
    )


@kept(*RISKS)
def _steps(document: Document) -> tuple[RiskNumbers, ...]:
    grid = risk_grid(document.risks, risk_scale(document.risk_scale))
    placed = {risk.number: RiskNumbers(risk.likelihood, risk.impact) for risk in grid.risks}
    return tuple(placed.get(number, RiskNumbers(None, None)) for number in range(1, len(document.risks) + 1))


def _option(compared: OptionsCompared, place: int, option: ComparedOption) -> OptionNumbers:
    score = _known(option.score)
    return OptionNumbers(
        name=option.name,
        score=score,
        low=_known(option.low),
        high=_known(option.high),
        rank=option.rank,
        out_by=option.out_by,
        open_gates=() if option.out_by else option.open_gates,
        contributions=tuple(
            Contribution(item.criterion, item.share, item.share * item.values[place][1], not item.known[place])
            for item in compared.criteria
            if score is not None and item.share
        ),
        # Without work of its own an option would show the work that all need, as if it were done.
        effort_mean=_known(option.effort_mean),
        effort_p80=_known(option.effort_p80),
        loss_low=_known(option.loss_low),
        loss_high=_known(option.loss_high),
        unknown_risks=option.unknown_risks,
    )


def _known(number: float) -> float | None:
    return None if isnan(number) else number
