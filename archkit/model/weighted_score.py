"""The weighted score of an option, as the document states it and the comparison shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archkit.model.agreed_scores import with_ratings
from archkit.model.comparison import Comparison, Criterion, is_no, is_yes, read_scale, read_score
from archkit.model.criterion_weights import CriterionWeights, criterion_weights, has_weight
from archkit.model.one_spelling import one_spelling

Values = tuple[float, float, float]


@dataclass(frozen=True)
class WeightedScore:
    """An option's weighted score in 0–1, with the interval that blanks and ranges leave open; None without weights.

    Attributes:
        score: The score with ranges at their middle.
        low: The score with everything that is open at its worst.
        high: The score with everything that is open at its best.
        out_by: The gates that the option fails.
        open_gates: The gates that are not answered with yes or no; whether the option is out is not known.
    """

    score: float | None
    low: float | None
    high: float | None
    out_by: tuple[str, ...] = ()
    open_gates: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The score as the document states it: two decimals, `out`, or nothing."""
        if self.out_by:
            return "out"
        return "" if self.score is None else f"{self.score:.2f}"


def weighted_scores(comparison: Comparison, options: Iterable[str]) -> dict[str, WeightedScore]:
    """Return the weighted score of each option: the sum of weight share × value on fixed scales, gates first.

    A blank or unreadable score is unknown: it counts from the scale's worst to its best and with the middle of both;
    where raters gave one, from the lowest to the highest of them. A range counts with its middle, its ends give the
    interval, with the weights that may be meant where some are not known or raters differ.

    Source: Belton & Stewart, Multiple Criteria Decision Analysis (2002), ch. 5.
    """
    names = tuple(options)
    spelled = one_spelling(comparison, names)
    weights = criterion_weights(spelled)
    criteria = with_ratings(spelled).criteria
    return {name: _score(criteria, weights, name) for name in names}


def score_value(criterion: Criterion, option: str) -> Values:
    """Return low, middle and high value (0–1) of an option on one criterion; unknown is 0, 0.5, 1."""
    scale = read_scale(criterion.scale)
    score = read_score(criterion.scores.get(option, ""))
    if scale is None or score is None or scale.worst == scale.best:
        return (0.0, 0.5, 1.0)
    ends = sorted((scale.value(score[0]), scale.value(score[1])))
    return (ends[0], (ends[0] + ends[1]) / 2, ends[1])


def has_value(criterion: Criterion, option: str) -> bool:
    """Whether an option has a score on a criterion that is no gate and whose scale has two ends."""
    scale = read_scale(criterion.scale)
    if criterion.is_gate or scale is None or scale.worst == scale.best:
        return False
    return read_score(criterion.scores.get(option, "")) is not None


def _score(criteria: Sequence[Criterion], weights: CriterionWeights, option: str) -> WeightedScore:
    gates = [(item.criterion, item.scores.get(option, "")) for item in criteria if item.is_gate]
    out_by = tuple(name for name, score in gates if is_no(score))
    open_gates = tuple(name for name, score in gates if not is_no(score) and not is_yes(score))
    weighed = [(share, item) for share, item in zip(weights.shares, criteria, strict=True) if has_weight(item)]
    if not any(share and has_value(item, option) for share, item in weighed):
        return WeightedScore(None, None, None, out_by, open_gates)
    low, middle, high = zip(*(score_value(item, option) for _, item in weighed), strict=True)
    return WeightedScore(
        score=sum(share * value for (share, _), value in zip(weighed, middle, strict=True)),
        low=min(one.least(low) for one in weights.possible),
        high=max(one.most(high) for one in weights.possible),
        out_by=out_by,
        open_gates=open_gates,
    )
