"""A schedule in words: how it was made, what its critical path is, and when there are too few people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from archkit.errors import quoted
from archkit.model.fields import number_text

if TYPE_CHECKING:
    from archkit.analysis.schedule import Schedule

_SHOWN = 10
_LABEL = 40
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def assumptions(schedule: Schedule) -> str:
    """Return how the schedule was made."""
    own = {phase.people for phase in schedule.phases}
    if schedule.team:
        people = f"{_people(schedule.team)} where a phase names no number"
    else:
        people = "one person where a phase names no number, as no team size is given"
    if len(own) == 1 and (schedule.team or 1) in own:
        people = "one person on each phase, as no team size is given"
        people = f"{_people(schedule.team)} on each phase" if schedule.team else people
    fewer = (
        "" if schedule.draws >= schedule.effort.draws else f" {schedule.draws:,} of the draws are used, evenly spread."
    )
    # The effort's own sentence ends in its unit, which is another one here.
    curve = schedule.effort.settings.sentence.partition(";")[0]
    return (
        f"Duration in working days = effort in person-days ÷ people, shared without loss: {people}. "
        f"{calendar_rule(schedule)} Waiting, holidays and risks are not in it. {curve}. {schedule.effort.scope}{fewer}"
    )


def calendar_rule(schedule: Schedule) -> str:
    """Return how working days become dates, in one sentence."""
    if schedule.calendar is None:
        return "No start is given, so there are no dates."
    days = schedule.calendar.days_per_week
    last = _WEEKDAYS[int(-(-days // 1)) - 1]
    part = "" if days == int(days) else f", of which {last} counts {number_text(round(days % 1, 4))}"
    week = f"Monday to {last}{part}" if days > 1 else f"Monday{part}"
    return f"Work begins on {schedule.calendar.first}; a week is {week}."


def notes(schedule: Schedule) -> tuple[str, ...]:
    """Return all that stands below the table of a schedule."""
    if schedule.reason:
        return schedule.problems
    return (path(schedule), finish(schedule), *team_load(schedule), schedule.assumptions, *schedule.problems)


def path(schedule: Schedule) -> str:
    """Return the critical path, its length, and what is as critical beside it."""
    also = [label for label in schedule.critical_phases if label not in schedule.critical_path]
    others = f" As critical, on another path of that length: {', '.join(_some(also))}." if also else ""
    return (
        f"Critical path of the mean durations: {' → '.join(_some(schedule.critical_path))}, "
        f"{schedule.path_of_means:.1f} working days; "
        f"the chance to finish within that is {100 * schedule.chance(schedule.path_of_means):.0f} %.{others}"
    )


def finish(schedule: Schedule) -> str:
    """Return the finish, and how far its mean lies above the path of means."""
    text = (
        f"Finish: mean {_with_date(schedule, schedule.finish_mean)}, "
        f"80 % chance within {_with_date(schedule, schedule.finish_quantile(0.8))}."
    )
    if schedule.has_merges and schedule.merge_bias >= 0.05:
        text += (
            f" The mean lies {schedule.merge_bias:.1f} working days above the critical path of the means, as a phase "
            "that waits for several waits for the slowest (merge bias)."
        )
    return text


def team_load(schedule: Schedule) -> Iterator[str]:
    """Yield one message for each time in which phases need more people than the team has."""
    for load in schedule.overloads[:_SHOWN]:
        names = [quoted(schedule.phases[place].label) for place in load.places]
        kept = names if len(names) <= _SHOWN else [*names[: _SHOWN - 1], f"{len(names) - _SHOWN + 1} more"]
        first, last = day(schedule, load.begin), day(schedule, load.end, ends=True)
        dates = f" ({first} to {last})" if first and last else ""
        need = "need" if len(names) > 1 else "needs"
        yield (
            f"from working day {load.begin:.1f} to {load.end:.1f}{dates} {' and '.join(kept)} {need} "
            f"{_people(load.people)}, and the team has {number_text(schedule.team or 0)}"
        )
    if len(schedule.overloads) > _SHOWN:
        yield f"{len(schedule.overloads) - _SHOWN} more such times stand in the frame team_load"


def day(schedule: Schedule, working_days: float, *, ends: bool = False) -> str:
    """Return the date of a working day as text; "" without a start."""
    found: date | None = None
    if schedule.calendar:
        found = schedule.calendar.ends(working_days) if ends else schedule.calendar.begins(working_days)
    return str(found) if found else ""


def _people(count: float) -> str:
    return "one person" if count == 1 else f"{number_text(round(count, 6))} people"


def _some(labels: Sequence[str]) -> list[str]:
    short = [_short(label) for label in labels]
    return [*short[: _SHOWN - 1], f"{len(short) - _SHOWN + 1} more"] if len(short) > _SHOWN else short


def _short(label: str) -> str:
    line = " ".join(label.split())
    return line if len(line) <= _LABEL else f"{line[: _LABEL - 1]}…"


def _with_date(schedule: Schedule, working_days: float) -> str:
    found = day(schedule, working_days, ends=True)
    return f"{working_days:.1f} working days ({found})" if found else f"{working_days:.1f} working days"
