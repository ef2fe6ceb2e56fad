"""The S-curve of an effort: how likely so many working days are enough."""

from __future__ import annotations

from matplotlib.axes import Axes

from archkit.analysis import effort_curves, effort_words
from archkit.analysis.total_effort import QUANTILES, TotalEffort
from archkit.figures.figure import Figure, nothing_to_show
from archkit.figures.labels import height_of, said
from archkit.figures.notes import noted
from archkit.figures.style import COLOURS, INK, LINE, LINE_HEIGHT, PAPER, SOFT, canvas, drawing

_HEIGHT = 3.6


def effort_s_curve(effort: TotalEffort) -> Figure:
    """Draw the chance that the total takes at most so many working days, with P10, P50, P80, P90 marked.

    The curve stands in `s_curve` of the effort, the marks in `frame`. A square marks the sum of the likely values.
    """
    if not effort.has_spread:
        return nothing_to_show("No work item has a range, so there is no chance to draw; give low and high estimates.")
    days, chances = effort_curves.s_curve(effort)
    notes = noted([effort.assumptions])
    with drawing():
        drawn = canvas(_HEIGHT + height_of(notes) * LINE_HEIGHT)
        axes = drawn.add_subplot(title="How likely so many working days are enough")
        axes.plot(days, chances, color=COLOURS[0], linewidth=2, clip_on=False)
        _frame(axes, float(days[0]), float(days[-1]))
        for name, chance in QUANTILES.items():
            _quantile(axes, f"{name.upper()}  {effort.quantile(chance):,.1f}", effort.quantile(chance), chance)
        if effort.likely_sum > 0:
            _likely(axes, effort)
        axes.set_xlabel(f"Working days in total\n{notes}", fontsize=8, ha="left", x=0)
    return Figure(drawn, _alt(effort))


def _frame(axes: Axes, first: float, last: float) -> None:
    room = 0.03 * (last - first) or 1.0
    axes.set_xlim(first - room, last + 6 * room)
    axes.set_ylim(0, 1.02)
    axes.set_yticks([0, 0.1, 0.25, 0.5, 0.8, 0.9, 1], ["0 %", "10 %", "25 %", "50 %", "80 %", "90 %", "100 %"])
    axes.set_axisbelow(True)
    axes.grid(color=LINE, linewidth=0.6)


def _quantile(axes: Axes, text: str, days: float, chance: float) -> None:
    axes.plot([days, days], [0, chance], color=SOFT, linewidth=0.8, linestyle=(0, (3, 2)))
    axes.plot([days], [chance], marker="o", color=COLOURS[0], markeredgecolor=INK, markersize=6)
    box = {"facecolor": PAPER, "edgecolor": "none", "pad": 0.8, "alpha": 0.9}
    axes.annotate(text, (days, chance), (8, -9), textcoords="offset points", va="center", fontsize=8.5, bbox=box)


def _likely(axes: Axes, effort: TotalEffort) -> None:
    days = effort.likely_sum
    chance = effort.chance(days)
    first, last = axes.get_xlim()
    shown = min(max(days, first), last)
    axes.plot([shown], [chance], marker="s", color=COLOURS[1], markeredgecolor=INK, markersize=7, clip_on=False)
    axes.annotate(
        effort_words.sum_of_likely(effort),
        (shown, chance),
        (0.015, 0.965),
        textcoords="axes fraction",
        va="top",
        fontsize=8.5,
        bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1.5},
        arrowprops={"arrowstyle": "-", "color": SOFT, "linewidth": 0.8, "shrinkB": 5},
    )


def _alt(effort: TotalEffort) -> str:
    marks = ", ".join(f"{name.upper()} {effort.quantile(chance):,.1f}" for name, chance in QUANTILES.items())
    return said(
        f"S-curve of the total effort in working days: {marks}. {effort_words.sum_of_likely(effort)} "
        f"{effort.assumptions}",
        2000,
    )
