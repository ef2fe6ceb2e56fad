"""The risks as plain tables and as frames: expected loss, mitigations, shares of the P80, the chance of more."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from archkit.analysis.risk_intervals import RiskInterval
from archkit.analysis.simulation import Floats, sorted_quantile
from archkit.model.fields import number_text

if TYPE_CHECKING:
    import pandas as pd

    from archkit.analysis.risk_exposure import RiskExposure

NOTHING = (math.nan, math.nan, math.nan)
_POINTS = 240
# The curve ends where one draw in a thousand lies beyond.
_REACH = 0.999
_SHOWN = 8


# A page says most ranges twice, and the words of a scale give the same ranges again and again.
@lru_cache(maxsize=1024)
def about(low: float, high: float) -> str:
    """Return a range with two significant digits, as more would claim too much: `0.42–6`; "" when it is not known.

    The low end is rounded down and the high end up, so what is shown holds the range. With one digit 11 would become
    20, and a sum would seem to be more than its parts. One number, which claims no range, has three digits.
    """
    if math.isnan(low) or math.isnan(high):
        return ""
    if f"{low:.12g}" == f"{high:.12g}":
        return _three(low)
    ends = list(dict.fromkeys((_two_digits(low, ROUND_FLOOR), _two_digits(high, ROUND_CEILING))))
    return " to ".join(ends) if low < 0 else "–".join(ends)


def _two_digits(number: float, rounding: str) -> str:
    # What lies behind the twelfth digit comes from adding up.
    exact = Decimal(f"{number:.12g}")
    return number_text(float(exact.quantize(Decimal(1).scaleb(exact.adjusted() - 1), rounding)))


def ranks(exposure: RiskExposure) -> dict[int, tuple[str, str]]:
    """Return the rank of each counted risk and the labels of those that it cannot be told apart from, by number."""
    labels = [risk.label for risk in exposure.counted]
    found = {}
    for at, risk in enumerate(exposure.counted):
        others = exposure.order.not_distinguishable(at, _SHOWN)
        more = int(exposure.order.worst[at] - exposure.order.best[at]) - _SHOWN
        text = ", ".join(labels[other] for other in others) + (f" and {more} more" if more > 0 else "")
        found[risk.number] = exposure.order.rank(at), text
    return found


def benefit(risk: RiskInterval) -> str:
    """Return what can be said of the sign of a mitigation's net benefit."""
    ends = risk.net_benefit
    if ends is None and math.isnan(risk.mitigation_cost):
        return "cost not known"
    if ends is None:
        return "effect not given" if risk.is_mitigated and risk.before else ""
    if ends[0] > 0:
        return "above 0"
    return "below 0" if ends[2] < 0 else "not distinguishable from 0"


def cost(days: float) -> str:
    """Return the cost of a mitigation, "" for none."""
    return "not known" if math.isnan(days) else number_text(round(days, 6)) if days else ""


def exceedance(exposure: RiskExposure) -> tuple[Floats, Floats, Floats]:
    """Return days from 0 on, and the chance that more is lost: before, and after with the mitigations' cost.

    Where a cost is not known, the chance after is NaN. Days that are certain, and their sums, are points of their own,
    so that the curve steps where it does.
    """
    losses, left = exposure.sorted_losses
    both = [losses, *([] if math.isnan(exposure.mitigation_cost) else [left + exposure.mitigation_cost])]
    reach = max(sorted_quantile(drawn, _REACH) for drawn in both)
    even = np.linspace(0.0, reach if reach > 0 else 1.0, _POINTS + 1)
    # numpy.unique would do it and import numpy.ma, which costs more than the whole curve.
    days = np.array(sorted({*even.tolist(), *(day for drawn in both for day in _jumps(drawn, even[-1]).tolist())}))
    before, *after = (1 - np.searchsorted(drawn, days, side="right") / len(drawn) for drawn in both)
    return days, before, after[0] if after else np.full(len(days), math.nan)


