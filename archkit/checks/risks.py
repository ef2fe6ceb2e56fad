"""Rules about risks: each is handled by somebody, its words are on the scale, and a high loss is not left open."""

from __future__ import annotations

from collections.abc import Iterator

from archkit.checks.review import Found, Review
from archkit.errors import nearest, quoted
from archkit.model.document import Document
from archkit.model.edit import Path, set_value
from archkit.model.risk_scales import risk_scale
from archkit.model.risks import Risk, likelihood_share
from archkit.model.unsaid import is_unsaid

_DONE = ("closed", "accepted")
#: A risk is high from this product of its places (0–1) on the two scales on, such as step 4 of 5 and step 3 of 5.
_HIGH = 0.48


def unmitigated_risks(review: Review) -> Iterator[Found]:
    """A risk that is not high, and of which nobody says how it is handled."""
    for index, risk in _open(review):
        if is_unsaid(risk.mitigation) and not _is_high(risk, review):
            yield ("risks", index, "mitigation"), f"{quoted(risk.risk)} has no mitigation; say how it is handled"


def high_losses_open(review: Review) -> Iterator[Found]:
    """A likely and severe risk without a mitigation."""
    for index, risk in _open(review):
        if is_unsaid(risk.mitigation) and _is_high(risk, review):
            said = f"{risk.likelihood} × {risk.impact}"
            message = f"{quoted(risk.risk)} is high ({said}) and has no mitigation"
            yield ("risks", index, "mitigation"), f"{message}; say what is done, or set its status to accepted"


def risks_without_owner(review: Review) -> Iterator[Found]:
    """A risk that nobody watches."""
    for index, risk in _open(review):
        if is_unsaid(risk.owner):
            yield ("risks", index, "owner"), f"{quoted(risk.risk)} has no owner; name who watches it"


def unmapped_words(review: Review) -> Iterator[Found]:
    """An impact in words that are not on the scale, of a risk whose likelihood is: what it costs cannot be told."""
    words = [word for word in review.risk_words[1] if word]
    for index, risk in enumerate(review.document.risks):
        if risk.likelihood and risk.impact and risk.cost is None and _step(risk.impact, words) is None:
            close = nearest(risk.impact, words)
            meant = f"did you mean {close}?" if close else f"use 1–{len(words)} or one of {', '.join(words)}"
            yield ("risks", index, "impact"), f"impact {quoted(risk.impact)} is not on the scale; {meant}", risk.impact


def use_nearest_impact(review: Review, document: Document, path: Path) -> Document | None:
    """Put the word of the scale that was meant."""
    words = [step.word for step in risk_scale(document.risk_scale).impact if step.word]
    close = nearest(document.risks[int(path[1])].impact, words)
    return set_value(document, path, close) if close else None


def _open(review: Review) -> Iterator[tuple[int, Risk]]:
    for index, risk in enumerate(review.document.risks):
        if risk.risk and risk.status.casefold() not in _DONE:
            yield index, risk


def _is_high(risk: Risk, review: Review) -> bool:
    likelihoods, impacts = review.risk_words
    likelihood = likelihood_share(risk.likelihood)
    if likelihood is None:
        likelihood = _place(risk.likelihood, likelihoods)
    impact = _place(risk.impact, impacts)
    return likelihood * impact >= _HIGH - 1e-9


def _place(text: str, words: list[str]) -> float:
    """Return where a text stands on a scale: 1 for its last step, 0 for a text that is not on it."""
    return (_step(text, words) or 0) / max(1, len(words))


def _step(text: str, words: list[str]) -> int | None:
    """Return the step 1, 2, … of a text on a scale; None for a text that is not on it."""
    folded = " ".join(text.casefold().split())
    if folded.isdecimal() and len(folded) < 4 and 1 <= int(folded) <= len(words):
        return int(folded)
    known = [" ".join(word.casefold().split()) for word in words]
    return known.index(folded) + 1 if folded in known else None
