"""Options that one side renamed or took out: what the other side says of them follows, or is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from archkit.model.document import Document, rows_at
from archkit.model.followers import is_scored, without_scores
from archkit.model.references import OPTIONS, REFERRED, Path, with_references
from archkit.versions.clash import Clash, Clashes, Three
from archkit.versions.references import Followed

#: Names that others refer to in prose; two rows of one name make each reference to it ambiguous.
_CITED = ((("findings",), "id"),)


def rename(document: Document, names: Mapping[str, str]) -> Document:
    """Return the document with all references to options renamed; the options keep their names."""
    return with_references(document, OPTIONS, lambda name: names.get(name, name)) if names else document


def settle_removed(followed: Followed) -> tuple[Three[Document], frozenset[str]]:
    """Return the versions made equal in what goes with an option that one side took out, and the options that stay.

    Where the other side has new things to say of it, the option stays, and the side without it gets its scores back.
    Otherwise its scores go on both sides, so that a criterion without them is no change of that criterion.
    """
    wanted: set[str] = set()
    three = followed.three
    for key, entry in enumerate(followed.entries):
        was, my, their = entry.of(Three(*(document.options for document in three)))
        if was is None or not was.name or (my is None) == (their is None):
            continue
        base, mine, theirs = three
        # References stand under the name after the merge, which is the one that the remaining side gave.
        left, other, side = (their, mine, theirs) if my is None else (my, theirs, mine)
        told = key in followed.wanted or not references(side, left.name) <= references(base, left.name)
        if left != was or told:
            wanted.add(was.name)
            other = _with_scores(other, base, left.name)
        elif not _is_scored(other, left.name):
            base, side = _without_scores(base, left.name), _without_scores(side, left.name)
        three = Three(base, other, side) if my is None else Three(base, side, other)
    return three, frozenset(wanted)


def references(document: Document, name: str) -> set[tuple[str, ...]]:
    """Return what a document says of an option outside the option itself."""
    said: set[tuple[str, ...]] = {("recommended",)} if name in document.recommendation.options else set()
    criteria, items = document.comparison.criteria, document.effort.work_items
    said |= {("score", item.criterion, item.scores[name]) for item in criteria if name in item.scores}
    said |= {
        ("rating", row.rater, row.criterion, row.scores[name])
        for row in document.comparison.ratings
        if name in row.scores
    }
    said |= {("reference",)} if document.comparison.reference == name else set()
    said |= {("risk", risk.risk) for risk in document.risks if risk.option == name}
    return said | {("work item", item.work_item) for item in items if item.option == name}


def doubled_names(document: Document, three: Three[Document], clashes: Clashes) -> None:
    """Tell of names that are unique on each side, but not in the merged document, such as two findings called F7."""
    named = [(referred.path, referred.key, referred.folded) for referred in REFERRED]
    for path, key, folded in (*named, *((path, key, False) for path, key in _CITED)):
        now, *before = ([getattr(row, key) for row in _rows(version, path)] for version in (document, *three[1:]))
        alike = str.casefold if folded else str
        counts, *others = (Counter(map(alike, names)) for names in (now, *before))
        for name, count in counts.items():
            if name and count > 1 and all(other[name] < 2 for other in others):
                last = max(n for n, given in enumerate(now) if alike(given) == name)
                clashes.append(Clash((*path, last, key), "", now[last], now[last], str(path[0])))


def _rows(document: Document, path: Path) -> Any:
    return rows_at(document, path)


def _is_scored(document: Document, name: str) -> bool:
    given = document.comparison
    return name in given.options or is_scored(given, name)


def _without_scores(document: Document, name: str) -> Document:
    if not _is_scored(document, name):
        return document
    return without_scores(document, name)


def _with_scores(document: Document, base: Document, name: str) -> Document:
    given = document.comparison
    known = {item.criterion: item.scores[name] for item in base.comparison.criteria if name in item.scores}
    criteria = tuple(
        item.replace(scores={**item.scores, name: known[item.criterion]})
        if item.criterion in known and name not in item.scores
        else item
        for item in given.criteria
    )
    rated = {(row.rater, row.criterion): row.scores[name] for row in base.comparison.ratings if name in row.scores}
    ratings = tuple(
        row.replace(scores={**row.scores, name: rated[row.rater, row.criterion]})
        if (row.rater, row.criterion) in rated and name not in row.scores
        else row
        for row in given.ratings
    )
    at = min(base.comparison.options.index(name), len(given.options)) if name in base.comparison.options else -1
    there = name in given.options or at < 0
    options = given.options if there else (*given.options[:at], name, *given.options[at:])
    return document.replace(comparison=given.replace(options=options, criteria=criteria, ratings=ratings))
