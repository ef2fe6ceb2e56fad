"""What follows a renamed word of the risk scale: the risks that use it."""

from __future__ import annotations

from archkit.model.document import Document
from archkit.model.risk_scales import risk_scale
from archkit.model.risks import Risk
from archkit.model.scale_steps import IMPACT, LIKELIHOOD, ScaleStep
from archkit.model.text import folded

#: The rows of the scale, and the field that the risks use.
SCALE_ROWS = ("risk_scale",)
WORD = "word"
#: The fields of a risk that hold a word of each scale.
_USES = {LIKELIHOOD: ("likelihood", "residual_likelihood"), IMPACT: ("impact", "residual_impact")}


def follow_word(document: Document, index: int, before: Document) -> Document:
    """Let the risks that use a word of the scale follow its new name, unless another step has the old or the new one.

    Args:
        document: The document after the edit.
        index: The row of the scale whose word was renamed.
        before: The document before the edit.
    """
    old, new = before.risk_scale[index], document.risk_scale[index]
    scale = folded(old.scale)
    if scale not in _USES or not old.word or not new.word or old.word == new.word:
        return document
    if _count(before, old) > 1 or _count(document, new) > 1 or not _means_itself(document, new):
        return document
    risks = tuple(_renamed(risk, _USES[scale], old.word, new.word) for risk in document.risks)
    changed = any(risk is not known for risk, known in zip(risks, document.risks, strict=True))
    return document.replace(risks=risks) if changed else document


def _count(document: Document, step: ScaleStep) -> int:
    """Return how many steps of the scale have the word of a step."""
    return sum(
        (folded(other.scale), folded(other.word)) == (folded(step.scale), folded(step.word))
        for other in document.risk_scale
    )


def _means_itself(document: Document, step: ScaleStep) -> bool:
    """Whether the word of a step is read as that word, and not as a percentage."""
    scale = risk_scale(document.risk_scale)
    steps, found = (
        (scale.likelihood, scale.likelihood_step(step.word))
        if folded(step.scale) == LIKELIHOOD
        else (scale.impact, scale.impact_step(step.word))
    )
    return found is not None and steps[found - 1].word == step.word


def _renamed(risk: Risk, fields: tuple[str, ...], old: str, new: str) -> Risk:
    changes = {name: new for name in fields if folded(getattr(risk, name)) == folded(old)}
    return risk.replace(**changes) if changes else risk
