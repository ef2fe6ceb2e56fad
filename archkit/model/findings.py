"""Research findings: what is known, and from where."""

from __future__ import annotations

import re
from typing import ClassVar

from pydantic import field_validator, model_validator

from archkit.model.fields import Detail, Label, Line, Row, field
from archkit.model.known_details import as_choice
from archkit.model.placeholders import PLACEHOLDERS

INDUSTRY = "Industry Best Practices"
EXAMPLES = "Open Source Examples"
DOCUMENTATION = "Documentation References"
GROUPS = (INDUSTRY, EXAMPLES, DOCUMENTATION)

LABELS = {
    INDUSTRY: ("Pattern/Practice", "Case Study", "Performance Benchmark"),
    EXAMPLES: (),
    DOCUMENTATION: ("Framework Docs", "API Guidelines", "Migration Notes"),
}

#: How a source knows what it says, from the firmest to the least firm.
MEASURED_HERE, MEASURED_ELSEWHERE, DOCUMENTED, REPORTED, OPINION = SOURCE_KINDS = (
    "measured here",
    "measured elsewhere",
    "documented",
    "reported",
    "opinion",
)
#: How strongly a finding supports what cites it, strongest first.
STRENGTHS = ("strong", "fair", "weak", "none")

#: Details that are fields of their own, by the key that stands in the document.
DETAIL_FIELDS = {
    "Source": "source",
    "Source kind": "source_kind",
    "Metric": "metric",
    "Checked": "checked",
    "Confidence": "confidence",
    "Context differs": "context_differs",
    "Vendor only": "vendor_only",
    "Retrieved": "retrieved",
    "Quote": "quote",
    "Digest": "digest",
    "Strength": "strength",
    "Strength reason": "strength_reason",
}
#: The same by the folded key.
FIELD_OF_DETAIL = {key.casefold(): name for key, name in DETAIL_FIELDS.items()}

CITATION = re.compile(r"\[([A-Za-z][A-Za-z0-9_-]*)\](?![(\[:])")
#: Several ids in one pair of brackets; each has a number, so that `[see, below]` is none.
SEVERAL = re.compile(r"\[([A-Za-z][A-Za-z_-]*\d+(?:\s*[,;]\s*[A-Za-z][A-Za-z_-]*\d+)+)\](?![(\[:])")
_CODE = re.compile(r"```.*?(?:```|\Z)|(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
#: In a longer text brackets in code are taken for citations, as the look for code may take long.
_LONG = 50_000
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_ID_START = re.compile(r"\[[A-Za-z][A-Za-z0-9_-]*\](?:\s|$)")


def plain(text: str) -> str:
    """Return a text without its code and comments, in which brackets cite nothing."""
    if "<!--" in text:
        text = _COMMENT.sub(" ", text)
    return _CODE.sub(" ", text) if "`" in text and len(text) < _LONG else text


def cited(text: str) -> list[str]:
    """Return the ids in a text without code, `[F1, F4]` included, as often as they stand there."""
    if "," in text or ";" in text:
        text = SEVERAL.sub(lambda several: " ".join(f"[{name}]" for name in names_of(several[1])), text)
    return CITATION.findall(text)


def names_of(several: str) -> list[str]:
    """Return the ids that stand between the brackets of `[F1, F4]`."""
    return [name.strip() for name in re.split("[,;]", several)]


def cited_in(text: str) -> tuple[str, ...]:
    """Return the ids that a text cites, each once, in the order of the text."""
    return tuple(dict.fromkeys(cited(plain(text)))) if "[" in text else ()


def _known_details(values: dict[str, object]) -> dict[str, object]:
    """Move details with a known key into their field; a second one of the same key stays a detail."""
    moved: dict[str, object] = {}
    kept: list[object] = []
    for given in values["details"]:  # type: ignore[attr-defined]
        detail = given if isinstance(given, Detail) else Detail.model_validate(given)
        name = FIELD_OF_DETAIL.get(detail.key.casefold())
        if name and not values.get(name) and not moved.get(name):
            moved[name] = detail.value
        else:
            kept.append(detail)
    return values | moved | {"details": tuple(kept)}


class Finding(Row):
    """One thing that research brought up, with its source."""

    named_by: ClassVar[str] = "id"
    no_content: ClassVar[tuple[str, ...]] = ("group",)

    group: Label = field("Group", "Where the finding came from.", kind="word", choices=GROUPS, default=INDUSTRY)
    label: Label = field(
        "Kind",
        "What kind of finding it is, or the project's name.",
        kind="word",
        choices=tuple(label for labels in LABELS.values() for label in labels),
    )
    id: Label = field("Id", "A letter, then letters, digits, _ or -; cited as [F2].", kind="label")
    text: Line = field("Finding", "What was found, in one sentence.", kind="line")
    source: Line = field("Source", "Where it can be read again: an address, a paper, a file.", kind="line")
    source_kind: Line = field(
        "Source kind",
        "How the source knows it; the strength begins with that. Taken from group and kind when blank.",
        kind="choice",
        choices=SOURCE_KINDS,
    )
    metric: Line = field("Metric", "The figure that it states, with its unit.", kind="line")
    checked: Line = field("Checked", "When somebody last looked, as YYYY-MM-DD.", kind="date")
    confidence: Line = field("Confidence", "How sure you are of it.", kind="choice", choices=("low", "medium", "high"))
    context_differs: Line = field(
        "Context differs",
        "In what the source differs from us: another version, size or load; lowers the strength.",
        kind="line",
    )
    vendor_only: Line = field(
        "Vendor only",
        "Whether nobody says so but who sells it; lowers the strength.",
        kind="choice",
        choices=("yes", "no"),
    )
    retrieved: Line = field(
        "Retrieved", "Where a looked-up text came from: library, version, query, time.", kind="line"
    )
    quote: Line = field("Quote", "The words of the source that carry the finding.", kind="line")
    digest: Line = field("Digest", "SHA-256 of the quoted text.", kind="line")
    strength: Line = field(
        "Strength", "Overrules the strength that is derived; give the reason.", kind="choice", choices=STRENGTHS
    )
    strength_reason: Line = field("Strength reason", "Why the derived strength does not hold.", kind="line")
    details: tuple[Detail, ...] = field("Details", "Anything else worth keeping.", kind="details", default=())

    @field_validator("source_kind")
    @classmethod
    def _source_kind(cls, value: str) -> str:
        return as_choice(value, SOURCE_KINDS)

    @field_validator("vendor_only", "strength")
    @classmethod
    def _choice(cls, value: str) -> str:
        return as_choice(value, ("yes", "no", *STRENGTHS))

    @field_validator("id")
    @classmethod
    def _id_can_be_cited(cls, value: str) -> str:
        if value and not _ID.fullmatch(value):
            raise ValueError("an id is a letter, then letters, digits, _ or -")
        if f"[{value}]" in PLACEHOLDERS:
            raise ValueError("this is a blank of the template; an id is something like F2")
        return value

    @model_validator(mode="before")
    @classmethod
    def _spelling(cls, values: object) -> object:
        if not isinstance(values, dict):
            return values
        text = values.get("text")
        if isinstance(text, str) and text.lstrip().startswith("\\") and not values.get("id"):
            bare = text.strip().lstrip("\\")
            values = values | {"text": bare} if _ID_START.match(bare) else values
        return _known_details(values) if values.get("details") else values
