"""The agreement of the raters of a comparison: their scores and weights cell by cell, and each one's ranking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import nan

import numpy as np

from archkit.analysis.comparing.agreement import Agreement, CellAgreement, RaterRanking, cell_agreement, concordance
from archkit.analysis.comparing.value_table import ranks, value_table
from archkit.model.agreed_scores import of_rater
from archkit.model.comparison import Comparison, Criterion, is_no, is_yes, read_scale, read_score, read_weight
from archkit.model.criterion_weights import CriterionWeights, rater_weights


def rater_agreement(
    comparison: Comparison, weights: CriterionWeights, options: Sequence[str], in_play: Sequence[str]
) -> Agreement:
    """Return how far the raters of a comparison agree.

    Args:
        comparison: The comparison as it stands.
        weights: Its weights.
        options: The names of all options.
        in_play: The names of those that can be ranked; only they are.
    """
    rankings = tuple(_ranking(comparison, weights, rater, options, in_play) for rater in weights.by_rater)
    places = [at for at, name in enumerate(options) if name in in_play]
    scores = np.array([[ranking.scores[at] for at in places] for ranking in rankings])
    scores = scores.reshape(len(rankings), len(places))
    agreed = nan if np.isnan(scores).any() else concordance(scores)
    return Agreement(rated_cells(comparison, weights, options), tuple(options), rankings, agreed)


def rated_cells(comparison: Comparison, weights: CriterionWeights, options: Sequence[str]) -> tuple[CellAgreement, ...]:
    """Return how far raters agree on each score, then on each weight."""
    return (*_scores(comparison, options), *_weights(comparison, weights))


def _ranking(
    comparison: Comparison, weights: CriterionWeights, rater: str, options: Sequence[str], in_play: Sequence[str]
) -> RaterRanking:
    shares = weights.by_rater[rater]
    table = value_table(of_rater(comparison, rater).criteria, shares, in_play)
    if not table.shares.any():
        return RaterRanking(rater, (nan,) * len(options), (None,) * len(options))
    scores = dict(zip(in_play, table.scores.tolist(), strict=True))
    places = dict(zip(in_play, ranks(table.scores).tolist(), strict=True))
    return RaterRanking(rater, tuple(scores.get(name, nan) for name in options), tuple(map(places.get, options)))


def _scores(comparison: Comparison, options: Sequence[str]) -> Iterator[CellAgreement]:
    for item in comparison.criteria:
        scale = read_scale(item.scale)
        width = 1.0 if item.is_gate else 0.0 if scale is None else abs(scale.best - scale.worst)
        given = [
            rating
            for rating in comparison.ratings
            if rating.rater and rating.criterion.casefold() == item.criterion.casefold()
        ]
        for name in options:
            texts = {rating.rater: rating.scores[name] for rating in reversed(given) if name in rating.scores}
            scores = [score for text in texts.values() if (score := _score(item, text)) is not None]
            if scores and width:
                yield cell_agreement(item.criterion, name, item.scores.get(name, ""), scores, width)


def _score(item: Criterion, text: str) -> tuple[float, float] | None:
    """Return the ends of a score; a yes is 1 and a no is 0."""
    if item.is_gate:
        return (1.0, 1.0) if is_yes(text) else (0.0, 0.0) if is_no(text) else None
    return read_score(text)


def _weights(comparison: Comparison, weights: CriterionWeights) -> Iterator[CellAgreement]:
    cells = {rater: rater_weights(comparison, rater) for rater in weights.by_rater}
    for at, item in enumerate(comparison.criteria):
        shares = [(share, share) for rater, row in cells.items() if row[at] for share in [weights.by_rater[rater][at]]]
        if shares:
            is_read = read_weight(item.weight) is not None
            agreed = f"{weights.shares[at]:.2f}" if is_read else item.weight
            yield cell_agreement(item.criterion, "", agreed, shares, 1.0)
