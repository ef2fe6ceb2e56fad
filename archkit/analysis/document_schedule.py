"""The schedule of a whole document: its phases, their work, its team and its start."""

from __future__ import annotations

from archkit.analysis.critical_path import in_order
from archkit.analysis.document_effort import document_effort
from archkit.analysis.phase_labels import PhaseLabels
from archkit.analysis.phase_network import phase_network
from archkit.analysis.schedule import Schedule, ScheduledPhase
from archkit.analysis.total_effort import TotalEffort
from archkit.analysis.working_calendar import working_calendar
from archkit.errors import AnalysisError
from archkit.model.document import Document
from archkit.model.effort import Effort, estimate
from archkit.model.fields import field_of
from archkit.model.phases import Phase
from archkit.model.problems import value_problem
from archkit.model.working_time import working_time


def schedule(document: Document, effort: TotalEffort | None = None) -> Schedule:
    """Return the schedule of a document.

    A phase takes the effort of its counted work items, in the draws of the total, divided by its people; it begins when
    the phases that it comes after are finished. Phases that wait for each other in a circle have no schedule, and the
    message names the circle.

    Args:
        document: The document.
        effort: Its effort where that is known already; computed here when None.

    Source: Malcolm et al., Operations Research 7 (1959); Kelley & Walker, Critical-path planning and scheduling (1959).
    """
    effort = effort or document_effort(document)
    team, problems = _team(document.effort)
    calendar, unfit = working_calendar(document.effort.start, working_time(document.metadata, "days_per_week"))
    phases, wrong = _phases(document.phases, effort, team or 1.0)
    said = (*_without_phase(effort), *_idle(phases, effort, document), *effort.problems)
    problems = (*problems, *unfit, *wrong, *said)
    reason = _reason(phases, effort)
    try:
        in_order([phase.before for phase in phases], [phase.label for phase in phases])
    except AnalysisError as circle:
        phases, reason = (), f"there is no schedule: {circle}"
    return Schedule(phases, effort, team, calendar, (reason, *problems) if reason else problems, reason)


def _team(effort: Effort) -> tuple[float | None, tuple[str, ...]]:
    if problem := value_problem(field_of(Effort, "team"), effort.team):
        return None, (f"{problem}; one person counts",)
    return (effort.team, ()) if isinstance(effort.team, float) else (None, ())


def _phases(
    phases: tuple[Phase, ...], effort: TotalEffort, team: float
) -> tuple[tuple[ScheduledPhase, ...], tuple[str, ...]]:
    before, problems = phase_network(phases)
    filled = [place for place, phase in enumerate(phases) if not phase.is_empty]
    at = {place: number for number, place in enumerate(filled)}
    labels = PhaseLabels(phases).labels
    means: dict[str, float] = {}
    for item in effort.counted:
        means[item.phase] = means.get(item.phase, 0.0) + item.mean
    scheduled = []
    for place in filled:
        people, problem = _people(phases[place], labels[place], team)
        problems = (*problems, problem) if problem else problems
        waits_for = tuple(at[other] for other in before[place])
        mean = max(0.0, means.get(labels[place], 0.0))
        scheduled.append(ScheduledPhase(labels[place], place, waits_for, people, mean))
    return tuple(scheduled), problems


def _people(phase: Phase, label: str, team: float) -> tuple[float, str]:
    if problem := value_problem(field_of(Phase, "people"), phase.people):
        return team, f'phase "{label}": {problem}; the team size counts'
    return (phase.people if isinstance(phase.people, float) else team), ""


def _without_phase(effort: TotalEffort) -> tuple[str, ...]:
    homeless = [item for item in effort.counted if item.phase not in effort.phases]
    if not homeless or not effort.phases:
        return ()
    days = sum(item.mean for item in homeless)
    items = "1 work item belongs" if len(homeless) == 1 else f"{len(homeless)} work items belong"
    return (f"{items} to no phase, so {days:.1f} person-days are not in the schedule",)


def _reason(phases: tuple[ScheduledPhase, ...], effort: TotalEffort) -> str:
    if not phases:
        return "there are no phases yet, so there is no schedule"
    labels = {phase.label for phase in phases}
    if not any(item.phase in labels for item in effort.counted):
        return "no phase has work that counts, so the schedule has no length"
    return ""


def _idle(phases: tuple[ScheduledPhase, ...], effort: TotalEffort, document: Document) -> tuple[str, ...]:
    known, busy = PhaseLabels(document.phases), {item.phase for item in effort.counted}
    vague_items = [item for item in document.effort.work_items if not item.is_empty and estimate(item) is None]
    unread = {known.label(item.phase) for item in vague_items}
    idle = [phase.label for phase in phases if phase.label not in busy]
    vague = [label for label in idle if label in unread]
    idle = [label for label in idle if label not in unread]
    said = []
    if vague:
        said.append(f"no work item has an estimate that can be read, so the phase takes no time: {_listed(vague)}")
    if 0 < len(idle) < len(phases):
        said.append(f"without work of its own a phase takes no time: {_listed(idle)}")
    return tuple(said)


def _listed(labels: list[str]) -> str:
    return ", ".join(labels[:8]) + (f" and {len(labels) - 8} more" if len(labels) > 8 else "")
