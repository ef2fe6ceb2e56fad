"""Charts of a comparison: ranks over all weights as stacked bars, value against effort as points."""

from __future__ import annotations

from math import isnan

from archkit.analysis.comparing.ranks_over_weights import RanksOverWeights
from archkit.analysis.comparing.value_for_effort import Frontier, ValueForEffort
from archkit.pages.charts.axis import Axis, axis
from archkit.pages.charts.bars import Bar, Segment
from archkit.pages.charts.plot import Line, Mark, Pen, Plot

#: Ranks after this one have the same shade.
MOST_SHADES = 6
_SCORES = Axis(0.0, 1.0, (0.0, 0.25, 0.5, 0.75, 1.0))


def rank_bars(ranks: RanksOverWeights) -> tuple[Bar, ...]:
    """Return for each option the share of the draws in which it takes each rank; the full width is all draws."""
    bars = []
    for name, shares in zip(ranks.table.options, ranks.shares.acceptability.tolist(), strict=True):
        segments, start = [], 0.0
        for rank, share in enumerate(shares):
            if share > 0:
                colour = min(rank + 1, MOST_SHADES)
                width = round(100 * share, 2)
                segments.append(Segment(f"rank {rank + 1}", colour, round(start, 2), width, 100 * share))
            start += 100 * share
        bars.append(Bar(name, tuple(segments), f"{100 * shares[0]:.0f} % first"))
    return tuple(bars)


def letter(place: int) -> str:
    """Return how a point is called: A, B, … and numbers after Z."""
    return chr(ord("A") + place) if place < 26 else str(place + 1)


def placed(frontier: Frontier) -> tuple[tuple[str, ValueForEffort], ...]:
    """Return the options that have both a score and an effort of their own, each with its letter."""
    known = [row for row in frontier.rows if not isnan(row.score) and not isnan(row.effort_mean)]
    return tuple((letter(place), row) for place, row in enumerate(known))


def value_effort(frontier: Frontier) -> Plot | None:
    """Return score against mean effort with the efficient frontier; None for fewer than two options."""
    points = placed(frontier)
    if len(points) < 2:
        return None
    reach = [row.effort_mean if isnan(row.effort_p80) else max(row.effort_mean, row.effort_p80) for _, row in points]
    pen = Pen(axis(0.0, max(reach)), _SCORES)
    best = [(row.effort_mean, row.score) for row in frontier.efficient]
    lines = [pen.line(best, "frontier")] if len(best) > 1 else []
    lines += [line for _, row in points for line in _whiskers(pen, row)]
    marks = [_mark(pen, name, row) for name, row in points]
    return pen.plot(lines, marks, x_title="Mean effort in working days")


def _whiskers(pen: Pen, row: ValueForEffort) -> list[Line]:
    lines = []
    if row.high > row.low:
        lines.append(pen.line([(row.effort_mean, row.low), (row.effort_mean, row.high)], "thin"))
    if not isnan(row.effort_p80) and row.effort_p80 > row.effort_mean:
        lines.append(pen.line([(row.effort_mean, row.score), (row.effort_p80, row.score)], "thin"))
    return lines


def _mark(pen: Pen, name: str, row: ValueForEffort) -> Mark:
    x, y = pen.at(row.effort_mean, row.score)
    look = "out-of-play" if row.out else "efficient" if row.efficient else "other"
    return Mark(x, y, look, inside=name, said=f"{row.option}: score {row.score:.2f}, {row.effort_mean:.1f} days")
