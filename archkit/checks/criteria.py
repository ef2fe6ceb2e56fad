"""Rules about criteria: each tells the options apart, has ends and scores, and says something of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archkit.checks.review import Found, Review
from archkit.checks.words import stems_of
from archkit.errors import quoted
from archkit.model.comparison import Criterion, read_score, read_weight
from archkit.model.unsaid import is_unsaid

#: What a scale says beside its two numbers: words, or a unit.
_LETTER = re.compile(r"[^\W\d_]|[%€$£°]")


def criteria_that_do_not_tell_apart(review: Review) -> Iterator[Found]:
    """A weighed criterion on which all options have the same score."""
    comparison = review.document.comparison
    for index, item in enumerate(comparison.criteria):
        scores = [read_score(item.scores.get(name, "")) for name in comparison.options]
        if _is_weighed(item) and len(scores) > 1 and None not in scores and len(set(scores)) == 1:
            message = f"all options score the same on {quoted(item.criterion)}, so it decides nothing"
            yield ("comparison", "criteria", index), f"{message}; delete it, or score it more finely"


def scales_without_ends(review: Review) -> Iterator[Found]:
    """A criterion with a weight and no scale: what the weight is worth cannot be told."""
    for index, item in enumerate(review.document.comparison.criteria):
        if _is_weighed(item) and item.criterion and not _LETTER.search(item.scale):
            message = f"{quoted(item.criterion)} is weighed and does not say what its worst and best are"
            yield ("comparison", "criteria", index), f"{message}; write them in brackets, as (1 poor … 5 good)"


def missing_scores(review: Review) -> Iterator[Found]:
    """A blank score that may change which option is on top."""
    comparison = review.document.comparison
    scores = {name: score for name, score in review.scores.items() if not score.out_by and name in comparison.options}
    known = {name: score.low for name, score in scores.items() if score.low is not None}
    rated = {(row.criterion, name) for row in comparison.ratings for name, score in row.scores.items() if score}
    top = max(known, key=lambda name: scores[name].score or 0, default="")
    for index, item in enumerate(comparison.criteria):
        if not _is_weighed(item):
            continue
        for name in comparison.options:
            if name not in scores or not is_unsaid(item.scores.get(name, "")) or (item.criterion, name) in rated:
                continue
            high = scores[name].high
            if name == top or high is None or high > known[top]:
                message = f"{quoted(name)} has no score on {quoted(item.criterion)}, which may change the order"
                yield ("comparison", "criteria", index, "scores", name), f"{message}; give one, or a range such as 2–4"


def criteria_that_say_the_same(review: Review) -> Iterator[Found]:
    """Two criteria of the same words in another form: what they stand for is counted twice."""
    seen: dict[frozenset[str], str] = {}
    for index, item in enumerate(review.document.comparison.criteria):
        words = stems_of(item.criterion)
        if words and words in seen:
            message = f"{quoted(item.criterion)} says the same as {quoted(seen[words])}, so it counts twice"
            yield ("comparison", "criteria", index), f"{message}; keep one of them"
        seen.setdefault(words, item.criterion)


def _is_weighed(item: Criterion) -> bool:
    return not item.is_gate and bool(item.criterion) and read_weight(item.weight) not in (None, 0.0)
