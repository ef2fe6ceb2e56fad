"""The effort of many documents: the largest ones with their P80, and what all take together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from archkit.figures.figure import Figure, nothing_to_show
from archkit.figures.labels import height_of, label, said
from archkit.figures.notes import noted
from archkit.figures.style import COLOURS, INK, LINE, LINE_HEIGHT, SOFT, canvas, drawing

if TYPE_CHECKING:
    import pandas as pd

#: So many documents have a line of their own.
SHOWN = 20


def portfolio_effort(documents: pd.DataFrame, totals: pd.DataFrame, note: str) -> Figure:
    """Draw the mean effort of the largest documents as bars with a mark at their P80, and state the total.

    Args:
        documents: `effort_mean` and `effort_p80` in working days, one row for each document.
        totals: The row `effort` of the whole portfolio.
        note: How the numbers were made.
    """
    known = documents[documents["effort_mean"] > 0]
    if known.empty:
        return nothing_to_show("No document has an effort in numbers; give work items low, likely and high.")
    largest = known.sort_values(["effort_mean", "path"], ascending=[False, True]).head(SHOWN)
    total = totals.loc["effort"]
    names = [label(str(name), 48) for name in largest.index.get_level_values("document")]
    words = _words(total)
    below = noted([words, note])
    with drawing():
        drawn = canvas(1.1 + 0.24 * len(names) + LINE_HEIGHT * height_of(below))
        axes = drawn.add_subplot(
            title=f"The {len(names)} largest efforts of {len(known):,}" if len(known) > 1 else "Effort"
        )
        places = range(len(names))
        axes.barh(places, largest["effort_mean"], color=COLOURS[0], edgecolor=INK, linewidth=0.7, label="mean")
        axes.scatter(
            largest["effort_p80"], places, marker="D", s=26, color=COLOURS[1], edgecolor=INK, zorder=3, label="P80"
        )
        axes.set_yticks(places, names)
        axes.invert_yaxis()
        axes.set_xlim(left=0)
        axes.grid(axis="x", color=LINE, linewidth=0.6)
        axes.set_axisbelow(True)
        axes.set_xlabel(f"Working days\n{below}", fontsize=8, ha="left", x=0)
        axes.tick_params(axis="y", length=0, labelsize=8)
        axes.spines["left"].set_color(SOFT)
        axes.legend(loc="lower right", fontsize=8)
    rows = zip(largest.index.get_level_values("document"), largest["effort_mean"], largest["effort_p80"], strict=True)
    each = "; ".join(f"{said(str(name), 60)} mean {mean:.0f}, P80 {_days(p80)}" for name, mean, p80 in rows)
    return Figure(drawn, f"Effort of {len(known):,} documents in working days. {words} The largest: {each}.")


def _words(total: Any) -> str:
    return f"Together: mean {total['mean']:,.0f} days, P50 {total['p50']:,.0f}, P80 {total['p80']:,.0f}."


def _days(value: float) -> str:
    return f"{value:.0f}" if value == value else "not known"
