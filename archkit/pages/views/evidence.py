"""The evidence map of a page, with the same in words."""

from __future__ import annotations

from archkit.analysis.evidence.evidence import evidence
from archkit.pages.arrange import Block
from archkit.pages.charts.evidence import claims, evidence_chart
from archkit.pages.views.page import Context, Page


def evidence_map(page: Page, block: Block) -> Context | None:
    """The map of what supports each score, pro and con; None where there is no finding, or nothing to support."""
    found = evidence(page.document, page.evidence)
    if found.is_empty or not found.options:
        return None
    return {
        "chart": evidence_chart(found),
        "claims": claims(found.supports),
        "words": found.words,
        "notes": found.notes,
        "chosen": set(page.document.recommendation.options),
    }
