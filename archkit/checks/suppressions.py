"""Suppressions: what an author lets pass, where, and for which reason.

`<!-- archkit: ignore rule: reason -->` on the line or the one above it, above the first section for the whole file; in
the front matter an entry `archkit-ignore` with `rule - reason` or `rule words - reason` for each.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from archkit.checks.review import Review
from archkit.errors import Diagnostic, nearest, quoted

RULE = "suppression"
KEY = "archkit-ignore"
_COMMENT = re.compile(r"<!--\s*archkit:\s*ignore\b\s*([^:>]*?)\s*(?::\s*(.*?))?\s*-->")
_BEHIND = re.compile(r":(?:\s+|$)|\s[-–—](?:\s+|$)")


@dataclass(frozen=True)
class Suppression:
    """One thing that is let pass.

    Attributes:
        rule: The id of the rule.
        reason: Why; "" where none is given, and then nothing is let pass.
        line: Where it stands (1-based).
        lines: The lines for which it holds; None for all.
        words: Words that the line or the message has; "" for any.
    """

    rule: str
    reason: str
    line: int
    lines: frozenset[int] | None = None
    words: str = ""

    def holds(self, item: Diagnostic, line: str) -> bool:
        """Whether it lets a diagnostic pass that stands on a line of this text."""
        if self.rule != item.rule or not self.reason or (self.lines is not None and item.line not in self.lines):
            return False
        return not self.words or self.words in line or self.words in item.message


def let_pass(review: Review, found: Iterable[Diagnostic], known: Collection[str]) -> list[Diagnostic]:
    """Return what is not let pass, and what is wrong with the suppressions themselves.

    Args:
        review: The document.
        found: What the rules found.
        known: The ids of all rules.
    """
    given = [*_entries(review), *_comments(review)]
    if not given:
        return list(found)
    used: set[Suppression] = set()
    kept = []
    lines = review.text_lines
    at: dict[tuple[str, int], list[Suppression]] = {}
    for one in given:
        for line in one.lines or (0,):
            at.setdefault((one.rule, line), []).append(one)
    for item in found:
        text = lines[item.line - 1] if 0 < item.line <= len(lines) else ""
        near = (*at.get((item.rule, 0), ()), *at.get((item.rule, item.line), ()))
        holding = {one for one in near if one.holds(item, text)}
        used |= holding
        if not holding:
            kept.append(item)
    if review.settings.wants(RULE):
        kept += [_wrong(one, problem) for one in given if (problem := _problem(one, one in used, review, known))]
    return kept


def _problem(one: Suppression, is_used: bool, review: Review, known: Collection[str]) -> str:
    if one.rule not in known:
        close = nearest(one.rule, known)
        right = f"did you mean {close}?" if close else "docs/rules.md names them all"
        return f"there is no rule {quoted(one.rule)} to ignore; {right}"
    if not one.reason:
        return f"ignoring {one.rule} needs a reason; write it behind a colon"
    if not is_used and review.settings.wants(one.rule):
        return f"nothing is left here for {one.rule} to find; delete this suppression"
    return ""


def _wrong(one: Suppression, problem: str) -> Diagnostic:
    return Diagnostic(one.line, problem, "warning", RULE, "")


def _comments(review: Review) -> list[Suppression]:
    if "archkit:" not in review.text:
        return []
    lines = review.text_lines
    top = next((at for at, line in enumerate(lines) if line.startswith("## ")), len(lines))
    found: list[Suppression] = []
    code = False
    for at, line in enumerate(lines):
        if line.lstrip().startswith(("```", "~~~")):
            code = not code
        if code or "archkit:" not in line:
            continue
        for comment in _COMMENT.finditer(line):
            place = None if at < top else frozenset({at + 1, _next(lines, at)})
            for rule in re.split(r"[\s,]+", comment[1]) if comment[1] else [""]:
                found.append(Suppression(rule, comment[2] or "", at + 1, place))
    return found


def _next(lines: list[str], at: int) -> int:
    """Return the number (1-based) of the next line that is not blank."""
    return next((below + 1 for below in range(at + 1, len(lines)) if lines[below].strip()), at + 1)


def _entries(review: Review) -> list[Suppression]:
    given = review.document.metadata.extra.get(KEY, ())
    lines = review.text_lines
    top = next((at for at, line in enumerate(lines, 1) if line.startswith(KEY)), 1)
    found = []
    for text in (given,) if isinstance(given, str) else given:
        meant, *reason = _BEHIND.split(text, maxsplit=1)
        rule, _, words = meant.strip().partition(" ")
        line = next((at for at in range(top, len(lines) + 1) if text in lines[at - 1]), top)
        if rule:
            found.append(Suppression(rule, reason[0].strip() if reason else "", line, None, words.strip()))
    return found
