"""What the raters say, cell by cell: lowest to highest with the median, and where they are split."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from archkit.analysis.comparing.agreement import Agreement, CellAgreement
from archkit.figures.figure import Figure, nothing_to_show
from archkit.figures.labels import height_of, said, wrapped
from archkit.figures.notes import noted
from archkit.figures.style import COLOURS, INK, LINE, WIDTH, canvas, drawing

#: More criteria or options than this are left to the frame.
MOST_CRITERIA = 24
MOST_OPTIONS = 12
_NAMES = 2.1
_CELL = 0.46
_TITLE = 0.38
_HEAD_LINE = 0.125
# White where all agree, darker with the spread; a split has a frame of its own.
_SHADES = ("#ffffff", "#fdf0e6", "#fad9bf", "#f5b98b")


def agreement_table(agreement: Agreement) -> Figure:
    """Draw a table of criteria × options with the range of the raters' scores in each cell."""
    if not agreement.rows:
        return nothing_to_show("Nobody has rated yet.")
    criteria = list(dict.fromkeys(row.criterion for row in agreement.rows))[:MOST_CRITERIA]
    columns = ["", *(name for name in agreement.options if any(row.option == name for row in agreement.rows))]
    columns = columns[: MOST_OPTIONS + 1]
    notes = noted([*_left_out(agreement), *agreement.notes], 118)
    width = WIDTH
    room = (width - _NAMES - 0.1) / len(columns)
    heads = [wrapped(name or "weight, %", max(8, int(room * 13)), 5) for name in columns]
    head = _TITLE + _HEAD_LINE * max(map(height_of, heads)) + 0.08
    height = head + _CELL * len(criteria) + 0.4 + 0.155 * height_of(notes)
    with drawing():
        drawn = canvas(height)
        drawn.set_layout_engine("none")
        axes = drawn.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(0, width)
        axes.set_ylim(height, 0)
        axes.text(0.1, 0.2, "What the raters say", fontsize=11, fontweight="bold", va="center")
        for at, name in enumerate(heads):
            axes.text(_NAMES + room * (at + 0.5), head - 0.05, name, ha="center", va="bottom", fontsize=7)
        for line, name in enumerate(criteria):
            top = head + _CELL * line
            axes.text(0.1, top + _CELL / 2, wrapped(name, 30, 3), va="center", fontsize=7.5)
            for at, option in enumerate(columns):
                cell = _found(agreement, name, option)
                _cell(axes, _NAMES + room * at, top, room, cell)
        axes.text(0.1, height - 0.12, notes, va="bottom", fontsize=8)
    return Figure(drawn, _alt(agreement))


def _found(agreement: Agreement, criterion: str, option: str) -> CellAgreement | None:
    return next((row for row in agreement.rows if (row.criterion, row.option) == (criterion, option)), None)


def _cell(axes: Axes, left: float, top: float, room: float, cell: CellAgreement | None) -> None:
    if cell is None:
        axes.add_patch(Rectangle((left, top), room, _CELL, facecolor="none", edgecolor=LINE, linewidth=0.5))
        return
    shade = _SHADES[min(3, int(cell.spread * 4))] if cell.option else _SHADES[min(3, int(cell.spread * 20))]
    axes.add_patch(Rectangle((left, top), room, _CELL, facecolor=shade, edgecolor=LINE, linewidth=0.5))
    if cell.split:
        inside = Rectangle((left + 0.03, top + 0.03), room - 0.06, _CELL - 0.06, facecolor="none", linewidth=1.6)
        inside.set_edgecolor(COLOURS[1])
        axes.add_patch(inside)
    weight = "bold" if cell.split else "normal"
    words = f"{_ends(cell)}\n" + ("split, " if cell.split else "open, " if cell.open else "") + f"n {cell.raters}"
    axes.text(
        left + room / 2, top + _CELL / 2, words, ha="center", va="center", fontsize=7, fontweight=weight, color=INK
    )


def _ends(cell: CellAgreement) -> str:
    ends = (cell.lowest, cell.median, cell.highest)
    low, middle, high = (f"{end:.3g}" if cell.option else f"{100 * end:.0f}" for end in ends)
    return low if low == high else f"{low} [{middle}] {high}"


def _left_out(agreement: Agreement) -> list[str]:
    criteria = len({row.criterion for row in agreement.rows}) - MOST_CRITERIA
    options = len({row.option for row in agreement.rows if row.option}) - MOST_OPTIONS
    notes = ["In a cell: lowest [median] highest score, and the number of raters."]
    if criteria > 0 or options > 0:
        notes.append("More criteria or options stand in the frame.")
    return notes


def _alt(agreement: Agreement) -> str:
    cells = (
        f"{said(row.criterion, 60)}, {said(row.option, 40) or 'weight in %'}: {_ends(row)}, {row.raters} raters"
        + (", split" if row.split else ", open" if row.open else "")
        for row in agreement.rows
    )
    notes = " ".join(said(note, 400) for note in agreement.notes)
    return f"What the raters say, lowest [median] highest. {'; '.join(cells)}. {notes}"
