"""Weights from a ranking alone: the rank-order centroid."""

from __future__ import annotations

from collections.abc import Sequence


def rank_order_centroid(ranks: Sequence[float]) -> tuple[float, ...]:
    """Return the share of each criterion, adding up to 1, from its rank; the smallest rank matters most.

    The share of place k of n is (1/k + 1/(k+1) + … + 1/n) / n: the centre of all weights that fit the ranking. Equal
    ranks share the mean of their places. Only the order of the ranks counts, so 1, 2, 5 is the same as 1, 2, 3.

    Source: Barron & Barrett, Decision quality using ranked attribute weights, Management Science 42 (1996).
    """
    count = len(ranks)
    places = [0.0] * count
    total = 0.0
    for place in reversed(range(count)):
        total += 1.0 / (place + 1)
        places[place] = total / count
    order = sorted(ranks)
    shares: dict[float, float] = {}
    start = 0
    while start < count:
        end = start + order.count(order[start])
        shares[order[start]] = sum(places[start:end]) / (end - start)
        start = end
    return tuple(shares[rank] for rank in ranks)
