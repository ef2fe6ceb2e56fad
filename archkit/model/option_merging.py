"""Merging an option into another: pros and cons once, scores filled, work and risks follow, no word is lost."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from archkit.errors import ModelError
from archkit.model.comparison import Comparison, Criterion, Rating
from archkit.model.document import Document
from archkit.model.edit import delete_row, require_read
from archkit.model.effort import WorkItem
from archkit.model.fields import Detail
from archkit.model.option_edits import called, means, option_index
from archkit.model.options import Option, Point
from archkit.model.references import OPTIONS, with_references
from archkit.model.risks import Risk
from archkit.model.text import folded

#: The label of the detail that says which option was merged into this one.
MERGED = "Merged"
Scored = TypeVar("Scored", Criterion, Rating)
Belonging = TypeVar("Belonging", Risk, WorkItem)


def merge_option(document: Document, index: int, into: int) -> Document:
    """Return the document with an option merged into another one, which keeps its place, name and scores.

    Claims that both make stand once, with the evidence of both. Scores fill what is blank; where both have one that
    differs, the merged option's stands in the details of the other. Work items and risks belong to the other option
    from then on, those that both have in the same words once.

    Raises:
        ModelError: there is no such option, both are the same, or the one to merge into has no name.
    """
    index, into = option_index(document, index), option_index(document, into)
    source, target = document.options[index], document.options[into]
    if index == into:
        raise ModelError("options", f"{called(document, index)} cannot be merged into itself", "name another option")
    if not target.name:
        raise ModelError("options", f"{called(document, into)} has no name", "name it before you merge into it")
    require_read(document, ("options",))
    comparison, conflicts = _with_scores(document, index, into)
    merged = merged_option(target, source, conflicts)
    changed = document.replace(
        options=tuple(merged if at == into else option for at, option in enumerate(document.options)),
        comparison=comparison,
    )
    is_source = means(document, index)
    changed = with_references(
        changed, OPTIONS, lambda text: target.name if is_source(text) else text, document.option_names
    )
    changed = _once(changed, document, index, into)
    changed = delete_row(changed, ("options", index))
    return changed


def merged_option(target: Option, source: Option, conflicts: Iterable[Detail] = ()) -> Option:
    """Return what two options say together; what both say stands once."""
    details = [Detail(key=MERGED, value=source.name)] if source.name else []
    details += [*source.details, *conflicts]
    return target.replace(
        based_on=_joined(target.based_on, source.based_on, "; "),
        description=_joined(target.description, source.description, "\n\n"),
        pros=_claims(target.pros, source.pros),
        cons=_claims(target.cons, source.cons),
        details=(*target.details, *(one for one in details if one not in target.details)),
        remarks=_joined(target.remarks, source.remarks, "\n\n"),
    )


def _joined(held: str, added: str, between: str) -> str:
    if not held or not added:
        return held or added
    return held if folded(held) == folded(added) else f"{held}{between}{added}"


def _claims(held: tuple[Point, ...], added: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return the claims of both; one that stands in both stands once, with the evidence of both."""
    points = list(held)
    for point in added:
        if point.is_empty:
            continue
        same = (at for at, one in enumerate(points) if point.claim and folded(one.claim) == folded(point.claim))
        at = next(same, None)
        if at is None:
            points.append(point)
        elif not _says(points[at].evidence, point.evidence):
            points[at] = points[at].replace(evidence=_joined(points[at].evidence, point.evidence, "; "))
    return tuple(points)


def _says(held: str, added: str) -> bool:
    """Whether a text already stands as one of the parts of another."""
    parts = {folded(part) for part in (held, *held.split(";"))}
    return not added or folded(added) in parts


def _with_scores(document: Document, index: int, into: int) -> tuple[Comparison, list[Detail]]:
    """Return the comparison without an option's own scores, and those that another option's do not say, as details."""
    name = document.options[into].name
    source = document.options[index].name or f"option {index + 1}"
    is_source, is_target = means(document, index), means(document, into)
    conflicts: list[Detail] = []

    def scored(row: Scored) -> Scored:
        given = next((score for option, score in row.scores.items() if is_source(option)), "")
        held = next((score for option, score in row.scores.items() if is_target(option)), "")
        if given and held and folded(given) != folded(held):
            who = f"{row.rater}, {row.criterion}" if isinstance(row, Rating) else row.criterion
            conflicts.append(Detail(key=f"{who or 'score'} of {source}", value=given))
        if not given:
            return row
        kept = {option: score for option, score in row.scores.items() if not is_source(option)}
        return row.replace(scores=kept if held else kept | {name: given})

    comparison = document.comparison
    criteria, ratings = tuple(map(scored, comparison.criteria)), tuple(map(scored, comparison.ratings))
    return comparison.replace(criteria=criteria, ratings=ratings), conflicts


def _once(changed: Document, before: Document, index: int, into: int) -> Document:
    """Return the document in which names, risks and work items that were made equal stand once."""
    is_source, is_target = means(before, index), means(before, into)

    def kept(rows: tuple[Belonging, ...], were: tuple[Belonging, ...]) -> tuple[Belonging, ...]:
        own = [row.replace(option="") for row, was in zip(rows, were, strict=True) if is_target(was.option)]
        return tuple(
            row
            for row, was in zip(rows, were, strict=True)
            if not (is_source(was.option) and row.replace(option="") in own)
        )

    risks = kept(changed.risks, before.risks)
    items = kept(changed.effort.work_items, before.effort.work_items)
    names = tuple(dict.fromkeys(changed.recommendation.options))
    columns = tuple(dict.fromkeys(changed.comparison.options))
    return changed.replace(
        risks=risks if len(risks) < len(changed.risks) else changed.risks,
        effort=changed.effort.replace(work_items=items)
        if len(items) < len(changed.effort.work_items)
        else changed.effort,
        recommendation=changed.recommendation.replace(options=names),
        comparison=changed.comparison.replace(options=columns),
    )
