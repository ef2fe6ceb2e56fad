"""How complete each section is: what is filled in, of how much, and a word for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path as FilePath
from typing import Any

from archkit.checks.settings import Settings
from archkit.errors import Diagnostic
from archkit.format.manuscript import Manuscript
from archkit.model.comparison import PAIRWISE
from archkit.model.document import Document, outline
from archkit.model.unsaid import is_unsaid

#: The words, and the rule behind each; the first that holds counts.
TO_MEND, EMPTY, COMPLETE, BEGUN = WORDS = ("to mend", "empty", "complete", "begun")
RULE = (
    "to mend: a check reports an error or a warning in the section, or it cannot be read; empty: nothing of what "
    "counts is filled in; complete: all of it is; begun: some of it is"
)
#: Sections that the template does not ask for: they count as soon as they are begun.
OPTIONAL = frozenset({"metadata", "comparison", "risk_scale"})

#: What counts in a row of a section; a section without rows misses one row of these.
_ROWS = {
    "findings": ("text", "id", "checked"),
    "components": ("component", "purpose"),
    "integration_points": ("system", "how"),
    "security": ("consideration",),
    "phases": ("phase", "what"),
    "risks": ("risk", "likelihood", "impact", "mitigation", "owner"),
    "risk_scale": ("word", "low", "high"),
    "dependencies": ("dependency", "why"),
}
#: What counts in a section of fields.
_FIELDS = {
    "metadata": ("status", "date", "authors"),
    "recommendation": ("options", "rationale"),
    "performance": ("expected_load", "scaling_approach", "bottlenecks"),
}


@dataclass(frozen=True)
class Completeness:
    """How complete a section is.

    Attributes:
        section: Its key.
        title: Its heading.
        filled: How much of what counts is filled in.
        of: How much counts; 0 for an optional section that is empty.
        word: One of `WORDS`, by `RULE`.
        optional: Whether the template does not ask for it.
    """

    section: str
    title: str
    filled: int
    of: int
    word: str
    optional: bool = False

    @property
    def share(self) -> float:
        """What is filled in, 0–1; 1 for an optional section that is empty."""
        return self.filled / self.of if self.of else 1.0


def completeness(
    manuscript: Manuscript,
    settings: Settings | None = None,
    *,
    today: date | None = None,
    folder: FilePath | None = None,
    found: Iterable[Diagnostic] | None = None,
) -> tuple[Completeness, ...]:
    """Return how complete each section is, in the order of the outline.

    Args:
        manuscript: The document as it was read.
        settings: Which rules run, and their limits.
        today: The day to which ages are counted; the current one when None.
        folder: The folder of the file, for relative links.
        found: What a check of this document has found already, so that it need not run again.
    """
    if found is None:
        # A page of a site asks for what is filled in alone, and then no rule is imported.
        from archkit.checks.check import check

        found = check(manuscript, settings, today=today, folder=folder)
    document = manuscript.document
    # What stands in a section that cannot be read is not known, nor what it lacks.
    unread = {"options" if place.part == "option" else place.part for place in document.layout if place.unread}
    to_mend = unread | set(_wrong(found))
    return tuple(_of_section(document, spec.key, spec.title, spec.key in to_mend) for spec in outline())


def _wrong(found: Iterable[Diagnostic]) -> Iterator[str]:
    if serious := [item for item in found if item.severity != "hint"]:
        from archkit.checks.missing import section_of

        yield from map(section_of, serious)


def _of_section(document: Document, key: str, title: str, is_to_mend: bool) -> Completeness:
    counted = _COUNTED[key](document) if key in _COUNTED else _plain(document, key)
    filled, of, optional = sum(counted), len(counted), key in OPTIONAL
    if is_to_mend:
        word = TO_MEND
    elif not filled:
        word = EMPTY
    else:
        word = COMPLETE if filled == of else BEGUN
    return Completeness(key, title, filled, 0 if optional and not filled and word == EMPTY else of, word, optional)


def _plain(document: Document, key: str) -> list[bool]:
    """Return for each thing that counts in a section of rows, of fields or of text whether it is filled in."""
    value: Any = getattr(document, key)
    if key in _ROWS:
        said = [_said(getattr(row, name)) for row in value if not row.is_empty for name in _ROWS[key]]
        return said or [False for _ in _ROWS[key]]
    if key in _FIELDS:
        return [bool(getattr(value, name)) for name in _FIELDS[key]]
    return [bool(value) and "[Feature]" not in value]


def _said(value: object) -> bool:
    return not is_unsaid(value) if isinstance(value, str) else value is not None


def _options(document: Document) -> list[bool]:
    """Two options, each with a name, words on how it works, a pro, a con, and evidence for each point."""
    options = [option for option in document.options if not option.is_empty]
    said = []
    for option in options:
        points = [[point for point in side if not point.is_empty] for side in (option.pros, option.cons)]
        said += [bool(option.name), bool(option.description or option.based_on or option.remarks)]
        said += [any(point.claim for point in side) for side in points]
        said += [bool(point.evidence) for side in points for point in side]
    return said + [False] * (2 - len(options))


def _comparison(document: Document) -> list[bool]:
    """Each criterion with a name, a weight where weights are typed, and a score for each option."""
    comparison, names = document.comparison, document.option_names
    rated = {
        (row.criterion.casefold(), name) for row in comparison.ratings for name, score in row.scores.items() if score
    }
    said = []
    for item in comparison.criteria:
        if item.is_empty:
            continue
        said.append(bool(item.criterion))
        if comparison.weights != PAIRWISE:
            said.append(bool(item.weight))
        said += [bool(item.scores.get(name)) or (item.criterion.casefold(), name) in rated for name in names]
    return said or [False]


def _data_flow(document: Document) -> list[bool]:
    """Words or a flowchart; each arrow from a box to a box."""
    flow = document.data_flow
    arrows = [bool(arrow.source and arrow.target) for arrow in flow.flows if not arrow.is_empty]
    return [bool(flow.text or flow.closing or flow.flows or flow.nodes), *arrows]


def _effort(document: Document) -> list[bool]:
    """Work items with a name, a kind, a likely estimate and a range; without any, the three totals."""
    effort = document.effort
    said = []
    for item in effort.work_items:
        if not item.is_empty:
            said += [bool(item.work_item), bool(item.kind), _said(item.low), _said(item.likely), _said(item.high)]
    return said or [bool(total) for total in (effort.development, effort.testing, effort.total)]


_COUNTED: dict[str, Callable[[Document], list[bool]]] = {
    "options": _options,
    "comparison": _comparison,
    "data_flow": _data_flow,
    "effort": _effort,
}
