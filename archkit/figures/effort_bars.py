"""Effort by phase and kind of work: means that add up, and a percentile on the total alone."""

from __future__ import annotations

import math
import textwrap

from matplotlib.axes import Axes
from matplotlib.patches import Patch

from archkit.analysis.effort_tables import phase_means
from archkit.analysis.effort_words import nothing
from archkit.analysis.summed_effort import TOTAL
from archkit.analysis.total_effort import TotalEffort
from archkit.figures.figure import Figure, nothing_to_show
from archkit.figures.labels import height_of, label, said, wrapped
from archkit.figures.style import INK, LINE, LINE_HEIGHT, canvas, drawing, mark, number_on

#: More phases than this are drawn together as one; their numbers stand in the frame.
MOST_PHASES = 24
#: More kinds of work than this likewise.
MOST_KINDS = 8
OTHER = "other kinds"
NOT_SPLIT = "not split"
_NOTHING = "There is no effort to add up yet."

Days = dict[str, float]


def effort_bars(effort: TotalEffort) -> Figure:
    """Draw the mean working days of each phase by kind of work, and the total with the days that 80 % stay below.

    All numbers stand in `by_phase` and `frame` of the effort. A total that is stated as a range is drawn with its ends.
    """
    rows = [*_phases(effort), ("Total", _whole(effort))]
    if not sum(rows[-1][1].values()):
        return nothing_to_show(nothing(effort) if effort.unread or effort.unread_section else _NOTHING)
    kinds = list(dict.fromkeys(kind for _, days in rows for kind in days))
    names = [wrapped(name, 28) for name, _ in rows]
    notes = textwrap.wrap(label(effort.assumptions, 400), 95)
    lines = sum(max(2.0, height_of(name) + 0.4) for name in names) + len(notes)
    ends = _ends(effort)
    reach = max(_known(effort), ends[1])
    with drawing():
        drawn = canvas(1.5 + lines * LINE_HEIGHT)
        axes = drawn.add_subplot(title="Effort by phase and kind of work")
        for place, (_, days) in enumerate(rows):
            parts = [(kinds.index(kind), days[kind]) for kind in kinds if days.get(kind)]
            _stack(axes, place, parts, reach, ends=place < len(rows) - 1)
        _total(axes, len(rows) - 1, effort, ends)
        _frame(axes, names, reach)
        axes.set_xlabel("\n".join(["Working days (means)", *notes]), fontsize=8, ha="left", x=0)
        patches = [Patch(**mark(place), label=label(kind, 40)) for place, kind in enumerate(kinds) if _sum(rows, kind)]
        drawn.legend(handles=patches, loc="outside lower left", ncols=4, fontsize=8)
    return Figure(drawn, _alt(rows, effort))


def _phases(effort: TotalEffort) -> list[tuple[str, Days]]:
    if effort.words:
        return []
    phases = [(name, _merged(days)) for name, days in phase_means(effort).items()]
    if len(phases) <= MOST_PHASES:
        return phases
    rest: Days = {}
    for _, days in phases[MOST_PHASES - 1 :]:
        rest = {kind: rest.get(kind, 0.0) + days.get(kind, 0.0) for kind in (*rest, *days)}
    return [*phases[: MOST_PHASES - 1], (f"{len(phases) - MOST_PHASES + 1} other phases", rest)]


def _whole(effort: TotalEffort) -> Days:
    means = {kind: effort.mean(kind) for kind in effort.kinds}
    days = _merged({kind: mean for kind, mean in means.items() if not math.isnan(mean)})
    rest = effort.mean() - sum(days.values())
    return days | {NOT_SPLIT: rest} if rest > 1e-9 else days


def _known(effort: TotalEffort) -> float:
    """Return the mean of the total, or what is known of it where a part of it is not."""
    return sum(_whole(effort).values()) if math.isnan(effort.mean()) else effort.mean()


def _merged(days: Days) -> Days:
    """Return the days by kind without the total, the last kinds as one when there are many."""
    kinds = [kind for kind in days if kind != TOTAL and not math.isnan(days[kind])]
    kept = kinds if len(kinds) <= MOST_KINDS else kinds[: MOST_KINDS - 1]
    merged = {kind: days[kind] for kind in kept}
    return merged if kept == kinds else merged | {OTHER: sum(days[kind] for kind in kinds[len(kept) :])}


def _sum(rows: list[tuple[str, Days]], kind: str) -> float:
    return sum(days.get(kind, 0.0) for _, days in rows)


def _ends(effort: TotalEffort) -> tuple[float, float]:
    """Return where the whisker on the total begins and ends: from the mean to P80, or the ends of a stated range."""
    if effort.words:
        return effort.stated.get(TOTAL, (_known(effort), _known(effort)))
    return effort.mean(), effort.quantile(0.8) if effort.has_spread else effort.mean()


def _stack(axes: Axes, place: int, parts: list[tuple[int, float]], reach: float, *, ends: bool) -> None:
    start = 0.0
    for series, days in parts:
        axes.barh(place, days, left=start, height=0.66, **mark(series))
        text = f"{days:.1f}"
        if days >= reach * 0.012 * len(text):
            axes.text(start + days / 2, place, text, ha="center", va="center", fontsize=7.5, **number_on(series))
        start += days
    if ends and len(parts) > 1:
        axes.annotate(f"{start:.1f}", (start, place), (4, 0), textcoords="offset points", va="center", fontsize=8)


def _total(axes: Axes, place: int, effort: TotalEffort, ends: tuple[float, float]) -> None:
    low, high = sorted(ends)
    if high > low:
        axes.plot([low, high], [place, place], color=INK, lw=1.6, marker="|", markersize=8)
    axes.annotate(
        wrapped(_total_text(effort), 30),
        (max(high, _known(effort)), place),
        (5, 0),
        textcoords="offset points",
        va="center",
        fontsize=8.5,
    )


def _total_text(effort: TotalEffort) -> str:
    at_least = "at least " if math.isnan(effort.mean()) else ""
    return effort.texts[TOTAL] or f"{at_least}{_known(effort):.1f} days"


def _frame(axes: Axes, names: list[str], reach: float) -> None:
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_xlim(0, reach * 1.02)
    axes.tick_params(axis="y", length=0)
    axes.set_axisbelow(True)
    axes.grid(axis="x", color=LINE, linewidth=0.6)
    if len(names) > 1:
        axes.axhline(len(names) - 1.5, color=INK, linewidth=0.8)


def _alt(rows: list[tuple[str, Days]], effort: TotalEffort) -> str:
    parts = []
    for name, days in rows:
        split = ", ".join(f"{said(kind, 40)} {number:.1f}" for kind, number in days.items())
        parts.append(f"{said(name, 60)}: {split or 'not known'}")
    total = said(_total_text(effort))
    return f"Mean working days by phase and kind of work. {'; '.join(parts)}. Total {total}. {effort.assumptions}"
