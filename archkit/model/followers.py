"""What follows an edit: a renamed option, criterion or box is renamed wherever it is named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from archkit.model.comparison import Comparison, Criterion, Rating
from archkit.model.document import Document

AnyScored = TypeVar("AnyScored", Criterion, Rating)


def rename_option(document: Document, old: str, new: str, before: Document) -> Document:
    """Let all that names an option follow its new name, unless another option has the old or the new one."""
    if not old or old == new or before.option_names.count(old) != 1:
        return document
    if not new or document.option_names.count(new) != 1:
        return document

    def renamed(name: str) -> str:
        return new if name == old else name

    items = tuple(item.replace(option=new) if item.option == old else item for item in document.effort.work_items)
    return document.replace(
        comparison=rename_scored(document.comparison, renamed),
        recommendation=document.recommendation.replace(options=tuple(map(renamed, document.recommendation.options))),
        risks=tuple(risk.replace(option=new) if risk.option == old else risk for risk in document.risks),
        effort=document.effort.replace(work_items=items),
    )


def rename_scored(comparison: Comparison, renamed: Callable[[str], str]) -> Comparison:
    """Return the comparison with its options under other names, wherever it names them."""

    def scored(row: AnyScored) -> AnyScored:
        scores = {renamed(name): score for name, score in row.scores.items()}
        return row if scores == row.scores else row.replace(scores=scores)

    return comparison.replace(
        options=tuple(map(renamed, comparison.options)),
        criteria=tuple(map(scored, comparison.criteria)),
        reference=renamed(comparison.reference),
        ratings=tuple(map(scored, comparison.ratings)),
    )


def rename_criterion(document: Document, old: str, new: str, before: Document) -> Document:
    """Let pairwise judgements and ratings follow a criterion, unless another one has its old or new name."""
    names = [item.criterion for item in before.comparison.criteria]
    if not (old and new) or old == new or names.count(old) != 1 or new in names:
        return document
    return with_criteria_renamed(document, {old: new})


def with_criteria_renamed(document: Document, names: Mapping[str, str]) -> Document:
    """Return the document with all references to criteria renamed; the criteria keep their names."""
    if not names:
        return document

    def new(name: str) -> str:
        return names.get(name, name)

    comparison = document.comparison
    judgements = tuple(
        row.replace(criterion=new(row.criterion), against=new(row.against)) for row in comparison.judgements
    )
    ratings = tuple(row.replace(criterion=new(row.criterion)) for row in comparison.ratings)
    return document.replace(comparison=comparison.replace(judgements=judgements, ratings=ratings))


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
    comparison = document.comparison
    if not name or name in document.option_names or not (name in comparison.options or is_scored(comparison, name)):
        return document
    return without_scores(document, name)


def is_scored(comparison: Comparison, name: str) -> bool:
    """Whether an option has a score, agreed or of one rater."""
    rows: tuple[Criterion | Rating, ...] = (*comparison.criteria, *comparison.ratings)
    return any(name in row.scores for row in rows)


def without_scores(document: Document, name: str) -> Document:
    """Take an option's column out of the comparison, and its scores out of the ratings."""

    def without(row: AnyScored) -> AnyScored:
        if name not in row.scores:
            return row
        return row.replace(scores={option: score for option, score in row.scores.items() if option != name})

    comparison = document.comparison
    changed = comparison.replace(
        options=tuple(option for option in comparison.options if option != name),
        criteria=tuple(map(without, comparison.criteria)),
        ratings=tuple(map(without, comparison.ratings)),
    )
    return document.replace(comparison=changed)
