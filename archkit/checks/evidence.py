"""Rules about findings: what is claimed is supported, and what was found is used, dated and said once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archkit.analysis.evidence.looked_at import looked_at
from archkit.analysis.evidence.strength import source_kind
from archkit.checks.alike import AlikeTexts
from archkit.checks.review import Found, Review
from archkit.checks.words import stems_of
from archkit.errors import quoted
from archkit.model.findings import STRENGTHS, Finding, cited
from archkit.model.review_day import review_day
from archkit.model.unsaid import is_unsaid, says_why

_NUMBERED = re.compile(r"([A-Za-z_-]+)\d+")
#: A link that is defined below the text: its name in brackets is no citation.
_DEFINED = re.compile(r"(?m)^ {0,3}\[([^\]\n]{1,80})\]:")
#: Texts in which a citation is expected, so that brackets with a number mean one.
_CITING = frozenset({"evidence", "based_on"})
#: The letter of an id where no finding has one that would tell.
_USUAL = frozenset({"F"})
#: A message names at most so many ids.
_NAMED = 12


def unsupported_claims(review: Review) -> Iterator[Found]:
    """A pro or con that says neither what supports it nor that it is an assumption."""
    for at, option in enumerate(review.document.options):
        for side in ("pros", "cons"):
            for index, point in enumerate(getattr(option, side)):
                if is_unsaid(point.claim) or not is_unsaid(point.evidence) or says_why(point.claim):
                    continue
                if not cited(point.claim):
                    yield (
                        ("options", at, side, index, "evidence"),
                        f"{quoted(point.claim)} has no evidence; cite a finding such as [F1], or say assumption",
                        point.claim,
                    )


def undefined_citations(review: Review) -> Iterator[Found]:
    """A cited id that no finding has."""
    if review.is_kept_as_text("findings"):
        return
    ids = {finding.id for finding in review.document.findings if finding.id}
    kinds = {found[1] for name in ids if (found := _NUMBERED.fullmatch(name))} if ids else _USUAL
    right = f"the ids are {_listed(ids)}" if ids else "no finding has an id"
    links = {*_DEFINED.findall(review.text)}
    for path, names in (*review.citations, *review.kept_citations):
        for name in dict.fromkeys(names):
            numbered = _NUMBERED.fullmatch(name)
            expected = numbered and (numbered[1] in kinds or path[-1] in _CITING)
            if expected and name not in ids and name not in links:
                marked = f"[{name}]" if f"[{name}]" in review.text else name
                yield path, f"[{name}] is cited and no finding has this id; {right}", marked


def unused_findings(review: Review) -> Iterator[Found]:
    """A finding that nothing cites."""
    for index, finding in enumerate(review.document.findings):
        if finding.id and not review.cited[finding.id]:
            message = f"nothing cites finding {finding.id}; cite it as [{finding.id}] where it matters, or delete it"
            yield ("findings", index), message, f"[{finding.id}]"


def undated_findings(review: Review) -> Iterator[Found]:
    """A finding that does not say when somebody looked."""
    for index, finding in enumerate(review.document.findings):
        said = finding.checked or finding.retrieved or looked_at(finding)[1]
        if (finding.text or finding.source) and is_unsaid(said):
            message = f"{_called(finding, index)} has no date; add Checked: with the day when somebody looked"
            yield ("findings", index, "checked"), message, finding.id and f"[{finding.id}]"


def strengths_without_reason(review: Review) -> Iterator[Found]:
    """A strength that is to overrule the derived one and does not count, as nothing says why."""
    for index, finding in enumerate(review.document.findings):
        if finding.strength in STRENGTHS and not finding.strength_reason:
            message = f"{_called(finding, index)} is called {finding.strength} without a reason, so it does not count"
            yield ("findings", index, "strength"), f"{message}; add Strength reason:", finding.strength


def old_findings(review: Review) -> Iterator[Found]:
    """A finding that nobody looked at again for longer than the limit."""
    limits, every = review.settings.age_limits, review.settings.max_finding_age
    for index, finding in enumerate(review.document.findings):
        checked, said = looked_at(finding)
        limit = limits.get(source_kind(finding)[0], every) if limits else every
        if checked and (review.today - checked).days > limit:
            message = f"{_called(finding, index)} was checked on {checked}, more than {limit} days ago; look again"
            yield ("findings", index, "checked"), message, said


def duplicate_findings(review: Review) -> Iterator[Found]:
    """A finding that says what another one says, in the same words or from the same source."""
    seen: dict[tuple[str, ...], int] = {}
    findings = review.document.findings
    all_words = [_said_in(finding.text) if len(finding.text) > 12 else frozenset() for finding in findings]
    of_source = AlikeTexts(all_words)
    for index, (finding, words) in enumerate(zip(findings, all_words, strict=True)):
        said: list[tuple[str, ...]] = [("text", *sorted(words))] if words else []
        said += [("quote", _folded(finding.source), _folded(finding.quote))] if finding.quote else []
        first = next((seen[key] for key in said if key in seen), None)
        if first is None and finding.source:
            first = of_source.first(finding.source, words)
        if first is None:
            seen |= dict.fromkeys(said, index)
            of_source.meet(finding.source, words, index)
            continue
        other = _called(findings[first], first)
        message = f"{_called(finding, index)} says the same as {other}; keep one of them and cite that"
        yield ("findings", index), message, finding.id and f"[{finding.id}]"


def review_day_passed(review: Review) -> Iterator[Found]:
    """The day on which the decision was to be looked at again is over, and it still holds."""
    day = review_day(review.document.metadata)
    if day and day < review.today:
        message = f"the review was due on {day}; look at the decision again, and give the next day"
        yield ("metadata", "review_by"), message, str(day)


def _called(finding: Finding, index: int) -> str:
    return f"finding {finding.id or index + 1}"


def _said_in(text: str) -> frozenset[str]:
    """Return what the words of a finding stand for, whatever their order, with its numbers."""
    return stems_of(text) | {*re.findall(r"\d[\d.,]*", text)}


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _listed(ids: set[str]) -> str:
    names = sorted(ids, key=_by_number)
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{', '.join(names[:_NAMED])}{more}"


def _by_number(name: str) -> tuple[str, int]:
    found = re.search(r"\d+$", name)
    return (name[: found.start()], int(found[0])) if found else (name, 0)
