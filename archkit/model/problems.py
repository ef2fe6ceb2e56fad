"""What is wrong with a value that a person typed, in words for each kind of field; "" when it fits."""

from __future__ import annotations

import re
from datetime import date

from archkit.errors import nearest, quoted
from archkit.model.comparison import MUST, RANK, SWING, Criterion, is_no, is_yes, read_scale, read_score, read_weight
from archkit.model.fields import Amount, FieldSpec, number_text
from archkit.model.ratings import Rating, read_ratio
from archkit.model.risks import LIKELIHOODS, likelihood_share

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})$")


def value_problem(spec: FieldSpec, value: object, likelihoods: tuple[str, ...] = ()) -> str:
    """Return what is wrong with a field's value and what would be right, or "".

    Args:
        spec: The field.
        value: Its value.
        likelihoods: The document's own words for a likelihood; archkit's where it has none.
    """
    if spec.kind == "number":
        return _number(spec, value)  # type: ignore[arg-type]
    if not isinstance(value, str) or not value:
        return ""
    if spec.kind == "likelihood":
        return _likelihood(spec, value, likelihoods or LIKELIHOODS)
    if spec.kind == "date":
        return _date(spec, value)
    if spec.kind == "ratio" and read_ratio(value) is None:
        return f"{spec.title.lower()} {quoted(value)} is not understood; use a number above 0, such as 3, or 1/3"
    if spec.kind == "choice" and value.casefold() not in {choice.casefold() for choice in spec.choices}:
        return f"{spec.title.lower()} {quoted(value)} is not one of {', '.join(spec.choices)}"
    return ""


def weight_problem(row: Criterion | Rating, weighting: str = "") -> str:
    """Return what is wrong with the weight of a criterion or of one rater, or "".

    Args:
        row: The criterion or the rating.
        weighting: How the weights are given, one of `WEIGHTINGS`; direct when blank.
    """
    text = quoted(row.weight)
    weight = read_weight(row.weight)
    if not row.weight or row.weight.casefold() == MUST:
        return ""
    if weighting == RANK and (weight is None or weight < 1):
        return f"weight {text} is no rank; use 1 for the most important criterion, 2 for the next, or must"
    if weighting == SWING and (weight is None or weight > 100):
        return f"weight {text} is no swing; use 0 to 100 points for the way from worst to best, or must"
    if weight is None:
        return f"weight {text} is not understood; use a number at least 0, or must for a yes/no gate"
    return ""


def scale_problem(criterion: Criterion) -> str:
    """Return what is wrong with a criterion's scale, or ""."""
    scale = read_scale(criterion.scale)
    if scale is None:
        return f"scale {quoted(criterion.scale)} is not understood; write worst … best, such as 1 … 5 or days: 40 … 5"
    if scale.worst == scale.best:
        return f"scale {quoted(criterion.scale)} begins and ends with the same number; its ends need to differ"
    return ""


def score_problem(criterion: Criterion, score: str) -> str:
    """Return what is wrong with a score on its criterion, or ""."""
    if not score:
        return ""
    if criterion.is_gate:
        return (
            "" if is_yes(score) or is_no(score) else f"score {quoted(score)} of a must is not understood; use yes or no"
        )
    ends = read_score(score)
    if ends is None:
        return f"score {quoted(score)} is not understood; use a number or a range such as 3–4, or leave it blank"
    scale = read_scale(criterion.scale)
    if scale and not all(map(scale.contains, ends)):
        ends_text = f"{number_text(scale.worst)} … {number_text(scale.best)}"
        return f"score {quoted(score)} lies outside the scale {ends_text} and counts as its end"
    return ""


def estimate_problem(low: Amount, likely: Amount, high: Amount) -> str:
    """Return what is wrong with the order or completeness of three estimates, or ""."""
    if isinstance(low, str) or isinstance(likely, str) or isinstance(high, str):
        return ""
    if likely is None:
        if low is None and high is None:
            return ""
        return "the estimate has no likely value; give it, low and high alone say too little"
    first, last = likely if low is None else low, likely if high is None else high
    if first > last:
        return f"low {number_text(first)} is above high {number_text(last)}; low ≤ likely ≤ high"
    if not first <= likely <= last:
        ends = f"{number_text(first)} to {number_text(last)}"
        return f"likely {number_text(likely)} lies outside {ends}; low ≤ likely ≤ high"
    return ""


def _number(spec: FieldSpec, value: Amount) -> str:
    name = spec.title.lower()
    if not isinstance(value, str):
        fits = value is None or (spec.least <= value and (spec.most is None or value <= spec.most))
        if value is None or (fits and not (spec.whole and value != int(value))):
            return ""
        return f"{name} {number_text(value)} does not fit; use {_range(spec)}"
    bare = value.replace("−", "-").strip()
    if re.fullmatch(r"-\d+(?:[.,]\d+)?", bare):
        return f"{name} {value} is below 0; use {_range(spec)}"
    if re.fullmatch(r"(?i)[+-]?(?:inf(?:inity)?|nan)|[+-]?\d+(?:\.\d*)?e[+-]?\d+", bare):
        return f"{name} {quoted(value)} is not a plain finite number; write it out, such as 12.5"
    return f"{name} {quoted(value)} is not a number; use digits with a point, such as 12.5, and no unit"


def _range(spec: FieldSpec) -> str:
    kind = "a whole number" if spec.whole else "a number"
    least = number_text(spec.least)
    return f"{kind} at least {least}" if spec.most is None else f"{kind} from {least} to {number_text(spec.most)}"


def _likelihood(spec: FieldSpec, value: str, words: tuple[str, ...]) -> str:
    folded = " ".join(value.casefold().split())
    is_step = folded.isdecimal() and len(folded) < 4 and 0 < int(folded) <= len(words)
    if (
        is_step
        or likelihood_share(value) is not None
        or folded in (" ".join(word.casefold().split()) for word in words)
    ):
        return ""
    close = nearest(value, words)
    meant = f"; did you mean {close}?" if close else ""
    numbers, named = ("1", words[0]) if len(words) == 1 else (f"1–{len(words)}", f"one of {', '.join(words)}")
    scale = f"{numbers}, a percentage, or {named}"
    return f"{spec.title.lower()} {quoted(value)} is not on the scale; use {scale}{meant}"


def _date(spec: FieldSpec, value: str) -> str:
    found = _DATE.match(value)
    try:
        if found:
            date(int(found[1]), int(found[2]), int(found[3]))
            return ""
    except ValueError:
        pass
    return f"{spec.title.lower()} {quoted(value)} is not a date; write it as 2026-01-31"
