"""The pairwise judgements of a comparison as weights, with what is wrong with them in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from math import isclose, log

from archkit.errors import nearest, quoted
from archkit.model.comparison import Criterion
from archkit.model.pairwise import ACCEPTABLE_RATIO, RANDOM_INDEX_SOURCE, PairwiseWeights, pairwise_weights
from archkit.model.ratings import Judgement, read_ratio

Ratios = dict[tuple[int, int], float]


def judged_weights(
    criteria: Sequence[Criterion], judgements: Sequence[Judgement]
) -> tuple[PairwiseWeights, tuple[str, ...]]:
    """Return the weights that judgements give to criteria which are no gates, and what is wrong with the judgements.

    A pair that is judged twice and not the same way counts as not judged: the mean would hide the contradiction.
    """
    names = [item.criterion for item in criteria]
    problems: list[str] = []
    ratios = _ratios(names, judgements, problems)
    found = pairwise_weights(ratios, len(names))
    return found, (*problems, *_problems(names, ratios, found))


def _ratios(names: list[str], judgements: Sequence[Judgement], problems: list[str]) -> Ratios:
    ratios: Ratios = {}
    twice: set[tuple[int, int]] = set()
    for judgement in judgements:
        if judgement.is_empty:
            continue
        pair, ratio = _pair(names, judgement), read_ratio(judgement.ratio)
        problem = _misread(names, judgement, pair, ratio)
        if problem or pair is None or ratio is None:
            problems.append(problem)
            continue
        one, two = pair
        if one > two:
            one, two, ratio = two, one, 1.0 / ratio
        if not isclose(ratios.setdefault((one, two), ratio), ratio, rel_tol=1e-6):
            twice.add((one, two))
    for one, two in sorted(twice):
        del ratios[one, two]
        problems.append(
            f"{quoted(names[one])} against {quoted(names[two])} is judged twice and not the same way, so it counts as "
            "not judged; keep one of the two"
        )
    return ratios


def _pair(names: list[str], judgement: Judgement) -> tuple[int, int] | None:
    folded = [name.casefold() for name in names]
    ends = [name.casefold() for name in (judgement.criterion, judgement.against)]
    if ends[0] == ends[1] or not all(end and end in folded for end in ends):
        return None
    return folded.index(ends[0]), folded.index(ends[1])


def _misread(names: list[str], judgement: Judgement, pair: tuple[int, int] | None, ratio: float | None) -> str:
    where = f"judgement {quoted(judgement.criterion)} against {quoted(judgement.against)}"
    if pair is None:
        if judgement.criterion.casefold() == judgement.against.casefold():
            return f"{where}: name two different criteria"
        known = {name.casefold() for name in names}
        wrong = next(name for name in (judgement.criterion, judgement.against) if name.casefold() not in known)
        close = nearest(wrong, names)
        meant = f"; did you mean {quoted(close)}?" if close else "; name a criterion of the comparison that is no must"
        return f"{where}: {quoted(wrong)} is no criterion with a weight{meant}"
    if ratio is None:
        given = f"ratio {quoted(judgement.ratio)} is not understood" if judgement.ratio else "the ratio is blank"
        return f"{where}: {given}; use a number above 0 or a fraction, such as 3 or 1/3"
    return ""


def _problems(names: list[str], ratios: Ratios, found: PairwiseWeights) -> Iterator[str]:
    if len(found.groups) > 1:
        apart = [quoted(names[group[0]]) for group in found.groups[:2]]
        yield f"the judgements do not connect all criteria, so there are no weights; judge {' against '.join(apart)}"
    elif found.missing:
        some = ", ".join(f"{quoted(names[one])} against {quoted(names[two])}" for one, two in islice(found.missing, 3))
        more = f" and {len(found.missing) - 3} more" if len(found.missing) > 3 else ""
        yield f"not judged, and taken from the other judgements: {some}{more}; there is no consistency ratio for that"
    elif found.consistency_ratio is None and names:
        yield f"there is no {RANDOM_INDEX_SOURCE} for {len(names)} criteria, so no consistency ratio"
    elif found.consistency_ratio and found.consistency_ratio > ACCEPTABLE_RATIO:
        one, two = max(ratios, key=lambda pair: abs(log(ratios[pair] * found.shares[pair[1]] / found.shares[pair[0]])))
        implied = found.shares[one] / found.shares[two]
        yield (
            f"the judgements contradict each other: consistency ratio {found.consistency_ratio:.2f} is above "
            f"{ACCEPTABLE_RATIO:.2f}; look first at {quoted(names[one])} against {quoted(names[two])}, judged "
            f"{_ratio(ratios[one, two])} where the others together say {_ratio(implied)}"
        )


def _ratio(ratio: float) -> str:
    return f"{ratio:.2g}" if ratio >= 1 else f"1/{1 / ratio:.2g}"
