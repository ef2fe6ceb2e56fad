"""The work items of an effort as sums: means that add up, and percentiles taken from the same draws."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from archkit.analysis.convolution import convolution
from archkit.analysis.effort_settings import EffortSettings
from archkit.analysis.exact_sum import ExactSum
from archkit.analysis.risk_intervals import RiskInterval
from archkit.analysis.simulation import Floats, Stream, check_chance, sorted_chance, sorted_quantile
from archkit.analysis.summed_draws import Drawn, summed_groups
from archkit.analysis.three_point import three_point
from archkit.analysis.work_in_days import DEVELOPMENT, TESTING, UnreadWork, Work
from archkit.errors import AnalysisError, quoted

TOTAL = "total"
#: The days of risks as events, beside the kinds of work.
RISKS = "risks"


@dataclass(frozen=True, eq=False, repr=False)
class SummedEffort:
    """Work items and risks in working days, and their sums.

    Attributes:
        work: All work items that can be counted, also those of options that are not chosen.
        phases: The labels of the phases in order.
        options: The names of the options in order.
        chosen: The options whose work counts, beside the work that all options need; empty for all.
        words: The totals in the author's words, when there are no work items; empty otherwise.
        stated: Low and high end in days of each of them that is known.
        problems: What was left out or could not be found, one message each.
        settings: The distribution, what low and high mean, the correlation, the draws and the seed.
        unread: The work items that have no readable estimate; no sum counts them.
        risks: Open risks of known probability and days that the total counts as events, of all options; empty when
            they were not asked for.
        unread_section: Why the section is kept as text, so that there is nothing to compute with; "" where it is data.
        working_time: What the front matter says of weeks and days that does not fit, and what counts; "" for nothing.
    """

    work: tuple[Work, ...]
    phases: tuple[str, ...]
    options: tuple[str, ...]
    chosen: tuple[str, ...]
    words: Mapping[str, str]
    stated: Mapping[str, tuple[float, float]]
    problems: tuple[str, ...]
    settings: EffortSettings
    unread: tuple[UnreadWork, ...] = ()
    risks: tuple[RiskInterval, ...] = ()
    unread_section: str = ""
    working_time: str = ""

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
    def unread_counted(self) -> tuple[UnreadWork, ...]:
        """The work items without a readable estimate that the totals would count."""
        return tuple(item for item in self.unread if self._counts(item.option))

    @cached_property
    def events(self) -> tuple[RiskInterval, ...]:
        """The risks that the total counts as events."""
        return tuple(risk for risk in self.risks if self._counts(risk.option))

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """Development, testing, any kind of the author's own, then risks; they add up to the total."""
        own = (*(item.kind for item in self.counted), *(item.kind for item in self.unread_counted))
        return tuple(dict.fromkeys((DEVELOPMENT, TESTING, *own, *((RISKS,) if self.events else ()))))

    def left_out(self, name: str = TOTAL) -> int:
        """Return how many work items of the total, or of one kind of work, have no readable estimate."""
        return len(self._missing(name))

    def is_unknown(self, name: str = TOTAL) -> bool:
        """Whether there is work, and no estimate of it can be read."""
        return bool(self._missing(name)) and not self._items(name)

    def mean(self, name: str = TOTAL) -> float:
        """Return the exact mean in working days of the total or of one kind of work; NaN where it is not known.

        Of a stated range it is the middle. Work without a readable estimate is not in it; see `left_out`.

        Raises:
            AnalysisError: there is no such total.
        """
        events = expected_days(self.events) if name in (TOTAL, RISKS) else 0.0
        unknown = float("nan") if self.is_unknown(name) else 0.0
        return unknown + sum(self._stated(name)) / 2 + events + sum(item.mean for item in self._items(name))

    def quantile(self, q: float, name: str = TOTAL) -> float:
        """Return the number of working days that the total, or one kind of work, stays below with a chance of q (0–1).

        A total that is stated as a range, or is not known, has no distribution: NaN.

        Raises:
            AnalysisError: there is no such total, or q is not a chance.
        """
        check_chance(q)
        return sorted_quantile(self.sums(name), q)

    def chance(self, days: float, name: str = TOTAL) -> float:
        """Return the chance (0–1) that the total, or one kind of work, takes at most so many working days.

        A total that is stated as a range, or is not known, has no distribution: NaN.

        Raises:
            AnalysisError: there is no such total.
        """
        return sorted_chance(self.sums(name), days) if self._certain(name) is not None else float("nan")

    def sums(self, name: str = TOTAL) -> Floats:
        """Return the drawn sums in working days, sorted, of the total or of one kind of work."""
        self._known(name)
        kept: dict[str, Floats] = self.__dict__.setdefault("_sums", {})
        if name not in kept:
            drawn = self.drawn(self._items(name), self.events if name in (TOTAL, RISKS) else ())
            certain = self._certain(name)
            kept[name] = drawn + (float("nan") if certain is None else certain) if certain != 0 else drawn
        return kept[name]

    def option_sums(self, option: str) -> Floats:
        """Return the drawn sums of an option's own work and of that for all, without risks, in working days, sorted."""
        return self.drawn(item for item in self.work if item.option in ("", option))

    def drawn(self, items: Iterable[Work], events: Iterable[RiskInterval] = ()) -> Floats:
        """Return the drawn sums of some items and risks in working days, sorted; an item has its draws in every sum."""
        given = tuple(items)
        if events:
            return np.sort(self.in_draw_order(given, events))
        # Often the total is that of the only chosen option.
        kept: dict[tuple[Stream, ...], Floats] = self.__dict__.setdefault("_drawn", {})
        streams = tuple(item.stream for item in given)
        if streams not in kept:
            kept[streams] = result = self.in_draw_order(given)
            result.sort()
            result.flags.writeable = False
        return kept[streams]

    def in_draw_order(self, items: Iterable[Work], events: Iterable[RiskInterval] = ()) -> Floats:
        """Return the drawn sums of some items and risks in working days, so that sums of different things add up."""
        # Options, kinds of work and phases have such groups in common.
        groups: dict[tuple[str, str, str], list[Drawn]] = {}
        for item in items:
            groups.setdefault((item.option, item.kind, item.phase), []).append((item.stream, item.estimate))
        result = summed_groups(groups.values(), correlation=self.correlation, draws=self.draws, seed=self.seed)
        for risk in events:
            if risk.before:
                result += risk.before.drawn(risk.place, draws=self.draws, seed=self.seed)
        return result

    def exact(self, name: str = TOTAL) -> ExactSum:
        """Return the distribution of the total, or of one kind of work, without draws: `.quantile(q)`, `.chance(days)`.

        Raises:
            AnalysisError: there is no such total, or it has no distribution.
        """
        events = self.events if name in (TOTAL, RISKS) else ()
        certain = self._certain(name)
        if certain is None:
            raise AnalysisError(f"{name} is no single number of days; use work items with low, likely and high")
        stated = [three_point(certain, certain, certain)] if certain else []
        return convolution(
            [*stated, *(item.estimate for item in self._items(name))],
            correlation=self.correlation,
            events=[(risk.before.probability, risk.before.days) for risk in events if risk.before],
        )

    @property
    def likely_sum(self) -> float:
        """The sum of the likely values in working days: what a plan without ranges would say.

        Without work items it is the stated total; NaN where that is not one number.
        """
        certain = self._certain(TOTAL)
        return float("nan") if certain is None else certain + sum(item.likely for item in self.counted)

    @property
    def has_spread(self) -> bool:
        """Whether the total has a distribution and is uncertain."""
        is_uncertain = bool(self.events) or any(item.estimate.spread > 0 for item in self.counted)
        return is_uncertain and self._certain(TOTAL) is not None

    def _stated(self, name: str) -> tuple[float, float]:
        """Return the stated ends of a total: 0 where work items are counted, NaN where it is not known."""
        self._known(name)
        if not self.words or name == RISKS:
            return 0.0, 0.0
        return self.stated.get(name, (float("nan"), float("nan")))

    def _certain(self, name: str) -> float | None:
        """Return the stated days of a total, 0 where work items are counted; None where it is not one number."""
        if self.is_unknown(name):
            return None
        low, high = self._stated(name)
        return low if low == high else None

    def _known(self, name: str) -> str:
        if name != TOTAL and name not in self.kinds:
            raise AnalysisError(f"there is no total {quoted(name)}; use {', '.join((*self.kinds, TOTAL))}")
        return name

    def _missing(self, name: str) -> tuple[UnreadWork, ...]:
        return tuple(item for item in self.unread_counted if name in (TOTAL, item.kind))

    def _counts(self, option: str) -> bool:
        return not self.chosen or not option or option in self.chosen

    def _items(self, name: str) -> tuple[Work, ...]:
        self._known(name)
        return tuple(item for item in self.counted if name in (TOTAL, item.kind))


def expected_days(events: Iterable[RiskInterval]) -> float:
    """Return the exact mean in working days of what may happen."""
    return sum(risk.before.loss[1] for risk in events if risk.before)
