"""How much each criterion weighs: by direct entry, swing points, ranks or pairwise judgements, with what raters say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archkit.errors import quoted
from archkit.model.comparison import DIRECT, PAIRWISE, RANK, WEIGHTINGS, Comparison, read_weight
from archkit.model.judged_pairs import judged_weights
from archkit.model.pairwise import PairwiseWeights
from archkit.model.rank_weights import rank_order_centroid

Shares = tuple[float, ...]


@dataclass(frozen=True)
class CriterionWeights:
    """The weight of each criterion of a comparison, in its order, as a share (0–1) of all weights.

    Attributes:
        method: How they are given: direct, swing, rank or pairwise.
        shares: They add up to 1, or are all 0 where no criterion has a weight; a gate has 0.
        low: The smallest share that a rater gives where no weight is agreed; elsewhere the agreed share.
        high: The largest one.
        by_rater: The shares of each rater: own weights, and the agreed ones where that person gave none.
        pairwise: What the judgements give, where they are what counts.
        problems: What is wrong with the weights, in words.
    """

    method: str
    shares: Shares
    low: Shares
    high: Shares
    by_rater: dict[str, Shares] = field(default_factory=dict)
    pairwise: PairwiseWeights | None = None
    problems: tuple[str, ...] = ()


def criterion_weights(comparison: Comparison) -> CriterionWeights:
    """Return the weights of a comparison.

    A blank weight takes the mean of the shares of the raters who give one; the agreed weights share the rest. Without
    either it is 0.
    """
    method = weighting(comparison)
    agreed = [item.weight for item in comparison.criteria]
    by_rater = {rater: rater_weights(comparison, rater) for rater in raters(comparison)}
    if method == PAIRWISE:
        return _by_judgements(comparison, by_rater)
    given = {rater: _shares(method, _over(agreed, cells)) for rater, cells in by_rater.items()}
    own = {at: [given[rater][at] for rater, cells in by_rater.items() if cells[at]] for at in _open(comparison)}
    shares = _filled(_shares(method, agreed), {at: sum(found) / len(found) for at, found in own.items() if found})
    return CriterionWeights(
        method=method,
        shares=shares,
        low=tuple(min(own.get(at) or [share]) for at, share in enumerate(shares)),
        high=tuple(max(own.get(at) or [share]) for at, share in enumerate(shares)),
        by_rater=given,
        problems=tuple(_problems(comparison, method)),
    )


def weighting(comparison: Comparison) -> str:
    """Return how the weights are given: one of `WEIGHTINGS`; direct when that is blank or unknown."""
    word = comparison.weights.strip().casefold()
    return word if word in WEIGHTINGS else DIRECT


def raters(comparison: Comparison) -> tuple[str, ...]:
    """Return the names of the raters in the order of their first rating."""
    return tuple(dict.fromkeys(rating.rater for rating in comparison.ratings if rating.rater))


def rater_weights(comparison: Comparison, rater: str) -> list[str]:
    """Return the weight cell of a rater for each criterion; "" where that person gave none, and for a gate."""
    cells = {
        rating.criterion.casefold(): rating.weight
        for rating in reversed(comparison.ratings)
        if rating.rater == rater and rating.weight
    }
    return ["" if item.is_gate else cells.get(item.criterion.casefold(), "") for item in comparison.criteria]


def _open(comparison: Comparison) -> list[int]:
    return [at for at, item in enumerate(comparison.criteria) if not item.weight]


def _over(agreed: Sequence[str], own: Sequence[str]) -> list[str]:
    return [cell or other for cell, other in zip(own, agreed, strict=True)]


def _shares(method: str, cells: Sequence[str]) -> Shares:
    weights = [read_weight(cell) or 0.0 for cell in cells]
    if method == RANK:
        places = [at for at, rank in enumerate(weights) if rank]
        centroid = dict(zip(places, rank_order_centroid([weights[at] for at in places]), strict=True))
        return tuple(centroid.get(at, 0.0) for at in range(len(weights)))
    return _normalised(weights)


def _normalised(weights: Sequence[float]) -> Shares:
    total = sum(weights)
    return tuple(weight / total for weight in weights) if total else (0.0,) * len(weights)


def _filled(agreed: Shares, means: dict[int, float]) -> Shares:
    """Put the raters' shares where no weight is agreed; what is agreed keeps its proportions in the rest."""
    rest = max(0.0, 1.0 - sum(means.values()))
    return _normalised([means.get(at, rest * share) for at, share in enumerate(agreed)]) if means else agreed


def _by_judgements(comparison: Comparison, by_rater: dict[str, list[str]]) -> CriterionWeights:
    places = [at for at, item in enumerate(comparison.criteria) if not item.is_gate and item.criterion]
    found, problems = judged_weights([comparison.criteria[at] for at in places], comparison.judgements)
    judged = dict(zip(places, found.shares, strict=False))
    shares = tuple(judged.get(at, 0.0) for at in range(len(comparison.criteria)))
    given = {rater: _reweighed(shares, cells) for rater, cells in by_rater.items()}
    return CriterionWeights(PAIRWISE, shares, shares, shares, given, found, problems)


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
