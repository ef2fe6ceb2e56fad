"""The risks on a grid of likelihood × impact, by number, with their names beside."""

from __future__ import annotations

from matplotlib.axes import Axes

from archkit.analysis.risk_grid import GridRisk, RiskGrid
from archkit.figures.figure import Figure, nothing_to_show
from archkit.figures.labels import height_of, said, wrapped
from archkit.figures.style import INK, LINE, SOFT, canvas, drawing

_GRID = 5.2
_GRID_HEIGHT = 4.2
_NAMES = 5.3
_LINE = 0.175
#: A cell shows as many numbers as fit, and says how many more there are.
_IN_A_CELL = 12
_IN_A_ROW = 3
_USUAL = 5
#: With more risks than this each name has one line.
_ROOMY = 20
_NAME_WIDTH = 68
_NAMELESS = "(no name)"
_REASON_LINES = 4
#: A scale of more steps shows their numbers in place of their words, and how many risks are in a cell.
_MOST_WORDS = 9


def risk_matrix(grid: RiskGrid, *, has_names: bool = True) -> Figure:
    """Draw the grid with R1, R2, … in the cells and the names of all risks beside it.

    The cells are not coloured: likelihood times impact is no verdict. A closed risk stands in brackets; one without a
    place stands in the list with the reason. A table with the numbers beside it can stand for the names.
    Source: Cox, What's wrong with risk matrices?, Risk Analysis 28 (2008).
    """
    if not grid.risks:
        return nothing_to_show("There are no risks yet.")
    entries = _entries(grid)
    height = max(_GRID_HEIGHT, _height(entries) + 0.55) if has_names else _GRID_HEIGHT
    width = _GRID + _NAMES if has_names else _GRID
    with drawing():
        drawn = canvas(height, width)
        drawn.set_layout_engine("none")
        axes = drawn.add_axes(_box(1.25, 0.75, _GRID - 1.45, _GRID_HEIGHT - 1.0, width, height))
        _lay_out(axes, grid)
        for likelihood, row in enumerate(grid.cells):
            for impact, risks in enumerate(row):
                size = 8 if len(risks) <= 6 else 7
                text = _in_cell(risks, len(grid.impacts), len(grid.likelihoods))
                axes.text(impact, likelihood, text, ha="center", va="center", fontsize=size)
        if has_names:
            _list(drawn.add_axes(_box(_GRID, 0.0, _NAMES, height, width, height, top=True)), entries, height)
    return Figure(drawn, _alt(grid))


def _box(
    left: float, below: float, wide: float, high: float, width: float, height: float, *, top: bool = False
) -> tuple[float, float, float, float]:
    """Return a place in inches as the shares of the figure; the grid hangs from the top, also beside a long list."""
    bottom = 0.0 if top else height - 0.4 - high
    return left / width, bottom / height, wide / width, high / height


def _lay_out(axes: Axes, grid: RiskGrid) -> None:
    across, up = len(grid.impacts), len(grid.likelihoods)
    axes.set_title("Risks by likelihood and impact", x=-0.3)
    axes.set_xlim(-0.5, across - 0.5)
    axes.set_ylim(-0.5, up - 0.5)
    axes.set_xticks(*_ticks(grid.impacts, 56 // across), fontsize=8)
    axes.set_yticks(*_ticks(grid.likelihoods, 12), fontsize=8)
    axes.set_xlabel("Impact")
    axes.set_ylabel("Likelihood")
    axes.tick_params(length=0)
    for edge in range(up + 1):
        axes.axhline(edge - 0.5, color=LINE, linewidth=0.8)
    for edge in range(across + 1):
        axes.axvline(edge - 0.5, color=LINE, linewidth=0.8)


def _ticks(words: tuple[str, ...], width: int) -> tuple[list[int], list[str]]:
    if len(words) <= _MOST_WORDS:
        return list(range(len(words))), [wrapped(word, width, 2) for word in words]
    places = list(range(0, len(words), -(-len(words) // _MOST_WORDS)))
    return places, [str(place + 1) for place in places]


def _in_cell(risks: tuple[GridRisk, ...], across: int, up: int) -> str:
    """Return the numbers of the risks in as many lines as a cell has room for; a very narrow cell has their count."""
    if max(across, up) > _MOST_WORDS:
        return str(len(risks)) if risks else ""
    in_a_row = max(1, _IN_A_ROW * _USUAL // max(across, _USUAL))
    most = in_a_row * max(1, _IN_A_CELL // _IN_A_ROW * _USUAL // max(up, _USUAL))
    labels = [risk.in_cell for risk in risks]
    if len(labels) > most:
        labels = [*labels[: most - 1], f"+{len(labels) - most + 1}"]
    rows = (labels[start : start + in_a_row] for start in range(0, len(labels), in_a_row))
    return "\n".join(" ".join(row) for row in rows)


def _entries(grid: RiskGrid) -> list[tuple[str, str, str]]:
    """Return number, name and reason of each line of the list: the placed risks, then the others."""
    most = 1 if len(grid.risks) > _ROOMY else 2
    entries = [(risk.label, _name(risk, most), "") for risk in grid.placed]
    if grid.unplaced:
        entries.append(("", "\nNot on the grid:", ""))
    for risk in grid.unplaced:
        entries.append((risk.label, _name(risk, 1), wrapped(risk.reason, _NAME_WIDTH, _REASON_LINES)))
    return entries


def _name(risk: GridRisk, lines: int) -> str:
    return wrapped(f"{'(closed) ' * risk.is_closed}{risk.risk.risk or _NAMELESS}", _NAME_WIDTH, lines)


def _height(entries: list[tuple[str, str, str]]) -> float:
    return sum(height_of(name) + (height_of(reason) if reason else 0) for _, name, reason in entries) * _LINE


def _list(axes: Axes, entries: list[tuple[str, str, str]], height: float) -> None:
    axes.set_axis_off()
    axes.set_xlim(0, _NAMES)
    axes.set_ylim(height, 0)
    at = 0.45
    for number, name, reason in entries:
        axes.text(0.1, at, number, va="baseline", fontsize=8, fontweight="bold", color=INK)
        for line in name.split("\n"):
            axes.text(0.5, at, line, va="baseline", fontsize=8, color=INK)
            at += _LINE
        for line in reason.split("\n") if reason else ():
            axes.text(0.5, at, line, va="baseline", fontsize=8, color=SOFT)
            at += _LINE


def _alt(grid: RiskGrid) -> str:
    placed = (
        f"{risk.label} {said(risk.risk.risk)} ({'closed, ' * risk.is_closed}"
        f"{said(grid.likelihoods[risk.likelihood - 1], 40)}, {said(grid.impacts[risk.impact - 1], 40)})"
        for risk in grid.placed
        if risk.likelihood and risk.impact
    )
    listed = "; ".join(placed) or "No risk has a place"
    missing = "; ".join(f"{risk.label} {said(risk.risk.risk)}: {said(risk.reason, 300)}" for risk in grid.unplaced)
    return f"Risks by likelihood and impact. {listed}." + (f" Not on the grid: {missing}." if missing else "")
