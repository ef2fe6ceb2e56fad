"""The options by criterion: as bars that add up to the score, or side by side for each criterion."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.patches import Patch

from archkit.analysis.compare import ComparedOption, OptionsCompared, Weighed
from archkit.figures.figure import Figure, nothing_to_show, of_kind
from archkit.figures.labels import height_of, label, said, wrapped
from archkit.figures.notes import noted
from archkit.figures.style import INK, LINE, LINE_HEIGHT, SOFT, canvas, drawing, mark, number_on

#: More criteria than this are drawn together as one; their numbers stand in the frames.
MOST_CRITERIA = 16
_NAME_WIDTH = 26
_VALUES = "Value on the criterion's scale (0 worst acceptable, 1 best plausible)"
_PALE = "Pale: not scored, counted with the middle of its scale"
_WHISKER = "Line below a bar: the interval of the score"
_RANGE = "Line on a bar: the range that is scored; the bar ends at its middle"


def compare_bars(compared: OptionsCompared, kind: Literal["stacked", "grouped"] = "stacked") -> Figure:
    """Draw the options of a comparison.

    Args:
        compared: What `compare` returns; all numbers of the figure stand in its frames.
        kind: `stacked` draws one bar per option, whose parts (weight × value) add up to the score, with the interval
            of the score; `grouped` draws the value (0–1) of each option on each criterion.

    Raises:
        AnalysisError: there is no such figure.
    """
    draw = of_kind({"stacked": _stacked, "grouped": _grouped}, kind)
    if not compared.options:
        return nothing_to_show("There are no options to compare yet.")
    if not any(item.share for item in compared.criteria) and (kind == "stacked" or not compared.criteria):
        return nothing_to_show("There is no criterion with a weight yet, so the options cannot be compared.")
    return draw(compared)


def _stacked(compared: OptionsCompared) -> Figure:
    names = [wrapped(option.name, _NAME_WIDTH) for option in compared.options]
    criteria = [item for item in compared.criteria if item.share > 0]
    keys = _keys([f"{label(item.criterion, 60)} ({100 * item.share:.0f} %)" for item in criteria])
    columns = 1 if max(map(len, keys)) > 45 else 2
    notes = noted(compared.weights.notes)
    rows = sum(max(2.2, height_of(name)) for name in names) + 1.25 * -(-len(keys) // columns) + height_of(notes)
    with drawing():
        drawn = canvas(1.2 + rows * LINE_HEIGHT * 1.15)
        axes = drawn.add_subplot(title="Weighted score and what it is made of")
        for place, option in enumerate(compared.options):
            if not isnan(option.score):
                _stack(axes, place, criteria)
            _score(axes, place, option)
        _frame(axes, names, f"{_caption(compared.options, criteria)}\n{notes}")
        patches = [Patch(**mark(place), label=key) for place, key in enumerate(keys)]
        drawn.legend(handles=patches, loc="outside lower left", ncols=columns, fontsize=8)
    return Figure(drawn, _stacked_alt(compared.options))


def _stack(axes: Axes, place: int, criteria: list[Weighed]) -> None:
    start = 0.0
    for number, item in enumerate(criteria):
        width = item.share * item.values[place][1]
        looks = mark(min(number, MOST_CRITERIA - 1))
        axes.barh(place, width, left=start, height=0.62, alpha=1.0 if item.known[place] else 0.35, **looks)
        if width >= 0.045:
            text = f"{width:.2f}" if item.known[place] else "?"
            ink = number_on(min(number, MOST_CRITERIA - 1)) if item.known[place] else {"color": INK}
            axes.text(start + width / 2, place, text, ha="center", va="center", fontsize=7, **ink)
        start += width


def _score(axes: Axes, place: int, option: ComparedOption) -> None:
    end = 0.0
    if not isnan(option.low):
        end = option.high
        if option.high > option.low:
            axes.plot([option.low, option.high], [place + 0.39] * 2, color=INK, lw=1.4, marker="|", markersize=6)
    axes.text(end + 0.012, place, wrapped(_verdict(option), 30), va="center", fontsize=8.5)


def _verdict(option: ComparedOption) -> str:
    score = "no score" if isnan(option.score) else f"{option.score:.2f}"
    if not isnan(option.low) and option.high - option.low >= 0.005:
        score += f" ({option.low:.2f}–{option.high:.2f})"
    if option.out_by or isnan(option.score):
        return option.no_part
    return f"{score}, rank {option.rank}" if option.rank else f"{score}, {option.no_part}"


def _caption(options: tuple[ComparedOption, ...], criteria: list[Weighed]) -> str:
    caption = "Weighted score (0 worst acceptable, 1 best plausible on every criterion)"
    notes = [_PALE] if any(not all(item.known) for item in criteria) else []
    notes += [_WHISKER] if any(option.high > option.low for option in options) else []
    return "\n".join([caption, ". ".join(notes)] if notes else [caption])


def _stacked_alt(options: tuple[ComparedOption, ...]) -> str:
    bars = "; ".join(f"{said(option.name)}: {said(_verdict(option))}" for option in options)
    return f"Weighted score of each option, 0 to 1, as a bar of what each criterion adds. {bars}."


def _grouped(compared: OptionsCompared) -> Figure:
    criteria = compared.criteria[:MOST_CRITERIA]
    names = [wrapped(item.criterion, _NAME_WIDTH) for item in criteria]
    keys = [label(_with_reason(option), 90) for option in compared.options]
    columns = 1 if max(map(len, keys)) > 45 else 2
    rows = sum(max(len(keys) * 0.95 + 0.8, height_of(name)) for name in names) + 1.25 * -(-len(keys) // columns)
    with drawing():
        drawn = canvas(1.2 + rows * LINE_HEIGHT)
        axes = drawn.add_subplot(title="The options by criterion")
        for place, item in enumerate(criteria):
            _group(axes, place, item)
        _frame(axes, names, "\n".join([*_left_out(compared), _VALUES, *_ranges(criteria)]))
        patches = [Patch(**mark(place), label=key) for place, key in enumerate(keys)]
        drawn.legend(handles=patches, loc="outside lower left", ncols=columns, fontsize=8)
    return Figure(drawn, _grouped_alt(compared))


def _group(axes: Axes, place: int, item: Weighed) -> None:
    height = 0.8 / len(item.values)
    for number, (low, middle, high) in enumerate(item.values):
        at = place - 0.4 + height * (number + 0.5)
        if not item.known[number]:
            axes.text(0.008, at, "not scored", va="center", fontsize=7, color=SOFT, style="italic")
            continue
        axes.barh(at, middle, height=height * 0.9, **mark(number))
        if high > low:
            axes.plot([low, high], [at, at], color=INK, lw=1.6, marker="|", markersize=5)
        axes.text(max(high, middle) + 0.008, at, f"{middle:.2f}", va="center", fontsize=7)


def _with_reason(option: ComparedOption) -> str:
    """Return the name of an option, with the reason where it cannot be ranked."""
    return label(option.name, 60) + (f" ({label(option.no_part, 60)})" if option.no_part else "")


def _left_out(compared: OptionsCompared) -> list[str]:
    more = len(compared.criteria) - MOST_CRITERIA
    return [f"{more} more criteria stand in the frame"] if more > 0 else []


def _ranges(criteria: Sequence[Weighed]) -> list[str]:
    """Return what the lines on the bars are, where there is one."""
    spread = any(
        known and high > low for item in criteria for (low, _, high), known in zip(item.values, item.known, strict=True)
    )
    return [_RANGE] if spread else []


def _grouped_alt(compared: OptionsCompared) -> str:
    rows = []
    for item in compared.criteria[:MOST_CRITERIA]:
        values = (f"{said(option.name, 40)} {_value(item, at)}" for at, option in enumerate(compared.options))
        rows.append(f"{said(item.criterion, 60)}: {', '.join(values)}")
    aside = [f"{said(option.name, 60)}: {said(option.no_part)}" for option in compared.options if option.no_part]
    notes = [f"Not ranked: {'; '.join(aside)}."] if aside else []
    notes += [f"{note}." for note in _left_out(compared)]
    return " ".join([f"Value of each option on each criterion, 0 to 1. {'; '.join(rows)}.", *notes])


def _value(item: Weighed, at: int) -> str:
    low, middle, high = item.values[at]
    if not item.known[at]:
        return "not scored"
    return f"{middle:.2f} ({low:.2f}–{high:.2f})" if high > low else f"{middle:.2f}"


def _keys(labels: list[str]) -> list[str]:
    if len(labels) <= MOST_CRITERIA:
        return labels
    return [*labels[: MOST_CRITERIA - 1], f"{len(labels) - MOST_CRITERIA + 1} other criteria"]


def _frame(axes: Axes, names: list[str], caption: str) -> None:
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_xlim(0, 1)
    axes.set_xlabel(caption, fontsize=8, ha="left", x=0)
    axes.tick_params(axis="y", length=0)
    axes.set_axisbelow(True)
    axes.grid(axis="x", color=LINE, linewidth=0.6)
