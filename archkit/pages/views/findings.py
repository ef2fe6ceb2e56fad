"""Findings, and the places that cite them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from archkit.analysis.evidence.strength import EvidenceSettings, Strength, strengths
from archkit.model.findings import DETAIL_FIELDS, Finding
from archkit.pages.compiled import as_html, written
from archkit.pages.markdown import Place, RichText

# These stand beside each other on one line.
_SHORT = {"checked", "confidence"}
# The details that every finding may have: key, field, and whether the value is short.
_KNOWN = tuple(
    (Markup(key), name, name in _SHORT)
    for key, name in DETAIL_FIELDS.items()
    if name not in ("quote", "strength", "strength_reason")
)
_STRENGTH = Markup("Strength")


class FindingView(NamedTuple):
    """A finding whose texts are rendered, so that what it cites is known before any back-link is shown.

    Attributes:
        row: The finding.
        anchor: Where citations lead; "" without an id.
        label: Its kind, or the project's name.
        text: What was found.
        quote: The words of the source.
        details: Key, value, and whether the value is short.
    """

    row: Finding
    anchor: str
    label: Markup
    text: Markup
    quote: Markup
    details: tuple[tuple[Markup, Markup, bool], ...]


def finding_anchors(findings: Sequence[Finding], new: Callable[[str], str]) -> dict[str, str]:
    """Return the anchor of each finding that has an id; of two with the same id the first is the one that is cited."""
    anchors: dict[str, str] = {}
    for row in findings:
        if row.id and row.id not in anchors:
            anchors[row.id] = new(row.id)
    return anchors


def finding_views(findings: tuple[Finding, ...], rich: RichText, evidence: EvidenceSettings) -> tuple[FindingView, ...]:
    """Render the texts of all findings."""
    seen: set[str] = set()
    views = []
    for row, found in zip(findings, strengths(findings, evidence), strict=True):
        if not row.is_empty:
            views.append(_view(row, rich, "" if row.id in seen else rich.targets.get(row.id, ""), found))
        seen.add(row.id)
    return tuple(views)


def _view(row: Finding, rich: RichText, anchor: str, found: Strength) -> FindingView:
    own = rich.within(row.id or rich.plain(row.label) or "Findings")
    details = [(key, own.inline(value), is_short) for key, name, is_short in _KNOWN if (value := getattr(row, name))]
    details.append((_STRENGTH, _strength(row, own, found), False))
    details += [(own.inline(detail.key), own.inline(detail.value), False) for detail in row.details]
    said = tuple([detail for detail in details if detail[1]])
    return FindingView(row, anchor, own.inline(row.label), own.inline(row.text), own.inline(row.quote), said)


def _strength(row: Finding, rich: RichText, found: Strength) -> Markup:
    """Return how strong a finding is and why; nothing where it says nothing."""
    if not row.text and not row.source:
        return Markup()
    why = rich.plain("; ".join(found.reasons))
    return as_html(f'<span class="chip">{written(found.word)}</span> <span class="muted">{written(why)}</span>')


def cited_from(places: Sequence[Place]) -> list[tuple[str, list[str]]]:
    """Return the headings below which a finding is cited, each with the anchors of its citations."""
    found: dict[str, list[str]] = {}
    for place in places:
        found.setdefault(place.label, []).append(place.anchor)
    return list(found.items())
