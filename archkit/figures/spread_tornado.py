"""Which work items and risks make the total uncertain: bars of their shares of its variance."""

from __future__ import annotations

from archkit.analysis.effort_curves import spread_shares
from archkit.analysis.total_effort import TotalEffort
from archkit.figures.figure import Figure, nothing_to_show
from archkit.figures.labels import height_of, said, wrapped
from archkit.figures.notes import noted
from archkit.figures.style import LINE, LINE_HEIGHT, canvas, drawing, mark

#: More bars than this are drawn together as one; their numbers stand in the frame.
MOST_BARS = 15
#: A smaller share is shown as 0.0 %.
_LEAST = 0.0005
_MEANING = (
    "Share of the variance of the total: what an item adds by itself and by rising together with the others; "
    "the shares add up to 100 %."
)


def spread_tornado(effort: TotalEffort) -> Figure:
    """Draw the share of each item and risk in the spread of the total, the largest on top.

    All numbers stand in `spread` of the effort.
    """
    shares = spread_shares(effort)
    if not shares:
        return nothing_to_show("No work item has a range, so nothing spreads the total; give low and high estimates.")
    rows = _shown(shares)
    if not rows:
        return nothing_to_show(f"None of {len(shares):,} items has 0.1 % of the spread of the total by itself.")
    names = [wrapped(name, 34, 2) for name, _ in rows]
    notes = noted([_MEANING, effort.assumptions], 90)
    lines = sum(max(1.9, height_of(name) + 0.4) for name in names) + height_of(notes)
    with drawing():
        drawn = canvas(1.2 + lines * LINE_HEIGHT)
        axes = drawn.add_subplot(title="What makes the total uncertain")
        for place, (_, share) in enumerate(rows):
            axes.barh(place, 100 * share, height=0.66, **mark(0))
            where = (max(100 * share, 0.0), place)
            axes.annotate(_percent(share), where, (4, 0), textcoords="offset points", va="center", fontsize=8.5)
        axes.set_yticks(range(len(names)), names)
        axes.set_ylim(len(names) - 0.4, -0.6)
        axes.set_xlim(min(0.0, 100 * min(share for _, share in rows)), 112 * max(share for _, share in rows))
        axes.tick_params(axis="y", length=0)
        axes.set_axisbelow(True)
        axes.grid(axis="x", color=LINE, linewidth=0.6)
        axes.set_xlabel(f"Percent of the variance of the total\n{notes}", fontsize=8, ha="left", x=0)
    said_rows = "; ".join(f"{said(name, 60)} {_percent(share)}" for name, share in rows)
    return Figure(drawn, f"Shares of the spread of the total, largest first: {said_rows}. {effort.assumptions}")


def _shown(rows: tuple[tuple[str, float, float], ...]) -> list[tuple[str, float]]:
    """Return the bars; of many items only those whose share is not shown as 0.0 %, and the others together."""
    shares = [(name, share) for name, _, share in rows]
    if len(shares) <= MOST_BARS:
        return shares
    kept = [(name, share) for name, share in shares[: MOST_BARS - 1] if share >= _LEAST]
    rest = shares[len(kept) :]
    return [*kept, (f"{len(rest):,} others together", sum(share for _, share in rest))] if kept else []


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %" if abs(share) < 0.0995 else f"{100 * share:.0f} %"
