"""The effort by kind, phase and option: as plain numbers for a page, as frames for a person."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from archkit.analysis.simulation import sorted_quantile
from archkit.analysis.summed_effort import expected_days
from archkit.analysis.work_in_days import NO_PHASE

if TYPE_CHECKING:
    import pandas as pd

    from archkit.analysis.total_effort import TotalEffort

#: The row of the days of risks among the phases.
RISK_ROW = "(risks)"
TOTALS = ("mean", "p10", "p50", "p80", "p90")


def totals(effort: TotalEffort) -> dict[str, tuple[float, ...]]:
    """Return mean, p10, p50, p80 and p90 in working days of each kind of work and of the total."""
    return {
        name: (effort.mean(name), *(effort.quantile(q, name) for q in (0.1, 0.5, 0.8, 0.9)))
        for name in (*effort.kinds, "total")
    }


def phase_means(effort: TotalEffort) -> dict[str, dict[str, float]]:
    """Return the mean working days of each kind of work and their total, by phase; they add up to the totals.

    The phases come in order, then what items name that is no phase, then `(no phase)`, then the risks where they count.
    Totals in words say nothing of phases: NaN. So is work of which no estimate can be read.
    """
    named = dict.fromkeys(item.phase for item in effort.counted if item.phase != NO_PHASE)
    last = [NO_PHASE] if any(item.phase == NO_PHASE for item in effort.counted) else []
    nothing = math.nan if effort.words else 0.0
    sums = {phase: dict.fromkeys((*effort.kinds, "total"), nothing) for phase in (*effort.phases, *named, *last)}
    for item in effort.counted:
        sums[item.phase][item.kind] += item.mean
        sums[item.phase]["total"] += item.mean
    for unread in effort.unread_counted:
        row = sums.setdefault(unread.phase, dict.fromkeys((*effort.kinds, "total"), 0.0))
        for name in (unread.kind, "total"):
            row[name] = row[name] or math.nan
    if effort.events:
        days = effort.mean("risks")
        sums[RISK_ROW] = dict.fromkeys((*effort.kinds, "total"), 0.0) | {"risks": days, "total": days}
    return sums


def option_days(effort: TotalEffort) -> dict[str, tuple[float, ...]]:
    """Return mean, p10, p50, p80 and p90 in days by option: the work that all options need, with the option's own.

    NaN for an option without work items of its own: the work that all need would look like all that it takes. Totals
    in words say nothing of options, either.
    """
    names = dict.fromkeys((*effort.options, *(item.option for item in effort.work if item.option)))
    return {name: _option(effort, name) for name in names}


def one_option_days(effort: TotalEffort, option: str) -> tuple[float, float, float]:
    """Return mean, p50 and p80 in working days of one option's work; NaN without work items of its own."""
    mean, _, p50, p80, _ = _option(effort, option)
    return mean, p50, p80


def _option(effort: TotalEffort, option: str) -> tuple[float, ...]:
    if not any(item.option == option for item in effort.work):
        return (math.nan,) * len(TOTALS)
    items = tuple(item for item in effort.work if item.option in ("", option))
    events = tuple(risk for risk in effort.risks if risk.option in ("", option))
    drawn = effort.drawn(items, events) if events else effort.option_sums(option)
    mean = sum(item.mean for item in items) + expected_days(events)
    return (mean, *(sorted_quantile(drawn, q) for q in (0.1, 0.5, 0.8, 0.9)))


def totals_frame(effort: TotalEffort) -> pd.DataFrame:
    """Frame `totals`: one row per kind of work and the total."""
    return _frame(totals(effort), TOTALS)


def phases_frame(effort: TotalEffort) -> pd.DataFrame:
    """Frame `phase_means`: one row per phase."""
    columns = (*effort.kinds, "total")
    rows = {phase: tuple(sums[name] for name in columns) for phase, sums in phase_means(effort).items()}
    return _frame(rows, columns)


def options_frame(effort: TotalEffort) -> pd.DataFrame:
    """Frame `option_days`: one row per option."""
    return _frame(option_days(effort), TOTALS)


def _frame(rows: Mapping[str, tuple[float, ...]], columns: tuple[str, ...]) -> pd.DataFrame:
    import pandas as pd

    index = pd.Index(list(rows), dtype="str")
    return pd.DataFrame(list(rows.values()), index=index, columns=list(columns), dtype="float64")
