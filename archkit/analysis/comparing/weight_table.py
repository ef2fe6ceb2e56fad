"""The weights as a part of a comparison: the share of each criterion, how it came about, and how far raters differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from archkit.analysis.comparing.part import Part
from archkit.analysis.comparing.value_table import listed
from archkit.model.comparison import DIRECT, PAIRWISE, RANK, SWING
from archkit.model.criterion_weights import CriterionWeights
from archkit.model.pairwise import ACCEPTABLE_RATIO, RANDOM_INDEX, RANDOM_INDEX_SOURCE

_METHODS = {
    DIRECT: "Weights as they stand, divided by their sum.",
    SWING: "Swing weights: points for the way from the worst to the best of each scale, divided by their sum.",
    RANK: "Weights from ranks: rank-order centroid; equal ranks share the mean of their places.",
    PAIRWISE: "Weights from pairwise judgements: principal eigenvector.",
}


@dataclass(frozen=True)
class CriterionShare:
    """The weight of one criterion as a share (0–1) of all, with the smallest and largest that it may be.

    They differ where raters do and no weight is agreed, and where a weight is not known.
    """

    criterion: str
    share: float
    low: float
    high: float


@dataclass(frozen=True, repr=False)
class WeightTable(Part):
    """The weight of each criterion that is no gate."""

    weights: CriterionWeights
    rows: tuple[CriterionShare, ...]

    heading: ClassVar[str] = "Weights"
    columns: ClassVar[dict[str, str]] = {"criterion": "text", "share": "number", "low": "number", "high": "number"}

    @property
    def notes(self) -> tuple[str, ...]:
        """How the weights came about, and how consistent judgements are."""
        return (*self._method, *self._open)

    @property
    def _open(self) -> tuple[str, ...]:
        if all(
            low == high for _, low, high in zip(self.weights.shares, self.weights.low, self.weights.high, strict=True)
        ):
            return ()
        rated = [one.by for one in self.weights.possible if one.by]
        by = (f"Where none is agreed, the mean of what {listed(rated)} give.",) if rated else ()
        unknown = (
            "A rank that is not known may have any place."
            if self.weights.method == RANK
            else ("A weight that is not known counts with half of the largest one, and may be anything from 0 to that.")
        )
        return (*by, *((unknown,) if self.weights.missing else ()))

    @property
    def _method(self) -> tuple[str, ...]:
        found = self.weights.pairwise
        method = _METHODS[self.weights.method]
        if found is None or not found.shares:
            return (method,)
        if len(found.shares) < 3:
            return (method, "One judgement, or none, cannot contradict another: there is no consistency ratio.")
        numbers = f"λmax {found.eigenvalue:.4f}, consistency index {found.consistency_index:.4f}"
        if found.consistency_ratio is None:
            return (method, f"{numbers}; no consistency ratio.")
        random = RANDOM_INDEX[len(found.shares) - 1]
        return (
            method,
            f"{numbers}, consistency ratio {found.consistency_ratio:.4f} (at most {ACCEPTABLE_RATIO:.2f} is usual), by "
            f"the {RANDOM_INDEX_SOURCE}: {random:g} for {len(found.shares)} criteria.",
        )
