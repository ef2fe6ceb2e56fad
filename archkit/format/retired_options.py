"""Retiring an option: it leaves the decision and stays in the document, with its reason and all that belonged to it.

What it said becomes Markdown below `### Retired Options`, in the shape of the sections that it came from, so that it
can be read back when the option returns.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from archkit.errors import ModelError, quoted
from archkit.format.contain import contain
from archkit.format.layout import heading_text
from archkit.format.render import render
from archkit.format.scan import scan
from archkit.model.comparison import Comparison, Criterion, Rating
from archkit.model.document import Document, Place
from archkit.model.edit import delete_row, require_read
from archkit.model.effort import Effort
from archkit.model.followers import without_scores
from archkit.model.option_edits import called, means, option_index
from archkit.model.options import Option
from archkit.model.text import folded, label

TITLE = "Retired Options"
HEAD = f"### {TITLE}\n\n"
#: What begins each part of a retired option.
SCORES, RISKS, WORK = "**Scores:**", "**Risks:**", "**Work items ({unit}):**"
_APPROACH = {"options", "option", "comparison", "recommendation"}
REASON = re.compile(r"\*\*Retired:\*\*[ ]?(.*)")
WORK_LINE = re.compile(r"\*\*Work items \((\w+)\):\*\*")
#: Headings inside the comparison are those of other sections here.
_HEADINGS = {"#### Ratings": "**Ratings:**"}
HEADINGS_BACK = {here: there for there, here in _HEADINGS.items()}
LEVEL = 4
Scored = TypeVar("Scored", Criterion, Rating)


def retire_option(document: Document, index: int, reason: str = "") -> Document:
    """Return the document with an option, its scores, risks and work items put below `### Retired Options`.

    Args:
        document: The document.
        index: Which option.
        reason: Why it is out, on one line.

    Raises:
        ModelError: there is no such option, it has no name, or it is the recommended one.
    """
    index = option_index(document, index)
    option, is_meant = document.options[index], means(document, index)
    if not option.name:
        raise ModelError("options", f"{called(document, index)} has no name", "name it, or delete it")
    if any(map(is_meant, document.recommendation.options)):
        raise ModelError("options", f"{quoted(option.name)} is recommended", "recommend another option first")
    for section in ("options", "comparison", "risks", "effort"):
        require_read(document, (section,))
    text = _retired(document, index, label(reason))
    changed = document.replace(
        risks=tuple(row for row in document.risks if not is_meant(row.option)),
        effort=document.effort.replace(
            work_items=tuple(row for row in document.effort.work_items if not is_meant(row.option))
        ),
    )
    if is_meant(changed.comparison.reference):
        changed = changed.replace(comparison=changed.comparison.replace(reference=""))
    for name in [name for name in _scored_names(changed) if is_meant(name)]:
        changed = without_scores(changed, name)
    return _with_text(delete_row(changed, ("options", index)), text)


def retired_names(document: Document) -> tuple[str, ...]:
    """Return the names of the options that were retired, in the order in which they stand."""
    return tuple(name for name, _ in entries(document))


def _retired(document: Document, index: int, reason: str) -> str:
    """Return what is kept of an option, as Markdown."""
    option, is_meant = document.options[index], means(document, index)
    pieces = [f"#### {heading_text(option.name)}", f"**Retired:** {reason}".rstrip()]
    # Its own headings stand below the one that begins the option here.
    pieces.append(contain(render(Place(part="option", name=option.name), option, {}, blanks=False), LEVEL + 1))
    comparison = document.comparison
    scored = Comparison(
        options=(option.name,),
        criteria=tuple(_only(row, is_meant, option.name) for row in comparison.criteria if _has(row, is_meant)),
        ratings=tuple(_only(row, is_meant, option.name) for row in comparison.ratings if _has(row, is_meant)),
        reference=option.name if is_meant(comparison.reference) else "",
    )
    if scored.criteria or scored.ratings or scored.reference:
        table = render(Place(part="comparison"), scored, {}, blanks=False)
        pieces += [SCORES, "\n".join(_HEADINGS.get(line, line) for line in table.split("\n"))]
    if risks := tuple(row.replace(option=option.name) for row in document.risks if is_meant(row.option)):
        pieces += [RISKS, render(Place(part="risks"), risks, {}, blanks=False)]
    items = tuple(row.replace(option=option.name) for row in document.effort.work_items if is_meant(row.option))
    if items:
        unit = document.effort.unit
        table = render(Place(part="effort"), Effort(unit=unit, work_items=items), {}, blanks=False)
        lines = [line for line in table.split("\n") if line.startswith("|")]
        pieces += [WORK.format(unit=unit), "\n".join(lines)]
    return contain("\n\n".join(piece for piece in pieces if piece), LEVEL)


def _has(row: Scored, is_meant: Callable[[str], bool]) -> bool:
    return any(map(is_meant, row.scores))


def _only(row: Scored, is_meant: Callable[[str], bool], name: str) -> Scored:
    """Return a row with the score of one option."""
    return row.replace(scores={name: next(score for option, score in row.scores.items() if is_meant(option))})


def _scored_names(document: Document) -> tuple[str, ...]:
    comparison = document.comparison
    rows: tuple[Criterion | Rating, ...] = (*comparison.criteria, *comparison.ratings)
    return tuple(dict.fromkeys([*comparison.options, *(name for row in rows for name in row.scores)]))


def place_of_retired(document: Document) -> int | None:
    """Return where the retired options stand in the layout."""
    places = enumerate(document.layout)
    return next((at for at, place in places if place.part == "custom" and folded(place.name) == folded(TITLE)), None)


def _with_text(document: Document, text: str) -> Document:
    """Return the document with one more retired option behind the others."""
    at = place_of_retired(document)
    layout = list(document.layout)
    if at is None:
        last = max((at for at, place in enumerate(layout) if place.part in _APPROACH), default=len(layout) - 1)
        while last + 1 < len(layout) and layout[last + 1].part == "custom" and layout[last + 1].head.startswith("###"):
            last += 1
        layout.insert(last + 1, Place(part="custom", name=TITLE, head=HEAD, text=text))
    else:
        held = (layout[at].text or "").strip("\n")
        head = layout[at].head.rstrip("\n") + "\n\n"
        layout[at] = layout[at].replace(text=f"{held}\n\n{text}" if held else text, head=head)
    return document.replace(layout=tuple(layout))


def entries(document: Document) -> list[tuple[str, str]]:
    """Return each retired option: its name and the text below its heading."""
    at = place_of_retired(document)
    if at is None:
        return []
    lines = (document.layout[at].text or "").split("\n")
    heads = [block for block in scan(lines) if block.kind == "heading" and block.level == LEVEL]
    ends = [*(block.first for block in heads[1:]), len(lines)]
    return [
        (Option(name=block.text).name, "\n".join(lines[block.last : end]).strip("\n"))
        for block, end in zip(heads, ends, strict=True)
    ]
