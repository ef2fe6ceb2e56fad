"""What follows an edit: a row that is renamed, moved or deleted keeps what names it, by its name or its number."""

from __future__ import annotations

from typing import TypeVar

from archkit.model.comparison import Comparison, Criterion, Rating
from archkit.model.document import Document
from archkit.model.references import Names, Referred, with_references

AnyScored = TypeVar("AnyScored", Criterion, Rating)


def follow_name(document: Document, referred: Referred, old: str, new: str, before: Document) -> Document:
    """Let all that names a row follow its new name, unless another row has the old or the new one.

    Args:
        document: The document after the edit.
        referred: The rows of which one was renamed.
        old: Its name before.
        new: Its name now.
        before: The document before the edit.
    """
    was = Names(before, referred)
    at = was.named(old)
    if at is None or not new or old == new or Names(document, referred).named(new) is None:
        return document

    def renamed(text: str) -> str:
        return new if was.named(text) == at else text

    return with_references(document, referred, renamed, referred.names(before))


def follow_numbers(document: Document, referred: Referred, before: Document) -> Document:
    """Return the document with all that calls a row by its number following that row.

    A row that is not filled in yet has no number, as it is not written. What belonged to a deleted row keeps its
    name, or nothing where the name would be read as another one's number.
    """
    if referred.number is None:
        return document
    was, now = Names(before, referred), Names(document, referred)
    old, new = referred.rows(before), referred.rows(document)
    number = {id(new[at]): number for number, at in enumerate(now.numbered, 1)}
    by_name = {referred.name(new[at]): number for number, at in reversed([*enumerate(now.numbered, 1)])}

    def renumbered(text: str) -> str:
        found = None if now.is_name(text) else was.find(text)
        if not found or not found.number:
            return text
        row = old[found.at]
        name = referred.name(row)
        if place := number.get(id(row)) or by_name.get(name):
            begin, end = found.number
            return f"{text[:begin]}{place}{text[end:]}"
        return "" if referred.number and referred.number.fullmatch(name) else name

    return with_references(document, referred, renumbered, (*referred.names(before), *referred.names(document)))


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
