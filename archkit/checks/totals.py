"""Rules about computed values: what the file states is what archkit computes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archkit.checks.review import Found, Review
from archkit.errors import quoted
from archkit.model.weighted_score import weighted_scores

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_UNIT = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?)\b")
#: What says of a computed total that work is left out of it.
_BOUNDS = ("at least", "not known")
#: A percentile of 20,000 draws may differ by this share from one seed or version to another.
SAMPLING = 0.01


def stated_scores(review: Review) -> Iterator[Found]:
    """Weighted scores that differ from the computed ones."""
    lines = {name: found for (kind, name), found in review.stated.items() if kind == "score"}
    known = lines.keys() <= review.scores.keys()
    scores = review.scores if known else weighted_scores(review.document.comparison, lines)
    for option, (stated, line) in lines.items():
        computed = scores[option].text
        if stated.casefold() != computed and (not _numbers(stated) or _numbers(stated) != _numbers(computed)):
            right = computed or "nothing, as a weight is missing"
            yield ("line", line), f"{option}: stated {stated or 'nothing'}, computed {right}", stated


def stated_totals(review: Review) -> Iterator[Found]:
    """Effort totals that differ from the computed ones."""
    stated = {name: text for (kind, name), text in review.stated.items() if kind == "effort"}
    if not stated:
        return
    # numpy is imported only for documents that state a total.
    from archkit.analysis.document_effort import document_effort

    computed = document_effort(review.document).texts
    for name, (text, line) in stated.items():
        if not _agree(text, computed[name]):
            yield ("line", line), f"{name}: stated {quoted(text)}, computed {quoted(computed[name])}", text


def _agree(stated: str, computed: str) -> bool:
    ours, theirs = _numbers(computed), _numbers(stated)
    if any((word in stated.casefold()) != (word in computed) for word in _BOUNDS):
        return False
    if not theirs or abs(theirs[0] - ours[0]) > 0.05 or not _units(stated) <= _units(computed):
        return False
    # The author may state the mean alone; a percentile beside it is checked within the sampling error.
    if len(theirs) == 1 or len(ours) != len(theirs):
        return len(theirs) == 1
    return all(abs(a - b) <= max(0.1, SAMPLING * b) for a, b in zip(theirs[1:], ours[1:], strict=True))


def _units(text: str) -> set[str]:
    return {unit.rstrip("s") for unit in _UNIT.findall(text.casefold())}


def _numbers(text: str) -> list[float]:
    return [float(number) for number in _NUMBER.findall(text)]
