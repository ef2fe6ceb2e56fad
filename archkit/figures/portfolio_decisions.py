"""When decisions were made: documents by quarter or year and status."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from archkit.figures.figure import Figure, nothing_to_show
from archkit.figures.labels import label, said
from archkit.figures.style import LINE, canvas, drawing, mark

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Up to so many quarters are shown one by one; more are shown by year.
QUARTERS = 20
#: Up to so many years are shown one by one; of more, only those with a document: one odd year would leave hairlines.
YEARS = 60
#: So many different words for the status have a colour; the rest are one.
STATUSES = 7
_NO_STATUS, _OTHERS = "(no status)", "(others)"


def decisions_by_period(documents: pd.DataFrame) -> pd.DataFrame:
    """Return the number of dated documents: one row for each quarter or year, one column for each status.

    Where the years are far apart, those without a document have no row; see `YEARS`.

    Args:
        documents: `date` and `status`, one row for each document.
    """
    dated = documents[documents["date"].notna()]
    if dated.empty:
        return pd.DataFrame(index=pd.Index([], dtype="str", name="period"))
    quarters = dated["date"].dt.to_period("Q")
    is_short = (quarters.max() - quarters.min()).n < QUARTERS
    periods = quarters if is_short else dated["date"].dt.to_period("Y")
    status = dated["status"].where(dated["status"] != "", _NO_STATUS)
    usual = list(status.value_counts().sort_index().sort_values(ascending=False, kind="stable").index[:STATUSES])
    status = status.where(status.isin(usual), _OTHERS)
    counts = pd.crosstab(periods.to_numpy(), status.to_numpy())
    every = pd.period_range(periods.min(), periods.max(), freq="Q" if is_short else "Y")
    if len(every) > YEARS:
        every = pd.PeriodIndex(sorted(periods.unique()), freq="Y")
    counts = counts.reindex(every, fill_value=0).reindex(
        columns=[name for name in (*usual, _OTHERS) if name in counts], fill_value=0
    )
    counts.index = pd.Index([str(period) for period in every], dtype="str", name="period")
    counts.columns.name = "status"
    return counts


def portfolio_decisions(documents: pd.DataFrame) -> Figure:
    """Draw how many documents bear a day of each quarter or year, by status; see `decisions_by_period`."""
    counts = decisions_by_period(documents)
    if counts.empty:
        return nothing_to_show("No document says its date; write it into the front matter as date: YYYY-MM-DD.")
    dated = int(counts.to_numpy().sum())
    with drawing():
        drawn = canvas(3.8)
        axes = drawn.add_subplot(title=f"Decisions over time: {dated:,} of {len(documents):,} documents say their date")
        _bars(axes, counts)
        if _has_gaps(counts):
            axes.set_xlabel("Years with a document")
        axes.grid(axis="y", color=LINE, linewidth=0.6)
        axes.set_axisbelow(True)
        axes.set_ylabel("Documents")
        axes.locator_params(axis="y", integer=True)
        drawn.legend(loc="outside right upper", fontsize=8)
    rows = "; ".join(f"{period}: {int(row.sum())}" for period, row in counts.iterrows())
    states = ", ".join(f"{said(str(name), 30)} {int(counts[name].sum())}" for name in counts)
    return Figure(drawn, f"Documents by date, {dated:,} of {len(documents):,}. {rows}. By status: {states}.")


def _has_gaps(counts: pd.DataFrame) -> bool:
    """Whether years in between have no bar."""
    years = [int(period) for period in counts.index if period.isdigit()]
    return bool(years) and years[-1] - years[0] >= len(years)


def _bars(axes: Axes, counts: pd.DataFrame) -> None:
    bottom = 0 * counts.sum(axis=1)
    for place, name in enumerate(counts):
        axes.bar(range(len(counts)), counts[name], bottom=bottom, label=label(str(name), 24), width=0.8, **mark(place))
        bottom = bottom + counts[name]
    step = max(1, len(counts) // 12)
    ticks = list(range(0, len(counts), step))
    axes.set_xticks(ticks, [str(counts.index[at]) for at in ticks], fontsize=8)
