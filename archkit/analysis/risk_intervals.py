"""Each risk as an interval of probability and one of days, before and after its mitigation; what is unknown is said."""

from __future__ import annotations

from binascii import crc32
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import isnan, nan
from typing import NamedTuple

from archkit.analysis.risk_events import Hits, event_draws, event_hits, event_mean
from archkit.analysis.simulation import Floats
from archkit.errors import nearest, quoted
from archkit.model.document import Document
from archkit.model.fields import number_text
from archkit.model.option_named import option_named
from archkit.model.risk_scales import RiskScale, risk_scale
from archkit.model.risks import Risk
from archkit.model.scale_steps import IMPACT, LIKELIHOOD

Ends = tuple[float, float]
_LABELS = 12


@dataclass(frozen=True)
class Event:
    """What a risk may cost: the ends of its probability (0–1), and of the working days if it happens."""

    probability: Ends
    days: Ends

    @cached_property
    def loss(self) -> tuple[float, float, float]:
        """The expected loss in working days: low × low, the mean of the draws, high × high."""
        (chance_low, chance_high), (days_low, days_high) = self.probability, self.days
        return chance_low * days_low, event_mean(*self.probability, *self.days), chance_high * days_high

    def drawn(self, place: int, *, draws: int, seed: int) -> Floats:
        """Return the days that it costs in each draw; see `event_draws`."""
        return event_draws(place, *self.probability, *self.days, draws=draws, seed=seed)

    def hits(self, place: int, *, draws: int, seed: int) -> Hits:
        """Return the draws in which it happens, and what it costs in each; see `event_hits`."""
        return event_hits(place, self.probability, self.days, draws=draws, seed=seed)


class RiskInterval(NamedTuple):
    """A risk of the document in numbers.

    Attributes:
        number: Its number (from 1) among all risks of the document.
        risk: The risk.
        option: The option that it belongs to; "" for all.
        is_closed: Whether its status says that it is over; it counts nowhere.
        before: What it may cost as it stands; None where likelihood or impact is not known.
        after: What it may cost with its mitigation; None where that cannot be read.
        mitigation_cost: Working days that the mitigation takes for certain; 0 when blank, NaN when it cannot be read.
        is_mitigated: Whether anything is said of a mitigation.
        reason: Why `before` is None; "" when it is known.
        after_reason: Why `after` is None while `before` is known.
        kept: What the mitigation says nothing of, so that it stays as before: `likelihood`, `impact`, both or none.
        is_outside: Whether the cost in days lies outside what the word for the impact means.
        place: Which draws are its own: by its name and option, so that neither the order of the risks nor a change of
            another one moves a number.
    """

    number: int
    risk: Risk
    option: str
    is_closed: bool
    before: Event | None
    after: Event | None
    mitigation_cost: float
    is_mitigated: bool
    reason: str = ""
    after_reason: str = ""
    kept: tuple[str, ...] = ()
    is_outside: bool = False
    place: int = 0

    @property
    def label(self) -> str:
        """How tables and figures show it, such as R1."""
        return f"R{self.number}"

    @property
    def afterwards(self) -> Event | None:
        """What it counts with after the mitigation: as before where that is not known."""
        return self.after or self.before

    @property
    def net_benefit(self) -> tuple[float, float, float] | None:
        """Expected loss before less after less the cost of the mitigation, in days: least, mean, most.

        None where the effect or the cost of the mitigation is not known. What it leaves as it is has one value before
        and after, so it widens the range no more than once.
        """
        if not (self.before and self.after and self.is_mitigated) or len(self.kept) == 2 or isnan(self.mitigation_cost):
            return None
        mean = self.before.loss[1] - self.after.loss[1]
        low, high = _saved(self.before, self.after, self.kept)
        return low - self.mitigation_cost, mean - self.mitigation_cost, high - self.mitigation_cost


def risk_intervals(document: Document) -> tuple[RiskInterval, ...]:
    """Return the risks of a document in numbers, without empty rows, by the risk scale that is in force.

    A percentage and days override words. A residual value that is blank is the one before. A word that is on no
    scale gives no number, and the reason is said.
    """
    scale = risk_scale(document.risk_scale)
    return _with_places([
        _interval(number, risk, scale, document.option_names)
        for number, risk in enumerate(document.risks, 1)
        if not risk.is_empty
    ])  # fmt: skip


def _with_places(risks: list[RiskInterval]) -> tuple[RiskInterval, ...]:
    used: set[int] = set()
    places: dict[int, int] = {}
    for risk in sorted(risks, key=_identity):
        place = crc32(f"{risk.risk.risk}\n{risk.option}".encode(errors="replace"))
        while place in used:
            place += 1
        used.add(place)
        places[risk.number] = place
    return tuple(risk._replace(place=places[risk.number]) for risk in risks)


def _identity(risk: RiskInterval) -> tuple[str, str, Ends, Ends, int]:
    nothing = (0.0, 0.0)
    ends = (risk.before.probability, risk.before.days) if risk.before else (nothing, nothing)
    return risk.risk.risk, risk.option, *ends, risk.number


def homeless_risks(risks: tuple[RiskInterval, ...], options: tuple[str, ...]) -> Iterator[str]:
    """Yield a message for each risk that names an option which is not there."""
    for risk in risks:
        if risk.option and risk.option not in options and not risk.is_closed:
            close = nearest(risk.option, options)
            meant = f"did you mean {quoted(close)}?" if close else "name an option, or leave it blank for all"
            yield (
                f"{risk.label} {quoted(risk.risk.risk)} names the option {quoted(risk.option)}, which is not there, so "
                f"it counts in the loss of no option, and in the sum of all only while none is recommended; {meant}"
            )


