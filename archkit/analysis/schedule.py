"""From effort to calendar: phases that wait for each other, with people who work on them. Ranges in, a range out.

Effort is in person-days, a duration in working days, a date is a date; none stands for another.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from archkit.analysis import schedule_tables, schedule_words
from archkit.analysis.critical_path import Passes, longest_path, passes
from archkit.analysis.shown import html_table, text_table
from archkit.analysis.simulation import Floats, check_chance, sorted_chance, sorted_quantile
from archkit.analysis.team_load import Overload, overloads
from archkit.analysis.total_effort import TotalEffort
from archkit.analysis.work_in_days import Work
from archkit.analysis.working_calendar import WorkingCalendar

if TYPE_CHECKING:
    import pandas as pd

# As many numbers are kept at once for the phases in all draws.
_MOST_NUMBERS = 4_000_000


@dataclass(frozen=True)
class ScheduledPhase:
    """A phase with what its duration is made of.

    Attributes:
        label: Its name, with its number where that alone says too little.
        place: Its place (from 0) among all phases of the document.
        before: The places in the schedule (from 0) of the phases that must be finished first.
        people: How many people work on it.
        effort_mean: Mean effort in person-days.
    """

    label: str
    place: int
    before: tuple[int, ...]
    people: float
    effort_mean: float

    @property
    def duration_mean(self) -> float:
        """Mean duration in working days: the effort shared among the people."""
        return self.effort_mean / self.people


@dataclass(frozen=True, eq=False, repr=False)
class Schedule:
    """When the phases of a document begin and end, counted in working days from its start.

    Attributes:
        phases: The phases that are scheduled, in the order of the document; empty where there is no schedule.
        effort: The effort, in whose draws the durations are.
        team: How many people there are; None where the document does not say.
        calendar: From working days to dates; None without a start.
        problems: What cannot be scheduled or was understood in its own way, one message each.
        reason: Why there is no schedule, or one without length; "" when there is one.
    """

    phases: tuple[ScheduledPhase, ...]
    effort: TotalEffort
    team: float | None
    calendar: WorkingCalendar | None
    problems: tuple[str, ...]
    reason: str = ""

    @property
    def draws(self) -> int:
        """Number of draws: those of the effort, or some of them where there are very many phases or draws."""
        return min(self.effort.draws, max(100, _MOST_NUMBERS // max(1, len(self.phases))))

    @cached_property
    def durations(self) -> Floats:
        """Working days of each phase in each draw, in the order of the effort's draws."""
        drawn = np.zeros((len(self.phases), self.draws))
        # Very many draws stand by rising common cause: the first of them would be those in which all goes well.
        places = np.arange(0.5, self.draws) * (self.effort.draws / self.draws)
        spread = places.astype(np.intp) if self.draws < self.effort.draws else slice(None)
        by_phase: dict[str, list[Work]] = {}
        for item in self.effort.counted:
            by_phase.setdefault(item.phase, []).append(item)
        for place, phase in enumerate(self.phases):
            if items := by_phase.get(phase.label):
                # Tables of very many draws are exact to a hundredth of a day only.
                np.maximum(self.effort.in_draw_order(items)[spread], 0, out=drawn[place])
                drawn[place] /= phase.people
        return drawn

    @cached_property
    def drawn(self) -> Passes:
        """Start, finish and float of each phase in each draw, in working days."""
        return passes(self.durations, self._before)

    @cached_property
    def on_means(self) -> Passes:
        """Start, finish and float of each phase for the mean durations alone, in working days."""
        return passes([phase.duration_mean for phase in self.phases], self._before)

    @cached_property
    def critical_path(self) -> tuple[str, ...]:
        """The labels of the phases on the longest path of mean durations, first to last: of equal ones, the first."""
        path = longest_path([phase.duration_mean for phase in self.phases], self._before)
        return tuple(self.phases[place].label for place in path)

    @cached_property
    def critical_phases(self) -> tuple[str, ...]:
        """The labels of all phases without float for the mean durations, in order: those on any longest path."""
        on_path = self.on_means.is_critical[:, 0]
        return tuple(phase.label for phase, critical in zip(self.phases, on_path, strict=True) if critical)

    @cached_property
    def finishes(self) -> Floats:
        """The drawn working days from start to finish of the last phase, sorted."""
        return np.sort(self.drawn.end)

    @property
    def path_of_means(self) -> float:
        """Length in working days of the critical path of mean durations: what a plan without ranges would say."""
        return float(self.on_means.end[0])

    @property
    def finish_mean(self) -> float:
        """Mean working days until all phases are finished; above `path_of_means` where paths merge."""
        return float(self.drawn.end.mean())

    @property
    def merge_bias(self) -> float:
        """How many working days the mean finish lies above the critical path of mean durations.

        Phases that wait for several others wait for the slowest, and any of them may be that. Where no two paths run
        beside each other the two agree but for the noise of the draws; see `has_merges`.
        """
        return self.finish_mean - self.path_of_means

    @property
    def has_merges(self) -> bool:
        """Whether anything waits for several phases: a phase, or the end."""
        waited_for = {place for before in self._before for place in before}
        return len(self.phases) - len(waited_for) > 1 or any(len(before) > 1 for before in self._before)

    def finish_quantile(self, q: float) -> float:
        """Return the working days within which all phases are finished with a chance of q (0–1).

        Raises:
            AnalysisError: q is not a chance.
        """
        check_chance(q)
        return sorted_quantile(self.finishes, q)

    def chance(self, working_days: float) -> float:
        """Return the chance (0–1) that all phases are finished within so many working days."""
        return sorted_chance(self.finishes, working_days)

    @cached_property
    def overloads(self) -> tuple[Overload, ...]:
        """The times in which phases need more people than the team has, in the schedule of mean durations."""
        if not (self.phases and self.team):
            return ()
        people = [phase.people for phase in self.phases]
        means = self.on_means
        return overloads(means.start[:, 0].tolist(), means.finish[:, 0].tolist(), people, self.team)

    @property
    def frame(self) -> pd.DataFrame:
        """One row per phase: effort in person-days, people, then working days from the start on, and dates."""
        return schedule_tables.phases_frame(self)

    @property
    def finish(self) -> pd.DataFrame:
        """Critical path of means, mean and quantiles of the finish × working days, chance to be done by then, date."""
        return schedule_tables.finish_frame(self)

    @property
    def distribution(self) -> pd.DataFrame:
        """Working days × the chance (0–1) that all phases are finished by then, with the date."""
        return schedule_tables.distribution_frame(self)

    @property
    def team_load(self) -> pd.DataFrame:
        """One row per time in which more people are needed than the team has, with phases, people and dates."""
        return schedule_tables.load_frame(self)

    @property
    def assumptions(self) -> str:
        """How the schedule was made."""
        return schedule_words.assumptions(self)

    @property
    def notes(self) -> tuple[str, ...]:
        """Critical path, merge bias, assumptions, the times with too few people, and all problems, one text each."""
        return schedule_words.notes(self)

    def __str__(self) -> str:
        return "\n".join(("Schedule in working days from the start", *self._table(), *self.notes))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return html_table(*schedule_tables.shown(self), notes=self.notes)

    def _table(self) -> tuple[str, ...]:
        return (text_table(*schedule_tables.shown(self)),) if self.phases else ()

    @property
    def _before(self) -> tuple[tuple[int, ...], ...]:
        return tuple(phase.before for phase in self.phases)
