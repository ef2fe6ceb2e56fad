"""What people say one by one: which criterion matters more, and the weights and scores of each rater."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from archkit.model.fields import Cell, Row, field, number_text
from archkit.model.text import cell, label

_RATIO = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)(?:\s*[/:∶]\s*(\d{1,6}(?:\.\d{1,6})?))?")


def _as_scores(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError("scores are given by option name")
    scores = {label(str(name)): _score_text(score) for name, score in value.items()}
    return {name: score for name, score in scores.items() if name and score}


def _score_text(score: object) -> str:
    if score is None or score != score:
        return ""
    if isinstance(score, bool):
        return "yes" if score else "no"
    return cell(number_text(float(score)) if isinstance(score, (int, float)) else str(score))


Scores = Annotated[dict[str, str], BeforeValidator(_as_scores)]


class Judgement(Row):
    """How many times as much one criterion matters as another."""

    named_by: ClassVar[str] = "criterion"

    criterion: Cell = field("Criterion", "The criterion that is judged.", kind="criterion")
    against: Cell = field("Against", "The criterion that it is compared with.", kind="criterion")
    ratio: Cell = field(
        "Ratio", "How many times as much it matters: 1 is equal, 3 more, 9 far more; 1/3 is less.", kind="ratio"
    )


class Rating(Row):
    """One person's own weight and scores of one criterion; what is blank is as agreed."""

    named_by: ClassVar[str] = "rater"

    rater: Cell = field("Rater", "Who says so.", kind="cell")
    criterion: Cell = field("Criterion", "The criterion that is rated.", kind="criterion")
    weight: Cell = field("Weight", "This person's weight of it; blank is as agreed.", kind="weight")
    scores: Scores = field(
        "Scores", "This person's score for each option; blank is as agreed.", kind="score", default={}
    )


def read_ratio(text: str) -> float | None:
    """Return a ratio such as `3`, `1/3` or `1:3`; None for a blank, 0, or what is no ratio."""
    found = _RATIO.fullmatch(text.strip())
    if not found:
        return None
    above, below = float(found[1]), float(found[2] or 1)
    return above / below if above and below else None
