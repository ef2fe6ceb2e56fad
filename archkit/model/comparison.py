"""The comparison of the options: criteria, weights, scales, scores, and the weighted score of each option."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from pydantic import field_validator, model_validator

from archkit.model.fields import Cell, Frozen, Label, Names, Row, field
from archkit.model.known_details import as_choice
from archkit.model.ratings import Judgement as Judgement
from archkit.model.ratings import Rating as Rating
from archkit.model.ratings import Scores
from archkit.model.text import cell

MUST = "must"
#: How the weights are given: as they stand, as points for the swing from worst to best, as ranks, or by judgements.
DIRECT, SWING, RANK, PAIRWISE = WEIGHTINGS = ("direct", "swing", "rank", "pairwise")
_NUMBER = r"-?\d{1,12}(?:\.\d{1,9})?"
_SCALE = re.compile(
    rf"(?:(?P<unit>[^:…]*):)?\s*(?P<worst>{_NUMBER})(?![\d.,])(?P<poor>[^…]*?)\s*(?:…|\.\.\.)\s*(?P<best>{_NUMBER})(?![\d.,])(?P<good>[^…]*)"
)
_SCORE = re.compile(rf"({_NUMBER})(?:\s*[–—-]\s*({_NUMBER}))?")


_BOLD = re.compile(r"\*\*([^*]+)\*\*")


def split_scale(text: str) -> tuple[str, str]:
    """Split `Operability (1 paged nightly … 5 runs itself)` into the name and what the brackets hold."""
    begin = text.rfind("(")
    scale = text[begin + 1 : -1]
    if begin < 0 or text[-1] != ")" or ")" in scale or not ("…" in scale or "..." in scale):
        return text, ""
    return text[:begin].rstrip(), scale


def _one_spelling(values: dict[str, object]) -> dict[str, object]:
    """A scale stands in brackets after the name: it has no brackets of its own, and a bold name is a computed row."""
    name, scale = values.get("criterion", ""), values.get("scale", "")
    if not isinstance(name, str) or not isinstance(scale, str):
        return values
    name, scale = cell(name), " ".join(cell(scale).split("\n")).replace("(", "[").replace(")", "]")
    if not scale:
        name, scale = split_scale(name)
    while found := _BOLD.fullmatch(name):
        name = found[1].strip()
    while scale.endswith(("…", "...")):
        scale = scale.removesuffix("…").removesuffix("...").strip()
    return values | {"criterion": name, "scale": scale}


@dataclass(frozen=True)
class Scale:
    """The ends of a criterion's scale: worst acceptable and best plausible; their order says which way is better."""

    worst: float
    best: float
    unit: str = ""
    worst_words: str = ""
    best_words: str = ""

    def value(self, score: float) -> float:
        """Return a score as a share of the way from worst (0) to best (1); beyond an end counts as the end."""
        if self.best == self.worst:
            return 0.0
        return min(1.0, max(0.0, (score - self.worst) / (self.best - self.worst)))

    def contains(self, score: float) -> bool:
        """Whether a score lies between the two ends."""
        return min(self.worst, self.best) <= score <= max(self.worst, self.best)


DEFAULT_SCALE = Scale(1.0, 5.0)


class Criterion(Row):
    """What the options are compared on."""

    named_by: ClassVar[str] = "criterion"

    criterion: Cell = field("Criterion", "What makes one option better than another.", kind="cell")
    scale: Cell = field("Scale", "From worst acceptable to best plausible, such as 1 … 5 or days: 40 … 5.", kind="cell")
    weight: Cell = field(
        "Weight", "A number at least 0, or must for a yes/no gate; a rank where ranks are given.", kind="weight"
    )
    scores: Scores = field(
        "Scores", "One score for each option: a number, a range, yes or no.", kind="score", default={}
    )

    @model_validator(mode="before")
    @classmethod
    def _spelling(cls, values: object) -> object:
        return _one_spelling(values) if isinstance(values, dict) else values

    @property
    def is_gate(self) -> bool:
        """Whether an option that fails this criterion is out."""
        return self.weight.casefold() == MUST


