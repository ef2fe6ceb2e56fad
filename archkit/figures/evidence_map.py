"""The evidence map: options × criteria, pros and cons, with the findings behind each and how strong they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from archkit.analysis.evidence.evidence import Evidence, Support
from archkit.analysis.evidence.evidence_frames import bare, map_rows
from archkit.analysis.evidence.strength import steps_of
from archkit.analysis.evidence.uses import SCORE
from archkit.figures.figure import Figure, nothing_to_show
from archkit.figures.labels import height_of, label, said, wrapped
from archkit.figures.notes import noted
from archkit.figures.style import INK, LINE, PAPER, SOFT, WIDTH, canvas, drawing
from archkit.model.findings import STRENGTHS

#: More criteria, options or claims in a cell than this are left to the frame.
MOST_CRITERIA = 20
MOST_OPTIONS = 10
MOST_CLAIMS = 12
#: Dark and long is strong; without a finding only an outline stands there.
SHADES = {"strong": "#08519c", "fair": "#4a90c8", "weak": "#b7d4ea", "none": "#e9edf0"}
_NAMES = 2.0
_BAR = 0.06
_PITCH = 0.25
_TITLE = 0.62
_HEAD_LINE = 0.125


@dataclass(frozen=True)
class _Drawn:
    """What is drawn: the options and rows that have room, and where each stands."""

    found: Evidence
    options: Sequence[str]
    rows: Sequence[tuple[str, str]]

    @property
    def room(self) -> float:
        return (WIDTH - _NAMES - 0.1) / max(1, len(self.options))

    def height(self, title: str, key: str) -> float:
        """Return the height of a row: that of its fullest cell, or of its name."""
        marks = max((len(self.cell(option, key)) for option in self.options), default=0)
        return max(0.34, _PITCH * marks + 0.1, 0.125 * height_of(wrapped(title, 28, 3)) + 0.12)

    def cell(self, option: str, key: str) -> Sequence[Support]:
        return self.found.cell(option, key)[:MOST_CLAIMS]


def evidence_map(evidence: Evidence) -> Figure:
    """Draw a table of criteria, pros and cons × options with a bar for each score and claim.

    Above the bar stand the score and the findings behind it; the stronger they are, the longer and darker it is.
    """
    if evidence.is_empty:
        return nothing_to_show(
            "There is no evidence to map yet: write a finding, and cite it behind a pro, a con or a score."
        )
    rows = [*map_rows(evidence)[: len(evidence.criteria)][:MOST_CRITERIA], *map_rows(evidence)[-2:]]
    drawn_map = _Drawn(evidence, evidence.options[:MOST_OPTIONS], rows)
    notes = noted([*_left_out(evidence), *_lists(evidence), *evidence.notes], 118)
    heads = [wrapped(name, max(8, int(drawn_map.room * 13)), 5) for name in drawn_map.options]
    head = _TITLE + _HEAD_LINE * max(map(height_of, heads)) + 0.08
    heights = [drawn_map.height(*row) for row in rows]
    height = head + sum(heights) + 0.3 + 0.155 * height_of(notes)
    with drawing():
        drawn = canvas(height)
        drawn.set_layout_engine("none")
        axes = drawn.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(0, WIDTH)
        axes.set_ylim(height, 0)
        axes.text(0.1, 0.2, "What supports each score and claim", fontsize=11, fontweight="bold", va="center")
        _legend(axes)
        for at, name in enumerate(heads):
            left = _NAMES + drawn_map.room * at + 0.05
            axes.text(left, head - 0.05, name, ha="left", va="bottom", fontsize=7.5, fontweight="bold")
        top = head
        for (title, key), room in zip(rows, heights, strict=True):
            axes.plot((0.1, WIDTH - 0.1), (top, top), color=LINE, linewidth=0.6)
            axes.text(0.1, top + 0.09, wrapped(title, 28, 3), va="top", fontsize=7.5)
            for at, option in enumerate(drawn_map.options):
                _cell(
                    axes,
                    _NAMES + drawn_map.room * at + 0.05,
                    top + 0.06,
                    drawn_map.room - 0.15,
                    drawn_map.cell(option, key),
                )
            top += room
        axes.text(0.1, height - 0.1, notes, va="bottom", fontsize=8)
    return Figure(drawn, _alt(evidence))


def _legend(axes: Axes) -> None:
    left = 0.1
    for word in STRENGTHS:
        _bar(axes, left, 0.45, 0.2 + 0.16 * steps_of(word), word)
        axes.text(left + 0.26 + 0.16 * steps_of(word), 0.45 + _BAR / 2, word, va="center", fontsize=7.5)
        left += 0.8 + 0.16 * steps_of(word)
    _bar(axes, left, 0.45, 0.2, "")
    axes.text(left + 0.26, 0.45 + _BAR / 2, "without a finding", va="center", fontsize=7.5)


def _cell(axes: Axes, left: float, top: float, room: float, cell: Sequence[Support]) -> None:
    for item in cell:
        word = item.strength if item.findings else ""
        # Four lengths from "none" to "strong": an order that is seen, and no scale to measure on.
        width = room * (0.25 + 0.25 * steps_of(word)) if word else room * 0.25
        text = label(_words(item), max(6, int(room * 17)))
        axes.text(left, top + 0.055, text, va="center", fontsize=7, color=INK if word else SOFT)
        _bar(axes, left, top + 0.125, width, word)
        top += _PITCH


def _bar(axes: Axes, left: float, top: float, width: float, word: str) -> None:
    axes.add_patch(
        Rectangle(
            (left, top),
            width,
            _BAR,
            linewidth=0.5,
            linestyle="solid" if word else (0, (2, 2)),
            facecolor=SHADES[word] if word else PAPER,
            edgecolor=INK if word else SOFT,
        )
    )


def _words(item: Support) -> str:
    ids = " ".join(item.findings)
    if item.side == SCORE:
        return f"{bare(item)} · {ids}" if ids else bare(item)
    return ids or item.lack


def _left_out(evidence: Evidence) -> list[str]:
    criteria, options = len(evidence.criteria) - MOST_CRITERIA, len(evidence.options) - MOST_OPTIONS
    notes = [f"{criteria} more criteria are in the frame."] if criteria > 0 else []
    notes += [f"{options} more options are in the frame."] if options > 0 else []
    sides = [evidence.cell(option, key) for option in evidence.options for _, key in map_rows(evidence)[-2:]]
    return [*notes, "Further claims are in the frame."] if any(len(cell) > MOST_CLAIMS for cell in sides) else notes


def _lists(evidence: Evidence) -> list[str]:
    """Return the findings that stand out, by their ids."""
    used = {use.finding for use in evidence.uses}
    unused = [name for name in evidence.strengths if name not in used]
    found = (("Used for and against", evidence.on_both_sides), ("Not used", unused))
    return [f"{title}: {', '.join(names)}." for title, names in found if names]


def _alt(evidence: Evidence) -> str:
    """Return the map in words: the sums, then each criterion and side with what stands in its cells."""
    lines = [evidence.words]
    for title, key in map_rows(evidence):
        cells = [(name, evidence.cell(name, key)) for name in evidence.options]
        texts = [f"{said(name)}: {'; '.join(_said(item) for item in cell)}" for name, cell in cells if cell]
        if texts:
            lines.append(f"{said(title)}: {', '.join(texts)}")
    return said(". ".join(lines), 6_000) + "."


def _said(item: Support) -> str:
    ids = f"{' '.join(item.findings)} {item.strength}" if item.findings else item.lack
    return f"{bare(item)}, {ids}" if item.side == SCORE else ids
