"""The steps of a risk scale: what a word for likelihood or impact means as an interval."""

from __future__ import annotations

from typing import ClassVar

from archkit.model.fields import Cell, Number, Row, field

LIKELIHOOD, IMPACT = "likelihood", "impact"
SCALES = (LIKELIHOOD, IMPACT)


class ScaleStep(Row):
    """A word of a scale and the interval that it stands for; the n-th step of a scale is its level n."""

    named_by: ClassVar[str] = "word"

    scale: Cell = field("Scale", "Whether it is a likelihood or an impact.", kind="choice", choices=SCALES)
    word: Cell = field("Word", "The word that the risks use.", kind="cell")
    low: Number = field(
        "Low", "The low end: percent for a likelihood, working days for an impact.", kind="number", default=None
    )
    high: Number = field(
        "High", "The high end: percent for a likelihood, working days for an impact.", kind="number", default=None
    )


def words_of(steps: tuple[ScaleStep, ...], scale: str) -> tuple[str, ...]:
    """Return the words of one scale in order, without blanks."""
    return tuple(step.word for step in steps if step.scale.casefold() == scale and step.word)
