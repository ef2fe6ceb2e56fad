"""A schedule as a plain table and as frames; each column names its unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from archkit.analysis.schedule_words import day
from archkit.analysis.simulation import drawn_quantile
from archkit.model.fields import number_text

if TYPE_CHECKING:
    import pandas as pd

    from archkit.analysis.schedule import Schedule

QUANTILES = {"p10": 0.1, "p50": 0.5, "p80": 0.8, "p90": 0.9}
_POINTS = 200


def finish_p80(schedule: Schedule) -> list[float]:
    """Return for each phase the working days within which it is finished with a chance of 80 %."""
    return [drawn_quantile(finish, 0.8) for finish in schedule.drawn.finish]


def phases_frame(schedule: Schedule) -> pd.DataFrame:
    """Frame the phases in order."""
    import pandas as pd

    has = bool(schedule.phases)
    start = schedule.drawn.start.mean(axis=1).tolist() if has else []
    finish = schedule.drawn.finish.mean(axis=1).tolist() if has else []
    p80 = finish_p80(schedule)
    numbers: dict[str, Sequence[float]] = {
        "effort_mean_person_days": [phase.effort_mean for phase in schedule.phases],
        "people": [phase.people for phase in schedule.phases],
        "duration_mean_working_days": [phase.duration_mean for phase in schedule.phases],
        "start_mean_working_day": start,
        "finish_mean_working_day": finish,
        "finish_p80_working_day": p80,
        "float_on_means_working_days": schedule.on_means.total_float[:, 0].tolist() if has else [],
        "criticality": schedule.drawn.criticality.tolist() if has else [],
    }
    labels = [phase.label for phase in schedule.phases]
    frame = pd.DataFrame({name: pd.Series(values, dtype="float64") for name, values in numbers.items()})
    path = set(schedule.critical_phases) if has else set()
    frame["on_critical_path_of_means"] = pd.Series([label in path for label in labels], dtype="bool")
    after = [", ".join(labels[place] for place in phase.before) for phase in schedule.phases]
    frame["after"] = pd.Series(after, dtype="str")
    for name, times, ends in (("start_mean_date", start, False), ("finish_mean_date", finish, True),
                              ("finish_p80_date", p80, True)):  # fmt: skip
        frame[name] = pd.Series([day(schedule, value, ends=ends) for value in times], dtype="str")
    frame.index = pd.Index(labels, dtype="str", name="phase")
    return frame


def finish_rows(schedule: Schedule) -> dict[str, tuple[float, float, str]]:
    """Return by name: working days from start to finish, the chance (0–1) to be done by then, the date."""
    if not schedule.phases:
        return {}
    days = {"critical path of means": schedule.path_of_means, "mean": schedule.finish_mean}
    days |= {name: schedule.finish_quantile(q) for name, q in QUANTILES.items()}
    return {name: (at, schedule.chance(at), day(schedule, at, ends=True)) for name, at in days.items()}


def finish_frame(schedule: Schedule) -> pd.DataFrame:
    """Frame `finish_rows`."""
    import pandas as pd

    rows = finish_rows(schedule)
    columns = list(zip(*rows.values(), strict=True)) if rows else [(), (), ()]
    frame = pd.DataFrame({
        "working_days": pd.Series(list(columns[0]), dtype="float64"),
        "chance": pd.Series(list(columns[1]), dtype="float64"),
        "date": pd.Series(list(columns[2]), dtype="str"),
    })  # fmt: skip
    frame.index = pd.Index(list(rows), dtype="str", name="finish")
    return frame


def distribution(schedule: Schedule) -> tuple[list[float], list[float]]:
    """Return working days and the chance (0–1) that all phases are finished by then, from the earliest draw on."""
    drawn = schedule.finishes
    reach = np.linspace(drawn[0], max(drawn[-1], drawn[0] + 1e-9), _POINTS + 1)
    return reach.tolist(), (np.searchsorted(drawn, reach, side="right") / len(drawn)).tolist()


def distribution_frame(schedule: Schedule) -> pd.DataFrame:
    """Frame `distribution`, index working days."""
    import pandas as pd

    days, chance = distribution(schedule) if schedule.phases else ([], [])
    frame = pd.DataFrame({"chance": pd.Series(chance, dtype="float64")})
    frame["date"] = pd.Series([day(schedule, at, ends=True) for at in days], dtype="str")
    frame.index = pd.Index(days, dtype="float64", name="working_days")
    return frame


def load_frame(schedule: Schedule) -> pd.DataFrame:
    """Frame the times with too few people."""
    import pandas as pd

    loads = schedule.overloads
    names = ["; ".join(schedule.phases[place].label for place in load.places) for load in loads]
    return pd.DataFrame({
        "from_working_day": pd.Series([load.begin for load in loads], dtype="float64"),
        "to_working_day": pd.Series([load.end for load in loads], dtype="float64"),
        "people_needed": pd.Series([load.people for load in loads], dtype="float64"),
        "team": pd.Series([schedule.team for _ in loads], dtype="float64"),
        "phases": pd.Series(names, dtype="str"),
        "from_date": pd.Series([day(schedule, load.begin) for load in loads], dtype="str"),
        "to_date": pd.Series([day(schedule, load.end, ends=True) for load in loads], dtype="str"),
    })  # fmt: skip


def shown(schedule: Schedule) -> tuple[list[str], list[list[str]]]:
    """Return the table that stands for the whole result."""
    heads = ["", "person-days", "people", "working days", "start", "finish", "finish P80", "float", "critical"]
    if not schedule.phases:
        return heads, []
    drawn, p80 = schedule.drawn, finish_p80(schedule)
    rows = []
    for place, phase in enumerate(schedule.phases):
        begins, ends = drawn.start[place].mean(), drawn.finish[place].mean()
        rows.append([
            phase.label, f"{phase.effort_mean:.1f}", number_text(phase.people), f"{phase.duration_mean:.1f}",
            f"{begins:.1f} {day(schedule, begins)}".strip(), f"{ends:.1f} {day(schedule, ends, ends=True)}".strip(),
            f"{p80[place]:.1f} {day(schedule, p80[place], ends=True)}".strip(),
            f"{schedule.on_means.total_float[place, 0]:.1f}", f"{100 * drawn.criticality[place]:.0f} %",
        ])  # fmt: skip
    return heads, rows
