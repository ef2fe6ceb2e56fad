"""Rules about single values: what was typed fits its field, and no blank of the template is left."""

from __future__ import annotations

from collections.abc import Iterator

from archkit.checks.blanks import OF_TEMPLATE, STILL_HERE
from archkit.checks.leftovers import leftovers
from archkit.checks.review import Found, Review
from archkit.errors import nearest, quoted
from archkit.model.document import Document, rows_at, walk_rows
from archkit.model.edit import Path, set_value
from archkit.model.effort import WorkItem
from archkit.model.fields import fields_of
from archkit.model.problems import estimate_problem, value_problem
from archkit.model.risk_scales import step_problem
from archkit.model.risks import LIKELIHOODS
from archkit.model.scale_steps import LIKELIHOOD, ScaleStep, words_of
from archkit.model.working_time import WORKING_TIME, working_time_problem


def values_that_do_not_fit(review: Review) -> Iterator[Found]:
    """Numbers that are no numbers, words that are not on their scale, dates that are no dates."""
    likelihoods = words_of(review.document.risk_scale, LIKELIHOOD)
    for path, row in walk_rows(review.document):
        for spec in fields_of(row.__class__):
            if problem := value_problem(spec, getattr(row, spec.key), likelihoods):
                yield (*path, spec.key), problem
    for path, problem in _front_matter_numbers(review):
        yield path, problem


def use_nearest_word(review: Review, document: Document, path: Path) -> Document | None:
    """Put the word of the scale that was meant where a likelihood is nearly one."""
    if path[0] != "risks" or path[-1] not in ("likelihood", "residual_likelihood"):
        return None
    words = words_of(document.risk_scale, LIKELIHOOD) or LIKELIHOODS
    close = nearest(str(rows_at(document, path)), words)
    return set_value(document, path, close) if close else None


def estimates_out_of_order(review: Review) -> Iterator[Found]:
    """Three estimates that are not low ≤ likely ≤ high."""
    for index, item in enumerate(review.document.effort.work_items):
        if problem := estimate_problem(item.low, item.likely, item.high):
            yield ("effort", "work_items", index), problem


def has_estimate_in_error(document: Document) -> bool:
    """Whether an estimate of a work item cannot be computed with, so that a total would leave the item out."""
    return any(
        estimate_problem(item.low, item.likely, item.high)
        or any(value_problem(spec, getattr(item, spec.key)) for spec in fields_of(WorkItem) if spec.kind == "number")
        for item in document.effort.work_items
    )


def steps_without_an_interval(review: Review) -> Iterator[Found]:
    """A row of the risk scale that says nothing that can be computed with."""
    for index, row in enumerate(review.document.risk_scale):
        if any(value_problem(spec, getattr(row, spec.key)) for spec in fields_of(ScaleStep)):
            continue
        if problem := step_problem(row):
            yield ("risk_scale", index), problem


def blanks_left(review: Review) -> Iterator[Found]:
    """Placeholders that still stand in the file: those of the template, and the author's own."""
    for line, blank in review.blanks:
        yield ("line", line), f"{OF_TEMPLATE}{blank}{STILL_HERE}"
    for line, words in leftovers(review):
        yield ("line", line), f"{quoted(words)} is still here; write what belongs there, or delete it", words


def _front_matter_numbers(review: Review) -> Iterator[tuple[Path, str]]:
    for key in WORKING_TIME:
        if problem := working_time_problem(review.document.metadata, key):
            yield ("metadata", key), problem