def interval_problems(risks: tuple[RiskInterval, ...]) -> Iterator[str]:
    """Yield what is unknown or taken as before, in messages that name the risks."""
    live = [risk for risk in risks if not risk.is_closed]
    for risk in live:
        name = f"{risk.label} {quoted(risk.risk.risk)}"
        if risk.reason:
            cost = f"{number_text(risk.mitigation_cost)} days of its mitigation" if risk.mitigation_cost > 0 else ""
            yield f"{name} is in no sum" + (f", nor are the {cost}" if cost else "") + f": {risk.reason}"
        elif risk.after_reason:
            yield f"{name} counts after its mitigation as before: {risk.after_reason}"
        for title, value in (("cost", risk.risk.cost), ("residual cost", risk.risk.residual_cost)):
            if isinstance(value, str):
                yield f"{name}: {title} {quoted(value)} is not a number of days and is not counted"
        if isinstance(risk.risk.mitigation_cost, str):
            cost = quoted(risk.risk.mitigation_cost)
            yield f"{name}: mitigation cost {cost} is not a number of days, so its net benefit is not known"
    known = [risk for risk in live if risk.before]
    both = [risk for risk in known if risk.is_mitigated and len(risk.kept) == 2]
    if both:
        yield f"{_labels(both)}: what the mitigation changes is not given, so the risk counts after it as before"
    for what in (LIKELIHOOD, IMPACT):
        if some := [risk for risk in known if risk.is_mitigated and risk.kept == (what,)]:
            yield f"{_labels(some)}: the residual {what} is blank, so the {what} before counts"
    if outside := [risk for risk in known if risk.is_outside]:
        yield f"{_labels(outside)}: the cost in days lies outside what the word for impact means; the number counts"


def _interval(number: int, risk: Risk, scale: RiskScale, options: tuple[str, ...]) -> RiskInterval:
    chance, days = scale.likelihood_ends(risk.likelihood), scale.impact_ends(risk.impact)
    is_outside = isinstance(risk.cost, float) and days is not None and not days[0] <= risk.cost <= days[1]
    if isinstance(risk.cost, float):
        days = (risk.cost, risk.cost)
    before = Event(chance, days) if chance and days else None
    left = (risk.residual_likelihood, risk.residual_impact, risk.residual_cost)
    after, after_reason, kept = _after(risk, before, scale) if before else (None, "", ())
    return RiskInterval(
        number=number,
        risk=risk,
        option=(option_named(risk.option, options) or risk.option) if risk.option else "",
        is_closed=risk.status.strip().casefold() == "closed",
        before=before,
        after=after,
        mitigation_cost=_cost(risk),
        is_mitigated=any(value not in ("", None) for value in (risk.mitigation, risk.mitigation_cost, *left)),
        reason="" if before else _reason(risk, scale, chance, days),
        after_reason=after_reason,
        kept=kept,
        is_outside=is_outside,
    )


def _cost(risk: Risk) -> float:
    if isinstance(risk.mitigation_cost, str):
        return nan
    return risk.mitigation_cost or 0.0


def _after(risk: Risk, before: Event, scale: RiskScale) -> tuple[Event | None, str, tuple[str, ...]]:
    chance: Ends | None = before.probability
    days: Ends | None = before.days
    kept, reasons = [], []
    if risk.residual_likelihood:
        chance = scale.likelihood_ends(risk.residual_likelihood)
        reasons += [] if chance else [f"residual {scale.why_not(LIKELIHOOD, risk.residual_likelihood)}"]
    else:
        kept.append(LIKELIHOOD)
    if isinstance(risk.residual_cost, float):
        days = (risk.residual_cost, risk.residual_cost)
    elif risk.residual_impact:
        days = scale.impact_ends(risk.residual_impact)
        reasons += [] if days else [f"residual {scale.why_not(IMPACT, risk.residual_impact)}"]
    else:
        kept.append(IMPACT)
    return (Event(chance, days) if chance and days else None), " and ".join(reasons), tuple(kept)


def _reason(risk: Risk, scale: RiskScale, chance: Ends | None, days: Ends | None) -> str:
    reasons = [] if chance else [scale.why_not(LIKELIHOOD, risk.likelihood)]
    reasons += [] if days else [scale.why_not(IMPACT, risk.impact)]
    return " and ".join(reasons)


def _saved(before: Event, after: Event, kept: tuple[str, ...]) -> Ends:
    """Return the least and most days that are saved in expectation."""
    (chance_low, chance_high), (days_low, days_high) = before.probability, before.days
    (left_low, left_high), (short_low, short_high) = after.probability, after.days
    if LIKELIHOOD in kept:
        least, most = days_low - short_high, days_high - short_low
        return min(chance_low * least, chance_high * least), max(chance_low * most, chance_high * most)
    if IMPACT in kept:
        least, most = chance_low - left_high, chance_high - left_low
        return min(days_low * least, days_high * least), max(days_low * most, days_high * most)
    return chance_low * days_low - left_high * short_high, chance_high * days_high - left_low * short_low


def _labels(risks: list[RiskInterval]) -> str:
    labels = [risk.label for risk in risks]
    more = len(labels) - _LABELS
    return ", ".join(labels) if more <= 0 else f"{', '.join(labels[:_LABELS])} and {more} more"
