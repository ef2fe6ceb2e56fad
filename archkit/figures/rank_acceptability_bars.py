"""How often each option takes each rank over all weights: one stacked bar for each option."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.patches import Patch

from archkit.analysis.comparing.acceptability import RankAcceptability
from archkit.analysis.comparing.ranks_over_weights import RanksOverWeights
from archkit.figures.figure import Figure, nothing_to_show
from archkit.figures.labels import height_of, said, wrapped
from archkit.figures.notes import noted
from archkit.figures.style import INK, LINE_HEIGHT, PAPER, canvas, drawing

_NAME_WIDTH = 26
#: Dark is good: the first ranks, of which the eye is to see the most, are the strongest.
_SHADES = ("#003f66", "#0072B2", "#4f9fd0", "#9cc9e6", "#d3e7f4")
_REST = "#f2f2f2"


def rank_acceptability_bars(ranks: RanksOverWeights) -> Figure:
    """Draw the share of the draws in which each option takes each rank."""
    options = ranks.table.options
    if not options or not ranks.table.criteria:
        return nothing_to_show("No option can be ranked yet.")
    names = [wrapped(name, _NAME_WIDTH) for name in options]
    notes = noted(ranks.notes)
    lines = sum(max(2.2, height_of(name) + 0.4) for name in names) + 1.1 * height_of(notes)
    found = ranks.shares
    with drawing():
        drawn = canvas(1.35 + lines * LINE_HEIGHT)
        axes = drawn.add_subplot(title="Ranks over all weights")
        for place in range(len(options)):
            _bar(axes, place, found)
        axes.set_yticks(range(len(names)), names)
        axes.set_ylim(len(names) - 0.4, -0.6)
        axes.set_xlim(0, 100)
        axes.tick_params(axis="y", length=0)
        axes.set_xlabel(f"Share of the draws, %\n{notes}", fontsize=8, ha="left", x=0)
        keys = [Patch(facecolor=_shade(at), edgecolor=INK, label=_key(at, len(options))) for at in range(len(options))]
        keys = keys[: len(_SHADES) + 1]
        drawn.legend(handles=keys, loc="outside upper right", ncols=min(6, len(keys)), fontsize=8)
    return Figure(drawn, _alt(ranks))


def _bar(axes: Axes, place: int, found: RankAcceptability) -> None:
    start = 0.0
    for rank, share in enumerate(found.acceptability[place].tolist()):
        width = 100 * share
        axes.barh(place, width, left=start, height=0.62, facecolor=_shade(rank), edgecolor=INK, linewidth=0.6)
        if width >= 4.5:
            ink = PAPER if rank < 2 else INK
            axes.text(start + width / 2, place, f"{width:.0f}", ha="center", va="center", fontsize=7, color=ink)
        start += width
    confidence = found.confidence[place]
    text = "never first" if confidence != confidence else f"confidence {100 * confidence:.0f} %"
    axes.text(101, place, text, va="center", fontsize=8)


def _key(rank: int, count: int) -> str:
    return f"rank {rank + 1}" + (" and after" if rank == len(_SHADES) < count - 1 else "")


def _shade(rank: int) -> str:
    return _SHADES[rank] if rank < len(_SHADES) else _REST


def _alt(ranks: RanksOverWeights) -> str:
    found = ranks.shares
    parts = []
    for at, name in enumerate(ranks.table.options):
        shares = ", ".join(
            f"rank {rank + 1} {100 * share:.0f} %" for rank, share in enumerate(found.acceptability[at].tolist())
        )
        confidence = found.confidence[at]
        sure = "never first" if confidence != confidence else f"confidence {100 * confidence:.0f} %"
        parts.append(f"{said(name)}: {shares}, {sure}")
    return f"Share of the draws in which each option takes each rank. {'; '.join(parts)}. {' '.join(ranks.notes)}"
