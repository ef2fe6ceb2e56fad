"""Charts of an effort: how likely so many days are enough, what makes the total uncertain, the options as intervals."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import NamedTuple

from archkit.analysis.effort_curves import s_curve, spread_shares
from archkit.analysis.effort_tables import option_days, totals
from archkit.analysis.effort_words import options_left_out, sum_of_likely
from archkit.analysis.total_effort import QUANTILES, TotalEffort
from archkit.pages.charts.axis import Axis, axis
from archkit.pages.charts.plot import Mark, Pen, Plot
from archkit.pages.charts.ranges import RangeBar, RangeChart, percent, tick_texts

#: More bars than this are drawn together as one; the table has all of them.
MOST_BARS = 8
#: With more work items than this their shares of the spread are left to the frame.
MOST_SHARES = 400
_CHANCES = Axis(0.0, 1.0, (0.0, 0.1, 0.5, 0.8, 0.9, 1.0))
_LISTED = (0.01, 0.05, *(step / 10 for step in range(1, 10)), 0.95, 0.99)

Row = tuple[float, ...]


class Spread(NamedTuple):
    """One bar of what makes the total uncertain: the name, the share (0–1) of the variance, the bar in percent."""

    name: str
    share: float
    width: float


@dataclass(frozen=True)
class EffortCharts:
    """What the page draws and lists of an effort.

    Attributes:
        totals: Mean, P10, P50, P80 and P90 in working days of each kind of work and of the total.
        curve: The S-curve; None where nothing is uncertain.
        curve_rows: Chance (0–1) and working days of some of its points.
        quantiles: P10, P50, P80 and P90 of the total in words.
        likely: The chance of the sum of the likely values, as a sentence.
        spread: The bars, the largest first.
        spread_rows: Name, standard deviation in days and share of every item.
        spread_left: Why there are no shares of so many items, as a sentence; "" where there are.
        options: The options side by side; None where no option has work of its own.
        option_rows: Mean, P10, P50, P80 and P90 of each option.
        idle: The options without work items of their own, which have no numbers.
        options_left: Which options lack work that cannot be read.
        settings: The distribution and the draws, as a sentence.
    """

    totals: tuple[tuple[str, Row], ...] = ()
    curve: Plot | None = None
    curve_rows: tuple[tuple[float, float], ...] = ()
    quantiles: str = ""
    likely: str = ""
    spread: tuple[Spread, ...] = ()
    spread_rows: tuple[tuple[str, float, float], ...] = ()
    spread_left: str = ""
    options: RangeChart | None = None
    option_rows: tuple[tuple[str, Row], ...] = ()
    idle: tuple[str, ...] = ()
    options_left: str = ""
    settings: str = ""


def effort_charts(effort: TotalEffort) -> EffortCharts:
    """Return the charts of an effort; empty ones where it has no work items."""
    if not effort.work:
        return EffortCharts()
    has_own = {item.option for item in effort.work} - {""}
    options = tuple(option_days(effort).items()) if has_own else ()
    known = tuple(row for row in options if not isnan(row[1][0])) if len(options) > 1 else ()
    rows = spread_shares(effort) if len(effort.counted) <= MOST_SHARES else ()
    return EffortCharts(
        totals=tuple(totals(effort).items()),
        curve=_curve(effort) if effort.has_spread else None,
        curve_rows=tuple((chance, effort.quantile(chance)) for chance in _LISTED) if effort.has_spread else (),
        quantiles=", ".join(f"{name.upper()} {effort.quantile(q):,.1f}" for name, q in QUANTILES.items()),
        likely=sum_of_likely(effort),
        spread=_spread(rows) if len(rows) > 1 else (),
        spread_rows=rows if len(rows) > 1 else (),
        spread_left=_left(len(effort.counted)) if effort.has_spread and len(effort.counted) > MOST_SHARES else "",
        options=_options(known) if known else None,
        option_rows=known,
        idle=tuple(name for name, days in options if isnan(days[0])) if known else (),
        options_left=options_left_out(effort) if known else "",
        settings=effort.settings.sentence,
    )


def _left(count: int) -> str:
    return (
        f"What makes the total uncertain is not drawn for more than {MOST_SHARES} work items, and {count:,} count "
        "here; doc.total_effort().spread has the share of each."
    )


def _curve(effort: TotalEffort) -> Plot:
    days, chances = (numbers.tolist() for numbers in s_curve(effort))
    # Room to the right for the words beside P90.
    pen = Pen(axis(days[0], days[-1] + 0.15 * (days[-1] - days[0])), _CHANCES)
    marks = [_quantile(pen, name.upper(), effort.quantile(q), q) for name, q in QUANTILES.items()]
    if effort.likely_sum > 0:
        chance = effort.chance(effort.likely_sum)
        x, y = pen.at(effort.likely_sum, chance)
        marks.append(Mark(x, y, "square", beside="likely", said=sum_of_likely(effort), anchor="end"))
    return pen.plot(
        [pen.line(zip(days, chances, strict=True), "curve")], marks, x_title="Working days in total", percent=True
    )


def _quantile(pen: Pen, name: str, days: float, chance: float) -> Mark:
    x, y = pen.at(days, chance)
    text = f"{name} {days:,.1f}"
    return Mark(x, y, "point", beside=text, said=f"{100 * chance:.0f} % chance of at most {days:,.1f} days")


def _spread(rows: tuple[tuple[str, float, float], ...]) -> tuple[Spread, ...]:
    shares = [(name, share) for name, _, share in rows]
    if len(shares) > MOST_BARS:
        rest = shares[MOST_BARS - 1 :]
        shares = [*shares[: MOST_BARS - 1], (f"{len(rest)} others together", sum(share for _, share in rest))]
    longest = max(share for _, share in shares) or 1.0
    return tuple(Spread(name, share, round(max(0.0, 100 * share / longest), 2)) for name, share in shares)


def _options(rows: tuple[tuple[str, Row], ...]) -> RangeChart:
    scale = axis(min(days[1] for _, days in rows), max(days[4] for _, days in rows))
    bars = []
    for name, (_, p10, p50, p80, p90) in rows:
        text = f"{p10:,.0f}–{p90:,.0f}" if p10 < p90 else f"{p50:,.1f}"
        said = f"P10 {p10:,.1f}, P50 {p50:,.1f}, P80 {p80:,.1f}, P90 {p90:,.1f} days"
        start, end = percent(scale, p10), percent(scale, p90)
        marks = (percent(scale, p50), percent(scale, p80))
        bars.append(RangeBar(name, start, round(end - start, 2), f"{text} days", said, marks))
    return RangeChart(tuple(bars), tick_texts(scale))
