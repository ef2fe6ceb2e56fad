"""The phases on a time line, in working days from the start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from archkit.analysis.schedule import Schedule
from archkit.analysis.schedule_tables import finish_p80, finish_rows
from archkit.analysis.schedule_words import day
from archkit.model.fields import number_text
from archkit.pages.charts.axis import Axis, axis, tick_text
from archkit.pages.charts.ranges import RangeBar, RangeChart, percent

#: More phases than this are not drawn; the table has all of them.
MOST_PHASES = 40


class PhaseRow(NamedTuple):
    """When one phase begins and ends, in words."""

    phase: str
    effort: str
    people: str
    days: str
    start: str
    finish: str
    p80: str
    float_days: str
    critical: str


@dataclass(frozen=True)
class Gantt:
    """The schedule as the page draws and lists it.

    Attributes:
        chart: A bar from mean start to mean finish of each phase, with a line to its P80 finish; None where there is no
            schedule.
        rows: The same in words.
        finish: Name, working days, chance (0–1) and date of the finish.
        notes: Critical path, merge bias, assumptions, too few people, problems.
    """

    chart: RangeChart | None = None
    rows: tuple[PhaseRow, ...] = ()
    finish: tuple[tuple[str, float, float, str], ...] = ()
    notes: tuple[str, ...] = ()


def gantt(schedule: Schedule) -> Gantt:
    """Return the time line of a schedule; without one only the reason."""
    if not schedule.phases or schedule.path_of_means <= 0:
        return Gantt(notes=schedule.problems)
    start, finish = (times.mean(axis=1).tolist() for times in (schedule.drawn.start, schedule.drawn.finish))
    p80, critical = finish_p80(schedule), schedule.drawn.criticality.tolist()
    # A date takes the room of two numbers.
    scale = axis(0.0, max(*p80, *finish), most=3 if schedule.calendar else 5)
    path = set(schedule.critical_phases)
    bars, rows = [], []
    for place, phase in enumerate(schedule.phases):
        times = start[place], finish[place], p80[place]
        row = PhaseRow(
            phase.label,
            f"{phase.effort_mean:.1f}",
            number_text(phase.people),
            f"{phase.duration_mean:.1f}",
            _when(schedule, times[0], ends=False),
            _when(schedule, times[1]),
            _when(schedule, times[2]),
            f"{schedule.on_means.total_float[place, 0]:.1f}",
            f"{100 * critical[place]:.0f} %",
        )
        rows.append(row)
        bars.append(_bar(scale, row, times, "critical" if phase.label in path else ""))
    ends = tuple((name, *values) for name, values in finish_rows(schedule).items())
    return Gantt(RangeChart(tuple(bars[:MOST_PHASES]), _ticks(schedule, scale)), tuple(rows), ends, schedule.notes)


def _bar(scale: Axis, row: PhaseRow, times: tuple[float, float, float], look: str) -> RangeBar:
    begin, end = percent(scale, times[0]), percent(scale, times[1])
    said = f"from {row.start} to {row.finish}, P80 {row.p80}, critical in {row.critical} of the draws"
    whisker = percent(scale, times[2]) if times[2] > times[1] else None
    return RangeBar(row.phase, begin, round(end - begin, 2), f"critical {row.critical}", said, (), whisker, look)


def _ticks(schedule: Schedule, scale: Axis) -> tuple[tuple[str, str], ...]:
    return tuple((tick_text(tick), day(schedule, tick)) for tick in scale.ticks)


def _when(schedule: Schedule, working_days: float, *, ends: bool = True) -> str:
    return f"{working_days:.1f} {day(schedule, working_days, ends=ends)}".strip()
