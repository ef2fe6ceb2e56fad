"""What is missing next: the few things whose filling in or mending is worth most now, most valuable first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path as FilePath

from archkit.checks import gaps
from archkit.checks.check import check
from archkit.checks.effort import turn_estimate_round
from archkit.checks.fixes import can_rewrite
from archkit.checks.review import Review
from archkit.checks.rules import RULES
from archkit.checks.settings import Settings
from archkit.checks.values import estimates_out_of_order
from archkit.errors import Diagnostic, ModelError, UnreadSectionError
from archkit.format.manuscript import Manuscript
from archkit.model.document import Document, outline
from archkit.model.edit import Path

#: How many things are named unless a caller asks for more: what one can hold in the mind at a time.
LIMIT = 7


@dataclass(frozen=True)
class Missing:
    """One thing to do next.

    Attributes:
        words: What to do, or what is wrong and what would be right.
        path: The field that it leads to, as an edit names it; the section where no row is there yet.
        section: The key of the section, "" for text of the author's own.
        step: The step of the order of value that it belongs to.
        rule: The id of the rule that found it, "" for what is simply not filled in yet.
        has_fix: Whether archkit can mend it without a person.
        line: Where it stands in the file (1-based), 0 for what is not there yet.
        more: How many more of its kind there are.
    """

    words: str
    path: Path
    section: str
    step: str
    rule: str = ""
    has_fix: bool = False
    line: int = 0
    more: int = 0

    def __str__(self) -> str:
        return f"{self.words} (and {self.more} more like it)" if self.more else self.words


@dataclass(frozen=True)
class Step:
    """A step of the order of value.

    Attributes:
        name: What it is about.
        reason: Why it stands where it does.
        gaps: What may not be filled in yet.
        rules: The rules whose findings belong to it, most valuable first.
    """

    name: str
    reason: str
    gaps: tuple[Callable[[Review], Iterator[gaps.Gap]], ...] = ()
    rules: tuple[str, ...] = ()


#: The order of value, from what a decision cannot do without to what makes it pleasant to read. Within a step, what is
#: not filled in comes before what is wrong, in the order in which both are named here.
STEPS: tuple[Step, ...] = (
    Step(
        "readable",
        "What cannot be read counts nowhere.",
        rules=("conflict", "format", "value", "estimate", "risk-scale", "criterion", "same-name", "same-id"),
    ),
    Step("purpose", "Without the question, no answer can be judged.", (gaps.title, gaps.summary)),
    Step(
        "options",
        "A decision needs two ways at least, each with what speaks for it and against it.",
        (gaps.two_options, gaps.both_sides),
        ("swallowed-label", "unknown-option"),
    ),
    Step(
        "evidence",
        "What the recommendation rests on has to be there before it.",
        (gaps.first_finding, gaps.findings_that_say_nothing),
        ("undefined-citation",),
    ),
    Step("recommendation", "It is what the document is read for.", (gaps.what_is_recommended,), ("no-option-named",)),
    Step(
        "choice",
        "A choice that its own numbers speak against is sent back first.",
        rules=("gated-choice", "dominated-choice", "not-on-top", "clear-winner", "uncited-recommendation"),
    ),
    Step(
        "comparison",
        "Criteria, weights and scores say why this option and no other.",
        (gaps.what_options_are_compared_on,),
        ("unknown-criterion", "open-gate", "open-weight", "off-scale", "missing-score"),
    ),
    Step(
        "support",
        "A claim without support is an opinion, and a con without an answer comes back.",
        rules=("unsupported-claim", "unanswered-con", "unexplained-rejection", "one-sided-option", "no-status-quo"),
    ),
    Step(
        "risks",
        "What may go wrong with the choice, the gravest first.",
        (gaps.what_may_go_wrong,),
        ("high-loss", "no-mitigation", "no-owner", "unmapped-word"),
    ),
    Step(
        "effort",
        "What the choice costs, and when it is there.",
        (gaps.what_it_costs,),
        ("unknown-phase", "stated-total", "work-without-phase", "phase-without-work", "no-percentile"),
    ),
    Step(
        "design",
        "How the choice is built.",
        (gaps.how_options_work, gaps.how_it_is_built),
        ("component-without-flow", "vague-word"),
    ),
    Step(
        "polish",
        "Sound enough to be decided on; this makes it hold for a year.",
        rules=(
            "stated-score",
            "review-passed",
            "old-finding",
            "undated-finding",
            "bare-strength",
            "duplicate-finding",
            "unused-finding",
            "no-anchors",
            "flat-criterion",
            "same-criterion",
            "narrow-estimate",
            "broken-link",
            "empty-section",
            "blank",
            "suppression",
        ),
    ),
)
_SECTIONS = frozenset(spec.key for spec in outline())
#: The rules that say of a blank or an empty heading what a gap says of its section.
_SAID_BY_GAPS = frozenset({"blank", "empty-section"})


def missing(
    manuscript: Manuscript,
    settings: Settings | None = None,
    *,
    limit: int | None = LIMIT,
    today: date | None = None,
    folder: FilePath | None = None,
    found: Iterable[Diagnostic] | None = None,
) -> tuple[Missing, ...]:
    """Return what is missing next, most valuable first; empty when nothing is.

    What a check reports and what is not filled in yet stand in one list, in the order of `STEPS`. Several of one
    one rule are one entry, the first in the file, which says how many more there are.

    Args:
        manuscript: The document as it was read.
        settings: Which rules run, and their limits.
        limit: At most so many; all when None.
        today: The day to which ages are counted; the current one when None.
        folder: The folder of the file, for relative links.
        found: What a check of this document has found already, so that it need not run again.
    """
    review = Review.of(manuscript, settings, today, folder)
    if found is None:
        found = check(manuscript, settings, today=review.today, folder=folder)
    by_rule: dict[str, list[Diagnostic]] = {}
    for item in found:
        by_rule.setdefault(item.rule, []).append(item)
    todo = list(_todo(review, by_rule))
    return tuple(_with_fix(item, review) for item in (todo if limit is None else todo[: max(0, limit)]))


def _todo(review: Review, by_rule: dict[str, list[Diagnostic]]) -> Iterator[Missing]:
    asked: set[str] = set()
    for step in STEPS:
        for look in step.gaps:
            for item in _gaps(look(review), step.name, review):
                asked.add(item.section)
                yield item
        for rule in step.rules:
            several = by_rule.get(rule, [])
            if rule in _SAID_BY_GAPS:
                several = [item for item in several if section_of(item) not in asked]
            if several:
                first, section = several[0], section_of(several[0])
                path = first.path or ((section,) if section else ())
                yield Missing(first.message, path, section, step.name, rule, False, first.line, len(several) - 1)


def section_of(item: Diagnostic) -> str:
    """Return the key of the section that a diagnostic is about, "" for text of the author's own."""
    key = str(item.path[0]) if item.path else item.section
    key = "options" if key == "option" else key
    return key if key in _SECTIONS else ""


