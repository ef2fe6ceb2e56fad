"""The chance that the risks of many documents together cost more than a number of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.ticker import PercentFormatter

from archkit.figures.figure import Figure, nothing_to_show
from archkit.figures.labels import height_of
from archkit.figures.notes import noted
from archkit.figures.style import COLOURS, INK, LINE, LINE_HEIGHT, canvas, drawing

if TYPE_CHECKING:
    import pandas as pd

_MARKS = {"p50": 0.5, "p80": 0.2}


def portfolio_risk(exceedance: pd.DataFrame, totals: pd.DataFrame, note: str) -> Figure:
    """Draw the loss-exceedance curve of a portfolio.

    Args:
        exceedance: `days` and the `chance` (0–1) that more is lost.
        totals: The row `losses`.
        note: How the numbers were made.
    """
    total = totals.loc["losses"]
    if not total["mean"] > 0:
        return nothing_to_show("No risk has a known likelihood and impact; give both by the words of a scale.")
    words = (
        f"Expected loss {total['mean']:,.1f} days; P50 {total['p50']:,.1f}, P80 {total['p80']:,.1f}, "
        f"P90 {total['p90']:,.1f}."
    )
    below = noted([words, note])
    with drawing():
        drawn = canvas(3.6 + LINE_HEIGHT * height_of(below))
        axes = drawn.add_subplot(title="Chance that the risks of all documents cost more")
        axes.plot(exceedance["days"], exceedance["chance"], color=COLOURS[0], lw=2.2)
        for name, chance in _MARKS.items():
            axes.scatter([total[name]], [chance], color=COLOURS[1], edgecolor=INK, s=36, zorder=3)
            text = f"{name.upper()} {total[name]:,.0f}"
            axes.annotate(text, (total[name], chance), (7, 3), textcoords="offset points", fontsize=8)
        axes.set_xlim(left=0)
        axes.set_ylim(0, 1.02)
        axes.yaxis.set_major_formatter(PercentFormatter(1.0, symbol=" %"))
        axes.grid(color=LINE, linewidth=0.6)
        axes.set_ylabel("Chance that more is lost")
        axes.set_xlabel(f"Loss in working days\n{below}", fontsize=8, ha="left", x=0)
    return Figure(drawn, f"Chance that the risks of all documents cost more than a number of working days. {words}")
