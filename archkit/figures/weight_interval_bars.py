"""Within which weights the leading option stays ahead: one bar for each criterion."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Patch

from archkit.analysis.comparing.weight_intervals import WeightInterval, WeightIntervals
from archkit.figures.figure import Figure, nothing_to_show
from archkit.figures.labels import height_of, said, wrapped
from archkit.figures.notes import noted
from archkit.figures.style import COLOURS, INK, LINE, LINE_HEIGHT, SOFT, canvas, drawing

#: More criteria than this are left to the frame.
MOST = 24
_NAME_WIDTH = 26
_STAYS, _TURNS = COLOURS[0], "#e9e9e9"


def weight_interval_bars(intervals: WeightIntervals) -> Figure:
    """Draw for each criterion its weight now and the interval in which the leading option stays ahead."""
    if not intervals.leader:
        return nothing_to_show("No option has a score yet, so no weight can change which one leads.")
    rows = intervals.rows[:MOST]
    names = [wrapped(row.criterion, _NAME_WIDTH) for row in rows]
    notes = noted([*_left_out(intervals), *intervals.notes])
    lines = sum(max(3.2, height_of(name) + 0.6) for name in names) + 1.1 * height_of(notes)
    with drawing():
        drawn = canvas(1.3 + lines * LINE_HEIGHT)
        axes = drawn.add_subplot(
            title=f"Weights with which {wrapped(intervals.leader, 50, 1)} {_stay(intervals)} ahead"
        )
        for place, row in enumerate(rows):
            _interval(axes, place, row)
        axes.set_yticks(range(len(rows)), names)
        axes.set_ylim(len(rows) - 0.4, -0.6)
        axes.set_xlim(0, 100)
        axes.tick_params(axis="y", length=0)
        axes.set_axisbelow(True)
        axes.grid(axis="x", color=LINE, linewidth=0.6)
        axes.set_xlabel(f"Weight of the criterion, % of all weights\n{notes}", fontsize=8, ha="left", x=0)
        keys = [
            Patch(facecolor=_STAYS, edgecolor=INK, label=f"{_stay(intervals)} ahead"),
            Patch(facecolor=_TURNS, edgecolor=SOFT, hatch="///", label="the named option is ahead"),
        ]
        now = axes.plot([], [], linestyle="", marker="D", color=INK, markersize=6, markerfacecolor="w", label="now")
        drawn.legend(handles=[*keys, *now], loc="outside upper right", ncols=3, fontsize=8)
    return Figure(drawn, _alt(intervals))


def _interval(axes: Axes, place: int, row: WeightInterval) -> None:
    looks: dict[str, Any] = {"facecolor": _TURNS, "edgecolor": SOFT, "hatch": "///", "linewidth": 0.5}
    axes.barh(place, 100, height=0.5, **looks)
    axes.barh(place, 100 * (row.high - row.low), left=100 * row.low, height=0.5, facecolor=_STAYS, edgecolor=INK)
    axes.plot([100 * row.share], [place], marker="D", color=INK, markersize=7, markerfacecolor="w", clip_on=False)
    for end, name, side in ((row.low, row.ahead_below, "right"), (row.high, row.ahead_above, "left")):
        if name:
            # One name stands above the bar and one below, towards where there is more room.
            at, anchor = (100 * end, side) if _fits(end, side) else (100 * end, "left" if side == "right" else "right")
            text = f"{100 * end:.0f} %: {wrapped(name, 30, 1)}"
            up = end == row.low
            height = place - 0.29 if up else place + 0.31
            axes.text(at, height, text, ha=anchor, va="bottom" if up else "top", fontsize=7, color=INK)


def _fits(end: float, side: str) -> bool:
    return end > 0.45 if side == "right" else end < 0.55


def _stay(intervals: WeightIntervals) -> str:
    return "stays" if len(intervals.leaders) == 1 else "stay"


def _left_out(intervals: WeightIntervals) -> list[str]:
    more = len(intervals.rows) - MOST
    return [f"{more} more criteria stand in the frame."] if more > 0 else []


def _alt(intervals: WeightIntervals) -> str:
    parts = []
    for row in intervals.rows[:MOST]:
        turns = [
            f"{said(name, 40)} {where} {100 * end:.0f} %"
            for end, name, where in ((row.low, row.ahead_below, "below"), (row.high, row.ahead_above, "above"))
            if name
        ]
        ahead = f"ahead is {' and '.join(turns)}" if turns else "no weight changes it"
        parts.append(f"{said(row.criterion, 60)} weighs {100 * row.share:.0f} %, {ahead}")
    notes = " ".join([*_left_out(intervals), *(said(note, 300) for note in intervals.notes)])
    return f"Weights with which {said(intervals.leader)} {_stay(intervals)} ahead. {'; '.join(parts)}. {notes}"
