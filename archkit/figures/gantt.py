"""The phases on a time line: when each is likely to begin and end, and which ones decide the finish."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from archkit.analysis.schedule import Schedule
from archkit.analysis.schedule_tables import finish_p80
from archkit.analysis.schedule_words import assumptions, day, finish, path, team_load
from archkit.figures.figure import Figure, nothing_to_show
from archkit.figures.labels import height_of, said, wrapped
from archkit.figures.style import INK, LINE, LINE_HEIGHT, SOFT, canvas, drawing, mark
from archkit.model.fields import number_text

#: More phases than this are not drawn; their numbers stand in the frame.
MOST_PHASES = 40
_CRITICAL, _OTHER = 1, 0
_NAME_WIDTH = 26
_NOTE_WIDTH = 100


def gantt(schedule: Schedule) -> Figure:
    """Draw the mean start and finish of each phase with a line to its P80 finish; critical phases stand out.

    All numbers stand in `frame` and `team_load` of the schedule. With a start the axis has dates.
    """
    if schedule.reason:
        return nothing_to_show(f"{schedule.reason[:1].upper()}{schedule.reason[1:]}.")
    count = min(len(schedule.phases), MOST_PHASES)
    names = [wrapped(phase.label, _NAME_WIDTH, 2) for phase in schedule.phases[:count]]
    notes = [wrapped(text, _NOTE_WIDTH, 6) for text in _notes(schedule)]
    lines = sum(max(1.7, height_of(name) + 0.3) for name in names) + 0.9 * sum(map(height_of, notes))
    with drawing():
        drawn = canvas(1.6 + lines * LINE_HEIGHT)
        axes = drawn.add_subplot(title="Schedule of the phases")
        reach = max(finish_p80(schedule)) or 1.0
        for load in schedule.overloads:
            axes.axvspan(load.begin, load.end, color=LINE, alpha=0.45, linewidth=0)
        for place, row in enumerate(_rows(schedule)[:count]):
            _bar(axes, place, row, schedule)
        _frame(axes, names, reach, schedule)
        axes.set_xlabel("\n".join(["Working days from the start, not person-days of effort", *notes]),
                        fontsize=8, ha="left", x=0)  # fmt: skip
        drawn.legend(handles=_keys(schedule), loc="outside lower left", ncols=2, fontsize=8)
    return Figure(drawn, _alt(schedule))


#: Mean start, mean finish and P80 finish in working days, share of draws in which it is critical.
_Row = tuple[float, float, float, float]


def _rows(schedule: Schedule) -> list[_Row]:
    start, finished = (times.mean(axis=1).tolist() for times in (schedule.drawn.start, schedule.drawn.finish))
    return list(zip(start, finished, finish_p80(schedule), schedule.drawn.criticality.tolist(), strict=True))


def _bar(axes: Axes, place: int, row: _Row, schedule: Schedule) -> None:
    start, finished, p80, share = row
    looks = mark(_CRITICAL if schedule.phases[place].label in schedule.critical_phases else _OTHER)
    if finished - start > 1e-9:
        axes.barh(place, finished - start, left=start, height=0.56, **looks)
    else:
        axes.plot(start, place, marker="D", color=looks["facecolor"], markeredgecolor=INK, markersize=6)
    if p80 > finished:
        axes.plot([finished, p80], [place, place], color=INK, lw=1.4, marker="|", markersize=7)
    ends = [day(schedule, at, ends=True) or f"{at:.1f}" for at in (finished, p80)]
    text = f"{ends[0]}, P80 {ends[1]}; critical {100 * share:.0f} %"
    axes.annotate(text, (max(p80, finished), place), (6, 0), textcoords="offset points", va="center", fontsize=7.5)


def _frame(axes: Axes, names: list[str], reach: float, schedule: Schedule) -> None:
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_xlim(0, reach * (1.75 if schedule.calendar else 1.5))
    ticks = [tick for tick in MaxNLocator(5).tick_values(0, reach) if tick <= reach * 1.02]
    dates = [day(schedule, tick) for tick in ticks]
    axes.set_xticks(
        ticks,
        [f"{number_text(round(tick, 6))}\n{found}".strip() for tick, found in zip(ticks, dates, strict=True)],
        fontsize=7.5,
    )
    axes.tick_params(axis="y", length=0)
    axes.set_axisbelow(True)
    axes.grid(axis="x", color=LINE, linewidth=0.6)


def _keys(schedule: Schedule) -> list[Patch | Line2D]:
    on_path = "critical for the mean durations"
    keys: list[Patch | Line2D] = [Patch(**mark(_CRITICAL), label=on_path)]
    if len(schedule.critical_phases) < len(schedule.phases):
        keys.append(Patch(**mark(_OTHER), label="not critical"))
    keys.append(Line2D([], [], color=INK, lw=1.4, marker="|", markersize=7, label="from mean to P80 finish"))
    if schedule.overloads:
        keys.append(Patch(facecolor=LINE, alpha=0.45, edgecolor=SOFT, label="more people needed than the team has"))
    return keys


def _notes(schedule: Schedule) -> list[str]:
    more = len(schedule.phases) - MOST_PHASES
    left_out = [f"{more} more phase{'s stand' if more > 1 else ' stands'} in the frame."] if more > 0 else []
    return [*left_out, path(schedule), finish(schedule), assumptions(schedule)]


def _alt(schedule: Schedule) -> str:
    rows = _rows(schedule)[:MOST_PHASES]
    bars = "; ".join(
        f"{said(schedule.phases[place].label, 60)} from {start:.1f} to {finished:.1f}, P80 {p80:.1f}, "
        f"critical in {100 * share:.0f} % of the draws"
        for place, (start, finished, p80, share) in enumerate(rows)
    )
    loads = "".join(f" {said(text, 240)}." for text in team_load(schedule))
    notes = " ".join(said(text, 600) for text in _notes(schedule))
    return f"Phases in working days from the start. {bars}.{loads} {notes}"
