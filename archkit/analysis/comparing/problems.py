"""What keeps a comparison from being complete, one clear message each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import isnan

from archkit.analysis.comparing.agreement import CellAgreement, some
from archkit.analysis.comparing.compared_option import ComparedOption
from archkit.analysis.shown import percent
from archkit.errors import quoted
from archkit.model.agreed_scores import gate_problem
from archkit.model.comparison import RANK, Comparison, Criterion, read_weight
from archkit.model.criterion_weights import CriterionWeights
from archkit.model.problems import scale_problem, score_problem, weight_problem
from archkit.model.ratings import Rating


def comparison_problems(
    comparison: Comparison, weights: CriterionWeights, options: Sequence[ComparedOption], unread: str = ""
) -> tuple[str, ...]:
    """Return what is missing or cannot be read.

    Args:
        comparison: The comparison with the scores that count.
        weights: Its weights.
        options: What is known of each option.
        unread: Why the comparison is kept as text; "" where it is data.
    """
    if unread:
        return (f"the comparison is kept as text, so nothing in it counts: {unread}",)
    criteria = [item for item in comparison.criteria if not item.is_empty]
    return (
        *_missing(options, criteria, weights, comparison.ratings),
        *weights.problems,
        *_namesakes(criteria),
        *_without_weight(criteria, weights),
        *_unread(options, criteria, weights),
        *_unrated(comparison, weights),
        *_without_score(options, weights),
    )


def _missing(
    options: Sequence[ComparedOption],
    criteria: Sequence[Criterion],
    weights: CriterionWeights,
    ratings: Sequence[Rating],
) -> Iterator[str]:
    if not options:
        yield "there are no options yet"
    elif len(options) == 1:
        yield f"{quoted(options[0].name)} is the only option, so there is nothing to compare it with"
    if options and not criteria:
        yield "there are no criteria yet, so no option has a score"
    elif options and not any(weights.shares) and not weights.problems:
        yield "no criterion has a weight above 0, so no option has a score"
    for option in options:
        for item in criteria:
            if item.is_gate and item.criterion in option.open_gates:
                yield f"{option.name}: {gate_problem(item, option.name, ratings)}, so it has no rank"


def _unread(
    options: Sequence[ComparedOption], criteria: Sequence[Criterion], weights: CriterionWeights
) -> Iterator[str]:
    for item in criteria:
        found = [weight_problem(item, weights.method), *([] if item.is_gate else [scale_problem(item)])]
        for option in options:
            score = item.scores.get(option.name, "")
            if (problem := score_problem(item, score)) and (item.is_gate or not scale_problem(item)):
                found.append(f"{option.name}, {problem}")
        yield from (f"{quoted(item.criterion)}: {problem}" for problem in found if problem)


def _namesakes(criteria: Sequence[Criterion]) -> Iterator[str]:
    times = Counter(item.criterion.casefold() for item in criteria if item.criterion)
    for item in criteria:
        if times.pop(item.criterion.casefold(), 1) > 1:
            yield (
                f"more than one criterion is called {quoted(item.criterion)}; each counts, and a rating counts for "
                "all of them; give each a name of its own, or delete one"
            )


def _without_weight(criteria: Sequence[Criterion], weights: CriterionWeights) -> Iterator[str]:
    for at, problem in weights.missing:
        yield f"{quoted(criteria[at].criterion)}: {problem}"


def split_raters(cells: Sequence[CellAgreement]) -> Iterator[str]:
    """Yield one message that names what raters are split on, in whatever way they rate."""
    split = [
        f"{quoted(cell.criterion)} for {cell.option} ({cell.lowest:g} to {cell.highest:g})"
        if cell.option
        else f"the weight of {quoted(cell.criterion)} ({percent(cell.lowest)} to {percent(cell.highest)})"
        for cell in cells
        if cell.split
    ]
    if split:
        yield f"the raters are split, so no one number stands for all: {some(split)}"


def _unrated(comparison: Comparison, weights: CriterionWeights) -> Iterator[str]:
    known = {item.criterion.casefold(): item for item in comparison.criteria if item.criterion}
    said: set[tuple[str, str, str]] = set()
    for rating in comparison.ratings:
        item = known.get(rating.criterion.casefold())
        if rating.is_empty:
            continue
        if not rating.rater:
            yield f"a rating of {quoted(rating.criterion)} has no rater, so it does not count; say who rates"
        elif item is None:
            yield f"{rating.rater} rates {quoted(rating.criterion)}, which is no criterion of the comparison"
        else:
            if problem := weight_problem(rating, weights.method):
                is_blank = weights.method == RANK or read_weight(rating.weight) is None
                counts = "; until then it counts as blank" if is_blank else ""
                yield f"{rating.rater} on {quoted(item.criterion)}: {problem}{counts}"
            for option, score in rating.scores.items():
                key = rating.rater, item.criterion, option
                if key in said:
                    yield f"{rating.rater} rates {option} on {quoted(item.criterion)} twice, so the first score counts"
                said.add(key)
                if problem := score_problem(item, score):
                    yield f"{rating.rater} on {quoted(item.criterion)}: {option}, {problem}"


def _without_score(options: Sequence[ComparedOption], weights: CriterionWeights) -> Iterator[str]:
    for option in options:
        if any(weights.shares) and isnan(option.score):
            yield (
                f"{quoted(option.name)} has no score on any criterion that has a weight: it may be anything from "
                "worst to best, so it has no weighted score and no rank"
            )
