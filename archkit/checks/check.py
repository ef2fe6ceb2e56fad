"""Running the rules over a manuscript."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from archkit.checks.places import place_of, section_at
from archkit.checks.review import Review
from archkit.checks.settings import Settings
from archkit.checks.suppressions import let_pass
from archkit.errors import Diagnostic, SettingsError, Severity, nearest, quoted
from archkit.format.manuscript import Manuscript

if TYPE_CHECKING:
    from archkit.checks.rules import Rule


def check(
    manuscript: Manuscript,
    settings: Settings | None = None,
    *,
    today: date | None = None,
    folder: Path | None = None,
) -> tuple[Diagnostic, ...]:
    """Return what is wrong in a document, by line and column: what reading found, then what the rules find.

    Args:
        manuscript: The document as it was read.
        settings: Which rules run, and their limits.
        today: The day to which ages are counted; the current one when None.
        folder: The folder of the file, in which relative links are looked up; they are not when None.

    Raises:
        SettingsError: a rule that is selected or ignored does not exist.
    """
    from archkit.checks.rules import FORMAT, RULES

    review = Review.of(manuscript, settings, today, folder)
    known = {FORMAT.id, *(rule.id for rule in RULES)}
    for name in (*review.settings.select, *review.settings.ignore):
        if name not in known:
            close = nearest(name, known)
            right = f"did you mean {close}?" if close else "docs/rules.md names them all"
            raise SettingsError("rules", f"there is no rule {quoted(name)}", right)
    found = {*manuscript.diagnostics} if review.settings.wants(FORMAT.id) else set()
    for rule in RULES:
        if review.settings.wants(rule.id):
            found.update(_diagnostics(rule, review))
    return tuple(sorted(let_pass(review, found, known), key=lambda item: (item.line, item.column, item)))


def _diagnostics(rule: Rule, review: Review) -> list[Diagnostic]:
    """Return what a rule finds, with lines and columns."""
    severity: Severity = "error" if rule.strict and review.settings.strict else rule.severity
    found = []
    for path, message, *words in rule.look(review):
        line, column = place_of(review, path, words[0] if words else "")
        is_line = path[:1] == ("line",)
        section = section_at(review, line) if is_line else str(path[0])
        found.append(Diagnostic(line, message, severity, rule.id, section, column, () if is_line else path))
    return found
