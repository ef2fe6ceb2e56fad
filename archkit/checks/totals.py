"""Rules about computed values: what the file states is what archkit computes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archkit.checks.review import Found, Review
from archkit.errors import quoted
from archkit.model.fields import number_text
from archkit.model.weighted_score import weighted_scores

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_UNIT = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?)\b")
_AMOUNT = re.compile(
    r"\s*(?:about|ca\.?|circa|~|≈)?\s*(\d+(?:\.\d+)?)\s*(?:person|man|working)?[ -]?(hour|day|week|month|year)s?\b",
    re.I,
)
#: What says of a total that more is in it than the amounts beside it.
_RESERVE = re.compile(
    r"\b(?:buffer|reserve|contingency|includ\w+|with|plus|overhead|slack|at\s+least)\b", re.IGNORECASE
)
#: What says of a computed total that work is left out of it.
_BOUNDS = ("at least", "not known")
#: A percentile of 20,000 draws may differ by this share from one seed or version to another.
SAMPLING = 0.01
#: The longest total that archkit writes has about 120 characters.
_LONGEST = 200


def stated_scores(review: Review) -> Iterator[Found]:
    """Weighted scores that differ from the computed ones."""
    lines = {name: found for (kind, name), found in review.stated.items() if kind == "score"}
    known = lines.keys() <= review.scores.keys()
    scores = review.scores if known else weighted_scores(review.document.comparison, lines)
    for option, (stated, line) in lines.items():
        computed = scores[option].text
        if stated.casefold() != computed and (not _numbers(stated) or not _is_score(stated, computed)):
            right = computed or "nothing, as a weight is missing"
            yield ("line", line), f"{option}: stated {stated or 'nothing'}, computed {right}", stated


def stated_totals(review: Review) -> Iterator[Found]:
    """Effort totals that differ from the computed ones."""
    stated = {name: text for (kind, name), text in review.stated.items() if kind == "effort"}
    if not stated:
        yield from _sums_of_the_author(review)
        return
    # numpy is imported only for documents that state a total.
    from archkit.analysis.document_effort import document_effort

    computed = document_effort(review.document).texts
    for name, (text, line) in stated.items():
        if not _agree(text, computed[name]):
            # A computed total is a sentence of archkit's own, and is said whole.
            right = quoted(computed[name], _LONGEST)
            yield ("line", line), f"{name}: stated {quoted(text, _LONGEST)}, computed {right}", text


def _sums_of_the_author(review: Review) -> Iterator[Found]:
    """A total that is not the sum of the amounts beside it, where no work items are there to add up."""
    effort = review.document.effort
    parts = [effort.development, effort.testing, *(item.value for item in effort.details)]
    total, amounts = _amount(effort.total), [amount for text in parts if (amount := _amount(text))]
    if (
        total is None
        or len(amounts) < 2
        or _RESERVE.search(effort.total)
        or {unit for _, unit in amounts} != {total[1]}
    ):
        return
    added = sum(amount for amount, _ in amounts)
    if abs(added - total[0]) > 0.05 * len(amounts):
        right = f"{number_text(round(added, 2))} {total[1]}s"
        message = f"total: stated {quoted(effort.total)}, and the amounts beside it add up to {right}"
        yield ("effort", "total"), f"{message}; mend one of them, or say what else is in it", effort.total


def _amount(text: str) -> tuple[float, str] | None:
    """Return the number and the unit with which a text begins, None for a range and where there is no such amount."""
    found = _AMOUNT.match(text)
    return (float(found[1]), found[2].casefold()) if found else None


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


def _is_score(stated: str, computed: str) -> bool:
    """Whether a score is stated as the computed one, as a share or in percent."""
    ours, theirs = _numbers(computed), _numbers(stated)
    if "%" in stated:
        theirs = [number / 100 for number in theirs]
    return len(ours) == len(theirs) and all(abs(a - b) < 0.001 for a, b in zip(ours, theirs, strict=True))


def _units(text: str) -> set[str]:
    return {unit.rstrip("s") for unit in _UNIT.findall(text.casefold())}


def _numbers(text: str) -> list[float]:
    return [float(number) for number in _NUMBER.findall(text)]