def _gaps(found: Iterable[gaps.Gap], step: str, review: Review) -> Iterator[Missing]:
    """Yield one entry for all gaps of one field, whatever the row."""
    by_field: dict[tuple[str, ...], list[gaps.Gap]] = {}
    for gap in found:
        by_field.setdefault(tuple(part for part in gap[0] if isinstance(part, str)), []).append(gap)
    for several in by_field.values():
        path, words = several[0]
        line = next((at for end in range(len(path), 0, -1) if (at := review.manuscript.lines.get(path[:end]))), 0)
        yield Missing(words, path, str(path[0]), step, line=line, more=len(several) - 1)


def _turned(review: Review) -> Document:
    """Return the document with each estimate in order that a fix can turn round."""
    document = review.document
    for path, *_ in estimates_out_of_order(review):
        document = turn_estimate_round(review, document, path) or document
    return document


def _with_fix(item: Missing, review: Review) -> Missing:
    """Return an entry that says whether its fix does something."""
    rule = next((rule for rule in RULES if rule.id == item.rule), None)
    if rule is None or not item.path or not (rule.fix or rule.rewrites):
        return item
    if rule.fix:
        try:
            mended = rule.fix(review, review.document, item.path)
        except (ModelError, UnreadSectionError):
            return item
        if mended is None or mended == review.document:
            return item
    elif len(item.path) > 1 or not can_rewrite(rule.id, _turned(review)):
        return item
    return replace(item, has_fix=True)