class Comparison(Frozen):
    """Criteria × options, how the weights are given, and what each person says."""

    options: Names = field("Options", "The options that are compared, in column order.", kind="names", default=())
    criteria: tuple[Criterion, ...] = field("Criteria", "What the options are compared on.", kind="rows", default=())
    weights: Label = field(
        "Weights",
        "How the weights are given: as they stand, as points for the swing from worst to best, as ranks, or by "
        "pairwise judgements; direct when blank.",
        kind="choice",
        choices=WEIGHTINGS,
    )
    reference: Label = field("Reference", "The option that the others are set against.", kind="option")
    judgements: tuple[Judgement, ...] = field(
        "Pairwise Weights", "Which criterion matters more, two at a time.", kind="rows", default=()
    )
    ratings: tuple[Rating, ...] = field(
        "Ratings", "The weights and scores of each person, beside what was agreed.", kind="rows", default=()
    )

    @field_validator("weights")
    @classmethod
    def _weighting(cls, value: str) -> str:
        return as_choice(value, WEIGHTINGS)


@dataclass(frozen=True)
class WeightedScore:
    """An option's weighted score in 0–1, with the interval that blanks and ranges leave open; None without weights.

    Attributes:
        score: The score with ranges at their middle.
        low: The score with everything that is open at its worst.
        high: The score with everything that is open at its best.
        out_by: The gates that the option fails.
        open_gates: The gates that are not answered with yes or no; whether the option is out is not known.
    """

    score: float | None
    low: float | None
    high: float | None
    out_by: tuple[str, ...] = ()
    open_gates: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The score as the document states it: two decimals, `out`, or nothing."""
        if self.out_by:
            return "out"
        return "" if self.score is None else f"{self.score:.2f}"


def read_scale(text: str) -> Scale | None:
    """Return the scale that a criterion's brackets hold, or None when they hold none."""
    if not text:
        return DEFAULT_SCALE
    found = _SCALE.fullmatch(text.strip())
    if not found:
        return None
    return Scale(
        float(found["worst"]),
        float(found["best"]),
        (found["unit"] or "").strip(),
        found["poor"].strip(),
        found["good"].strip(),
    )


def read_weight(text: str) -> float | None:
    """Return a weight, or None for a gate, a blank, or what is not a number at least 0."""
    found = re.fullmatch(r"\d{1,12}(?:\.\d{1,9})?", text.strip().removesuffix("%").strip())
    return float(found[0]) if found else None


def read_score(text: str) -> tuple[float, float] | None:
    """Return the low and high end of a score, or None for a blank or what is not a number or range."""
    found = _SCORE.fullmatch(text.strip())
    if not found:
        return None
    low, high = float(found[1]), float(found[2] or found[1])
    return (low, high) if low <= high else (high, low)


def weighted_score(criteria: tuple[Criterion, ...], option: str) -> WeightedScore:
    """Return the weighted sum of an option's scores on fixed scales, gates first.

    A blank or unreadable score is unknown: it counts from the scale's worst to its best and with the middle of both.
    A range counts with its middle, its ends give the interval. Weights are normalised over the criteria that are no
    gates. Source: Belton & Stewart, Multiple Criteria Decision Analysis (2002), ch. 5.
    """
    gates = [(item.criterion, item.scores.get(option, "")) for item in criteria if item.is_gate]
    out_by = tuple(name for name, score in gates if is_no(score))
    open_gates = tuple(name for name, score in gates if not is_no(score) and not is_yes(score))
    weighted = [(weight, item) for item in criteria if not item.is_gate and (weight := read_weight(item.weight))]
    total = sum(weight for weight, _ in weighted)
    if not total or not any(read_score(item.scores.get(option, "")) for _, item in weighted):
        return WeightedScore(None, None, None, out_by, open_gates)
    low = high = middle = 0.0
    for weight, item in weighted:
        bounds = score_value(item, option)
        low += weight * bounds[0]
        middle += weight * bounds[1]
        high += weight * bounds[2]
    return WeightedScore(middle / total, low / total, high / total, out_by, open_gates)


def score_value(criterion: Criterion, option: str) -> tuple[float, float, float]:
    """Return low, middle and high value (0–1) of an option on one criterion; unknown is 0, 0.5, 1."""
    scale = read_scale(criterion.scale)
    score = read_score(criterion.scores.get(option, ""))
    if scale is None or score is None or scale.worst == scale.best:
        return (0.0, 0.5, 1.0)
    ends = sorted((scale.value(score[0]), scale.value(score[1])))
    return (ends[0], scale.value((score[0] + score[1]) / 2), ends[1])


def is_no(score: str) -> bool:
    """Whether a gate's score says that the option fails it."""
    return score.strip().casefold() in {"no", "n", "false", "✗", "✘", "❌"}


def is_yes(score: str) -> bool:
    """Whether a gate's score says that the option passes it."""
    return score.strip().casefold() in {"yes", "y", "true", "✓", "✔", "✅"}
