"""What each option is worth against what it takes, with the efficient frontier."""

from __future__ import annotations

from math import isnan
from typing import Any

from matplotlib.axes import Axes

from archkit.analysis.comparing.value_for_effort import Frontier, ValueForEffort
from archkit.figures.figure import Figure, nothing_to_show
from archkit.figures.labels import height_of, said, wrapped
from archkit.figures.notes import noted
from archkit.figures.style import COLOURS, INK, LINE, LINE_HEIGHT, PAPER, SOFT, canvas, drawing

_HEIGHT = 4.6
_NAME_WIDTH = 34


def value_effort_scatter(frontier: Frontier) -> Figure:
    """Draw score against mean effort; a line to the P80 and one over the interval of the score."""
    placed = [row for row in frontier.rows if not isnan(row.score) and not isnan(row.effort_mean)]
    if not placed:
        return nothing_to_show("No option has both a score and work items of its own yet.")
    notes = noted([*_out(placed), *frontier.notes], 95)
    keys = [f"{_letter(at)}  {wrapped(_said(row), _NAME_WIDTH, 2)}" for at, row in enumerate(placed)]
    legend = 1.15 * sum(map(height_of, keys)) * LINE_HEIGHT
    with drawing():
        drawn = canvas(max(_HEIGHT, legend + 1.2) + 1.1 * height_of(notes) * LINE_HEIGHT)
        axes = drawn.add_subplot(title="Value against effort")
        best = [(row.effort_mean, row.score) for row in frontier.efficient]
        axes.plot([days for days, _ in best], [score for _, score in best], color=SOFT, lw=1.2, ls="--", zorder=1)
        for at, row in enumerate(placed):
            _point(axes, at, row)
        axes.set_ylim(-0.04, 1.04)
        axes.set_xlim(
            0, 1.06 * max(max(row.effort_mean, 0 if isnan(row.effort_p80) else row.effort_p80) for row in placed)
        )
        axes.set_axisbelow(True)
        axes.grid(color=LINE, linewidth=0.6)
        axes.set_ylabel("Weighted score, 0–1")
        caption = f"{_caption(placed)}\n{notes}"
        axes.set_xlabel(caption, fontsize=8, ha="left", x=0)
        handles = [axes.plot([], [], linestyle="")[0] for _ in keys]
        drawn.legend(handles, keys, loc="outside right upper", fontsize=8, handlelength=0, handletextpad=0)
    return Figure(drawn, _alt(frontier, placed))


def _caption(placed: list[ValueForEffort]) -> str:
    """Return what the axis shows, and what the lines from a point reach to, where there are any."""
    right = any(row.effort_p80 > row.effort_mean for row in placed)
    upright = any(row.high > row.low for row in placed)
    lines = ["the line to the right ends at the P80"] if right else []
    lines += ["the upright line is the interval of the score"] if upright else []
    return "; ".join(["Mean effort in working days", *lines])


def _point(axes: Axes, at: int, row: ValueForEffort) -> None:
    colour = SOFT if row.out else COLOURS[0] if row.efficient else COLOURS[1]
    if not isnan(row.effort_p80):
        axes.plot([row.effort_mean, row.effort_p80], [row.score] * 2, color=colour, lw=1.3, marker="|", markevery=[1])
    axes.plot([row.effort_mean] * 2, [row.low, row.high], color=colour, lw=1.3, zorder=2)
    looks: dict[str, Any] = {"markeredgecolor": INK, "markerfacecolor": "w" if row.out else colour, "zorder": 3 + at}
    axes.plot([row.effort_mean], [row.score], marker="s" if row.out else "o", markersize=14, linestyle="", **looks)
    ink = INK if row.out else PAPER
    inside: dict[str, Any] = {"ha": "center", "va": "center_baseline", "fontsize": 8, "fontweight": "bold"}
    axes.text(row.effort_mean, row.score, _letter(at), color=ink, zorder=3.5 + at, **inside)


def _letter(at: int) -> str:
    return chr(ord("A") + at) if at < 26 else str(at + 1)


def _said(row: ValueForEffort) -> str:
    what = row.out.split(":")[0] if row.out else "efficient" if row.efficient else ""
    return f"{row.option} ({what})" if what else row.option


def _out(placed: list[ValueForEffort]) -> list[str]:
    return ["Squares take no part in the frontier."] if any(row.out for row in placed) else []


def _alt(frontier: Frontier, placed: list[ValueForEffort]) -> str:
    points = (
        f"{said(row.option)}: score {row.score:.2f} ({row.low:.2f}–{row.high:.2f}), {row.effort_mean:.1f} days, "
        f"P80 {row.effort_p80:.1f}" + (f", {said(row.out)}" if row.out else ", efficient" if row.efficient else "")
        for row in placed
    )
    return f"Weighted score against mean effort. {'; '.join(points)}. {' '.join(said(n, 400) for n in frontier.notes)}"
