"""The chance to be finished by a day, as a curve."""

from __future__ import annotations

from matplotlib.ticker import MaxNLocator, PercentFormatter

from archkit.analysis.schedule import Schedule
from archkit.analysis.schedule_tables import QUANTILES, distribution, finish_rows
from archkit.analysis.schedule_words import assumptions, day, finish, path
from archkit.figures.figure import Figure, nothing_to_show
from archkit.figures.labels import height_of, said, wrapped
from archkit.figures.style import COLOURS, INK, LINE, LINE_HEIGHT, SOFT, canvas, drawing
from archkit.model.fields import number_text

_NOTE_WIDTH = 110


def finish_curve(schedule: Schedule) -> Figure:
    """Draw the chance to be finished within a number of working days, with P10, P50, P80, P90 and the path of means.

    All numbers stand in `distribution` and `finish` of the schedule.
    """
    if schedule.reason:
        return nothing_to_show(f"{schedule.reason[:1].upper()}{schedule.reason[1:]}.")
    notes = [wrapped(text, _NOTE_WIDTH, 6) for text in (path(schedule), finish(schedule), assumptions(schedule))]
    days, chances = distribution(schedule)
    with drawing():
        drawn = canvas(3.9 + sum(map(height_of, notes)) * LINE_HEIGHT)
        axes = drawn.add_subplot(title="Chance to be finished by a day")
        axes.plot([days[0], *days, days[-1]], [0, *chances, 1], color=COLOURS[0], lw=2)
        rows = finish_rows(schedule)
        for name in QUANTILES:
            at, chance, date = rows[name]
            axes.plot(at, QUANTILES[name], "o", color=INK, markersize=5)
            text = f"{name.upper()} {at:.1f}" + (f", {date}" if date else "")
            left = name == "p10"
            axes.annotate(text, (at, QUANTILES[name]), (-8, 4) if left else (8, -4), textcoords="offset points",
                          ha="right" if left else "left", fontsize=8)  # fmt: skip
        at, chance, _ = rows["critical path of means"]
        axes.axvline(at, color=COLOURS[1], lw=1.4, linestyle="--")
        axes.annotate(f"path of means {at:.1f}\n{100 * chance:.0f} %", (at, 1.0), (-5, -2), textcoords="offset points",
                      ha="right", va="top", fontsize=8, color=SOFT)  # fmt: skip
        width = max(days[-1] - days[0], 0.2 * days[-1], 0.5)
        low, high = max(0.0, days[0] - 0.12 * width), days[-1] + 0.12 * width
        axes.set_xlim(low, high)
        axes.set_ylim(0, 1.02)
        axes.yaxis.set_major_formatter(PercentFormatter(1.0, symbol=" %"))
        ticks = [tick for tick in MaxNLocator(7).tick_values(low, high) if low <= tick <= high]
        axes.set_xticks(
            ticks,
            [f"{number_text(round(tick, 6))}\n{day(schedule, tick, ends=True)}".strip() for tick in ticks],
            fontsize=8,
        )
        axes.grid(color=LINE, linewidth=0.6)
        axes.set_ylabel("Chance to be finished")
        axes.set_xlabel("\n".join(["Working days from the start", *notes]), fontsize=8, ha="left", x=0)
    return Figure(drawn, _alt(schedule))


def _alt(schedule: Schedule) -> str:
    rows = finish_rows(schedule)
    marks = "; ".join(
        f"{name.upper()} {rows[name][0]:.1f}" + (f" ({rows[name][2]})" if rows[name][2] else "") for name in QUANTILES
    )
    notes = " ".join(said(text, 600) for text in (path(schedule), finish(schedule), assumptions(schedule)))
    return f"Chance to be finished by a number of working days from the start, as a rising curve. {marks}. {notes}"
