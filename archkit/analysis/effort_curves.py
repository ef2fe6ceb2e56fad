"""What the figures of an effort show, as plain numbers and frames: the S-curve and the shares of the spread."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from archkit.analysis.effort_correlations import covariances
from archkit.analysis.risk_events import event_sd
from archkit.analysis.simulation import Floats, sorted_quantile

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

    The share of an item is its covariance with the total over the variance of the total: what it adds by itself and by
    rising together with the others. In closed form, without the noise of draws. The shares add up to 1. Risks as
    events are among them.
    """
    if not effort.has_spread:
        return ()
    unsure = [item for item in effort.counted if item.estimate.spread > 0]
    found = covariances([item.estimate for item in unsure], effort.correlation)
    rows = [(item.name, *pair) for item, pair in zip(unsure, found, strict=True)]
    for risk in effort.events:
        if risk.before:
            sd = event_sd(*risk.before.probability, *risk.before.days)
            rows.append((f"{risk.label} {risk.risk.risk}", sd, sd * sd))
    variance = math.fsum(shared for _, _, shared in rows)
    if variance <= 0:
        return ()
    return tuple(sorted(((name, sd, shared / variance) for name, sd, shared in rows), key=lambda row: -row[2]))


def spread_frame(effort: TotalEffort) -> pd.DataFrame:
    """Frame `spread_shares`: `item`, `sd`, `share`."""
    import pandas as pd

    rows = spread_shares(effort)
    frame = pd.DataFrame(rows, columns=["item", "sd", "share"])
    return frame.astype({"item": "str", "sd": "float64", "share": "float64"})
