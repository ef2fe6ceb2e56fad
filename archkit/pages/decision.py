"""What a document decides, in the pieces that people ask for first; what it does not say is missing, never made up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from math import isnan

from archkit.model.comparison import Criterion
from archkit.model.document import Document
from archkit.model.options import Option, Point
from archkit.model.risks import Risk
from archkit.pages.analyses import charts_of_risk, compared, effort_totals
from archkit.pages.numbers import OptionNumbers, PageNumbers

#: How many risks are named where there is room for the first ones only.
FIRST_RISKS = 3


@dataclass(frozen=True)
class TopRisk:
    """A risk that may cost much: its number among all risks, and its expected loss in words, "" for none."""

    number: int
    risk: Risk
    loss: str


@dataclass(frozen=True)
class Decision:
    """A document asked for its decision.

    Attributes:
        document: The document.
        numbers: Its numbers.
        plain: Turns inline Markdown into the words that a reader sees.
    """

    document: Document
    numbers: PageNumbers
    plain: Callable[[str], str]

    @cached_property
    def chosen(self) -> tuple[Option, ...]:
        """The recommended options; one that the document does not describe has a name alone."""
        known = {option.name: option for option in self.document.options}
        return tuple(known.get(name, Option(name=name)) for name in self.document.recommendation.options if name)

    @cached_property
    def others(self) -> tuple[Option, ...]:
        """The options that are not recommended, in their order; none as long as nothing is recommended."""
        names = {option.name for option in self.chosen}
        found = (option for option in self.document.options if option.name and option.name not in names)
        return tuple(found) if names else ()

    @property
    def is_taken(self) -> bool:
        """Whether the document says that it is accepted."""
        return self.document.metadata.status.strip().casefold() == "accepted"

    def pros(self) -> list[str]:
        """Return what speaks for the recommended options."""
        return self._claims(point for option in self.chosen for point in option.pros)

    def cons(self) -> list[str]:
        """Return what speaks against the recommended options, which is what is accepted with them."""
        return self._claims(point for option in self.chosen for point in option.cons)

    def concerns(self) -> list[str]:
        """Return the criteria: those that must be met, then the others by falling weight."""
        shares = compared(self.document).weighting.shares
        rows = list(zip(self._criteria, shares, strict=True))
        rows.sort(key=lambda row: (not row[0].is_gate, -row[1]))
        return [words for item, _ in rows if (words := self.plain(item.criterion))]

    def top_risks(self) -> tuple[TopRisk, ...]:
        """Return the risks that may cost most, of those that count with what is recommended."""
        return top_risks(self.document)

    def of(self, option: Option) -> OptionNumbers:
        """Return the numbers of an option."""
        return self.numbers.option(option.name)

    @property
    def _criteria(self) -> list[Criterion]:
        # An empty row has no share.
        return [item for item in self.document.comparison.criteria if not item.is_empty]

    def _claims(self, points: Iterable[Point]) -> list[str]:
        return [words for point in points if (words := self.plain(point.claim).rstrip(". "))]


def top_risks(document: Document, most: int = FIRST_RISKS) -> tuple[TopRisk, ...]:
    """Return the counted risks that may cost most, the largest loss first, as the page's chart has them."""
    charts = charts_of_risk(document)
    if not charts.losses:
        return ()
    rows = {row.name: row for row in charts.rows}
    found = [rows[bar.name] for bar in charts.losses.bars[:most]]
    return tuple(TopRisk(row.number, document.risks[row.number - 1], row.loss) for row in found)


def likely_days(document: Document) -> str:
    """Return P50 and P80 of the total effort in words; "" where there is nothing to draw from."""
    effort = effort_totals(document)
    totals = dict(effort.totals)
    if "total" not in totals:
        return ""
    _, _, p50, p80, _ = totals["total"]
    least = "at least " if any(phase.is_least for phase in effort.phases) else ""
    return "" if isnan(p50) or isnan(p80) else f"{least}P50 {p50:.1f} days, P80 {p80:.1f} days"
