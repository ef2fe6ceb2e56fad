"""The figures of an effort by name."""

from __future__ import annotations

from typing import Literal

from archkit.analysis.total_effort import TotalEffort
from archkit.figures.effort_bars import effort_bars
from archkit.figures.effort_s_curve import effort_s_curve
from archkit.figures.figure import Figure, of_kind
from archkit.figures.option_intervals import option_intervals
from archkit.figures.spread_tornado import spread_tornado

_FIGURES = {
    "phases": effort_bars,
    "s-curve": effort_s_curve,
    "spread": spread_tornado,
    "options": option_intervals,
}


def effort_figure(effort: TotalEffort, kind: Literal["phases", "s-curve", "spread", "options"] = "phases") -> Figure:
    """Draw an effort.

    Args:
        effort: What `total_effort` returns; all numbers of the figures stand in its frames.
        kind: `phases` draws the means by phase and kind of work with P80 on the total, `s-curve` the chance that so
            many days are enough, `spread` what makes the total uncertain, `options` the options side by side.

    Raises:
        AnalysisError: there is no such figure.
    """
    return of_kind(_FIGURES, kind)(effort)
