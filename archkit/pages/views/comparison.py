"""Criteria × options as a table, with the weights behind it and what each rater says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from archkit.analysis.comparing.options_compared import OptionsCompared
from archkit.analysis.comparing.value_table import TIE
from archkit.model.agreed_scores import with_ratings
from archkit.model.comparison import (
    DIRECT,
    RANK,
    Comparison,
    Criterion,
    bare_score,
    is_no,
    is_yes,
    read_score,
    read_weight,
)
from archkit.model.criterion_weights import CriterionWeights, has_weight
from archkit.model.ratings import Rating
from archkit.pages.analyses import compared
from archkit.pages.arrange import Block
from archkit.pages.views.firmness import firmness
from archkit.pages.views.page import Context, Page
from archkit.pages.views.settings import settings


class Cell(NamedTuple):
    """A score as the document has it, and how certain it is: sure, range, rated, blank, yes, no or unclear."""

    text: str
    mark: str


class RatedRow(NamedTuple):
    """What was agreed on one criterion, or what one person says: weight and scores, blank where nothing is said.

    Attributes:
        who: The rater; "" for what was agreed.
        weight: The weight as it stands.
        scores: A score for each option.
        marks: For the agreed row, how the raters stand on the weight and on each score: `split`, `open` or "".
    """

    who: str
    weight: str
    scores: tuple[str, ...]
    marks: tuple[str, ...] = ()


def comparison(page: Page, block: Block) -> Context | None:
    """The comparison table with its computed rows, how the weights came about, the raters, and how firm it all is."""
    found = page.document.comparison
    result = compared(page.document)
    columns = found.options or page.document.option_names
    criteria = [item for item in found.criteria if not item.is_empty]
    judgements = [row for row in found.judgements if not row.is_empty]
    rated = _rated(result, found, columns)
    given = settings(found, ("weights", "reference"))
    if not (criteria or judgements or rated or given):
        return None
    rated_scores = [item for item in with_ratings(found).criteria if not item.is_empty]
    cells = [
        (item, *weight, [_cell(item, counted, name) for name in columns])
        for item, counted, weight in zip(criteria, rated_scores, _weights(result, criteria), strict=True)
    ]
    return {
        "columns": columns,
        "chosen": set(page.document.recommendation.options),
        "criteria": cells,
        "results": [page.numbers.option(name) for name in columns],
        "marks": {cell.mark for *_, row in cells for cell in row},
        "settings": given,
        "method": result.weights.notes if given or judgements or found.ratings else (),
        "judgements": judgements,
        "rated": rated,
        "rated_columns": _rated_columns(found, columns),
        "firm": firmness(page, result),
    }


def _weights(compared: OptionsCompared, criteria: Sequence[Criterion]) -> list[tuple[str, str]]:
    """Return the weight of each criterion as a share of all, and what the document gives where that is another thing.

    What cannot be read stands as it was typed.
    """
    weighting = compared.weighting
    found = []
    for at, item in enumerate(criteria):
        share = weighting.shares[at]
        is_read = read_weight(item.weight) is not None
        text = f"{100 * share:.0f} %" if any(weighting.shares) and (is_read or not item.weight) else item.weight
        if not item.weight and not share:
            text = ""
        notes = [] if weighting.method == DIRECT or not item.weight or text == item.weight else [item.weight]
        if notes:
            notes = [f"{'rank' if weighting.method == RANK else 'given'} {item.weight}"]
        found.append((text, ", ".join([*notes, *_range(weighting, criteria, at)])))
    return found


def _range(weighting: CriterionWeights, criteria: Sequence[Criterion], at: int) -> Iterator[str]:
    """Yield how far the raters' shares of one weight go, and how far what is not known lets it go beyond."""
    low, high = weighting.low[at], weighting.high[at]
    place = sum(map(has_weight, criteria[:at]))
    shares = [one.shares[place] for one in weighting.possible if one.by] if has_weight(criteria[at]) else []
    ends = (min(shares), max(shares)) if shares else (weighting.shares[at],) * 2
    if ends[0] < ends[1]:
        yield f"raters {_percents(*ends)}"
    if low < ends[0] - TIE or high > ends[1] + TIE:
        is_missing = at in {place for place, _ in weighting.missing}
        yield f"{'not known' if is_missing else 'open'}: {_percents(low, high)}"


def _percents(low: float, high: float) -> str:
    return f"{100 * low:.0f}–{100 * high:.0f} %"


def _cell(item: Criterion, counted: Criterion, option: str) -> Cell:
    score = item.scores.get(option, "")
    if not score:
        # Where nothing was agreed, the raters' range counts.
        given = counted.scores.get(option, "")
        return Cell(given, "rated" if given else "blank")
    if item.is_gate:
        return Cell(score, "no" if is_no(score) else "yes" if is_yes(score) else "unclear")
    ends = read_score(score)
    return Cell(score, "unclear" if ends is None else "range" if ends[0] != ends[1] else "sure")


def _rated_columns(comparison: Comparison, columns: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*columns, *(name for rating in comparison.ratings for name in rating.scores))))


def _rated(
    compared: OptionsCompared, comparison: Comparison, columns: Sequence[str]
) -> list[tuple[str, list[RatedRow]]]:
    """Return each rated criterion with what was agreed, then each rater's row; in the order of the comparison."""
    ratings = [rating for rating in comparison.ratings if not rating.is_empty]
    if not ratings:
        return []
    options = _rated_columns(comparison, columns)
    known = {item.criterion.casefold(): item for item in reversed(comparison.criteria)}
    order = dict.fromkeys((*(item.criterion.casefold() for item in comparison.criteria),
                           *(rating.criterion.casefold() for rating in ratings)))  # fmt: skip
    apart = {
        (row.criterion.casefold(), row.option): "split" if row.split else "open"
        for row in compared.agreement.rows
        if row.split or row.open
    }
    groups = []
    for name in order:
        own = [rating for rating in ratings if rating.criterion.casefold() == name]
        if own:
            agreed = known.get(name, Criterion(criterion=own[0].criterion))
            marks = tuple(apart.get((name, option), "") for option in ("", *options))
            # The table above cites what they rest on.
            scores = tuple(bare_score(agreed.scores.get(option, "")) for option in options)
            rows = [RatedRow("", agreed.weight, scores, marks), *(_one_rating(rating, options) for rating in own)]
            groups.append((agreed.criterion, rows))
    return groups


def _one_rating(rating: Rating, options: Sequence[str]) -> RatedRow:
    return RatedRow(rating.rater or "–", rating.weight, tuple(rating.scores.get(name, "") for name in options))
