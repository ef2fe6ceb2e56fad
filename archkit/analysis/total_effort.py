"""Effort that adds up: ranges in, a distribution out. Means add; percentiles are taken from the same draws."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from archkit.analysis import effort_tables, effort_words
from archkit.analysis.effort_settings import EffortSettings, effort_settings
from archkit.analysis.shown import html_table, number, text_table
from archkit.analysis.simulation import Floats, sorted_chance, sorted_quantile
from archkit.analysis.stated_days import stated_totals
from archkit.analysis.summed_draws import summed_draws
from archkit.analysis.work_in_days import DEVELOPMENT, TESTING, Work, phase_labels, work_in_days
from archkit.errors import AnalysisError, quoted
from archkit.model.effort import Effort, estimate
from archkit.model.phases import Phase

if TYPE_CHECKING:
    import pandas as pd

    from archkit.analysis.risk_intervals import RiskInterval

TOTAL = effort_words.TOTAL
#: The days of risks as events, beside the kinds of work.
RISKS = "risks"
WORDS = (DEVELOPMENT, TESTING, TOTAL)
QUANTILES = {"p10": 0.1, "p50": 0.5, "p80": 0.8, "p90": 0.9}


@dataclass(frozen=True, eq=False, repr=False)
class TotalEffort:
    """The effort of a document in working days.

    Attributes:
        work: All work items that can be counted, also those of options that are not chosen.
        phases: The labels of the phases in order.
        options: The names of the options in order.
        chosen: The options whose work counts, beside the work that all options need; empty for all.
        words: The totals in the author's words, when there are no work items; empty otherwise.
        stated: Low and high end in days of each of them.
        problems: What was left out or could not be found, one message each.
        settings: The distribution, what low and high mean, the correlation, the draws and the seed.
        unread: How many work items have no readable estimate.
        risks: Open risks of known probability and days that the total counts as events, of all options; empty when
            they were not asked for.
    """

    work: tuple[Work, ...]
    phases: tuple[str, ...]
    options: tuple[str, ...]
    chosen: tuple[str, ...]
    words: Mapping[str, str]
    stated: Mapping[str, tuple[float, float]]
    problems: tuple[str, ...]
    settings: EffortSettings
    unread: int = 0
    risks: tuple[RiskInterval, ...] = ()

    @property
    def correlation(self) -> float:
        """How strongly the items rise and fall together, 0–1."""
        return self.settings.correlation

    @property
    def draws(self) -> int:
        """Number of draws."""
        return self.settings.draws

    @property
    def seed(self) -> int:
        """The same seed gives the same numbers."""
        return self.settings.seed

    @cached_property
    def counted(self) -> tuple[Work, ...]:
        """The work items that the totals count."""
        return tuple(item for item in self.work if self._counts(item.option))

    @cached_property
    def events(self) -> tuple[RiskInterval, ...]:
        """The risks that the total counts as events."""
        return tuple(risk for risk in self.risks if self._counts(risk.option))

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """Development, testing, any kind of the author's own, then risks; they add up to the total."""
        own = (item.kind for item in self.counted)
        return tuple(dict.fromkeys((DEVELOPMENT, TESTING, *own, *((RISKS,) if self.events else ()))))

    def mean(self, name: str = TOTAL) -> float:
        """Return the exact mean in working days of the total or of one kind of work.

        Raises:
            AnalysisError: there is no such total.
        """
        stated = sum(self.stated.get(self._known(name), (0.0, 0.0))) / 2 if self.words else 0.0
        events = effort_tables.event_mean(self.events) if name in (TOTAL, RISKS) else 0.0
        return stated + events + sum(item.mean for item in self._items(name))

    def quantile(self, q: float, name: str = TOTAL) -> float:
        """Return the number of working days that the total, or one kind of work, stays below with a chance of q (0–1).

        A total that is stated as a range has no distribution: NaN.

        Raises:
            AnalysisError: there is no such total, or q is not a chance.
        """
        if not 0 <= q <= 1:
            raise AnalysisError(f"a chance of {q:g} is out of range; use a number from 0 to 1")
        if self.words and name != RISKS:
            low, high = self.stated.get(self._known(name), (0.0, 0.0))
            certain = low == high and not (self.events and name == TOTAL)
            return low if certain else float("nan")
        return sorted_quantile(self.sums(name), q)

    def chance(self, days: float, name: str = TOTAL) -> float:
        """Return the chance (0–1) that the total, or one kind of work, takes at most so many working days.

        Raises:
            AnalysisError: there is no such total.
        """
        if self.words and name != RISKS:
            certain = self.quantile(0.5, name)
            return float("nan") if certain != certain else float(certain <= days)
        return sorted_chance(self.sums(name), days)

    def sums(self, name: str = TOTAL) -> Floats:
        """Return the drawn sums in working days, sorted, of the total or of one kind of work."""
        self._known(name)
        kept: dict[str, Floats] = self.__dict__.setdefault("_sums", {})
        if name not in kept:
            kept[name] = self.drawn(self._items(name), self.events if name in (TOTAL, RISKS) else ())
        return kept[name]

    def drawn(self, items: Iterable[Work], events: Iterable[RiskInterval] = ()) -> Floats:
        """Return the drawn sums of some items and risks in working days, sorted; an item has its draws in every sum."""
        result = self.in_draw_order(items, events)
        result.sort()
        return result

    def in_draw_order(self, items: Iterable[Work], events: Iterable[RiskInterval] = ()) -> Floats:
        """Return the drawn sums of some items and risks in working days, so that sums of different things add up."""
        entries = ((item.stream, item.estimate) for item in items)
        result = summed_draws(entries, correlation=self.correlation, draws=self.draws, seed=self.seed)
        for risk in events:
            if risk.before:
                result += risk.before.drawn(risk.place, draws=self.draws, seed=self.seed)
        return result

    @property
    def likely_sum(self) -> float:
        """The sum of the likely values in working days: what a plan without ranges would say."""
        return sum(item.likely for item in self.counted)

    @property
    def has_spread(self) -> bool:
        """Whether anything that counts is uncertain."""
        return bool(self.events) or any(item.estimate.spread > 0 for item in self.counted)

    @property
    def texts(self) -> dict[str, str]:
        """The three totals as a document states them; the author's own words when there are no work items."""
        return effort_words.texts(self)

    @property
    def assumptions(self) -> str:
        """How the numbers were made, in a few sentences."""
        return effort_words.assumptions(self)

    @property
    def scope(self) -> str:
        """Which work the totals count, in one or two sentences."""
        return effort_words.scope(self)

    @property
    def left_out(self) -> str:
        """How many work items have no readable estimate, in words; "" when all have one."""
        return effort_words.left_out(self)

    @property
    def frame(self) -> pd.DataFrame:
        """Development, testing, kinds of the author's own, total × mean, p10, p50, p80, p90 in working days."""
        return effort_tables.totals_frame(self)

    @property
    def by_phase(self) -> pd.DataFrame:
        """Phases in order, then `(no phase)` × the kinds of work and their total: means in days, which add up."""
        return effort_tables.phases_frame(self)

    @property
    def by_option(self) -> pd.DataFrame:
        """Options in order × mean, p10, p50, p80, p90 in days of the work for all options with the option's own."""
        return effort_tables.options_frame(self)

    def __str__(self) -> str:
        table = text_table(*self._shown())
        lines = ("Effort in working days", table, effort_words.sum_of_likely(self), self.assumptions, *self.problems)
        return "\n".join(line for line in lines if line)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return html_table(*self._shown(), notes=(effort_words.sum_of_likely(self), self.assumptions, *self.problems))

    def _shown(self) -> tuple[list[str], list[list[str]]]:
        rows = effort_tables.totals(self)
        return ["", "mean", *QUANTILES], [[name, *map(number, values)] for name, values in rows.items()]

    def _known(self, name: str) -> str:
        if name != TOTAL and name not in self.kinds:
            raise AnalysisError(f"there is no total {quoted(name)}; use {', '.join((*self.kinds, TOTAL))}")
        return name

    def _counts(self, option: str) -> bool:
        return not self.chosen or not option or option in self.chosen

    def _items(self, name: str) -> tuple[Work, ...]:
        self._known(name)
        return tuple(item for item in self.counted if name in (TOTAL, item.kind))


