"""Edits of a whole option: found by its name, moved, duplicated; columns, scores, work and risks go along."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from archkit.errors import ModelError, nearest, quoted
from archkit.model.comparison import Comparison, Criterion, Rating
from archkit.model.document import Document
from archkit.model.edit import insert_row, move_row, set_value
from archkit.model.edit_rows import free_name
from archkit.model.effort import WorkItem
from archkit.model.references import OPTIONS, Names
from archkit.model.risks import Risk
from archkit.model.text import folded, label

Scored = TypeVar("Scored", Criterion, Rating)
Belonging = TypeVar("Belonging", Risk, WorkItem)


def option_index(document: Document, named: str | int) -> int:
    """Return the index of an option, given by its name, by its number as `Option 2`, or by its index.

    Raises:
        ModelError: there is no such option.
    """
    if isinstance(named, str):
        found = Names(document, OPTIONS).find(label(named))
        if found:
            return found.at
        close = nearest(named, list(document.option_names))
        known = ", ".join(map(quoted, document.option_names)) or "none has a name yet"
        right = f"did you mean {quoted(close)}?" if close else f"the options are {known}"
        raise ModelError("options", f"no option is called {quoted(named)}", right)
    count = len(document.options)
    if not -count <= named < count:
        known = f"the options are 0 to {count - 1}" if count else "there is none yet"
        raise ModelError("options", f"there is no option {named}", known)
    return named % count


def means(document: Document, index: int) -> Callable[[str], bool]:
    """Return whether a text refers to one option, by its name or its number."""
    names = Names(document, OPTIONS)

    def is_meant(text: str) -> bool:
        found = names.find(text) if text else None
        return found is not None and found.at == index

    return is_meant


def called(document: Document, index: int) -> str:
    """Return what a message calls an option."""
    name = document.options[index].name
    return quoted(name) if name else f"option {index + 1}"


def move_option(document: Document, index: int, to: int) -> Document:
    """Return the document with an option at another place; columns that stood in the order of the options follow."""
    moved = move_row(document, ("options", index), to)
    columns = document.comparison.options
    before, after = document.option_names, moved.option_names
    theirs = [name for name in columns if name in before]
    if theirs != [name for name in before if name in theirs]:
        return moved
    ordered = iter([name for name in after if name in theirs])
    placed = tuple(next(ordered) if name in before else name for name in columns)
    return moved if placed == columns else set_value(moved, ("comparison", "options"), placed)


def duplicate_option(document: Document, index: int, name: str = "") -> Document:
    """Return the document with a copy of an option below it, which has copies of its scores, work items and risks.

    Args:
        document: The document.
        index: Which option.
        name: What the copy is called; by itself it is called a copy.

    Raises:
        ModelError: there is no such option, or another one has the name.
    """
    option = document.options[option_index(document, index)]
    copy = option.replace(name=label(name) or free_name(option.name, set(document.option_names)))
    refuse_taken(document, copy.name)
    is_meant = means(document, index)
    changed = insert_row(document, ("options",), index + 1, copy)
    if not option.name or not copy.name:
        return changed
    changed = changed.replace(comparison=_with_scores_of_copy(changed.comparison, is_meant, copy.name))
    if any(is_meant(row.option) for row in document.risks):
        # The texts are those from before the numbers moved, whose rows stand at the same places.
        changed = changed.replace(risks=_with_copies(changed.risks, document.risks, is_meant, copy.name))
    if any(is_meant(row.option) for row in document.effort.work_items):
        items = _with_copies(changed.effort.work_items, document.effort.work_items, is_meant, copy.name)
        changed = changed.replace(effort=changed.effort.replace(work_items=items))
    return changed


def refuse_taken(document: Document, name: str) -> None:
    """Refuse a name that an option has: scores, work and risks would not know whose they are.

    Raises:
        ModelError: an option has the name.
    """
    for number, option in enumerate(document.options, 1):
        if name and folded(option.name) == folded(name):
            raise ModelError("options", f"option {number} is called {quoted(option.name)}", "choose another name")


def _with_scores_of_copy(comparison: Comparison, is_meant: Callable[[str], bool], name: str) -> Comparison:
    columns: list[str] = []
    for column in comparison.options:
        columns += [column, name] if is_meant(column) else [column]

    def scored(row: Scored) -> Scored:
        if not any(map(is_meant, row.scores)):
            return row
        both = [
            pair
            for option, score in row.scores.items()
            for pair in ([(option, score), (name, score)] if is_meant(option) else [(option, score)])
        ]
        return row.replace(scores=dict(both))

    return comparison.replace(
        options=tuple(dict.fromkeys(columns)),
        criteria=tuple(map(scored, comparison.criteria)),
        ratings=tuple(map(scored, comparison.ratings)),
    )


def _with_copies(
    rows: tuple[Belonging, ...], before: tuple[Belonging, ...], is_meant: Callable[[str], bool], name: str
) -> tuple[Belonging, ...]:
    """Return rows with copies of those of an option behind the last of them."""
    own = [at for at, row in enumerate(before) if is_meant(row.option)]
    held = list(rows)
    held[own[-1] + 1 : own[-1] + 1] = [rows[at].replace(option=name) for at in own]
    return tuple(held)
