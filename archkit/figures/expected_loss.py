"""The expected loss of each risk as a range, in an order as far as there is one."""

from __future__ import annotations

from matplotlib.axes import Axes

from archkit.analysis.risk_exposure import RiskExposure
from archkit.analysis.risk_intervals import RiskInterval
from archkit.analysis.risk_tables import about, ranks
from archkit.figures.figure import Figure, nothing_to_show
from archkit.figures.labels import height_of, said, wrapped
from archkit.figures.style import INK, LINE, LINE_HEIGHT, canvas, drawing, mark

#: More risks than this are not drawn; their numbers stand in the frame.
MOST_RISKS = 30
NOTHING = "No risk has a known likelihood and impact yet."
_NAME_WIDTH = 36
_NOTE_WIDTH = 100
_OTHERS = 4

Loss = tuple[float, float, float]
_Entry = tuple[RiskInterval, Loss]


def expected_loss(exposure: RiskExposure) -> Figure:
    """Draw the range of the expected loss of each counted risk before mitigation, in working days.

    Beside each stands its rank and what it cannot be told apart from; across a thick line the order is certain. All
    numbers stand in `frame`.
    """
    if not exposure.counted:
        return nothing_to_show(NOTHING)
    entries = _entries(exposure)
    names = [wrapped(f"{risk.label} {risk.risk.risk}", _NAME_WIDTH, 2) for risk, _ in entries]
    notes = [wrapped(text, _NOTE_WIDTH, 6) for text in _notes(exposure)]
    lines = sum(max(2.4, height_of(name) + 0.4) for name in names) + 0.95 * sum(map(height_of, notes))
    reach = max(loss[2] for _, loss in entries) or 1.0
    with drawing():
        drawn = canvas(1.3 + lines * LINE_HEIGHT)
        axes = drawn.add_subplot(title="Expected loss of each risk, before mitigation")
        for place in _certain([loss for _, loss in entries]):
            axes.axhline(place + 0.5, color=INK, linewidth=1.6)
        placed = ranks(exposure)
        for place, (risk, loss) in enumerate(entries):
            _range(axes, place, loss, f"{_days(loss)}; {_rank(*placed[risk.number])}", reach)
        axes.set_yticks(range(len(names)), names, fontsize=8)
        axes.set_ylim(len(names) - 0.4, -0.6)
        axes.set_xlim(0, reach * 1.85)
        axes.tick_params(axis="y", length=0)
        axes.set_axisbelow(True)
        axes.grid(axis="x", color=LINE, linewidth=0.6)
        axes.set_xlabel("\n".join(["Probability × working days, from low × low to high × high", *notes]),
                        fontsize=8, ha="left", x=0)  # fmt: skip
    return Figure(drawn, _alt(exposure, entries))


def _entries(exposure: RiskExposure) -> list[_Entry]:
    """Return the counted risks, the largest first; of overlapping ranges the one that reaches highest."""
    entries = [(risk, risk.before.loss) for risk in exposure.counted if risk.before]
    return sorted(entries, key=lambda entry: (-entry[1][2], -entry[1][0], entry[0].number))[:MOST_RISKS]


def _certain(losses: list[Loss]) -> list[int]:
    """Return the places after which a line may stand: each range above it lies above each range below it."""
    lowest, places = losses[0][0], []
    for place, (low, _, high) in enumerate(losses[1:]):
        if high < lowest:
            places.append(place)
        lowest = min(lowest, low)
    return places


def _days(loss: Loss) -> str:
    text = about(loss[0], loss[2])
    return f"{text} day" if text == "1" else f"{text} days"


def _rank(rank: str, others: str) -> str:
    named = others.replace(" and ", ", and ").split(", ")
    if not others:
        return f"rank {rank}"
    shown = named if len(named) <= _OTHERS else [*named[:_OTHERS], "…"]
    return f"rank {rank},\nnot distinguishable from {', '.join(shown)}"


def _range(axes: Axes, place: int, loss: Loss, text: str, reach: float) -> None:
    low, _, high = loss
    if high - low > reach * 0.004:
        axes.barh(place, high - low, left=low, height=0.5, **mark(0))
    else:
        axes.plot([high, high], [place - 0.25, place + 0.25], color=mark(0)["facecolor"], lw=3)
    axes.annotate(text, (high, place), (6, 0), textcoords="offset points", va="center", fontsize=7.5)


def _notes(exposure: RiskExposure) -> list[str]:
    more = len(exposure.counted) - MOST_RISKS
    left_out = [f"{more} more risk{'s stand' if more > 1 else ' stands'} in the frame."] if more > 0 else []
    certain = _certain([loss for _, loss in _entries(exposure)])
    rule = f"Ranges that overlap are not distinguishable{'; across a thick line the order is certain' * bool(certain)}."
    return [*left_out, rule, exposure.scale.text, exposure.scope]


def _alt(exposure: RiskExposure, entries: list[_Entry]) -> str:
    placed = ranks(exposure)
    bars = "; ".join(
        f"{risk.label} {said(risk.risk.risk)}: {_days(loss)}, rank {placed[risk.number][0]}"
        + (f", not distinguishable from {placed[risk.number][1]}" if placed[risk.number][1] else "")
        for risk, loss in entries
    )
    return f"Expected loss of each risk as a range. {bars}. {' '.join(said(text, 500) for text in _notes(exposure))}"