def _jumps(drawn: Floats, reach: float) -> Floats:
    """Return the days that more than one sorted draw in a thousand takes, the most frequent where there are many."""
    # Of so many alike, the first and the last are the same: few draws are, so that few are looked at.
    alike = max(1, len(drawn) // 1000)
    repeated = drawn[np.flatnonzero(drawn[alike:] == drawn[:-alike])]
    starts = np.flatnonzero(np.diff(repeated, prepend=math.nan))
    days, counts = repeated[starts], np.diff(starts, append=len(repeated))
    kept = np.flatnonzero(days <= reach)
    return days[kept[np.argsort(-counts[kept], kind="stable")[:_POINTS]]]


def risks_frame(exposure: RiskExposure) -> pd.DataFrame:
    """Frame the risks before mitigation, index R1 …."""
    import pandas as pd

    rows = exposure.risks
    known = [risk.before for risk in rows]
    losses = [event.loss if event else NOTHING for event in known]
    ranked = ranks(exposure)
    places = [ranked.get(risk.number, ("", "")) for risk in rows]
    columns = {
        "risk": _texts(risk.risk.risk for risk in rows),
        "option": _texts(risk.option for risk in rows),
        "counted": pd.Series([risk.number in ranked for risk in rows], dtype="bool"),
        "probability_low": _numbers(event.probability[0] if event else math.nan for event in known),
        "probability_high": _numbers(event.probability[1] if event else math.nan for event in known),
        "days_low": _numbers(event.days[0] if event else math.nan for event in known),
        "days_high": _numbers(event.days[1] if event else math.nan for event in known),
        "loss_low": _numbers(loss[0] for loss in losses),
        "loss_mean": _numbers(loss[1] for loss in losses),
        "loss_high": _numbers(loss[2] for loss in losses),
        "expected_loss": _texts(about(loss[0], loss[2]) for loss in losses),
        "rank": _texts(rank for rank, _ in places),
        "not_distinguishable_from": _texts(others for _, others in places),
        "reason": _texts(risk.reason for risk in rows),
    }
    return _labelled(columns, rows)


def mitigations_frame(exposure: RiskExposure) -> pd.DataFrame:
    """Frame what the mitigations change and cost, index R1 …."""
    rows = exposure.risks
    before = [risk.before.loss if risk.before else NOTHING for risk in rows]
    after = [event.loss if (event := risk.after) else NOTHING for risk in rows]
    net = [risk.net_benefit or NOTHING for risk in rows]
    columns = {"mitigation": _texts(risk.risk.mitigation for risk in rows)}
    columns |= {"mitigation_cost": _numbers(risk.mitigation_cost for risk in rows)}
    for name, ends in (("loss", before), ("loss_after", after), ("net_benefit", net)):
        for at, end in enumerate(("low", "mean", "high")):
            columns[f"{name}_{end}"] = _numbers(values[at] for values in ends)
    columns |= {"net_benefit": _texts(benefit(risk) for risk in rows)}
    columns |= {"reason": _texts(risk.reason or risk.after_reason for risk in rows)}
    return _labelled(columns, rows)


def contributions_frame(exposure: RiskExposure) -> pd.DataFrame:
    """Frame what each counted risk adds to the P80 of effort with risks, index R1 …."""
    shares = exposure.shares_of_p80
    columns = {
        "risk": _texts(risk.risk.risk for risk in exposure.counted),
        "p80_days": _numbers(before for before, _ in shares),
        "p80_days_after": _numbers(after for _, after in shares),
    }
    return _labelled(columns, exposure.counted)


def exceedance_frame(exposure: RiskExposure) -> pd.DataFrame:
    """Frame the chance of losing more, index loss in working days."""
    import pandas as pd

    days, before, after = exceedance(exposure)
    return pd.DataFrame({"before": before, "after": after}, index=pd.Index(days, name="days"))


def totals(exposure: RiskExposure) -> dict[str, tuple[float, ...]]:
    """Return low, mean and high of the expected loss, then P50, P80 and P90 of the loss, in working days."""
    spent = exposure.mitigation_cost
    after = exposure.expected_loss_after
    before, left = ([sorted_quantile(drawn, q) for q in (0.5, 0.8, 0.9)] for drawn in exposure.sorted_losses)
    rest = (*after, *left)
    return {
        "before": (*exposure.expected_loss, *before),
        "after": rest,
        "after, with cost": tuple(days + spent for days in rest),
    }


def totals_frame(exposure: RiskExposure) -> pd.DataFrame:
    """Frame `totals`."""
    import pandas as pd

    rows = totals(exposure)
    columns = ["loss_low", "loss_mean", "loss_high", "p50", "p80", "p90"]
    return pd.DataFrame(list(rows.values()), index=pd.Index(list(rows), dtype="str"), columns=columns, dtype="float64")


def shown(exposure: RiskExposure) -> tuple[list[str], list[list[str]]]:
    """Return the table that stands for the whole result, with two significant digits for each loss."""
    heads = ["", "probability", "days", "expected loss", "rank", "after", "mitigation", "net benefit"]
    ranked = ranks(exposure)
    lines = []
    for risk in exposure.risks:
        chance, days = (risk.before.probability, risk.before.days) if risk.before else (NOTHING[:2], NOTHING[:2])
        loss = risk.before.loss if risk.before else NOTHING
        after = risk.after.loss if risk.after and len(risk.kept) < 2 else NOTHING
        net = risk.net_benefit or NOTHING
        percent = "–".join(dict.fromkeys(_three(100 * end) for end in chance if not math.isnan(end)))
        lines.append([
            f"{risk.label} {risk.risk.risk}", f"{percent} %" if percent else "unknown",
            "–".join(dict.fromkeys(_three(end) for end in days if not math.isnan(end))) or "unknown",
            about(loss[0], loss[2]), ranked.get(risk.number, ("not counted", ""))[0], about(after[0], after[2]),
            cost(risk.mitigation_cost), about(net[0], net[2]),
        ])  # fmt: skip
    for name, values in totals(exposure).items() if exposure.counted else ():
        lines.append([f"all counted risks {name}", "", "", about(values[0], values[2]), "", "", "", ""])
    return heads, lines


def _three(value: float) -> str:
    """Return a number with three significant digits, written out: `1000` and not `1e+03`."""
    return number_text(float(f"{value:.3g}"))


def _labelled(columns: dict[str, pd.Series], rows: tuple[RiskInterval, ...]) -> pd.DataFrame:
    import pandas as pd

    frame = pd.DataFrame(columns)
    frame.index = pd.Index([risk.label for risk in rows], dtype="str", name="label")
    return frame


def _texts(values: Iterable[str]) -> pd.Series:
    import pandas as pd

    return pd.Series(list(values), dtype="str")


def _numbers(values: Iterable[float]) -> pd.Series:
    import pandas as pd

    return pd.Series(list(values), dtype="float64")
