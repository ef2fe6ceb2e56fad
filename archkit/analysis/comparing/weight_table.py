"""The weights as a part of a comparison: the share of each criterion, how it came about, and how far raters differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from archkit.analysis.comparing.part import Part
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
    """The weight of one criterion as a share (0–1) of all, with the smallest and largest share that raters give it."""

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
        found = self.weights.pairwise
        method = _METHODS[self.weights.method]
        if found is None or not found.shares:
            return (method,)
        numbers = f"λmax {found.eigenvalue:.4f}, consistency index {found.consistency_index:.4f}"
        if found.consistency_ratio is None:
            return (method, f"{numbers}; no consistency ratio.")
        random = RANDOM_INDEX[len(found.shares) - 1]
        return (
            method,
            f"{numbers}, consistency ratio {found.consistency_ratio:.4f} (at most {ACCEPTABLE_RATIO:.2f} is usual), by "
            f"the {RANDOM_INDEX_SOURCE}: {random:g} for {len(found.shares)} criteria.",
        )
