"""Effort that adds up: ranges in, a distribution out. Means add; percentiles are taken from the same draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from archkit.analysis import effort_tables
from archkit.analysis.shown import html_table, number, text_table
from archkit.analysis.simulation import CORRELATION, DRAWS, SEED, Floats, check_options, item_draws, sorted_quantile
from archkit.analysis.stated_days import stated_days
from archkit.analysis.work_in_days import DEVELOPMENT, TESTING, Work, phase_labels, work_in_days
from archkit.errors import AnalysisError, quoted
from archkit.model.effort import Effort, estimate
from archkit.model.phases import Phase

if TYPE_CHECKING:
    import pandas as pd

TOTAL = "total"
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
        correlation: How strongly the items rise and fall together, 0–1.
        draws: Number of draws.
        seed: The same seed gives the same numbers.
    """

    work: tuple[Work, ...]
    phases: tuple[str, ...]
    options: tuple[str, ...]
    chosen: tuple[str, ...]
    words: Mapping[str, str]
    stated: Mapping[str, tuple[float, float]]
    problems: tuple[str, ...]
    correlation: float
    draws: int
    seed: int
    unread: int = 0

    @cached_property
    def counted(self) -> tuple[Work, ...]:
        """The work items that the totals count."""
        return tuple(item for item in self.work if not self.chosen or not item.option or item.option in self.chosen)

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """Development, testing, then any kind of the author's own; only these two are stated beside the total."""
        return tuple(dict.fromkeys((DEVELOPMENT, TESTING, *(item.kind for item in self.counted))))

    def mean(self, name: str = TOTAL) -> float:
        """Return the exact mean in working days of the total or of one kind of work.

        Raises:
            AnalysisError: there is no such total.
        """
        if self.words:
            return sum(self.stated.get(self._known(name), (0.0, 0.0))) / 2
        return sum(item.mean for item in self._items(name))

    def quantile(self, q: float, name: str = TOTAL) -> float:
        """Return the number of working days that the total, or one kind of work, stays below with a chance of q (0–1).

        A total that is stated as a range has no distribution: NaN.

        Raises:
            AnalysisError: there is no such total, or q is not a chance.
        """
        if not 0 <= q <= 1:
            raise AnalysisError(f"a chance of {q:g} is out of range; use a number from 0 to 1")
        if self.words:
            low, high = self.stated.get(self._known(name), (0.0, 0.0))
            return low if low == high else float("nan")
        return sorted_quantile(self.sums(name), q)

    def sums(self, name: str = TOTAL) -> Floats:
        """Return the drawn sums in working days, sorted, of the total or of one kind of work."""
        self._known(name)
        kept: dict[str, Floats] = self.__dict__.setdefault("_sums", {})
        if name not in kept:
            kept[name] = self.drawn(self._items(name))
        return kept[name]

    def drawn(self, items: tuple[Work, ...]) -> Floats:
        """Return the drawn sums of some items in working days, sorted; an item has the same draws in every sum."""
        result = np.full(self.draws, float(sum(item.likely for item in items if item.low == item.high)))
        for item in items:
            if item.low < item.high:
                result += item_draws(
                    item.place,
                    item.low,
                    item.likely,
                    item.high,
                    correlation=self.correlation,
                    draws=self.draws,
                    seed=self.seed,
                )
        result.sort()
        return result

    @property
    def has_spread(self) -> bool:
        """Whether any work item that counts is given as a range."""
        return any(item.low < item.high for item in self.counted)

    @property
    def texts(self) -> dict[str, str]:
        """The three totals as a document states them; the author's own words when there are no work items."""
        if self.words:
            return {name: self.words.get(name, "") for name in (DEVELOPMENT, TESTING, TOTAL)}
        texts = {name: f"{self.mean(name):.1f} days" for name in (DEVELOPMENT, TESTING, TOTAL)}
        notes = [f"80 % chance of at most {self.quantile(0.8):.1f}"] if self.has_spread else []
        notes += [f"without {self.left_out} that cannot be read"] if self.left_out else []
        if notes:
            texts[TOTAL] += f" ({'; '.join(notes)})"
        return texts

    @property
    def assumptions(self) -> str:
        """How the numbers were made, in one sentence."""
        if not self.work:
            return "The totals are as stated, not computed." if self.words else "No work item has an estimate yet."
        return (
            f"Beta-PERT (λ = 4) between low and high as the absolute ends, correlation {self.correlation:g} between "
            f"all items, {self.draws:,} draws, seed {self.seed}; in working days. {self.scope}"
        )

    @property
    def scope(self) -> str:
        """Which work the totals count, in one sentence."""
        if self.left_out:
            return f"{self._scope_of_work} {self.left_out} without a readable estimate left out."
        return self._scope_of_work

    @property
    def left_out(self) -> str:
        """How many work items have no readable estimate, in words; "" when all have one."""
        return f"{self.unread} work item{'' if self.unread == 1 else 's'}" if self.unread else ""

    @property
    def _scope_of_work(self) -> str:
        if not any(item.option for item in self.work):
            return "All work items count."
        if not self.chosen:
            return "No option is recommended, so the work of all options counts."
        return f"Counted is the work for all options and for {', '.join(self.chosen)}."

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
        """Options in order × mean, p50, p80 in days of the work for all options with the option's own."""
        return effort_tables.options_frame(self)

    def __str__(self) -> str:
        table = text_table(*self._shown())
        return "\n".join(("Effort in working days", table, self.assumptions, *self.problems))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return html_table(*self._shown(), notes=(self.assumptions, *self.problems))

    def _shown(self) -> tuple[list[str], list[list[str]]]:
        rows = effort_tables.totals(self)
        return ["", "mean", *QUANTILES], [[name, *map(number, values)] for name, values in rows.items()]

    def _known(self, name: str) -> str:
        if name != TOTAL and name not in self.kinds:
            raise AnalysisError(f"there is no total {quoted(name)}; use {', '.join((*self.kinds, TOTAL))}")
        return name

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
    correlation: float = CORRELATION,
    draws: int = DRAWS,
    seed: int = SEED,
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
        correlation: Correlation (0–1) of the items through one common cause.
        draws: Number of draws.
        seed: The same seed gives the same numbers.

    Raises:
        AnalysisError: a factor, the correlation or the number of draws is out of range.

    Source: Malcolm et al., Operations Research 7 (1959), for the mean; Book (1999) for the correlation.
    """
    check_options(correlation, draws)
    labels = phase_labels(phases)
    work, problems = work_in_days(
        effort, phases=labels, options=options, days_per_week=days_per_week, hours_per_day=hours_per_day
    )
    words = {} if any(not item.is_empty for item in effort.work_items) else _words(effort)
    stated = {
        name: ends
        for name, text in words.items()
        if (ends := stated_days(text, days_per_week=days_per_week, hours_per_day=hours_per_day))
    }
    vague = [f"{name} {quoted(words[name])} gives no hours, days or weeks" for name in words if name not in stated]
    if stated and TOTAL not in words:
        stated[TOTAL] = (sum(low for low, _ in stated.values()), sum(high for _, high in stated.values()))
    unread = sum(not item.is_empty and estimate(item) is None for item in effort.work_items)
    problems = (*problems, *vague)
    return TotalEffort(work, labels, options, chosen, words, stated, problems, correlation, draws, seed, unread)


def _words(effort: Effort) -> dict[str, str]:
    return {name: text for name in (DEVELOPMENT, TESTING, TOTAL) if (text := getattr(effort, name))}
