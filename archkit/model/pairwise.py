"""Weights from pairwise judgements: the principal eigenvector, and how consistent the judgements are.

Pure Python, so that reading and writing a document need no numpy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from operator import mul

#: The mean consistency index of random judgements by number of criteria, from 1.
RANDOM_INDEX = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59)
RANDOM_INDEX_SOURCE = "random index of Saaty, The Analytic Hierarchy Process (1980)"
#: Above this the judgements contradict each other too much to weigh by; Saaty's rule of thumb.
ACCEPTABLE_RATIO = 0.10
_CLOSE = 1e-13

Matrix = list[list[float]]


@dataclass(frozen=True)
class PairwiseWeights:
    """Weights from judgements.

    Attributes:
        shares: One share for each criterion, adding up to 1; empty where the judgements do not connect all criteria.
        eigenvalue: The principal eigenvalue; the number of criteria where the judgements are consistent.
        consistency_index: How far it lies above that number: (eigenvalue − n) / (n − 1).
        consistency_ratio: That index divided by the random one; None with missing judgements, or above 15 criteria,
            as the table of random indexes covers neither.
        missing: The pairs that nobody judged, by the places of the criteria.
        groups: The places that judgements connect, one tuple for each group; one group is needed.
    """

    shares: tuple[float, ...] = ()
    eigenvalue: float = 0.0
    consistency_index: float = 0.0
    consistency_ratio: float | None = None
    missing: tuple[tuple[int, int], ...] = ()
    groups: tuple[tuple[int, ...], ...] = ()


def pairwise_weights(ratios: Mapping[tuple[int, int], float], count: int) -> PairwiseWeights:
    """Return the weights that judgements give.

    A missing judgement counts as what the others imply: its entry is 0, and the diagonal grows by one for each.

    Args:
        ratios: How many times as much the first criterion matters as the second, above 0, by their places; each pair
            once, in one direction.
        count: The number of criteria.

    Sources: Saaty, The Analytic Hierarchy Process (1980); Harker, Alternative modes of questioning in the analytic
    hierarchy process, Mathematical Modelling 9 (1987), for missing judgements.
    """
    missing = tuple(
        (one, two)
        for one in range(count)
        for two in range(one + 1, count)
        if (one, two) not in ratios and (two, one) not in ratios
    )
    groups = _connected(ratios, count)
    if len(groups) != 1:
        return PairwiseWeights(missing=missing, groups=groups)
    shares, eigenvalue = principal_eigenvector(_matrix(ratios, count, missing))
    index = max(0.0, (eigenvalue - count) / (count - 1)) if count > 1 else 0.0
    ratio = None
    if not missing and count <= len(RANDOM_INDEX):
        random = RANDOM_INDEX[count - 1]
        ratio = index / random if random else 0.0
    return PairwiseWeights(shares, eigenvalue, index, ratio, missing, groups)


def principal_eigenvector(matrix: Matrix) -> tuple[tuple[float, ...], float]:
    """Return the positive eigenvector of a square matrix, adding up to 1, and its eigenvalue.

    The matrix holds no negative number and connects all its rows. Each step solves with a shift just above the
    eigenvalue, so that a handful is enough also where plain power iteration would crawl.
    Source: Noda, Note on the computation of the maximal eigenvalue of a non-negative irreducible matrix (1971).
    """
    vector = [1.0 / len(matrix)] * len(matrix)
    low = high = 0.0
    for _ in range(60):
        image = [sum(map(mul, row, vector)) for row in matrix]
        growth = [after / before for after, before in zip(image, vector, strict=True)]
        low, high = min(growth), max(growth)
        if high - low <= _CLOSE * high:
            break
        solved = _solved([[-entry for entry in row] for row in matrix], high * (1 + 1e-15), vector)
        total = sum(solved)
        if not isfinite(total) or min(solved) <= 0:
            break
        vector = [entry / total for entry in solved]
    return tuple(vector), (low + high) / 2


def _matrix(ratios: Mapping[tuple[int, int], float], count: int, missing: tuple[tuple[int, int], ...]) -> Matrix:
    matrix = [[0.0] * count for _ in range(count)]
    for place in range(count):
        matrix[place][place] = 1.0
    for one, two in missing:
        matrix[one][one] += 1.0
        matrix[two][two] += 1.0
    for (one, two), ratio in ratios.items():
        matrix[one][two], matrix[two][one] = ratio, 1.0 / ratio
    return matrix


def _connected(ratios: Mapping[tuple[int, int], float], count: int) -> tuple[tuple[int, ...], ...]:
    group = list(range(count))
    for one, two in ratios:
        old, new = sorted((group[one], group[two]), reverse=True)
        if old != new:
            group = [new if number == old else number for number in group]
    return tuple(tuple(at for at in range(count) if group[at] == number) for number in sorted(set(group)))


def _solved(rows: Matrix, shift: float, right: list[float]) -> list[float]:
    """Solve (shift × identity + rows) x = right by elimination; no pivot is needed for such a matrix."""
    count = len(rows)
    table = [[*row, value] for row, value in zip(rows, right, strict=True)]
    for at in range(count):
        table[at][at] += shift
    for at in range(count):
        pivot = table[at]
        # Rounding may leave the last pivot at 0 or below where the shift is the eigenvalue itself.
        pivot[at] = max(pivot[at], 1e-16 * shift)
        for below in table[at + 1 :]:
            factor = below[at] / pivot[at]
            if factor:
                below[at:] = [left - factor * above for left, above in zip(below[at:], pivot[at:], strict=True)]
    found = [0.0] * count
    for at in reversed(range(count)):
        known = sum(table[at][right_of] * found[right_of] for right_of in range(at + 1, count))
        found[at] = (table[at][count] - known) / table[at][at]
    return found
