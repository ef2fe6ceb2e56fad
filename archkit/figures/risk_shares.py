"""What each risk adds to the P80 of effort with risks."""

from __future__ import annotations

from archkit.analysis.risk_exposure import RiskExposure
from archkit.analysis.risk_intervals import RiskInterval
from archkit.figures.expected_loss import MOST_RISKS, NOTHING
from archkit.figures.figure import Figure, nothing_to_show
from archkit.figures.labels import height_of, said, wrapped
from archkit.figures.style import INK, LINE, LINE_HEIGHT, canvas, drawing, mark

_NAME_WIDTH = 36
_NOTE_WIDTH = 100

_Entry = tuple[RiskInterval, float]


def risk_shares(exposure: RiskExposure) -> Figure:
    """Draw what each counted risk adds to the P80 of effort with all risks, before mitigation, the largest first.

    All numbers stand in `contributions` of the exposure.
    """
    if not exposure.counted:
        return nothing_to_show(NOTHING)
    entries = _entries(exposure)
    names = [wrapped(f"{risk.label} {risk.risk.risk}", _NAME_WIDTH, 2) for risk, _ in entries]
    notes = [wrapped(text, _NOTE_WIDTH, 6) for text in _notes(exposure)]
    lines = sum(max(1.8, height_of(name) + 0.4) for name in names) + 0.95 * sum(map(height_of, notes))
    least, most = min(0.0, *(days for _, days in entries)), max(0.0, *(days for _, days in entries))
    with drawing():
        drawn = canvas(1.3 + lines * LINE_HEIGHT)
        axes = drawn.add_subplot(title="What each risk adds to the P80 of effort with risks")
        for place, (_, days) in enumerate(entries):
            axes.barh(place, days, height=0.55, **mark(0))
            axes.annotate(f"{days:.1f}", (max(days, 0), place), (5, 0), textcoords="offset points", va="center",
                          fontsize=8)  # fmt: skip
        axes.set_yticks(range(len(names)), names, fontsize=8)
        axes.set_ylim(len(names) - 0.4, -0.6)
        width = (most - least) or 1.0
        axes.set_xlim(least - (0.05 * width if least else 0), most + 0.12 * width)
        axes.tick_params(axis="y", length=0)
        axes.axvline(0, color=INK, lw=0.8)
        axes.set_axisbelow(True)
        axes.grid(axis="x", color=LINE, linewidth=0.6)
        axes.set_xlabel("\n".join(["Working days, before mitigation", *notes]), fontsize=8, ha="left", x=0)
    return Figure(drawn, _alt(exposure, entries))


def _entries(exposure: RiskExposure) -> list[_Entry]:
    pairs = zip(exposure.counted, (before for before, _ in exposure.shares_of_p80), strict=True)
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0].number))[:MOST_RISKS]


def _notes(exposure: RiskExposure) -> list[str]:
    more = len(exposure.counted) - MOST_RISKS
    left_out = [f"{more} more risk{'s stand' if more > 1 else ' stands'} in the frame."] if more > 0 else []
    rule = (
        "P80 of effort with all risks less P80 without this risk, in the same draws; percentiles do not add up. "
        "One that rarely happens may add nothing to it, or a little less, and still matter beyond."
    )
    work = f" {exposure.effort.settings.sentence}" if exposure.effort.counted else " There is no work to add them to."
    return [*left_out, rule, exposure.assumptions + work]


def _alt(exposure: RiskExposure, entries: list[_Entry]) -> str:
    bars = "; ".join(f"{risk.label} {said(risk.risk.risk)}: {days:.1f}" for risk, days in entries)
    return f"Working days that each risk adds to the P80 of effort with risks. {bars}. " + " ".join(
        said(text, 700) for text in _notes(exposure)
    )
