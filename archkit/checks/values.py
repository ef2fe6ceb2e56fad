"""Rules about single values: what was typed fits its field, and no blank of the template is left."""

from __future__ import annotations

from collections.abc import Iterator

from archkit.format.manuscript import Manuscript
from archkit.model.document import walk_rows
from archkit.model.edit import Path
from archkit.model.fields import fields_of
from archkit.model.problems import estimate_problem, value_problem
from archkit.model.risk_scales import step_problem
from archkit.model.scale_steps import LIKELIHOOD, ScaleStep, words_of
from archkit.model.working_time import WORKING_TIME, working_time_problem


def values_that_do_not_fit(manuscript: Manuscript) -> Iterator[tuple[Path, str]]:
    """Numbers that are no numbers, words that are not on their scale, dates that are no dates."""
    likelihoods = words_of(manuscript.document.risk_scale, LIKELIHOOD)
    for path, row in walk_rows(manuscript.document):
        for spec in fields_of(row.__class__):
            if problem := value_problem(spec, getattr(row, spec.key), likelihoods):
                yield (*path, spec.key), problem
    for path, problem in _front_matter_numbers(manuscript):
        yield path, problem


def estimates_out_of_order(manuscript: Manuscript) -> Iterator[tuple[Path, str]]:
    """Three estimates that are not low ≤ likely ≤ high."""
    for index, item in enumerate(manuscript.document.effort.work_items):
        if problem := estimate_problem(item.low, item.likely, item.high):
            yield ("effort", "work_items", index), problem


def steps_without_an_interval(manuscript: Manuscript) -> Iterator[tuple[Path, str]]:
    """A row of the risk scale that says nothing that can be computed with."""
    for index, row in enumerate(manuscript.document.risk_scale):
        if any(value_problem(spec, getattr(row, spec.key)) for spec in fields_of(ScaleStep)):
            continue
        if problem := step_problem(row):
            yield ("risk_scale", index), problem


def blanks_left(manuscript: Manuscript) -> Iterator[tuple[Path, str]]:
    """Placeholders of the template that still stand in the file."""
    for line, blank in manuscript.blanks:
        yield ("line", line), f"the template's blank {blank} is still here; fill it in or delete it"


def _front_matter_numbers(manuscript: Manuscript) -> Iterator[tuple[Path, str]]:
    for key in WORKING_TIME:
        if problem := working_time_problem(manuscript.document.metadata, key):
            yield ("metadata", key), problem