def total_effort(
    effort: Effort,
    *,
    phases: tuple[Phase, ...] = (),
    chosen: tuple[str, ...] = (),
    options: tuple[str, ...] = (),
    days_per_week: float = 5.0,
    hours_per_day: float = 8.0,
    risks: tuple[RiskInterval, ...] = (),
    correlation: float | None = None,
    draws: int | None = None,
    seed: int | None = None,
) -> TotalEffort:
    """Add the work items up, in working days.

    The totals count the items that no option names and those of the chosen options; without a chosen option, all.
    A kind that begins with "test" is testing, one that begins with "dev" is development; any other kind counts in the
    total alone and is shown under its own name. What has no readable estimate is left out and said.

    Args:
        effort: The section, in the unit that it names.
        phases: The phases in order; an item names one by number or name.
        chosen: The recommended options.
        options: All options in order.
        days_per_week: Working days in a week of effort.
        hours_per_day: Working hours in a day of effort.
        risks: What may happen besides; open risks with known probability and days count in the total.
        correlation: Correlation (0–1) of the items through one common cause; the section's own when None.
        draws: Number of draws, at most 1,000,000; the section's own when None.
        seed: The same seed gives the same numbers; the section's own when None.

    Raises:
        AnalysisError: a factor, the correlation or the number of draws is out of range.

    Source: Malcolm et al., Operations Research 7 (1959), for the mean; Book (1999) for the correlation.
    """
    settings, unfit = effort_settings(effort, correlation=correlation, draws=draws, seed=seed)
    factors = {"days_per_week": days_per_week, "hours_per_day": hours_per_day}
    labels = phase_labels(phases)
    work, problems = work_in_days(effort, phases=labels, options=options, settings=settings, **factors)
    has_items = any(not item.is_empty for item in effort.work_items)
    words = {} if has_items else {name: text for name in WORDS if (text := getattr(effort, name))}
    stated, vague = stated_totals(words, **factors)
    unread = sum(not item.is_empty and estimate(item) is None for item in effort.work_items)
    known = tuple(risk for risk in risks if risk.before and not risk.is_closed)
    problems = (*unfit, *problems, *vague)
    return TotalEffort(work, labels, options, chosen, words, stated, problems, settings, unread, known)
