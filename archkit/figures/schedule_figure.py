"""A schedule as a picture: the phases on a time line, or the chance to be finished by a day."""

from __future__ import annotations

from typing import Literal

from archkit.analysis.schedule import Schedule
from archkit.figures.figure import Figure, of_kind
from archkit.figures.finish_curve import finish_curve
from archkit.figures.gantt import gantt

_KINDS = {"gantt": gantt, "finish": finish_curve}


def schedule_figure(schedule: Schedule, kind: Literal["gantt", "finish"] = "gantt") -> Figure:
    """Draw a schedule.

    Args:
        schedule: What `schedule` returns; all numbers of the figure stand in its frames.
        kind: `gantt` draws the phases, `finish` the chance to be finished by a day.

    Raises:
        AnalysisError: there is no such figure.
    """
    return of_kind(_KINDS, kind)(schedule)
