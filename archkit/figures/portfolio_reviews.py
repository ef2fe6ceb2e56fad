"""What is past its review date, longest first, and what is due next."""

from __future__ import annotations

from datetime import date

import pandas as pd

from archkit.figures.figure import Figure, nothing_to_show
from archkit.figures.labels import label, said
from archkit.figures.style import COLOURS, INK, LINE, canvas, drawing

#: So many documents have a line of their own.
SHOWN = 20


def reviews_past(documents: pd.DataFrame, today: date) -> pd.DataFrame:
    """Return the documents past their review date, longest first: status, the day, and `days` since then.

    Args:
        documents: `review_by` and `status`, one row for each document.
        today: The day.
    """
    past = documents[documents["is_past_review"]]
    days = (pd.Timestamp(today) - past["review_by"]).dt.days
    found = past[["status", "review_by"]].assign(days=days)
    return found.sort_values(["days", "path"], ascending=[False, True])


def portfolio_reviews(documents: pd.DataFrame, today: date) -> Figure:
    """Draw how long the documents are past their review date; see `reviews_past`."""
    past, dated = reviews_past(documents, today), int(documents["review_by"].notna().sum())
    if past.empty:
        words = f"On {today}, none of {dated:,} documents with a review date is past it."
        return nothing_to_show(words if dated else "No document says when it is reviewed; write review-by: YYYY-MM-DD.")
    shown = past.head(SHOWN)
    names = [
        f"{label(str(name), 44)} ({label(str(status), 14) or 'no status'})"
        for name, status in zip(shown.index.get_level_values("document"), shown["status"], strict=True)
    ]
    title = f"{len(past):,} of {dated:,} documents with a review date are past it on {today}"
    with drawing():
        drawn = canvas(1.0 + 0.24 * len(names))
        axes = drawn.add_subplot(title=title)
        axes.barh(range(len(names)), shown["days"], color=COLOURS[1], edgecolor=INK, linewidth=0.7)
        axes.set_yticks(range(len(names)), names, fontsize=8)
        axes.tick_params(axis="y", length=0)
        axes.invert_yaxis()
        axes.grid(axis="x", color=LINE, linewidth=0.6)
        axes.set_axisbelow(True)
        which = f"the {len(names)} longest" if len(past) > len(names) else "all"
        axes.set_xlabel(f"Days past the review date; {which} are shown")
    rows = zip(shown.index.get_level_values("document"), shown["days"], strict=True)
    each = "; ".join(f"{said(str(name), 60)}: {days} days" for name, days in rows)
    return Figure(drawn, f"{title}. Longest: {each}.")
