"""What follows an edit: a renamed option or box is renamed wherever it is named, a moved phase keeps its work."""

from __future__ import annotations

import re

from archkit.model.comparison import Comparison
from archkit.model.document import Document

_NUMBERED = re.compile(r"(?:phase\s+)?(\d+)", re.IGNORECASE)


def rename_option(document: Document, old: str, new: str, before: Document) -> Document:
    """Let all that names an option follow its new name, unless another option has the old or the new one."""
    if not old or old == new or before.option_names.count(old) != 1:
        return document
    if not new or document.option_names.count(new) != 1:
        return document

    def renamed(name: str) -> str:
        return new if name == old else name

    comparison = Comparison(
        options=tuple(map(renamed, document.comparison.options)),
        criteria=tuple(
            item.replace(scores={renamed(name): score for name, score in item.scores.items()})
            if old in item.scores
            else item
            for item in document.comparison.criteria
        ),
    )
    items = tuple(item.replace(option=new) if item.option == old else item for item in document.effort.work_items)
    return document.replace(
        comparison=comparison,
        recommendation=document.recommendation.replace(options=tuple(map(renamed, document.recommendation.options))),
        risks=tuple(risk.replace(option=new) if risk.option == old else risk for risk in document.risks),
        effort=document.effort.replace(work_items=items),
    )


def rename_node(document: Document, old: str, new: str, before: Document) -> Document:
    """Let the arrows follow a box, unless another one has its name."""
    if not (old and new) or [node.label for node in before.data_flow.nodes].count(old) != 1:
        return document
    flows = tuple(
        flow.replace(
            source=new if flow.source == old else flow.source, target=new if flow.target == old else flow.target
        )
        for flow in document.data_flow.flows
    )
    return document.replace(data_flow=document.data_flow.replace(flows=flows))


def drop_option(document: Document, name: str) -> Document:
    """Take a deleted option out of the comparison; what else names it is for its author to decide, and reported."""
    if not name or name in document.option_names or name not in document.comparison.options:
        return document
    return without_scores(document, name)


def without_scores(document: Document, name: str) -> Document:
    """Take an option's column out of the comparison."""
    criteria = tuple(
        item.replace(scores={option: score for option, score in item.scores.items() if option != name})
        for item in document.comparison.criteria
    )
    options = tuple(option for option in document.comparison.options if option != name)
    return document.replace(comparison=Comparison(options=options, criteria=criteria))


def renumber_phases(before: Document, document: Document) -> Document:
    """Return the document with work items and risks that name a phase by its number following that phase.

    A phase that is not filled in yet has no number, as it is not written. What belonged to a deleted phase keeps its
    name, or nothing where the name would be read as another one's number.
    """
    old = [phase for phase in before.phases if not phase.is_empty]
    new = [phase for phase in document.phases if not phase.is_empty]
    names = {phase.phase for phase in old} | {phase.phase for phase in new}
    numbers: dict[str, str] = {}
    for at, phase in enumerate(old, 1):
        place = next((index for index, other in enumerate(new, 1) if other is phase), 0)
        place = place or next((index for index, other in enumerate(new, 1) if other.phase == phase.phase), 0)
        numbers[str(at)] = str(place) if place else ("" if _NUMBERED.fullmatch(phase.phase) else phase.phase)

    def followed(text: str) -> str:
        found = None if text in names else _NUMBERED.fullmatch(text)
        return numbers.get(found[1], text) if found and numbers.get(found[1], found[1]) != found[1] else text

    items = tuple(
        item.replace(phase=followed(item.phase)) if followed(item.phase) != item.phase else item
        for item in document.effort.work_items
    )
    risks = tuple(
        risk.replace(phase=followed(risk.phase)) if followed(risk.phase) != risk.phase else risk
        for risk in document.risks
    )
    if items == document.effort.work_items and risks == document.risks:
        return document
    return document.replace(effort=document.effort.replace(work_items=items), risks=risks)
