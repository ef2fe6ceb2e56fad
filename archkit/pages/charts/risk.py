"""Charts of the exposure to risk: expected loss as ranges, and the chance of losing more."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from typing import NamedTuple

from archkit.analysis.risk_exposure import RiskExposure
from archkit.analysis.risk_intervals import RiskInterval
from archkit.analysis.risk_tables import NOTHING, about, benefit, cost, exceedance, ranks, totals
from archkit.pages.charts.axis import Axis, axis
from archkit.pages.charts.plot import Pen, Plot
from archkit.pages.charts.ranges import RangeBar, RangeChart, percent, tick_texts

#: More risks than this are not drawn; the table has all of them.
MOST_RISKS = 12
_CHANCES = Axis(0.0, 1.0, (0.0, 0.2, 0.4, 0.6, 0.8, 1.0))
# So many steps of the curve stand in the table.
_STEPS = 12


class LossRow(NamedTuple):
    """What one risk may cost, in words: probability, days and expected loss before and after its mitigation."""

    number: int
    name: str
    probability: str
    days: str
    loss: str
    rank: str
    others: str
    after: str
    cost: str
    benefit: str


@dataclass(frozen=True)
class RiskCharts:
    """What the page draws and lists of the exposure to risk.

    Attributes:
        losses: The expected loss of each risk, the largest first; None where none is known.
        is_certain: Whether the order of any two risks is certain.
        left_out: How many risks are not drawn.
        rows: Every risk that is not closed.
        curve: The chance of losing more, before and after; None where nothing can be lost.
        curve_rows: Days, and the chance (0–1) that more is lost before and after, at some points of it.
        has_after: Whether the mitigations change that chance.
        totals: Name, the range of the expected loss in words; low, mean and high of it, then P50, P80 and P90 of the
            loss, for all counted risks.
        mitigation_cost: What the mitigations cost for certain, in days; "" for nothing, or `not known`.
        scale: What the words mean.
        assumptions: How the numbers were made.
        problems: What is unknown or taken as before.
    """

    losses: RangeChart | None = None
    is_certain: bool = False
    left_out: int = 0
    rows: tuple[LossRow, ...] = ()
    curve: Plot | None = None
    curve_rows: tuple[tuple[float, float, float], ...] = ()
    has_after: bool = False
    totals: tuple[tuple[str, str, tuple[float, ...]], ...] = ()
    mitigation_cost: str = ""
    scale: str = ""
    assumptions: str = ""
    problems: tuple[str, ...] = ()


def risk_charts(exposure: RiskExposure) -> RiskCharts:
    """Return the charts of the exposure; empty ones where no risk has a known likelihood and impact."""
    if not exposure.counted:
        return RiskCharts(problems=exposure.problems)
    placed = ranks(exposure)
    losses = _losses(exposure, placed)
    points = list(zip(*(numbers.tolist() for numbers in exceedance(exposure)), strict=True))
    has_after = any(before != after for _, before, after in points) and not isnan(points[0][2])
    # The curve of one risk says no more than its range.
    is_loss = len(exposure.counted) > 1 and (exposure.losses.any() or exposure.losses_after.any())
    return RiskCharts(
        losses=losses,
        is_certain=any(bar.is_apart for bar in losses.bars),
        left_out=len(exposure.counted) - len(losses.bars),
        rows=tuple(_row(risk, placed.get(risk.number, ("not counted", ""))) for risk in exposure.risks),
        curve=_curve(points, has_after) if is_loss else None,
        curve_rows=_evenly(points) if is_loss else (),
        has_after=has_after,
        totals=_totals(exposure, has_after),
        mitigation_cost=cost(round(exposure.mitigation_cost, 1)),
        scale=exposure.scale.text,
        assumptions=exposure.assumptions,
        problems=exposure.problems,
    )


def _losses(exposure: RiskExposure, placed: Mapping[int, tuple[str, str]]) -> RangeChart:
    known = [(risk, risk.before.loss) for risk in exposure.counted if risk.before]
    known.sort(key=lambda pair: (-pair[1][2], -pair[1][0], pair[0].number))
    scale = axis(0.0, max(loss[2] for _, loss in known))
    bars: list[RangeBar] = []
    lowest = float("inf")
    for risk, (low, _, high) in known[:MOST_RISKS]:
        start, text = percent(scale, low), _days(about(low, high))
        rank, others = placed[risk.number]
        said = f"{text}, rank {rank}" + (f", not distinguishable from {others}" if others else "")
        bar = RangeBar(
            f"{risk.label} {risk.risk.risk}",
            start,
            round(percent(scale, high) - start, 2),
            f"{text} · rank {rank}",
            said,
            is_apart=bool(bars) and high < lowest,
        )
        bars.append(bar)
        lowest = min(lowest, low)
    return RangeChart(tuple(bars), tick_texts(scale))


def _curve(points: Sequence[tuple[float, float, float]], has_after: bool) -> Plot:
    pen = Pen(axis(0.0, points[-1][0]), _CHANCES)
    lines = [pen.steps([(days, before) for days, before, _ in points], "curve")]
    if has_after:
        lines.append(pen.steps([(days, after) for days, _, after in points], "curve-after"))
    return pen.plot(lines, (), x_title="Loss in working days", percent=True)


def _evenly(points: Sequence[tuple[float, float, float]]) -> tuple[tuple[float, float, float], ...]:
    days = [point[0] for point in points]
    return tuple(points[_nearest(days, days[-1] * step / _STEPS)] for step in range(_STEPS + 1))


def _nearest(ordered: Sequence[float], wanted: float) -> int:
    """Return the place of the nearest number, the first of two that are as near."""
    above = min(bisect_left(ordered, wanted), len(ordered) - 1)
    return above - 1 if above and wanted - ordered[above - 1] <= ordered[above] - wanted else above


def _row(risk: RiskInterval, placed: tuple[str, str]) -> LossRow:
    chance, days = (risk.before.probability, risk.before.days) if risk.before else (NOTHING[:2], NOTHING[:2])
    loss = risk.before.loss if risk.before else NOTHING
    after = risk.after.loss if risk.after and len(risk.kept) < 2 else NOTHING
    percents = _ends(chance, 100)
    return LossRow(
        number=risk.number,
        name=f"{risk.label} {risk.risk.risk}",
        probability=f"{percents} %" if percents else "not known",
        days=_ends(days, 1) or "not known",
        loss=about(loss[0], loss[2]),
        rank=placed[0],
        others=placed[1],
        after=about(after[0], after[2]),
        cost=cost(risk.mitigation_cost),
        benefit=benefit(risk),
    )


def _days(text: str) -> str:
    return f"{text} day" if text == "1" else f"{text} days"


def _totals(exposure: RiskExposure, has_after: bool) -> tuple[tuple[str, str, tuple[float, ...]], ...]:
    """Return the rows that say something new."""
    is_known = not isnan(exposure.mitigation_cost)
    wanted = [True, has_after or not is_known, is_known and bool(exposure.mitigation_cost)]
    rows = zip(totals(exposure).items(), wanted, strict=True)
    return tuple((name, about(row[0], row[2]), row) for (name, row), is_wanted in rows if is_wanted)


def _ends(ends: tuple[float, ...], per: int) -> str:
    return "–".join(dict.fromkeys(f"{per * end:.3g}" for end in ends if not isnan(end)))
