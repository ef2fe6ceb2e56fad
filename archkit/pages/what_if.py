"""What a page's script needs to compute the comparison and the effort under other settings, and no more."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable, Sequence

from archkit.analysis.comparing.options_compared import OptionsCompared
from archkit.model.agreed_scores import with_ratings
from archkit.model.comparison import PAIRWISE, RANK, Criterion, is_no, is_yes, read_weight
from archkit.model.criterion_weights import has_weight, rater_weights, raters
from archkit.model.document import Document
from archkit.model.weighted_score import has_value, score_value
from archkit.pages.analyses import compared
from archkit.pages.visible import visible
from archkit.pages.what_if_effort import effort_data

Data = dict[str, object]
Plain = Callable[[str], str]

#: A comparison of more scores than this is not tried out in the page: its sliders would be slow and many.
MOST_SCORES = 1_500
# Digits that are enough for 1e-9 of a score, which is at most 1, and of its weight.
_SCORE_DIGITS, _WEIGHT_DIGITS = 12, 14


def what_if_data(document: Document, plain: Plain) -> str:
    """Return the data of the script as JSON that may stand inside a `<script>`; "" where there is nothing to try.

    Args:
        document: The document of the page.
        plain: Returns a name as plain text.
    """
    data: Data = _comparison(document, compared(document), lambda name: visible(plain(name)))
    names = data.pop("names")
    if effort := effort_data(document):
        data["effort"] = effort
    elif not (data["weights"] or data["gates"]):
        return ""
    text = json.dumps([data, names], ensure_ascii=True, separators=(",", ":"))
    # A link fits the document that it was made for, and no other.
    data["id"] = hashlib.sha256(text.encode()).hexdigest()[:8]
    return safe_json(data)


def safe_json(data: object) -> str:
    """Return JSON that ends no script, begins no comment, and has no line separator: ASCII without `<`, `>` and `&`."""
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _comparison(document: Document, found: OptionsCompared, plain: Plain) -> Data:
    comparison = found.comparison
    criteria = with_ratings(comparison).criteria
    names = [option.name for option in found.options]
    places = [at for at, item in enumerate(criteria) if has_weight(item)]
    gates = [item for item in criteria if item.is_gate]
    if not names or len(criteria) * len(names) > MOST_SCORES:
        places, gates = [], []
    method = found.weighting.method
    given = _given(found, places)
    # Moved, a weight from judgements is a share of 100 like any other.
    own = [] if method == PAIRWISE else [(name, rater_weights(comparison, name)) for name in raters(comparison)]
    each = [(name, [_read(method, cells[at]) for at in places]) for name, cells in own]
    rated = [row for _, row in each]
    top = _top(method, (len(places), *given, *(weight for row in rated for weight in row)))
    starts = _starts(given, rated, method)
    return {
        "method": "direct" if method == PAIRWISE else method,
        "weighed": "rank" if method == RANK else "weight",
        "range": [1, top] if method == RANK else [0, top],
        "step": 1 if method == RANK else top / 100,
        "options": [plain(name) for name in names],
        "weights": [
            {
                "name": plain(criteria[at].criterion),
                "given": given[place],
                "start": starts[place],
                "values": [_value(criteria[at], name) for name in names],
            }
            for place, at in enumerate(places)
        ],
        "gates": [
            {"name": plain(item.criterion), "answers": [_answer(item.scores.get(name, "")) for name in names]}
            for item in gates
        ],
        "raters": [[plain(name), row] for name, row in each] if None in given else [],
        "order": _order(criteria) if places or gates else [],
        "columns": [names.index(name) if name in names else -1 for name in _columns(document)],
        "names": names,
    }


def _columns(document: Document) -> tuple[str, ...]:
    return document.comparison.options or document.option_names


def _order(criteria: Sequence[Criterion]) -> list[list[int]]:
    """Return for each row of the table whether it is a gate, and its place among the gates or the weights."""
    counts = [0, 0]
    order = []
    for item in criteria:
        kind = int(item.is_gate)
        order.append([kind, counts[kind]])
        counts[kind] += 1
    return order


def _given(found: OptionsCompared, places: Sequence[int]) -> list[float | bool | None]:
    """Return the agreed weights: None for a blank, False for what is no weight."""
    if found.weighting.method == PAIRWISE:
        return [_rounded(100 * found.weighting.shares[at], _WEIGHT_DIGITS) for at in places]
    cells = [found.comparison.criteria[at].weight for at in places]
    read = [_read(found.weighting.method, cell) for cell in cells]
    return [weight if weight is not None else False if cell else None for cell, weight in zip(cells, read, strict=True)]


def _read(method: str, cell: str) -> float | None:
    weight = read_weight(cell)
    return None if weight is not None and method == RANK and weight < 1 else weight


def _starts(given: Sequence[float | bool | None], rows: Sequence[Sequence[float | None]], method: str) -> list[float]:
    """Return where each slider stands at first: at the weight, the mean of the raters', or what counts for neither."""
    known = [weight for weight in given if isinstance(weight, float)]
    rest = max(known, default=0.0) / 2 if method != RANK else (len(given) + 1) / 2
    starts = []
    for at, weight in enumerate(given):
        rated = [row[at] for row in rows if row[at] is not None] if weight is None else []
        own = [each for each in rated if each is not None]
        starts.append(weight if isinstance(weight, float) else sum(own) / len(own) if own else rest)
    return starts


def _top(method: str, numbers: Sequence[float | bool | None]) -> float:
    """Return the end of the sliders: the last rank, or 1, 10, 100 and so on, from the largest weight on.

    Args:
        method: How the weights are given.
        numbers: How many there are, then the weights.
    """
    count, *weights = numbers
    largest = max((weight for weight in weights if isinstance(weight, float)), default=0.0)
    if method == RANK:
        return float(max(2, count or 0, math.ceil(largest)))
    return float(10 ** math.ceil(math.log10(largest) - 1e-12)) if largest > 0 else 100.0


def _value(item: Criterion, name: str) -> object:
    """Return the value of a score, the ends of a range, or None for what is not known."""
    if not has_value(item, name):
        return None
    low, _, high = (_rounded(value, _SCORE_DIGITS) for value in score_value(item, name))
    return low if low == high else [low, high]


def _answer(score: str) -> int | None:
    return 0 if is_no(score) else 1 if is_yes(score) else None


def _rounded(number: float, digits: int) -> float:
    return float(f"{number:.{digits}g}")
