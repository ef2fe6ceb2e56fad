"""Effort that adds up: ranges in, a distribution out. Means add; percentiles are taken from the same draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from archkit.analysis import effort_curves, effort_tables, effort_words
from archkit.analysis.effort_settings import effort_settings
from archkit.analysis.phase_labels import PhaseLabels
from archkit.analysis.shown import html_table, number, text_table
from archkit.analysis.stated_days import stated_totals
from archkit.analysis.summed_effort import RISKS as RISKS
from archkit.analysis.summed_effort import TOTAL, SummedEffort
from archkit.analysis.work_in_days import DEVELOPMENT, TESTING, unread_work, work_in_days
from archkit.model.effort import Effort
from archkit.model.phases import Phase

if TYPE_CHECKING:
    import pandas as pd

    from archkit.analysis.risk_intervals import RiskInterval

WORDS = (DEVELOPMENT, TESTING, TOTAL)
QUANTILES = {"p10": 0.1, "p50": 0.5, "p80": 0.8, "p90": 0.9}


@dataclass(frozen=True, eq=False, repr=False)
class TotalEffort(SummedEffort):
    """The effort of a document in working days: its sums in words and as frames."""

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
    def frame(self) -> pd.DataFrame:
        """Development, testing, kinds of the author's own, total × mean, p10, p50, p80, p90 in working days."""
        return effort_tables.totals_frame(self)

    @property
    def by_phase(self) -> pd.DataFrame:
        """Phases in order, then `(no phase)` × the kinds of work and their total: means in days, which add up."""
        return effort_tables.phases_frame(self)

    @property
    def by_option(self) -> pd.DataFrame:
        """Options in order × mean, p10, p50, p80, p90 in days: the work for all with the option's own; else NaN."""
        return effort_tables.options_frame(self)

    @property
    def s_curve(self) -> pd.DataFrame:
        """The chance (0–1) that the total takes at most so many working days: `days`, `chance`."""
        return effort_curves.s_curve_frame(self)

    @property
    def spread(self) -> pd.DataFrame:
        """What each item and risk adds to the spread of the total: `item`, `sd` in days, `share`, which add up to 1."""
        return effort_curves.spread_frame(self)

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
        options: All options by their number; "" for one that has no name yet.
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
    labels = PhaseLabels(phases)
    work, problems = work_in_days(effort, phases=labels, options=options, settings=settings, **factors)
    has_items = any(not item.is_empty for item in effort.work_items)
    words = {} if has_items else {name: text for name in WORDS if (text := getattr(effort, name))}
    stated, vague = stated_totals(words, **factors)
    # What is left out is a problem, so that without one there is none.
    unread = unread_work(effort, labels, options) if problems else ()
    known = tuple(risk for risk in risks if risk.before and not risk.is_closed)
    problems = (*unfit, *problems, *vague)
    named = tuple(filter(None, options))
    return TotalEffort(work, labels.filled, named, chosen, words, stated, problems, settings, unread, known)
