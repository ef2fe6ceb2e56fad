"""The styles of documents that are known, and how each is recognised by its structure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archkit.format.parts import folded, headings
from archkit.importing.meanings import folded_heading
from archkit.importing.source import Source


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its name, what it is, and the headings of which a document of that style has some.

    Attributes:
        least: How many of the headings it takes.
        proposes: Whether the document itself is one of the options, under its own title.
    """

    name: str
    what: str
    marks: frozenset[str] = frozenset()
    least: int = 2
    proposes: bool = False


#: In the order in which they are tried.
STYLES = (
    Style("archkit", "an architecture document of archkit, kept as it stands"),
    Style(
        "kep",
        "a Kubernetes enhancement proposal",
        frozenset(
            {
                "release signoff checklist",
                "graduation criteria",
                "implementation history",
                "production readiness review questionnaire",
            }
            | {"design details", "non-goals", "test plan", "version skew strategy", "upgrade / downgrade strategy"}
        ),
        proposes=True,
    ),
    Style(
        "rust-rfc",
        "a request for comments as Rust, Ember and React write them",
        frozenset(
            {
                "guide-level explanation",
                "reference-level explanation",
                "rationale and alternatives",
                "unresolved questions",
            }
            | {
                "detailed design",
                "drawbacks",
                "how we teach this",
                "future possibilities",
                "prior art",
                "basic example",
            }
            | {"adoption strategy", "unresolved", "transition path"}
        ),
        proposes=True,
    ),
    Style(
        "arc42",
        "an arc42 architecture documentation, English or German",
        frozenset(
            {
                "introduction and goals",
                "architecture constraints",
                "context and scope",
                "solution strategy",
                "building block view",
            }
            | {
                "runtime view",
                "deployment view",
                "cross-cutting concepts",
                "crosscutting concepts",
                "quality requirements",
            }
            | {
                "risks and technical debts",
                "einführung und ziele",
                "randbedingungen",
                "kontextabgrenzung",
                "lösungsstrategie",
            }
            | {
                "bausteinsicht",
                "laufzeitsicht",
                "verteilungssicht",
                "querschnittliche konzepte",
                "qualitätsanforderungen",
            }
            | {"risiken und technische schulden", "architekturentscheidungen", "architecture decisions"}
        ),
        least=3,
    ),
    Style("madr-2", "a Markdown architectural decision record, version 2"),
    Style("madr-3", "a Markdown architectural decision record, version 3"),
    Style("madr-4", "a Markdown architectural decision record, version 4"),
    Style("nygard", "a decision record after Nygard, as adr-tools makes it"),
    Style("research", "the research.md of spec-kit"),
    Style("plain", "any other document"),
)
#: The section that holds the words that only marked the form of the source.
RECORD = "Import Record"
#: The key in the front matter that says what a document was imported from.
MARK = "imported-from"
NAMES = tuple(style.name for style in STYLES)
_MADR = ("context and problem statement", "considered options", "decision outcome", "decision drivers")
#: The chapters of what archkit exports, which hold sections of any name.
EXPORTS = {
    (
        "introduction and goals",
        "architecture constraints",
        "context and scope",
        "solution strategy",
        "building block view",
        "runtime view",
        "deployment view",
        "cross-cutting concepts",
        "architecture decisions",
        "quality requirements",
        "risks and technical debts",
        "glossary",
    ): "arc42",
    (
        "summary",
        "motivation",
        "guide-level explanation",
        "reference-level explanation",
        "drawbacks",
        "rationale and alternatives",
        "prior art",
        "unresolved questions",
        "future possibilities",
    ): "rust-rfc",
}
_NYGARD = ("status", "context", "decision", "consequences")
_DECISION_LINE = re.compile(r"\s*(?:[-*+]\s+)?(?:\*\*|__)?(?:#+\s*)?decision(?:\*\*|__)?\s*:", re.IGNORECASE)
_ALTERNATIVES_LINE = re.compile(
    r"\s*(?:[-*+]\s+)?(?:\*\*|__)?alternatives?(?: considered)?(?:\*\*|__)?\s*:", re.IGNORECASE
)


def style_named(name: str) -> Style:
    """Return a style by its name; one that is not in the table is plain."""
    return next((style for style in STYLES if style.name == name), STYLES[-1])


def style_of(source: Source) -> Style:
    """Return the style of a source by its structure."""
    if _is_ours(source):
        return style_named("archkit")
    seen = {folded_heading(section.heading) for section in source.sections}
    chapters = tuple(folded_heading(section.heading) for section in source.sections if section.level == 2)
    if chapters in EXPORTS:
        return style_named(EXPORTS[chapters])
    if chapters[: len(_NYGARD)] == _NYGARD:
        return style_named("nygard")
    if set(_MADR[:3]) <= set(chapters):
        return style_named(_madr_version(source, seen))
    for style in STYLES:
        if style.marks and len(style.marks & seen) >= style.least:
            return style
    if len(seen & set(_MADR)) >= 2:
        return style_named(_madr_version(source, seen))
    if is_research(source):
        return style_named("research")
    if len(seen & set(_NYGARD)) >= 3:
        return style_named("nygard")
    meanings = {section.meaning for section in source.sections}
    if {"context", "options", "outcome"} <= meanings and meanings & {"option_details", "drivers", "consequences"}:
        return style_named(_madr_version(source, seen))
    return STYLES[-1]


def is_own(keys: set[str]) -> bool:
    """Whether the sections of a document, by their keys, are those of the architecture template."""
    own = {"executive_summary", "findings", "options", "components", "integration_points", "security", "performance"}
    own |= {"phases", "risks", "effort", "data_flow"}
    return len(keys & own) >= 3 or {"executive_summary", "options"} <= keys


def _is_ours(source: Source) -> bool:
    """Whether a document was imported before, or has the headings of the architecture template on their own levels."""
    known = headings()
    level_two = [folded(section.heading) for section in source.sections if section.level == 2]
    if folded(RECORD) in level_two or any(line.startswith(f"{MARK}:") for line in source.lines[: source.front]):
        return True
    return is_own({known[name] for name in level_two if name in known})


def is_research(source: Source) -> bool:
    """Whether decisions stand there with their alternatives, as `Decision:` and `Alternatives considered:`."""
    lines = source.lines
    return any(map(_DECISION_LINE.match, lines)) and any(map(_ALTERNATIVES_LINE.match, lines))


def _madr_version(source: Source, seen: set[str]) -> str:
    head = "\n".join(source.lines[: min(len(source.lines), 30)]).casefold()
    if source.front and ("decision-makers:" in head or "confirmation" in seen):
        return "madr-4"
    if (
        "positive consequences" in seen
        or "negative consequences" in seen
        or "\n* status:" in head
        or "\n* deciders:" in head
    ):
        return "madr-2"
    if "confirmation" in seen:
        return "madr-4"
    if source.front or "validation" in seen or "deciders:" in head:
        return "madr-3" if "links" not in seen else "madr-2"
    return "madr-2" if "links" in seen or "technical story" in head else "madr-4"
