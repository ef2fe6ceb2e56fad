"""Rules about the comparison: weights, scales and scores can be read."""

from __future__ import annotations

from collections.abc import Iterator

from archkit.checks.review import Found, Review
from archkit.errors import quoted
from archkit.model.agreed_scores import gate_problem, with_ratings
from archkit.model.comparison import Comparison
from archkit.model.criterion_weights import criterion_weights
from archkit.model.edit import Path
from archkit.model.problems import scale_problem, score_problem, weight_problem
from archkit.model.unsaid import is_unsaid

_OFF = "lies outside the scale"


def unreadable_criteria(review: Review) -> Iterator[Found]:
    """A weight, scale or score that says nothing that can be computed with."""
    comparison = review.document.comparison
    for index, item in enumerate(comparison.criteria):
        path: Path = ("comparison", "criteria", index)
        for problem in (weight_problem(item, comparison.weights), "" if item.is_gate else scale_problem(item)):
            if problem:
                yield path, problem
        for option, score in item.scores.items():
            # A dash or a question mark is no score, which is looked for with those that are blank.
            problem = "" if is_unsaid(score) and not item.is_gate else score_problem(item, score)
            if problem and _OFF not in problem:
                yield path, f"{option}: {problem}"
    for path, problem in _ratings(comparison):
        if _OFF not in problem:
            yield path, problem


def scores_off_scale(review: Review) -> Iterator[Found]:
    """A score beyond an end of its scale, which counts as that end."""
    for index, item in enumerate(review.document.comparison.criteria):
        if scale_problem(item):
            continue
        for option, score in item.scores.items():
            if (problem := score_problem(item, score)) and _OFF in problem:
                yield ("comparison", "criteria", index), f"{option}: {problem}"
    for path, problem in _ratings(review.document.comparison):
        if _OFF in problem:
            yield path, problem


def _ratings(comparison: Comparison) -> Iterator[tuple[Path, str]]:
    """Yield what is wrong with the weights and scores of single raters."""
    rated = {item.criterion: item for item in comparison.criteria}
    for index, row in enumerate(comparison.ratings):
        path: Path = ("comparison", "ratings", index)
        if problem := weight_problem(row, comparison.weights):
            yield path, problem
        for option, score in row.scores.items():
            if row.criterion in rated and (problem := score_problem(rated[row.criterion], score)):
                yield path, f"{option}: {problem}"


def open_gates(review: Review) -> Iterator[Found]:
    """A must that is not answered for an option: whether it is out cannot be told."""
    comparison = review.document.comparison
    counted = with_ratings(comparison).criteria
    for index, (item, agreed) in enumerate(zip(comparison.criteria, counted, strict=True)):
        for option in comparison.options:
            if item.is_gate and not agreed.scores.get(option, ""):
                problem = f"{option}: {gate_problem(item, option, comparison.ratings)}; write yes or no"
                yield ("comparison", "criteria", index), problem


def weights_missing(review: Review) -> Iterator[Found]:
    """A criterion without a weight beside others that have one: how much it matters is not known."""
    comparison = review.document.comparison
    for index, problem in criterion_weights(comparison).missing:
        if not weight_problem(comparison.criteria[index], comparison.weights):
            yield ("comparison", "criteria", index), f"{quoted(comparison.criteria[index].criterion)}: {problem}"
