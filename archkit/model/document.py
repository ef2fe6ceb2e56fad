"""The document as data. The fields of `Document`, in order, are the outline of the architecture template."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from archkit.model.comparison import Comparison
from archkit.model.components import Component
from archkit.model.data_flow import DataFlow
from archkit.model.dependencies import Dependency
from archkit.model.effort import Effort
from archkit.model.fields import FieldSpec, Frozen, Label, Prose, Row, field, fields_of
from archkit.model.findings import Finding
from archkit.model.integration_points import IntegrationPoint
from archkit.model.metadata import Metadata
from archkit.model.options import Option
from archkit.model.performance import Performance
from archkit.model.phases import Phase
from archkit.model.recommendation import Recommendation
from archkit.model.risks import Risk
from archkit.model.scale_steps import ScaleStep
from archkit.model.security import Consideration


class Place(Frozen):
    """One piece of the file in its order: where a section's data stands, or text that is kept as Markdown.

    Attributes:
        part: What stands here: the key of a section or of a piece of one, or `custom`.
        name: The group of findings or components, or the title of a custom section.
        head: The heading as the author wrote it, with the blank lines below it.
        text: The Markdown below the heading when it is kept as text, else None: the data is in the document.
        unread: Why a section of the template is kept as text; "" for text that belongs to the author.
    """

    part: str
    name: str = ""
    head: str = ""
    text: str | None = None
    unread: str = ""


class Document(Frozen):
    """An architecture document: the outline of the template, and the order in which the file holds it."""

    metadata: Metadata = field("Front Matter", "Who, when, in which state.", kind="rows", default=Metadata())
    title: Label = field("Title", "What is designed.", kind="label")
    executive_summary: Prose = field(
        "Executive Summary", "One or two paragraphs: what is decided, and why.", kind="prose"
    )
    findings: tuple[Finding, ...] = field(
        "Research Findings", "What is known, and from where.", kind="rows", default=()
    )
    options: tuple[Option, ...] = field(
        "Technical Approach", "The ways to do it, with pros and cons.", kind="rows", default=()
    )
    comparison: Comparison = field(
        "Option Comparison", "Criteria, weights and scores.", kind="rows", default=Comparison()
    )
    recommendation: Recommendation = field(
        "Recommended Approach", "Which option, and why.", kind="rows", default=Recommendation()
    )
    components: tuple[Component, ...] = field(
        "Component Design", "What is built and what changes.", kind="rows", default=()
    )
    data_flow: DataFlow = field("Data Flow", "How data moves through the system.", kind="rows", default=DataFlow())
    integration_points: tuple[IntegrationPoint, ...] = field(
        "Integration Points", "The systems it touches.", kind="rows", default=()
    )
    security: tuple[Consideration, ...] = field(
        "Security Considerations", "What is at stake and how it is protected.", kind="rows", default=()
    )
    performance: Performance = field(
        "Performance Implications", "Load, scaling and bottlenecks.", kind="rows", default=Performance()
    )
    phases: tuple[Phase, ...] = field("Implementation Phases", "What is built when.", kind="rows", default=())
    risks: tuple[Risk, ...] = field(
        "Risks and Mitigations", "What may go wrong, and what is done about it.", kind="rows", default=()
    )
    risk_scale: tuple[ScaleStep, ...] = field(
        "Risk Scale", "What the words for likelihood and impact mean.", kind="rows", default=()
    )
    dependencies: tuple[Dependency, ...] = field("Dependencies", "What has to be there.", kind="rows", default=())
    effort: Effort = field("Estimated Effort", "Work items and their totals.", kind="rows", default=Effort())
    layout: tuple[Place, ...] = ()

    @property
    def option_names(self) -> tuple[str, ...]:
        """The names of the options in order, without blanks."""
        return tuple(option.name for option in self.options if option.name)


def outline() -> tuple[FieldSpec, ...]:
    """Return the sections of a document in order: key, title, hint and row class of each."""
    return fields_of(Document)


def rows_at(document: Document, path: tuple[str | int, ...]) -> object:
    """Return what stands at a path such as `("risks", 3, "owner")`."""
    found: Any = document
    for step in path:
        is_indexed = isinstance(found, (tuple, dict))
        found = found.__getitem__(step) if is_indexed else getattr(found, str(step))
    return found


def walk_rows(document: Document) -> Iterator[tuple[tuple[str | int, ...], Row | Frozen]]:
    """Yield every row and every section of fields with its path, in the order of the outline."""
    for spec in outline():
        yield from _walk((spec.key,), getattr(document, spec.key))


@cache
def _with_rows(kind: type[Frozen]) -> tuple[str, ...]:
    return tuple(spec.key for spec in fields_of(kind) if spec.kind in {"rows", "details"})


def _walk(path: tuple[str | int, ...], value: object) -> Iterator[tuple[tuple[str | int, ...], Row | Frozen]]:
    if isinstance(value, Frozen):
        yield path, value
        for key in _with_rows(type(value)):
            if below := getattr(value, key):
                yield from _walk((*path, key), below)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            if isinstance(item, Frozen):
                yield from _walk((*path, index), item)
