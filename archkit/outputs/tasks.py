"""The phases as tasks: what each waits for, how long it takes, and the work and the risks in it."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan

from archkit.analysis.phase_labels import PhaseLabels
from archkit.analysis.phase_network import phase_network
from archkit.model.document import Document
from archkit.model.effort import WorkItem
from archkit.model.fields import Detail
from archkit.model.option_named import option_named
from archkit.model.phases import Phase
from archkit.model.risks import Risk
from archkit.pages.numbers import PageNumbers


@dataclass(frozen=True)
class Task:
    """One phase as a task.

    Attributes:
        number: Its place among the phases, from 1.
        id: `phase-1`.
        title: Its name.
        what: What is built in it.
        dependencies: The ids of the tasks that must be finished first.
        days: Mean working days; None where no work is estimated.
        days_text: The same as text, `14.2 days`; "" where none is.
        people: How many work on it; None where the document does not say.
        work_items: Its work: what all options need, and what the chosen ones need.
        other_work: Its work for options that are not chosen.
        risks: The risks that belong to it.
        details: What else is said of it.
    """

    number: int
    id: str
    title: str
    what: str
    dependencies: tuple[str, ...]
    days: float | None
    days_text: str
    people: float | str | None
    work_items: tuple[WorkItem, ...]
    other_work: tuple[WorkItem, ...]
    risks: tuple[Risk, ...]
    details: tuple[Detail, ...]


def tasks(document: Document, numbers: PageNumbers) -> tuple[Task, ...]:
    """Return the phases that have content as tasks, and one more for work that belongs to none of them."""
    labels = PhaseLabels(document.phases)
    waits, _ = phase_network(document.phases)
    filled = [place for place, phase in enumerate(document.phases) if not phase.is_empty]
    ids = {place: f"phase-{number}" for number, place in enumerate(filled, 1)}
    found = [
        # A phase that is said to wait for itself waits for nothing.
        _task(document, labels, numbers, number, place, _before(waits[place], place, ids))
        for number, place in enumerate(filled, 1)
    ]
    rest = _task(document, labels, numbers, len(filled) + 1, None, ())
    return tuple([*found, rest] if rest.work_items or rest.other_work else found)


def _before(waits: tuple[int, ...], place: int, ids: dict[int, str]) -> tuple[str, ...]:
    return tuple(ids[at] for at in waits if at in ids and at != place)


def _task(
    document: Document,
    labels: PhaseLabels,
    numbers: PageNumbers,
    number: int,
    place: int | None,
    dependencies: tuple[str, ...],
) -> Task:
    phase = Phase(phase="Work without a phase") if place is None else document.phases[place]
    work = [item for item in document.effort.work_items if not item.is_empty and labels.place(item.phase) == place]
    chosen = [item for item in work if _is_needed(document, item)]
    label = "" if place is None else labels.labels[place]
    days = next((entry.total for entry in numbers.effort.phases if entry.phase == label), None)
    days = None if days is None or isnan(days) else round(days, 1)
    return Task(
        number=number,
        id=f"phase-{number}" if place is not None else "other-work",
        title=phase.phase or f"Phase {number}",
        what=phase.what,
        dependencies=dependencies,
        days=days,
        days_text="" if days is None else f"{days:g} days",
        people=phase.people,
        work_items=tuple(chosen),
        other_work=tuple(item for item in work if item not in chosen),
        risks=tuple(
            risk
            for risk in document.risks
            if not risk.is_empty and place is not None and labels.place(risk.phase) == place
        ),
        details=tuple(detail for detail in phase.details if not detail.is_empty),
    )


def _is_needed(document: Document, item: WorkItem) -> bool:
    chosen = document.recommendation.options
    if not item.option or not chosen:
        return True
    named = option_named(item.option, document.option_names) or item.option
    return named in chosen
