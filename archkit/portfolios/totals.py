"""What all documents together take and may lose, by draws that each document has for itself.

The draws of a document begin with its name and content, and are added as whole thousandths of a day: so neither the
order of the documents, nor where they were read, moves a digit.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from archkit.portfolios.columns import CHANCES, QUANTILES

if TYPE_CHECKING:
    import pandas as pd

    from archkit.analysis.three_point import Floats

DRAWS = 1_000
# Days are added in these parts; no document counts as more than so many, which leaves room for a million documents.
_PARTS, _MOST = 1_000, 1e12
_POINTS = 101
_EFFORT, _LOSSES = 0, 1


@dataclass(frozen=True, eq=False)
class Totals:
    """The sums over a portfolio.

    Attributes:
        effort: The drawn sums of the effort in working days, sorted.
        losses: The drawn sums of the risks' days, sorted.
        mean_effort: The exact mean of the effort of the documents that are counted.
        mean_loss: The exact expected loss.
        counted: The number of documents whose effort has a distribution.
        documents: The number of all documents.
        risks: The number of risks that are counted.
        all_risks: The number of all risks.
        unknown_risks: The number of risks whose likelihood or impact is not known.
        has_losses: Whether the loss of any document is known.
    """

    effort: Floats
    losses: Floats
    mean_effort: float
    mean_loss: float
    counted: int
    documents: int
    risks: int
    all_risks: int
    unknown_risks: int
    has_losses: bool

    @cached_property
    def frame(self) -> pd.DataFrame:
        """Effort and losses × mean, p10, p50, p80 and p90 in working days; NaN where no document has any."""
        import pandas as pd

        rows = {
            name: [mean, *np.quantile(drawn, list(QUANTILES.values()))] if is_known else [math.nan] * 5
            for name, is_known, mean, drawn in (
                ("effort", self.counted > 0, self.mean_effort, self.effort),
                ("losses", self.has_losses, self.mean_loss, self.losses),
            )
        }
        return pd.DataFrame.from_dict(rows, orient="index", columns=["mean", *QUANTILES])

    @cached_property
    def exceedance(self) -> pd.DataFrame:
        """Working days × the chance (0–1) that more is lost; without a row where no loss is known."""
        import pandas as pd

        if not self.has_losses:
            return pd.DataFrame({"days": np.zeros(0), "chance": np.zeros(0)})
        days = np.linspace(0.0, float(self.losses[-1]) if len(self.losses) else 0.0, _POINTS)
        more = 1 - np.searchsorted(self.losses, days, side="right") / len(self.losses)
        return pd.DataFrame({"days": days, "chance": more})

    @property
    def notes(self) -> dict[str, str]:
        """How the sums were made, and what they count."""
        drawn = f"{DRAWS:,} draws for each document, seeded by its name and content"
        independent = "independent of each other; in working days."
        counts = f"{self.counted:,} of {self.documents:,} documents count"
        return {
            "effort": f"{_sentence(counts, self.without_effort)} {drawn}; documents are {independent}",
            "losses": f"{_sentence(f'{self.risks:,} risks count', self.not_counted)} {drawn}; "
            f"documents and risks are {independent}",
        }

    @property
    def without_effort(self) -> str:
        """How many documents the sum of the effort leaves out; "" for none."""
        missing = self.documents - self.counted
        has = "has" if missing == 1 else "have"
        return f"{missing:,} of {self.documents:,} documents {has} no effort" if missing else ""

    @property
    def not_counted(self) -> str:
        """How many risks the sum of the losses leaves out; "" for none."""
        missing = self.all_risks - self.risks
        what = f"{missing:,} of {self.all_risks:,} risks {'is' if missing == 1 else 'are'} not counted"
        why = f"{self.unknown_risks:,} without a known likelihood or impact"
        return (f"{what} ({why})" if self.unknown_risks else what) if missing else ""


def totals_of(documents: pd.DataFrame, effort: pd.DataFrame, curves: pd.DataFrame, risks: pd.DataFrame) -> Totals:
    """Return the sums over documents.

    Args:
        documents: One row for each document, with its `seed`.
        effort: One row for each kind of work and total, with `mean`.
        curves: Quantiles of the effort of each document that has some.
        risks: One row for each risk, with its ends and whether it counts.
    """
    seeds = dict(zip(documents.index.get_level_values("path"), documents["seed"], strict=True))
    paths = curves.index.get_level_values("path")
    worked = np.zeros(DRAWS, dtype=np.int64)
    for path, curve in zip(paths, curves.to_numpy(), strict=True):
        worked += _effort_draws(seeds[path], curve)
    counted = risks[risks["is_counted"]]
    lost = np.zeros(DRAWS, dtype=np.int64)
    for path, ends in _by_document(counted):
        lost += _loss_draws(seeds[path], ends)
    totals = effort[effort["kind"] == "total"]
    known = totals.index.get_level_values("path").isin(paths)
    return Totals(
        effort=np.sort(worked) / _PARTS,
        losses=np.sort(lost) / _PARTS,
        mean_effort=_exact_sum(totals["mean"][known]),
        mean_loss=_exact_sum(counted["expected_loss"]),
        counted=len(curves),
        documents=len(documents),
        risks=len(counted),
        all_risks=len(risks),
        unknown_risks=int(risks["expected_loss"].isna().sum()),
        has_losses=bool(documents["expected_loss"].notna().any()),
    )


def _sentence(*parts: str) -> str:
    return f"{'; '.join(filter(None, parts))}."


def _effort_draws(seed: str, curve: Floats) -> NDArray[np.int64]:
    """Draw one effort, once from each of equally likely strata, as whole parts of days."""
    random = np.random.default_rng([int(seed, 16), _EFFORT])
    chances = (random.permutation(DRAWS) + random.random(DRAWS)) / DRAWS
    return _parts(np.interp(chances, CHANCES, curve))


def _by_document(risks: pd.DataFrame) -> Iterator[tuple[str, Floats]]:
    """Yield the path of each document with the ends of its risks: risks × chances and days."""
    ends = risks[["probability_low", "probability_high", "days_low", "days_high"]].to_numpy()
    level = risks.index.names.index("path")
    codes = np.asarray(risks.index.codes[level])  # type: ignore[attr-defined]
    # By place, so that the order of the risks in the document does not matter.
    order = np.lexsort((risks["place"].to_numpy(), codes))
    starts = np.flatnonzero(np.diff(codes[order], prepend=-1)).tolist()
    for start, end in pairwise([*starts, len(order)]):
        yield risks.index.levels[level][codes[order[start]]], ends[order[start:end]]  # type: ignore[attr-defined]


def _loss_draws(seed: str, ends: Floats) -> NDArray[np.int64]:
    """Draw the risks of one document: each happens or not, and costs log-uniform days; see `risk_events`."""
    random = np.random.default_rng([int(seed, 16), _LOSSES])
    chance, unsure, size = random.random((3, len(ends), DRAWS))
    low, high, least, most = (ends[:, at, None] for at in range(4))
    happens = chance < low + (high - low) * unsure
    is_even = (least <= 0) | (most <= least)
    ratio = np.where(is_even, 1.0, most / np.where(least > 0, least, 1.0))
    days = np.where(is_even, least + (most - least) * size, least * ratio**size)
    return _parts((days * happens).sum(axis=0))


def _parts(days: Floats) -> NDArray[np.int64]:
    return np.rint(np.minimum(days * _PARTS, _MOST)).astype(np.int64)


def _exact_sum(values: pd.Series[float]) -> float:
    return math.fsum(value for value in values if value == value)
