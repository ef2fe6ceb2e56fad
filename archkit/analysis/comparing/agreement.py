"""How far raters agree, cell by cell; an average never hides a split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan
from statistics import median
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from archkit.analysis.comparing.part import Part, frame_of
from archkit.analysis.comparing.value_table import TIE, Floats, ranks
from archkit.analysis.shown import percent

if TYPE_CHECKING:
    import pandas as pd

#: Raters whose scores lie this share of the scale apart are split, or open where their ranges have a value in common.
SPLIT = 0.5
#: Raters whose weights lie this share of all weights apart are split.
SPLIT_WEIGHTS = 0.10
# More cells than this are counted and not named in a note.
_NAMED = 5


@dataclass(frozen=True)
class CellAgreement:
    """What the raters say of one option on one criterion, on the criterion's own scale.

    Attributes:
        criterion: The criterion.
        option: The option; "" for the weight of the criterion, in shares (0–1) of all weights.
        agreed: What was agreed: a score as it stands, a weight as a share, too; "" where nothing was.
        raters: How many gave a score.
        lowest: The lowest score, a range with its low end. NaN without one.
        median: The median, a range with its middle.
        highest: The highest score, a range with its high end.
        spread: How far apart lowest and highest are, as a share of the scale.
        split: Whether that is too far for one number to stand for all, and there is none that all would give.
        open: Whether it is that far, yet a value lies in the range of each: they may agree, or may not.
    """

    criterion: str
    option: str
    agreed: str
    raters: int
    lowest: float = nan
    median: float = nan
    highest: float = nan
    spread: float = nan
    split: bool = False
    open: bool = False


@dataclass(frozen=True)
class RaterRanking:
    """One rater's order of the options, with that person's weights and scores.

    Attributes:
        rater: The name.
        scores: The weighted score of each option, 0–1; NaN where it is out or has none.
        ranks: The rank of each option; None where it has none.
    """

    rater: str
    scores: tuple[float, ...]
    ranks: tuple[int | None, ...]


@dataclass(frozen=True, repr=False)
class Agreement(Part):
    """The raters' scores and weights cell by cell, and each rater's own ranking.

    Attributes:
        rows: One for each criterion and option that raters scored, then one for each weight that they gave.
        options: The names of the options, in the order of the rankings.
        by_rater: The ranking of each rater.
        concordance: Kendall's W over the rankings, 0 (none) to 1 (all the same); NaN for fewer than two raters.
    """

    rows: tuple[CellAgreement, ...]
    options: tuple[str, ...] = ()
    by_rater: tuple[RaterRanking, ...] = ()
    concordance: float = nan

    heading: ClassVar[str] = "Agreement of the raters"
    columns: ClassVar[dict[str, str]] = {
        "criterion": "text",
        "option": "text",
        "agreed": "text",
        "raters": "count",
        "lowest": "number",
        "median": "number",
        "highest": "number",
        "spread": "number",
        "split": "flag",
        "open": "flag",
    }

    @property
    def rater_scores(self) -> pd.DataFrame:
        """Raters × options: the weighted score with each rater's own weights and scores."""
        return self._by_rater("number", [ranking.scores for ranking in self.by_rater])

    @property
    def rater_ranks(self) -> pd.DataFrame:
        """Raters × options: the rank with each rater's own weights and scores."""
        return self._by_rater("count", [ranking.ranks for ranking in self.by_rater])

    @property
    def rankings(self) -> pd.DataFrame:
        """One row for each rater and option: the score and the rank with that person's own weights and scores."""
        columns = {"rater": "text", "option": "text", "score": "number", "rank": "count"}
        found = (
            zip([ranking.rater] * len(self.options), self.options, ranking.scores, ranking.ranks, strict=True)
            for ranking in self.by_rater
        )
        return frame_of(columns, [row for rows in found for row in rows])

    @property
    def notes(self) -> tuple[str, ...]:
        """The rule, what is split, and how far the rankings agree."""
        if not self.by_rater:
            return ("Nobody has rated yet.",)
        split, vague = (
            [f"{row.criterion} for {row.option or 'its weight'}" for row in self.rows if getattr(row, name)]
            for name in ("split", "open")
        )
        return (
            f"Split: scores {percent(SPLIT)} of the scale or more apart, weights {100 * SPLIT_WEIGHTS:.0f} points of "
            "100 or more apart. " + (f"Split on {some(split)}." if split else "Nothing is split."),
            *((f"Open, as far apart only by the ranges that raters give: {some(vague)}.",) if vague else ()),
            "A blank agreed score counts from the lowest to the highest rater, a blank agreed weight with the mean of "
            "the raters' shares; the interval of a score holds the weights of each.",
            *self._concordance(),
        )

    def _concordance(self) -> tuple[str, ...]:
        if np.isnan(self.concordance):
            return ()
        return (f"Kendall's W of the {len(self.by_rater)} rankings: {self.concordance:.2f} (0 none, 1 all the same).",)

    def _by_rater(self, holds: str, rows: Sequence[Sequence[object]]) -> pd.DataFrame:
        import pandas as pd

        names = [ranking.rater for ranking in self.by_rater]
        frame = frame_of({str(at): holds for at in range(len(self.options))}, rows)
        frame.index = pd.Index(names, dtype="str", name="rater")
        frame.columns = pd.Index(self.options, dtype="str", name="option")
        return frame


def some(names: Sequence[str]) -> str:
    """Return the first names, and how many more there are."""
    more = len(names) - _NAMED
    return "; ".join(names[:_NAMED]) + (f"; and {more} more" if more > 0 else "")


def cell_agreement(
    criterion: str, option: str, agreed: str, scores: Sequence[tuple[float, float]], width: float
) -> CellAgreement:
    """Return how far scores agree.

    Args:
        criterion: The criterion.
        option: The option, or "" for its weight.
        agreed: What was agreed.
        scores: What the raters say: low and high end, the same for a number.
        width: The width of the scale; weights have 1.
    """
    if not scores:
        return CellAgreement(criterion, option, agreed, 0)
    lows, highs = zip(*scores, strict=True)
    low, high = min(lows), max(highs)
    spread = (high - low) / width if width else 0.0
    apart = SPLIT if option else SPLIT_WEIGHTS
    far, common = spread >= apart - TIE, max(lows) <= min(highs)
    middle = median((end + other) / 2 for end, other in scores)
    return CellAgreement(
        criterion, option, agreed, len(scores), low, middle, high, spread, far and not common, far and common
    )


def concordance(scores: Floats) -> float:
    """Return Kendall's coefficient of concordance W over raters × options; ties share the mean of their ranks.

    NaN for fewer than two raters or options, and where every rater finds all options equal.

    Source: Kendall & Babington Smith, The problem of m rankings, Annals of Mathematical Statistics 10 (1939); with the
    correction for ties of Siegel & Castellan, Nonparametric Statistics (1988), section 9.4.
    """
    raters, options = scores.shape
    if raters < 2 or options < 2:
        return nan
    equal = np.array([(np.abs(row[:, None] - row[None, :]) <= TIE).sum(axis=1) for row in scores])
    shared = np.array([ranks(row) for row in scores]) + (equal - 1) / 2
    ties = (equal**2 - 1).sum()
    spread = ((shared.sum(axis=0) - raters * (options + 1) / 2) ** 2).sum()
    most = raters**2 * (options**3 - options) - raters * ties
    return float(12 * spread / most) if most > 0 else nan
