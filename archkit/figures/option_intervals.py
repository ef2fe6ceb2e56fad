"""The effort of the options side by side: intervals from P10 to P90 with P50 and P80 marked."""

from __future__ import annotations

from math import isnan
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from archkit.analysis.comparing.agreement import some
from archkit.analysis.effort_tables import option_days
from archkit.analysis.effort_words import options_left_out
from archkit.analysis.total_effort import TotalEffort
from archkit.figures.figure import Figure, nothing_to_show
from archkit.figures.labels import height_of, label, said, wrapped
from archkit.figures.notes import noted
from archkit.figures.style import COLOURS, INK, LINE, LINE_HEIGHT, PAPER, canvas, drawing

#: More options than this are not drawn; their numbers stand in the frame.
MOST_OPTIONS = 24
_MEANING = "Each option has the work that all need and its own."

_Row = tuple[float, ...]


def option_intervals(effort: TotalEffort) -> Figure:
    """Draw the working days of each option as an interval from P10 to P90, with P50 and P80.

    All numbers stand in `by_option` of the effort.
    """
    found = option_days(effort)
    rows = [(name, days) for name, days in found.items() if not isnan(days[0])]
    if not rows:
        return nothing_to_show("There are no options with work items of their own yet.")
    more = len(rows) - MOST_OPTIONS
    rows = rows[:MOST_OPTIONS]
    names = [wrapped(name, 28) for name, _ in rows]
    without = [label(name, 60) for name in found if isnan(found[name][0])]
    left = [f"{more} more options are not drawn."] if more > 0 else []
    left += [f"Without work items of its own, so not drawn: {some(without)}."] if without else []
    left += [options_left_out(effort)] if effort.unread else []
    notes = noted([*left, _MEANING, _assumptions(effort)], 95)
    lines = sum(max(2.4, height_of(name) + 0.6) for name in names) + height_of(notes)
    with drawing():
        drawn = canvas(1.5 + lines * LINE_HEIGHT)
        axes = drawn.add_subplot(title="Effort of the options")
        for place, (_, days) in enumerate(rows):
            _interval(axes, place, days)
        _frame(axes, names, [days for _, days in rows])
        axes.set_xlabel(f"Working days\n{notes}", fontsize=8, ha="left", x=0)
        drawn.legend(handles=_keys(), loc="outside lower left", ncols=3, fontsize=8)
    return Figure(drawn, _alt(rows, effort, left))


def _interval(axes: Axes, place: int, days: _Row) -> None:
    _, p10, p50, p80, p90 = days
    axes.plot([p10, p90], [place, place], color=COLOURS[0], linewidth=3, solid_capstyle="butt")
    axes.plot([p10, p90], [place, place], color=INK, linestyle="none", marker="|", markersize=11)
    axes.plot([p50], [place], color=PAPER, marker="o", markeredgecolor=INK, markersize=7)
    axes.plot([p80], [place], color=COLOURS[1], marker="D", markeredgecolor=INK, markersize=7)
    text = f"{p10:,.1f} – {p50:,.1f} – {p80:,.1f} – {p90:,.1f}" if p10 < p90 else f"{p50:,.1f}"
    axes.annotate(text, (p90, place), (9, 0), textcoords="offset points", va="center", fontsize=8.5)


def _frame(axes: Axes, names: list[str], rows: list[_Row]) -> None:
    least, most = min(days[1] for days in rows), max(days[4] for days in rows)
    room = 0.05 * (most - least) or 1.0
    axes.set_xlim(least - room, most + 9 * room)
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)
    axes.set_axisbelow(True)
    axes.grid(axis="x", color=LINE, linewidth=0.6)


def _keys() -> list[Line2D]:
    marks: dict[str, Any] = {"markeredgecolor": INK, "markersize": 7, "linestyle": "none"}
    return [
        Line2D([], [], color=COLOURS[0], linewidth=3, label="P10 to P90"),
        Line2D([], [], color=PAPER, marker="o", label="P50", **marks),
        Line2D([], [], color=COLOURS[1], marker="D", label="P80", **marks),
    ]


def _assumptions(effort: TotalEffort) -> str:
    risks = f" {len(effort.risks)} open risks as events, each with its options." if effort.risks else ""
    return f"{effort.settings.sentence}{risks}"


def _alt(rows: list[tuple[str, _Row]], effort: TotalEffort, left: list[str]) -> str:
    parts = [
        f"{said(name, 60)}: P10 {days[1]:,.1f}, P50 {days[2]:,.1f}, P80 {days[3]:,.1f}, P90 {days[4]:,.1f}"
        for name, days in rows
    ]
    return " ".join(["Working days of each option.", f"{'; '.join(parts)}.", *left, _assumptions(effort)])
