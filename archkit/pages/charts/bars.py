"""Stacked bars: what each criterion adds to a score, each kind of work to a phase."""

from __future__ import annotations

from math import isnan
from typing import NamedTuple

from archkit.pages.effort_numbers import PhaseEffort
from archkit.pages.numbers import OptionNumbers, PageNumbers

#: Fills of the style sheet: eight colours, the same with stripes, and with bands; after the last one they begin again.
FILLS = 24


class Segment(NamedTuple):
    """A piece of a stacked bar, in percent of the chart's width; one that stands for a blank is drawn as an outline."""

    name: str
    colour: int
    start: float
    width: float
    amount: float
    is_open: bool = False


class Bar(NamedTuple):
    """A stacked bar with what stands beside it; `low` and `high` are the ends of its interval, None for none."""

    name: str
    segments: tuple[Segment, ...]
    text: str
    interval: str = ""
    low: float | None = None
    high: float | None = None
    out: bool = False
    note: str = ""


def score_bars(numbers: PageNumbers) -> tuple[Bar, ...]:
    """Return a bar for each scored option, best first, those that are out last; the full width is a score of 1."""
    scored = [option for option in numbers.options if option.score is not None]
    ordered = sorted(scored, key=lambda option: (bool(option.out_by), -(option.score or 0.0)))
    return tuple(_score_bar(option) for option in ordered)


def effort_bars(phases: tuple[PhaseEffort, ...]) -> tuple[Bar, ...]:
    """Return a bar for each phase; the longest fills the width."""
    longest = max((phase.total for phase in phases if not isnan(phase.total)), default=0.0) or 1.0
    return tuple(_effort_bar(phase, 100 / longest) for phase in phases)


def legend(bars: tuple[Bar, ...]) -> tuple[Segment, ...]:
    """Return one segment for each name in the bars, in order."""
    first: dict[str, Segment] = {}
    for bar in bars:
        for segment in bar.segments:
            first.setdefault(segment.name, segment)
    return tuple(sorted(first.values(), key=lambda segment: segment.colour))


def _score_bar(option: OptionNumbers) -> Bar:
    amounts = [(item.criterion, item.amount, item.is_open) for item in option.contributions]
    gates = len(option.open_gates)
    return Bar(
        name=option.name,
        segments=_stack(amounts, 100),
        text=option.text,
        interval=option.interval,
        low=_place(option.low * 100) if option.low is not None and option.interval else None,
        high=_place(option.high * 100) if option.high is not None and option.interval else None,
        out=bool(option.out_by),
        note="" if not gates else "a must is open" if gates == 1 else f"{gates} musts are open",
    )


def _effort_bar(phase: PhaseEffort, scale: float) -> Bar:
    days = [(kind, 0.0 if isnan(amount) else amount, False) for kind, amount in phase.days]
    return Bar(phase.phase, _stack(days, scale), phase.text)


def _stack(amounts: list[tuple[str, float, bool]], scale: float) -> tuple[Segment, ...]:
    segments = []
    start = 0.0
    for index, (name, amount, is_open) in enumerate(amounts):
        width = amount * scale
        if width > 0:
            segments.append(Segment(name, index % FILLS + 1, _place(start), _place(width), amount, is_open))
        start += width
    return tuple(segments)


def _place(value: float) -> float:
    return round(value, 2)
