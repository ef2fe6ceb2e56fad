"""The scores that count where several people rate: what was agreed, and what is open as far as they differ."""

from __future__ import annotations

from collections.abc import Iterable

from archkit.errors import quoted
from archkit.model.comparison import Comparison, Criterion, is_no, is_yes, read_score
from archkit.model.fields import number_text
from archkit.model.last_results import last_results
from archkit.model.ratings import Rating


@last_results
def with_ratings(comparison: Comparison) -> Comparison:
    """Return a comparison in which each blank score that raters gave is the range from the lowest to the highest.

    It is never their average. A blank answer to a gate is theirs where all who answer say the same.
    """
    if not comparison.ratings:
        return comparison
    criteria = tuple(_filled(item, _by_person(_of(comparison, item))) for item in comparison.criteria)
    return comparison.replace(criteria=criteria)


def of_rater(comparison: Comparison, rater: str) -> Comparison:
    """Return a comparison with the scores of one rater; where that person gave none, what counts for all."""
    agreed = with_ratings(comparison)
    own = [_first(rating for rating in _of(comparison, item) if rating.rater == rater) for item in agreed.criteria]
    criteria = tuple(_scored(item, scores) for item, scores in zip(agreed.criteria, own, strict=True))
    return agreed.replace(criteria=criteria)


def gate_problem(item: Criterion, option: str, ratings: Iterable[Rating]) -> str:
    """Return why a gate that is not answered for an option is open: nobody answers, or the raters differ."""
    name = item.criterion.casefold()
    said = {
        rating.rater: rating.scores[option]
        for rating in ratings
        if rating.rater and rating.criterion.casefold() == name and rating.scores.get(option)
    }
    if not item.scores.get(option) and any(map(is_yes, said.values())) and any(map(is_no, said.values())):
        answers = ", ".join(f"{rater} {answer}" for rater, answer in said.items())
        return f"the raters differ on the must {quoted(item.criterion)} ({answers}), and nothing is agreed"
    return f"the must {quoted(item.criterion)} is not answered with yes or no"


def _of(comparison: Comparison, item: Criterion) -> list[Rating]:
    name = item.criterion.casefold()
    return [rating for rating in comparison.ratings if rating.rater and rating.criterion.casefold() == name]


def _first(ratings: Iterable[Rating]) -> dict[str, str]:
    scores: dict[str, str] = {}
    for rating in ratings:
        scores = rating.scores | scores
    return scores


def _by_person(ratings: Iterable[Rating]) -> list[dict[str, str]]:
    """Return the scores of each rater; of two for one option the first counts."""
    people: dict[str, list[Rating]] = {}
    for rating in ratings:
        people.setdefault(rating.rater, []).append(rating)
    return [_first(own) for own in people.values()]


def _filled(item: Criterion, people: list[dict[str, str]]) -> Criterion:
    names = dict.fromkeys(name for scores in people for name in scores)
    together = _answer if item.is_gate else _range
    found = {
        name: together([scores[name] for scores in people if name in scores])
        for name in names
        if not item.scores.get(name)
    }
    return _scored(item, {name: score for name, score in found.items() if score})


def _scored(item: Criterion, scores: dict[str, str]) -> Criterion:
    together = item.scores | scores
    return item if together == item.scores else item.replace(scores=together)


def _answer(answers: list[str]) -> str:
    if all(map(is_yes, answers)):
        return "yes"
    return "no" if all(map(is_no, answers)) else ""


def _range(scores: list[str]) -> str:
    ends = [found for score in scores if (found := read_score(score))]
    if not ends:
        return ""
    low, high = min(end[0] for end in ends), max(end[1] for end in ends)
    return number_text(low) if low == high else f"{number_text(low)}–{number_text(high)}"
