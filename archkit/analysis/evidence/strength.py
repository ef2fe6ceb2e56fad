"""How strongly a finding supports what cites it: a word by a printed rule, and never a factor of a score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import NamedTuple

from archkit.analysis.evidence.looked_at import looked_at
from archkit.errors import AnalysisError, quoted
from archkit.model.findings import (
    DOCUMENTATION,
    DOCUMENTED,
    EXAMPLES,
    MEASURED_ELSEWHERE,
    MEASURED_HERE,
    OPINION,
    REPORTED,
    SOURCE_KINDS,
    STRENGTHS,
    Finding,
)
from archkit.model.last_results import last_results

#: Where each kind of source begins, as the number of steps above `none`.
BEGINS = {MEASURED_HERE: 3, MEASURED_ELSEWHERE: 2, DOCUMENTED: 2, REPORTED: 1, OPINION: 1}
#: The kind of source that a finding has by its kind, or else by its group, where it does not say one.
_BY_LABEL = {
    "performance benchmark": MEASURED_ELSEWHERE,
    "case study": REPORTED,
    "framework docs": DOCUMENTED,
    "api guidelines": DOCUMENTED,
    "migration notes": DOCUMENTED,
}
_BY_GROUP = {EXAMPLES: REPORTED, DOCUMENTATION: DOCUMENTED}
#: Days after which a finding of each kind has lost a step, and again after as many more. Versions change within two
#: years, and with them what was measured or documented; what somebody reported of an approach holds as long as half
#: of the systematic reviews of a field do, 5.5 years (Shojania et al., Annals of Internal Medicine 147, 2007).
AGE_LIMITS = {MEASURED_HERE: 730, MEASURED_ELSEWHERE: 730, DOCUMENTED: 730, REPORTED: 2_008, OPINION: 730}
RULE = (
    "A finding begins as strong (measured here), fair (measured elsewhere, documented) or weak (reported, opinion), "
    "and loses a step for each of these: its context differs, only the vendor says so, it has no date, and each time "
    "that it is older than the limit of its kind. A strength that the document gives counts in its place if it has a "
    "reason."
)


@dataclass(frozen=True)
class EvidenceSettings:
    """What strength depends on beside the findings.

    Attributes:
        today: The day to which ages are counted.
        age_limits: Days after which a finding of each kind of source loses a step.
    """

    today: date
    age_limits: dict[str, int] = field(default_factory=lambda: dict(AGE_LIMITS))

    def with_limits(self, given: Mapping[str, int]) -> EvidenceSettings:
        """Return the settings with other limits for some kinds of source.

        Raises:
            AnalysisError: there is no such kind of source, or a limit is not a number of days from 1 on.
        """
        for kind, days in given.items():
            if kind not in AGE_LIMITS:
                raise AnalysisError(f"there is no kind of source {quoted(kind)}; use {', '.join(AGE_LIMITS)}")
            if not isinstance(days, int) or days < 1:
                raise AnalysisError(f"the limit of {kind} is {days!r}; use a whole number of days from 1 on")
        return replace(self, age_limits=self.age_limits | dict(given))


class Strength(NamedTuple):
    """How strong a finding is, and why.

    Attributes:
        word: One of `STRENGTHS`.
        derived: The word that the rule gives; another one where the document overrules it.
        source_kind: The kind of source that it began with.
        reasons: What it began with, what lowered it, and by what it is overruled, in words.
    """

    word: str
    derived: str
    source_kind: str
    reasons: tuple[str, ...]

    @property
    def steps(self) -> int:
        """How many steps it stands above `none`, 0–3; an order, and no amount."""
        return steps_of(self.word)


def steps_of(word: str) -> int:
    """Return how many steps a word of strength stands above `none`."""
    return len(STRENGTHS) - 1 - STRENGTHS.index(word)


def strength(finding: Finding, settings: EvidenceSettings) -> Strength:
    """Return how strongly a finding supports what cites it.

    It starts with the kind of source and goes down one step for each thing that weakens it, as GRADE rates bodies of
    evidence (Guyatt et al., *GRADE: an emerging consensus on rating quality of evidence*, BMJ 336, 2008).

    Args:
        finding: The finding.
        settings: The day, and how fast findings grow old.
    """
    kind, how = source_kind(finding)
    begins = BEGINS.get(kind, 1)
    lowered = list(_lowered(finding, kind, settings))
    steps = max(0, begins - sum(count for count, _ in lowered))
    derived = STRENGTHS[len(STRENGTHS) - 1 - steps]
    reasons = [f"{how}: begins as {STRENGTHS[len(STRENGTHS) - 1 - begins]}", *(why for _, why in lowered)]
    word = derived
    if finding.strength in STRENGTHS:
        if finding.strength_reason:
            word = finding.strength
            reasons.append(f"overruled, {derived} to {word}: {finding.strength_reason}")
        else:
            reasons.append(f"{finding.strength} is said without a reason, so it does not count")
    return Strength(word, derived, kind, tuple(reasons))


@last_results
def strengths(findings: tuple[Finding, ...], settings: EvidenceSettings) -> tuple[Strength, ...]:
    """Return how strong each finding is: a page asks it for the findings themselves and for what they support."""
    return tuple(strength(finding, settings) for finding in findings)


def older_on(finding: Finding, settings: EvidenceSettings) -> date | None:
    """Return the next day on which a finding loses a step to its age; None when it has no date, or that is never."""
    checked, limit, past = _age(finding, source_kind(finding)[0], settings)
    try:
        return checked and checked + timedelta(days=limit * (past + 1) + 1)
    except OverflowError:
        return None


def source_kind(finding: Finding) -> tuple[str, str]:
    """Return the kind of source of a finding, and how that is known; the kind is "" where nothing tells."""
    if finding.source_kind in SOURCE_KINDS:
        return finding.source_kind, finding.source_kind
    if kind := _BY_LABEL.get(finding.label.casefold()):
        return kind, f"{kind}, as its kind is {finding.label}"
    if kind := _BY_GROUP.get(finding.group):
        return kind, f"{kind}, as its group is {finding.group}"
    return "", "the kind of source is not said"


def _age(finding: Finding, kind: str, settings: EvidenceSettings) -> tuple[date | None, int, int]:
    """Return when a finding was looked at, the limit of its kind in days, and how many such limits ago that was."""
    limit = max(1, settings.age_limits.get(kind, AGE_LIMITS[OPINION]))
    checked, _ = looked_at(finding)
    return checked, limit, max(0, (settings.today - checked).days - 1) // limit if checked else 0


def _lowered(finding: Finding, kind: str, settings: EvidenceSettings) -> Iterator[tuple[int, str]]:
    """Yield by how many steps each weakness lowers a finding, with the weakness in words."""
    if finding.context_differs:
        yield 1, f"its context differs: {finding.context_differs}"
    if finding.vendor_only.casefold() == "yes":
        yield 1, "only the vendor says so"
    checked, limit, past = _age(finding, kind, settings)
    if checked is None:
        yield 1, "it has no date"
    elif past:
        times = "" if past == 1 else f"{past} times "
        yield past, f"checked on {checked}, {times}the limit of {limit} days ago"
