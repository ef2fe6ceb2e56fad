"""Bringing a retired option back: its Markdown is read as the sections that it came from."""

from __future__ import annotations

import re

from archkit.errors import ModelError, nearest, quoted
from archkit.format.layout import heading_text
from archkit.format.read import read
from archkit.format.retired_options import (
    HEADINGS_BACK,
    LEVEL,
    REASON,
    RISKS,
    SCORES,
    WORK_LINE,
    entries,
    place_of_retired,
)
from archkit.format.scan import scan
from archkit.model.comparison import Comparison
from archkit.model.document import Document
from archkit.model.edit import insert_row
from archkit.model.fields import Detail
from archkit.model.option_edits import refuse_taken
from archkit.model.options import Option
from archkit.model.text import label


def restore_option(document: Document, name: str) -> Document:
    """Return the document with a retired option as its last one, with its scores, risks and work items.

    Raises:
        ModelError: no option of this name was retired, another one has the name by now, or its text was changed so
            that it cannot be read as an option.
    """
    held = entries(document)
    at = next((at for at, (known, _) in enumerate(held) if known.casefold() == label(name).casefold()), None)
    if at is None:
        names = [known for known, _ in held]
        close = nearest(name, names)
        known = f"retired are {', '.join(map(quoted, names))}" if names else "none was retired"
        right = f"did you mean {quoted(close)}?" if close else known
        raise ModelError("options", f"no option called {quoted(name)} was retired", right)
    name, text = held[at]
    refuse_taken(document, name)
    reason, found = _read_back(name, text)
    option = found.options[0] if found.options else Option(name=name)
    if reason:
        option = option.replace(details=(*option.details, Detail(key="Was retired", value=reason)))
    changed = insert_row(document, ("options",), len(document.options), option)
    changed = changed.replace(
        comparison=_with_scores_of(changed.comparison, found.comparison, name),
        risks=(*changed.risks, *found.risks),
        effort=changed.effort.replace(work_items=(*changed.effort.work_items, *found.effort.work_items)),
    )
    return _without_entry(changed, at)


def _without_entry(document: Document, index: int) -> Document:
    """Return the document without the text of one retired option, and without the heading of none."""
    at = place_of_retired(document)
    assert at is not None
    place = document.layout[at]
    lines = (place.text or "").split("\n")
    heads = [block.first for block in scan(lines) if block.kind == "heading" and block.level == LEVEL]
    ends = [*heads[1:], len(lines)]
    text = "\n".join([*lines[: heads[index]], *lines[ends[index] :]]).strip("\n")
    kept = [place.replace(text=text)] if text else []
    return document.replace(layout=(*document.layout[:at], *kept, *document.layout[at + 1 :]))


def _read_back(name: str, text: str) -> tuple[str, Document]:
    """Return why an option was retired, and a document of what belonged to it.

    Raises:
        ModelError: the text cannot be read.
    """
    parts: dict[str, list[str]] = {"option": [], "scores": [], "risks": [], "work": []}
    reason, here, unit = "", "option", "days"
    for number, line in enumerate(text.split("\n")):
        if number == 0 and (found := REASON.fullmatch(line)):
            reason = found[1].strip()
        elif line in (SCORES, RISKS) and here != "work":
            here = "scores" if line == SCORES else "risks"
        elif found := WORK_LINE.fullmatch(line):
            here, unit = "work", found[1]
        else:
            parts[here].append(HEADINGS_BACK.get(line, line))
    texts = {key: "\n".join(lines) for key, lines in parts.items()}
    work = texts["work"]
    if unit != "days":
        work = re.sub(r"\| (Low|Likely|High)(?: \(\w+\))? ", rf"| \1 ({unit}) ", work)
    whole = (
        f"# X\n\n## Technical Approach\n\n### Option 1: {heading_text(name)}\n\n{texts['option']}\n\n"
        f"### Option Comparison\n\n{texts['scores']}\n\n## Risks and Mitigations\n\n{texts['risks']}\n\n"
        f"## Estimated Effort\n\n### Work Items\n\n{work}\n"
    )
    found_again = read(whole)
    unread = next((one for one in found_again.diagnostics if one.severity == "error"), None)
    if unread or len(found_again.document.options) > 1 or any(p.unread for p in found_again.document.layout):
        why = unread.message if unread else "its text does not have the shape of an option"
        raise ModelError("options", f"{quoted(name)} cannot be brought back: {why}", "mend its text, or add the option")
    return reason, found_again.document


def _with_scores_of(comparison: Comparison, own: Comparison, name: str) -> Comparison:
    """Return the comparison with the scores of one option put back; a criterion that is gone comes back, too."""
    criteria, ratings = list(comparison.criteria), list(comparison.ratings)
    for row in own.criteria:
        at = next((at for at, held in enumerate(criteria) if held.criterion == row.criterion), None)
        if at is None:
            criteria.append(row)
        else:
            criteria[at] = criteria[at].replace(scores=criteria[at].scores | row.scores)
    for rating in own.ratings:
        same = (rating.rater, rating.criterion)
        at = next((at for at, held in enumerate(ratings) if (held.rater, held.criterion) == same), None)
        if at is None:
            ratings.append(rating)
        else:
            ratings[at] = ratings[at].replace(scores=ratings[at].scores | rating.scores)
    columns = comparison.options
    if (own.criteria or own.ratings) and name not in columns:
        columns = (*columns, name)
    reference = comparison.reference or own.reference
    return comparison.replace(options=columns, criteria=tuple(criteria), ratings=tuple(ratings), reference=reference)
