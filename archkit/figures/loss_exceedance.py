"""The chance that the risks together cost more than a number of days, before and after mitigation."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import PercentFormatter

from archkit.analysis.risk_exposure import RiskExposure
from archkit.analysis.risk_tables import exceedance, totals
from archkit.analysis.simulation import Floats
from archkit.figures.expected_loss import NOTHING
from archkit.figures.figure import Figure, nothing_to_show
from archkit.figures.labels import height_of, said, wrapped
from archkit.figures.style import COLOURS, LINE, LINE_HEIGHT, canvas, drawing
from archkit.model.fields import number_text

_NOTE_WIDTH = 110
BEFORE, AFTER = "before mitigation", "after mitigation, with its cost"


def loss_exceedance(exposure: RiskExposure) -> Figure:
    """Draw the loss-exceedance curve before mitigation, and after it with the cost of the mitigations.

    All numbers stand in `exceedance` and `totals` of the exposure.
    """
    if not exposure.counted:
        return nothing_to_show(NOTHING)
    if not (exposure.losses.any() or exposure.losses_after.any()):
        return nothing_to_show("The counted risks and their mitigations cost no days.")
    notes = [wrapped(text, _NOTE_WIDTH, 6) for text in _notes(exposure)]
    days, before, after = exceedance(exposure)
    with drawing():
        drawn = canvas(3.9 + sum(map(height_of, notes)) * LINE_HEIGHT)
        axes = drawn.add_subplot(title="Chance that the risks cost more than a number of days")
        axes.plot(days, before, color=COLOURS[0], lw=2.2, drawstyle="steps-post", label=BEFORE)
        if _changes(before, after) and not np.isnan(after[0]):
            axes.plot(days, after, color=COLOURS[1], lw=2, linestyle="--", drawstyle="steps-post", label=AFTER)
        _frame(axes, float(days[-1]))
        axes.set_xlabel("\n".join(["Loss in working days", *notes]), fontsize=8, ha="left", x=0)
        axes.legend(loc="upper right", fontsize=8)
    return Figure(drawn, _alt(exposure))


def _frame(axes: Axes, reach: float) -> None:
    axes.set_xlim(0, reach)
    axes.set_ylim(0, 1.02)
    axes.yaxis.set_major_formatter(PercentFormatter(1.0, symbol=" %"))
    axes.grid(color=LINE, linewidth=0.6)
    axes.set_ylabel("Chance that more is lost")


def _changes(before: Floats, after: Floats) -> bool:
    return not np.array_equal(before, after)


def _notes(exposure: RiskExposure) -> list[str]:
    rows = totals(exposure)
    if np.isnan(exposure.mitigation_cost):
        unknown = "What the mitigations cost is not known, so no curve after them is drawn."
        return [f"{_said(BEFORE, rows['before'])} {unknown}", exposure.assumptions]
    cost = number_text(round(exposure.mitigation_cost, 1))
    spent = f"The mitigations cost {cost} working days for certain." if exposure.mitigation_cost else ""
    _, before, after = exceedance(exposure)
    same = "" if _changes(before, after) else "No mitigation changes a counted risk, so both curves are one."
    found = [_said(BEFORE, rows["before"]), _said(AFTER, rows["after, with cost"])]
    return [*(text for text in (" ".join(found), f"{spent} {same}".strip()) if text), exposure.assumptions]


def _said(name: str, row: tuple[float, ...]) -> str:
    return f"{name.capitalize()}: mean {row[1]:.1f}, P50 {row[3]:.1f}, P80 {row[4]:.1f}, P90 {row[5]:.1f} days."


def _alt(exposure: RiskExposure) -> str:
    notes = " ".join(said(text, 600) for text in _notes(exposure))
    return f"Chance that the risks together cost more than a number of working days, as a falling curve. {notes}"
