"""Running the rules over a manuscript."""

from __future__ import annotations

from archkit.checks.rules import RULES, diagnostics
from archkit.errors import Diagnostic
from archkit.format.manuscript import Manuscript


def check(manuscript: Manuscript) -> tuple[Diagnostic, ...]:
    """Return what is wrong in a document, by line: what reading found, then what the rules find."""
    found = {*manuscript.diagnostics}
    for rule in RULES:
        found.update(diagnostics(rule, manuscript))
    return tuple(sorted(found))
