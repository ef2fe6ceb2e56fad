"""Draws of risks as events: each happens or not, and costs days when it does. Knows arrays, no risks of a document."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from archkit.analysis.simulation import DRAWS, SEED, Floats, check_options
from archkit.analysis.stratified_rows import UNIFORM, Row, stratified_row
from archkit.errors import AnalysisError

Uniforms = tuple[Row, Row, Row]
#: The draws in which an event happens, by their index, and the working days that it costs in each of them.
Hits = tuple[NDArray[np.intp], Floats]


def event_draws(
    place: int,
    probability_low: float,
    probability_high: float,
    days_low: float,
    days_high: float,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Floats:
    """Draw the days that one event costs, 0 where it does not happen; independent of work items and other events.

    The same place gives the same chances before and after a mitigation, so a risk that is likelier or dearer costs at
    least as much in every draw.

    Args:
        place: Which streams are its own, from 0: its place among all risks.
        probability_low: Low end (0–1) of its probability, which is uniform between its ends.
        probability_high: High end (0–1); the same as the low one for a known probability.
        days_low: Low end in working days of what it costs if it happens, log-uniform between the ends: half and
            twice the days are as likely. From a low end of 0, which has no logarithm, it is uniform.
        days_high: High end in working days; the same as the low one for a known cost.
        draws: Number of draws, at least 1.
        seed: The same seed gives the same numbers.

    Returns:
        Working days in the draws' order.

    Raises:
        AnalysisError: a probability is outside 0–1, days are negative or not finite, the ends are out of order, or
            the draws or the seed are out of range.
    """
    chances, costs = (probability_low, probability_high), (days_low, days_high)
    return in_every_draw(event_hits(place, chances, costs, draws=draws, seed=seed), draws)


def in_every_draw(hits: Hits, draws: int) -> Floats:
    """Return what an event costs in each draw, 0 where it does not happen."""
    return np.asarray(np.bincount(*hits, minlength=draws), dtype=np.float64)


def event_hits(
    place: int, probability: tuple[float, float], days: tuple[float, float], *, draws: int = DRAWS, seed: int = SEED
) -> Hits:
    """Return what `event_draws` returns, without the draws in which the event does not happen.

    Raises:
        AnalysisError: as for `event_draws`.
    """
    _check(*probability, *days)
    check_options(0.0, draws, seed)
    chance, unsure, size = _uniforms(place, draws, seed)
    happens = (chance < probability[0] + (probability[1] - probability[0]) * unsure).nonzero()[0]
    return happens, _days(size.take(happens).astype(np.float64), *days)


def event_mean(probability_low: float, probability_high: float, days_low: float, days_high: float) -> float:
    """Return the exact mean of `event_draws` in working days.

    Raises:
        AnalysisError: as for `event_draws`.
    """
    _check(probability_low, probability_high, days_low, days_high)
    return (probability_low + probability_high) / 2 * mean_days(days_low, days_high)


def event_sd(probability_low: float, probability_high: float, days_low: float, days_high: float) -> float:
    """Return the exact standard deviation of `event_draws` in working days.

    Raises:
        AnalysisError: as for `event_draws`.
    """
    mean = event_mean(probability_low, probability_high, days_low, days_high)
    squares = (probability_low + probability_high) / 2 * _mean_square(days_low, days_high)
    return math.sqrt(max(0.0, squares - mean * mean))


def _mean_square(low: float, high: float) -> float:
    if low <= 0 or high <= low * (1 + 1e-9):
        return (low * low + low * high + high * high) / 3
    return (high - low) * (high + low) / (2 * math.log(high / low))


def mean_days(days_low: float, days_high: float) -> float:
    """Return the mean of days that are log-uniform between two ends: (high - low) / ln(high / low)."""
    if days_low <= 0 or days_high <= days_low * (1 + 1e-9):
        return (days_low + days_high) / 2
    return (days_high - days_low) / math.log(days_high / days_low)


def _check(probability_low: float, probability_high: float, days_low: float, days_high: float) -> None:
    if not 0 <= probability_low <= probability_high <= 1:
        raise AnalysisError(
            f"a probability from {probability_low:g} to {probability_high:g} is out of range; "
            "use numbers from 0 to 1, the low one first"
        )
    if not (0 <= days_low <= days_high and math.isfinite(days_high)):
        raise AnalysisError(
            f"a cost from {days_low:g} to {days_high:g} days is out of range; "
            "use finite numbers of at least 0, the low one first"
        )


def _days(size: Floats, low: float, high: float) -> Floats:
    if low <= 0 or high <= low:
        return low + (high - low) * size
    return np.asarray(low * np.exp(math.log(high / low) * size))


# A risk is drawn before its mitigation, and then after it.
@lru_cache(maxsize=1)
def _uniforms(place: int, draws: int, seed: int) -> Uniforms:
    """Return three independent rows of 0–1: whether, how likely, how dear; nobody may change them.

    Each has one draw from each equally likely stratum, so that the share of draws in which an event happens is right
    to the last draw.
    """
    streams = (f"risk {place} {what}".encode() for what in range(3))
    chance, unsure, size = (stratified_row(UNIFORM, stream, draws=draws, seed=seed) for stream in streams)
    return chance, unsure, size
