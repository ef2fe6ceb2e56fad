"""The comparison of the options: criteria with their scales, weights and scores, and how each is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
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
#: The findings that a score rests on, behind it.
_CITED = re.compile(r"(?:\[[A-Za-z][A-Za-z0-9_-]*\][\s,;]*)+")


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


# Read again for each option, rater and page: the same few texts.
@lru_cache(maxsize=1024)
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


def bare_score(text: str) -> str:
    """Return a score without the findings that are cited behind it: `4` of `4 [F2]`."""
    bare = text.partition("[")[0]
    return bare.strip() if bare and _CITED.fullmatch(text[len(bare) :]) else text.strip()


@lru_cache(maxsize=4096)
def read_score(text: str) -> tuple[float, float] | None:
    """Return the low and high end of a score, or None for a blank or what is not a number or range."""
    found = _SCORE.fullmatch(bare_score(text))
    if not found:
        return None
    low, high = float(found[1]), float(found[2] or found[1])
    return (low, high) if low <= high else (high, low)


def is_no(score: str) -> bool:
    """Whether a gate's score says that the option fails it."""
    return bare_score(score).casefold() in {"no", "n", "false", "✗", "✘", "❌"}


def is_yes(score: str) -> bool:
    """Whether a gate's score says that the option passes it."""
    return bare_score(score).casefold() in {"yes", "y", "true", "✓", "✔", "✅"}
