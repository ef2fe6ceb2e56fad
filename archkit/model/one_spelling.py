"""A comparison in which every option and every rater has one spelling."""

from __future__ import annotations

from functools import lru_cache
from operator import is_

from archkit.model.comparison import Comparison, Criterion
from archkit.model.last_results import last_results
from archkit.model.option_named import option_named
from archkit.model.ratings import Rating
from archkit.model.text import label


@last_results
def one_spelling(comparison: Comparison, options: tuple[str, ...] = ()) -> Comparison:
    """Return a comparison whose scores name the options as they are called, and whose raters are spelled as first.

    Which option a name means is what `option_named` says; a name that means none stays as it is, and so is an option
    of its own. Raters are the same person where their names differ in case alone.

    Args:
        comparison: The comparison.
        options: The names of the options of the document, by their number.
    """
    own = {name: option_named(name, options) or name for name in comparison.options}
    names = tuple(dict.fromkeys((*options, *own.values())))
    people: dict[str, str] = {}
    for rating in comparison.ratings:
        people.setdefault(rating.rater.casefold(), rating.rater)
    spelled = tuple(dict.fromkeys(own.values()))
    criteria = tuple([_criterion(item, names) for item in comparison.criteria])
    ratings = tuple([_rating(rating, people, names) for rating in comparison.ratings])
    if spelled == comparison.options and all(map(is_, criteria + ratings, comparison.criteria + comparison.ratings)):
        # The same object, for which results are remembered.
        return comparison
    return comparison.replace(options=spelled, criteria=criteria, ratings=ratings)


def _criterion(item: Criterion, names: tuple[str, ...]) -> Criterion:
    scores = _named(item.scores, names)
    return item if scores == item.scores else item.replace(scores=scores)


def _rating(rating: Rating, people: dict[str, str], names: tuple[str, ...]) -> Rating:
    rater, scores = people[rating.rater.casefold()], _named(rating.scores, names)
    if rater == rating.rater and scores == rating.scores:
        return rating
    return rating.replace(rater=rater, scores=scores)


def _named(scores: dict[str, str], names: tuple[str, ...]) -> dict[str, str]:
    """Name the options of scores; where two names mean one option, its own spelling counts."""
    if scores.keys() <= _certain(names):
        return scores
    found = {option_named(name, names) or name: score for name, score in reversed(scores.items())}
    return found | {name: score for name, score in scores.items() if name in names}


@lru_cache(maxsize=64)
def _certain(names: tuple[str, ...]) -> frozenset[str]:
    """Return the names that are spelled as they are compared, each of which means itself."""
    return frozenset(name for name in names if name == " ".join(label(name).split()))
