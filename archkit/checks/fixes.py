"""Fixes: what a rule can mend by itself, done on the document and written by its own writer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from archkit.checks.check import check
from archkit.checks.review import Review
from archkit.checks.rules import RULES
from archkit.checks.settings import Settings
from archkit.checks.values import has_estimate_in_error
from archkit.errors import Diagnostic, LossError, ModelError, UnreadSectionError
from archkit.format.lost_words import lost_words
from archkit.format.manuscript import Manuscript
from archkit.format.read import read
from archkit.format.write import write
from archkit.model.document import Document, outline
from archkit.model.stated_total import split_total

#: A fix may lay open another one, as a name that is mended gives a total another value.
_ROUNDS = 5
_TITLES = {spec.key: spec.title for spec in outline()}


def fixed(manuscript: Manuscript, settings: Settings | None = None) -> tuple[Manuscript, int]:
    """Return the document with all that can be mended without a person, and how many things that were.

    Doing it twice mends nothing more.

    Args:
        manuscript: The document as it was read.
        settings: Which rules run.

    Raises:
        LossError: a section cannot be written anew without loss.
    """
    count = 0
    for _ in range(_ROUNDS):
        found = check(manuscript, settings)
        document, mended = _edited(manuscript, found, settings)
        # What is wrong in a field of the data is not mended by writing the same data anew.
        stale = [
            item for item in found if item.rule in _REWRITING and not item.path and can_rewrite(item.rule, document)
        ]
        rewritten = {_REWRITING[item.rule] for item in stale}
        text = _written(document, manuscript, rewritten)
        if text == manuscript.text:
            break
        count += mended + len(stale)
        manuscript = read(text)
    return manuscript, count


def can_rewrite(rule: str, document: Document) -> bool:
    """Whether what a rule finds can be mended by writing its section anew; totals wait for estimates that are right."""
    return _REWRITING[rule] != "effort" or not has_estimate_in_error(document)


def _edited(manuscript: Manuscript, found: tuple[Diagnostic, ...], settings: Settings | None) -> tuple[Document, int]:
    """Return the document with each finding mended that has a fix; an edit that is refused is left to the author."""
    fixes = {rule.id: rule.fix for rule in RULES if rule.fix}
    review = Review.of(manuscript, settings)
    document, count = manuscript.document, 0
    for item in found:
        fix = fixes.get(item.rule)
        if fix is None or not item.path:
            continue
        try:
            mended = fix(review, document, item.path)
        except (ModelError, UnreadSectionError):
            continue
        if mended is not None and mended != document:
            document, count = mended, count + 1
    return document, count


def _written(document: Document, basis: Manuscript, rewritten: set[str]) -> str:
    """Return the text of a document, with some sections written anew though their data is the same."""
    totals = partial(_totals, basis)
    again = [chunk for chunk in basis.chunks if chunk.place.part in rewritten and chunk.value is not None]
    if not again:
        return write(document, basis, totals)
    for chunk in again:
        if missing := lost_words(basis, chunk):
            raise LossError(_TITLES[chunk.place.part], f"the words {', '.join(missing[:5])}")
    kept = tuple(chunk for chunk in basis.chunks if chunk not in again)
    # The title tells the two documents apart, so that the writer looks at their sections at all.
    other = basis.document.model_copy(update={"title": f"{basis.document.title} as it was"})
    return write(document, replace(basis, chunks=kept, document=other), totals)


def _totals(basis: Manuscript, document: Document) -> Mapping[str, str]:
    if has_estimate_in_error(document):
        return {name: split_total(text)[0] for (kind, name), (text, _) in basis.stated.items() if kind == "effort"}
    from archkit.analysis.document_effort import document_effort

    return document_effort(document).texts


_REWRITING = {rule.id: rule.rewrites for rule in RULES if rule.rewrites}
