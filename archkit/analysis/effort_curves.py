"""What the figures of an effort show, as plain numbers and frames: the S-curve and the shares of the spread."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from archkit.analysis.simulation import Floats, sorted_quantile
from archkit.analysis.stratified_rows import KEPT_DRAWS
from archkit.analysis.summed_draws import kept_draws

if TYPE_CHECKING:
    import pandas as pd

    from archkit.analysis.total_effort import TotalEffort

#: Chances at which the S-curve is drawn.
CHANCES = np.concatenate(([0.001, 0.002, 0.005], np.arange(1, 100) / 100, [0.995, 0.998, 0.999]))


def s_curve(effort: TotalEffort) -> tuple[Floats, Floats]:
    """Return working days and the chance (0–1) that the total takes at most so many, both rising."""
    drawn = effort.sums()
    return np.array([sorted_quantile(drawn, chance) for chance in CHANCES.tolist()]), CHANCES


def s_curve_frame(effort: TotalEffort) -> pd.DataFrame:
    """Frame the S-curve: `days`, `chance`; empty for a total without a distribution."""
    import pandas as pd

    certain = effort.quantile(0.5)
    if effort.has_spread:
        days, chances = s_curve(effort)
    else:
        days, chances = (np.zeros(0), np.zeros(0)) if np.isnan(certain) else (np.full(2, certain), np.array([0.0, 1.0]))
    return pd.DataFrame({"days": days, "chance": chances})


def spread_shares(effort: TotalEffort) -> tuple[tuple[str, float, float], ...]:
    """Return name, standard deviation in days and share (0–1) of the total's variance of each item, largest first.

    The share of an item is its covariance with the total over the variance of the total, in the same draws: what it
    adds by itself and by rising together with the others. The shares add up to 1. Risks as events are among them.
    Of more than 50,000 draws so many are made for it.
    """
    if effort.draws > KEPT_DRAWS:
        effort = replace(effort, settings=replace(effort.settings, draws=KEPT_DRAWS))
    total = effort.in_draw_order(effort.counted, effort.events)
    total -= total.mean()
    variance = float((total * total).sum())
    if not effort.has_spread or variance <= 0:
        return ()
    options = float(effort.correlation), effort.draws, effort.seed
    rows = []
    for item in effort.counted:
        if item.estimate.spread > 0:
            drawn = kept_draws((item.stream, item.estimate), *options)
            rows.append((item.name, *_share(drawn, total, variance)))
    rows += [
        (f"{risk.label} {risk.risk.risk}", *_share(effort.in_draw_order((), (risk,)), total, variance))
        for risk in effort.events
    ]
    return tuple(sorted(rows, key=lambda row: -row[2]))


def spread_frame(effort: TotalEffort) -> pd.DataFrame:
    """Frame `spread_shares`: `item`, `sd`, `share`."""
    import pandas as pd

    rows = spread_shares(effort)
    frame = pd.DataFrame(rows, columns=["item", "sd", "share"])
    return frame.astype({"item": "str", "sd": "float64", "share": "float64"})


def _share(drawn: Floats, total: Floats, variance: float) -> tuple[float, float]:
    around = drawn - drawn.mean()
    # No `@`, which wakes the threads of the linear algebra for each item.
    own, shared = np.einsum("i,i->", around, around), np.einsum("i,i->", around, total)
    return math.sqrt(own / len(around)), float(shared) / variance
