"""How often each option takes each rank over all weights and all open scores (SMAA-2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from archkit.analysis.comparing.draws import DRAWS, SEED, checked, numbered, value_draws, weight_draws
from archkit.analysis.comparing.value_table import TIE, Floats

#: The place of an option, with the places of its open values, and how far above the low end they lie in each draw.
OpenValues = tuple[int, tuple[NDArray[np.int64], Floats]]


@dataclass(frozen=True, eq=False)
class RankAcceptability:
    """Shares (0–1) of the draws.

    Attributes:
        acceptability: Options × ranks: how often an option takes a rank; each row adds up to 1.
        central_weights: Options × criteria: the mean weights with which an option is first; NaN where it never is.
        confidence: How often an option is first with its central weights, over the open scores; NaN where it never is.
        winning: Options × options: how often the one (row) scores higher than the other (column).
    """

    acceptability: Floats
    central_weights: Floats
    confidence: Floats
    winning: Floats


def rank_acceptability(
    low: Floats,
    high: Floats,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
    criteria: Sequence[str] | None = None,
    options: Sequence[str] | None = None,
    opened: Sequence[OpenValues] | None = None,
) -> RankAcceptability:
    """Rank the options with random weights and with random values for what is open.

    Every mix of weights is equally likely, and every value within low … high; equal scores share the better rank.

    Args:
        low: Criteria × options, the lowest value (0–1).
        high: The highest one; equal to `low` where the score is known.
        draws: How many, from 1 to 200,000.
        seed: The same seed gives the same numbers, in whatever order the options and criteria stand.
        criteria: Their names, by which the weights are drawn; by place without them.
        options: Their names, by which the values are drawn.
        opened: What `open_values` gives for all of that, where it is known already.

    Source: Lahdelma & Salminen, SMAA-2: Stochastic multicriteria acceptability analysis for group decision making,
    Operations Research 49 (2001).
    """
    checked(draws, seed)
    count, size = low.shape[1], low.shape[0]
    rows = [*map(str, range(size))] if criteria is None else criteria
    columns = [*map(str, range(count))] if options is None else options
    if not count or not size:
        return RankAcceptability(*(np.empty(shape) for shape in ((count, count), (count, size), count, (count, count))))
    weights = weight_draws(numbered(rows), draws, seed)
    scores = low.T @ weights
    if opened is None:
        opened = open_values(low, high, rows, columns, draws=draws, seed=seed)
    for at, (places, drawn) in opened:
        scores[at] += np.einsum("kn,kn->n", weights[places], drawn)
    acceptability, winning, first = _ranked(scores)
    central = np.full((count, size), np.nan)
    for at in range(count):
        if first[at].any():
            central[at] = weights @ first[at] / np.count_nonzero(first[at])
    confidence = _confidence(low, central, opened, draws)
    return RankAcceptability(acceptability, central, confidence, winning)


def chance_ahead(low: Floats, shares: Floats, leader: int, opened: Sequence[OpenValues]) -> Floats:
    """Return for each option how often (0–1) the leader scores higher with these weights, over the open scores.

    Args:
        low: Criteria × options, the lowest value (0–1).
        shares: The weight of each criterion.
        leader: The place of the leading option.
        opened: What `open_values` gives.
    """
    fixed = shares @ low
    scores = {at: fixed[at] + shares[places] @ drawn for at, (places, drawn) in opened}
    leading = scores.get(leader, fixed[leader])
    ahead = [leading > scores.get(at, score) + TIE for at, score in enumerate(fixed)]
    return np.array([np.count_nonzero(each) / (np.size(each)) for each in ahead])


def open_values(
    low: Floats, high: Floats, criteria: Sequence[str], options: Sequence[str], *, draws: int, seed: int
) -> list[OpenValues]:
    """Return for each option with open values their places, and how far above the low end they lie in each draw."""
    rows, columns = numbered(criteria), numbered(options)
    found: list[OpenValues] = []
    for at, option in enumerate(columns):
        places = np.flatnonzero(high[:, at] > low[:, at])
        if places.size:
            drawn = value_draws([rows[place] for place in places.tolist()], option, draws, seed)
            drawn *= (high[places, at] - low[places, at])[:, None]
            found.append((at, (places, drawn)))
    return found


def _ranked(scores: Floats) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """Return the share of each rank, of each pair in which the one is ahead, and who is first in which draw."""
    count, draws = scores.shape
    acceptability, winning = np.empty((count, count)), np.zeros((count, count))
    first = np.empty((count, draws), dtype=np.bool_)
    for at in range(count):
        # Counted in one byte up to 255 options, which is what makes this quick.
        higher = scores > scores[at] + TIE
        winning[:, at] = np.count_nonzero(higher, axis=1) / draws
        behind = higher.sum(axis=0, dtype=np.uint8 if count < 256 else np.int64)
        acceptability[at] = np.bincount(behind, minlength=count) / draws
        first[at] = behind == 0
    return acceptability, winning, first


def _confidence(low: Floats, central: Floats, opened: Sequence[OpenValues], draws: int) -> Floats:
    """Return how often each option is first with its own central weights."""
    count = low.shape[1]
    confidence = np.full(count, np.nan)
    for own in range(count):
        if np.isnan(central[own, 0]):
            continue
        fixed = central[own] @ low
        scores = {at: fixed[at] + central[own, places] @ drawn for at, (places, drawn) in opened}
        known = [score for at, score in enumerate(fixed) if at not in scores]
        best = np.full(draws, max(known, default=-np.inf))
        for score in scores.values():
            np.maximum(best, score, out=best)
        confidence[own] = np.count_nonzero(scores.get(own, fixed[own]) >= best - TIE) / draws
    return confidence
