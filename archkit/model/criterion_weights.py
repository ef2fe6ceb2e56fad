"""How much each criterion weighs: by direct entry, swing points, ranks or pairwise judgements, with what raters say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archkit.errors import quoted
from archkit.model.comparison import DIRECT, PAIRWISE, RANK, WEIGHTINGS, Comparison, Criterion, read_weight
from archkit.model.judged_pairs import judged_weights
from archkit.model.last_results import last_results
from archkit.model.one_spelling import one_spelling
from archkit.model.open_weights import OpenWeights, Shares
from archkit.model.pairwise import PairwiseWeights


@dataclass(frozen=True)
class CriterionWeights:
    """The weight of each criterion of a comparison, in its order, as a share (0–1) of all weights.

    Attributes:
        method: How they are given: direct, swing, rank or pairwise.
        shares: They add up to 1, or are all 0 where no criterion has a weight; a gate has 0.
        low: The smallest share: with what is not known, and with what a rater gives where no weight is agreed.
        high: The largest one, likewise.
        by_rater: The shares of each rater: own weights, and the agreed ones where that person gave none.
        pairwise: What the judgements give, where they are what counts.
        problems: What is wrong with the weights, in words.
        possible: The weights that may be meant, of the criteria that are no gates and not empty: the agreed ones, or
            one set for each rater who gives a weight where none is agreed.
        missing: The criteria (by place) whose weight is not known, and what that means, in words.
    """

    method: str
    shares: Shares
    low: Shares
    high: Shares
    by_rater: dict[str, Shares] = field(default_factory=dict)
    pairwise: PairwiseWeights | None = None
    problems: tuple[str, ...] = ()
    possible: tuple[OpenWeights, ...] = ()
    missing: tuple[tuple[int, str], ...] = ()


@last_results
def criterion_weights(comparison: Comparison) -> CriterionWeights:
    """Return the weights of a comparison.

    Where no weight is agreed, what the raters give counts, each rater alike. A weight that nobody gives is not known:
    it may be anything from 0 to the largest one, and a rank may have any place.
    """
    comparison = one_spelling(comparison)
    method = weighting(comparison)
    by_rater = {rater: rater_weights(comparison, rater) for rater in raters(comparison)}
    if method == PAIRWISE:
        return _by_judgements(comparison, by_rater)
    places = [at for at, item in enumerate(comparison.criteria) if has_weight(item)]
    count = len(comparison.criteria)
    agreed = [item.weight for item in comparison.criteria]
    cells = {rater: [row[at] for at in places] for rater, row in by_rater.items()}
    possible = _possible(method, [agreed[at] for at in places], cells)
    low, high = _ends(possible, len(places))
    given = {
        rater: OpenWeights(
            method, _read(method, [own or agreed[at] for own, at in zip(row, places, strict=True)])
        ).shares
        for rater, row in cells.items()
    }
    return CriterionWeights(
        method=method,
        shares=_placed(_mean([one.shares for one in possible]), places, count),
        low=_placed(low, places, count),
        high=_placed(high, places, count),
        by_rater={rater: _placed(shares, places, count) for rater, shares in given.items()},
        problems=tuple(_problems(comparison, method)),
        possible=possible,
        missing=tuple(_missing(possible, places)),
    )


def has_weight(criterion: Criterion) -> bool:
    """Whether a criterion takes part in the weighing: it is no gate, and something is said of it."""
    return not (criterion.is_gate or criterion.is_empty)


def weighting(comparison: Comparison) -> str:
    """Return how the weights are given: one of `WEIGHTINGS`; direct when that is blank or unknown."""
    word = comparison.weights.strip().casefold()
    return word if word in WEIGHTINGS else DIRECT


def raters(comparison: Comparison) -> tuple[str, ...]:
    """Return the names of the raters in the order of their first rating."""
    return tuple(dict.fromkeys(rating.rater for rating in comparison.ratings if rating.rater))


def rater_weights(comparison: Comparison, rater: str) -> list[str]:
    """Return the weight cell of a rater for each criterion.

    It is "" for a gate, and where that person gave none or none that can be read: what stands there counts as blank.
    """
    method = weighting(comparison)
    cells = {
        rating.criterion.casefold(): rating.weight
        for rating in reversed(comparison.ratings)
        if rating.rater == rater and _read(method, [rating.weight]) != (None,)
    }
    return ["" if item.is_gate else cells.get(item.criterion.casefold(), "") for item in comparison.criteria]


def _possible(method: str, agreed: Sequence[str], cells: dict[str, list[str]]) -> tuple[OpenWeights, ...]:
    """Return the weights of each rater who gives one where none is agreed, else the agreed ones."""
    found = [
        OpenWeights(method, _read(method, [cell or other for cell, other in zip(agreed, row, strict=True)]), rater)
        for rater, row in cells.items()
        if any(other and not cell for cell, other in zip(agreed, row, strict=True))
    ]
    found = [one for one in found if any(one.shares)]
    if found and all(one.is_certain and one.shares == found[0].shares for one in found):
        return (OpenWeights(method, found[0].given),)
    return tuple(found) or (OpenWeights(method, _read(method, agreed)),)


def _read(method: str, cells: Sequence[str]) -> tuple[float | None, ...]:
    """Read weights; a blank and what is no weight by the method are not known."""
    found = map(read_weight, cells)
    if method == RANK:
        return tuple(None if rank is None or rank < 1 else rank for rank in found)
    return tuple(found)


def _ends(possible: Sequence[OpenWeights], count: int) -> tuple[Shares, Shares]:
    alone = [[float(at == other) for other in range(count)] for at in range(count)]
    low = tuple(min(one.least(values) for one in possible) for values in alone)
    return low, tuple(max(one.most(values) for one in possible) for values in alone)


def _mean(rows: Sequence[Shares]) -> Shares:
    return rows[0] if len(rows) == 1 else tuple(sum(column) / len(rows) for column in zip(*rows, strict=True))


def _placed(shares: Shares, places: Sequence[int], count: int) -> Shares:
    found = dict(zip(places, shares, strict=True))
    return tuple(found.get(at, 0.0) for at in range(count))


def _missing(possible: Sequence[OpenWeights], places: Sequence[int]) -> Iterator[tuple[int, str]]:
    for one in possible:
        if not any(one.shares):
            continue
        what, counts = (
            ("rank", "any place from first to last, with the mean of all")
            if one.method == RANK
            else ("weight", "anything from 0 to the largest weight, with half of that")
        )
        who = f"{one.by} gives" if one.by else "there is"
        right = "a rank" if one.method == RANK else "a number, 0 for no weight"
        for at, weight in zip(places, one.given, strict=True):
            if weight is None:
                yield at, f"{who} no {what} that can be read, so it counts as {counts}; give {right}"


def _by_judgements(comparison: Comparison, by_rater: dict[str, list[str]]) -> CriterionWeights:
    places = [at for at, item in enumerate(comparison.criteria) if not item.is_gate and item.criterion]
    found, problems = judged_weights([comparison.criteria[at] for at in places], comparison.judgements)
    judged = dict(zip(places, found.shares, strict=False))
    shares = tuple(judged.get(at, 0.0) for at in range(len(comparison.criteria)))
    given = {rater: _reweighed(shares, cells) for rater, cells in by_rater.items()}
    weighed = tuple(share for share, item in zip(shares, comparison.criteria, strict=True) if has_weight(item))
    apart = [rater for rater, cells in by_rater.items() if any(cells)]
    if apart:
        said = f"the weights of {', '.join(apart)} count in their own ranking alone"
        problems = (*problems, f"{said}, as the weights come from the judgements; leave them blank, or judge pairs")
    return CriterionWeights(PAIRWISE, shares, shares, shares, given, found, problems, (OpenWeights(PAIRWISE, weighed),))


def _reweighed(shares: Shares, cells: Sequence[str]) -> Shares:
    """Divide what a rater's criteria weigh together by that person's own weights."""
    own = {at: weight for at, cell in enumerate(cells) if (weight := read_weight(cell)) is not None}
    total = sum(own.values())
    together = sum(shares[at] for at in own)
    if not total:
        return shares
    return tuple(own[at] / total * together if at in own else share for at, share in enumerate(shares))


def _problems(comparison: Comparison, method: str) -> Iterator[str]:
    word = comparison.weights.strip()
    if word and word.casefold() not in WEIGHTINGS:
        yield f"weights {quoted(word)} is not one of {', '.join(WEIGHTINGS)}; they count as direct"
    if comparison.judgements and method != PAIRWISE:
        yield f"the pairwise judgements do not count, as the weights are {method}; write Weights: {PAIRWISE}"
