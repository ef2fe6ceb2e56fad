"""Rules about the effort: a range that is one, a total that says how sure it is, and work and phases that fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archkit.checks.review import Found, Review, plain
from archkit.errors import quoted
from archkit.model.document import Document
from archkit.model.edit import Path, set_value
from archkit.model.fields import number_text

_NUMBER = re.compile(r"\d")
_HOW_SURE = re.compile(r"%|\bp\s?\d\d\b|percent|quantile|confiden|\d\s*(?:[-–—]|to)\s*\d|±|\+/-", re.IGNORECASE)
#: An estimate from so many hours, days or weeks on whose range is narrower than this share of it.
_LARGE, _NARROW = 2.0, 0.1
#: Effort in prose: an amount of time, in a sentence that speaks of work.
_AMOUNT = re.compile(
    r"\b\d+(?:\.\d+)?\s*(?:(?:person|man|working|developer|engineer|team)[ -]?)?(?:days?|weeks?|months?)\b",
    re.IGNORECASE,
)
_OF_WORK = re.compile(
    r"\b(?:effort|estimat\w+|(?:person|man|developer|engineer)[ -]?(?:days?|weeks?|months?)"
    r"|(?:days?|weeks?|months?)\s+(?:of\s+)?(?:work|development|effort|implementation|testing)"
    r"|(?:to|can\s+be|be|will\s+be|is)\s+(?:build|built|implement(?:ed)?|deliver(?:ed)?|develop(?:ed)?|ship(?:ped)?"
    r"|finished|complete[d]?)"
    r"|(?:it|work|project|development|implementation|migration|team)\s+(?:will\s+)?(?:takes?|needs?|costs?|requires?)\s+(?:\w+\s+)?\d+)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\n+")


def narrow_estimates(review: Review) -> Iterator[Found]:
    """An estimate whose low and high are nearly the same."""
    for index, item in enumerate(review.document.effort.work_items):
        low, likely, high = item.low, item.likely, item.high
        if not (isinstance(low, float | int) and isinstance(likely, float | int) and isinstance(high, float | int)):
            continue
        if likely >= _LARGE and 0 <= high - low <= _NARROW * likely + 1e-9:
            ends = f"{number_text(low)} to {number_text(high)}"
            message = f"{quoted(item.work_item)} is estimated as {ends}, which is hardly a range"
            yield ("effort", "work_items", index), f"{message}; say what it takes if much goes wrong"


def turn_estimate_round(review: Review, document: Document, path: Path) -> Document | None:
    """Put low and high in order, where likely lies between them."""
    item = document.effort.work_items[int(path[2])]
    low, likely, high = item.low, item.likely, item.high
    numbers = (low, likely, high)
    if not all(isinstance(number, float | int) for number in numbers) or not high <= likely <= low:  # type: ignore[operator]
        return None
    return set_value(set_value(document, (*path, "low"), high), (*path, "high"), low)


def totals_without_percentile(review: Review) -> Iterator[Found]:
    """Effort that is quoted as one number, as total or in prose: how likely it is to be kept is not said."""
    yield from _bare_total(review)
    document = review.document
    texts: tuple[tuple[Path, str], ...] = (
        (("executive_summary",), document.executive_summary),
        (("recommendation", "rationale"), document.recommendation.rationale),
    )
    for path, text in texts:
        for sentence in _SENTENCE.split(plain(text)) if _AMOUNT.search(text) else ():
            found = _AMOUNT.search(sentence)
            if found and _OF_WORK.search(sentence) and not _HOW_SURE.search(sentence):
                message = f"the effort {quoted(found[0])} does not say how likely it is"
                yield path, f"{message}; state it as in 71 days (80 % chance of at most 80), or as a range", found[0]


def _bare_total(review: Review) -> Iterator[Found]:
    stated = review.stated.get(("effort", "total"))
    text = stated[0] if stated else review.document.effort.total
    if not _NUMBER.search(text) or _HOW_SURE.search(text):
        return
    items = review.document.effort.work_items
    if items and all(item.low == item.high for item in items):
        return
    path: Path = ("line", stated[1]) if stated else ("effort", "total")
    remedy = "state it as in 71 days (80 % chance of at most 80), or as a range"
    yield path, f"the total {quoted(text)} does not say how likely it is; {remedy}", text


def phases_without_work(review: Review) -> Iterator[Found]:
    """A phase that no work item belongs to."""
    if not _is_planned(review):
        return
    given = {item.phase.casefold() for item in review.document.effort.work_items}
    phases = [(index, phase) for index, phase in enumerate(review.document.phases) if not phase.is_empty]
    for number, (index, phase) in enumerate(phases, 1):
        if not {str(number), phase.phase.casefold(), f"phase {number}"} & given:
            called = f"phase {number}, {quoted(phase.phase)}," if phase.phase else f"phase {number}"
            yield ("phases", index), f"{called} has no work item; estimate its work, or join it with another phase"


def work_without_phase(review: Review) -> Iterator[Found]:
    """A work item that belongs to no phase."""
    items, phases = review.document.effort.work_items, review.document.phases
    if not _is_planned(review):
        if items and not all(phase.is_empty for phase in phases):
            message = "no work item belongs to a phase, though the document has phases"
            yield ("effort", "work_items", 0, "phase"), f"{message}; give each item the number or name of one"
        return
    for index, item in enumerate(items):
        if not item.phase and item.work_item:
            message = f"{quoted(item.work_item)} belongs to no phase; give the number or name of one"
            yield ("effort", "work_items", index, "phase"), message


def _is_planned(review: Review) -> bool:
    """Whether the document gives its work to phases at all."""
    effort, phases = review.document.effort, review.document.phases
    return bool(phases) and any(item.phase for item in effort.work_items)
