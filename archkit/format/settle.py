"""Settling: what a document must have so that it can be written and read back as the same document.

Every filled section has its place, every scored option its column, every arrow its boxes, and prose is contained.
Settling twice changes nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from archkit.format.contain import contain
from archkit.format.filled import filled_part, without_empty_rows
from archkit.format.layout import laid_out
from archkit.format.parts import group_named
from archkit.format.scan import scan
from archkit.format.sections.comparison import column_named
from archkit.format.sections.data_flow import read_flowchart
from archkit.model.comparison import Comparison, Criterion, Rating
from archkit.model.components import Component
from archkit.model.data_flow import DIRECTIONS, DataFlow, Node
from archkit.model.document import Document, Place, outline
from archkit.model.effort import Effort, WorkItem
from archkit.model.fields import Row
from archkit.model.findings import Finding
from archkit.model.metadata import Metadata
from archkit.model.options import Option
from archkit.model.recommendation import Recommendation
from archkit.model.risks import Risk

_BOLD_START = re.compile(r"\*\*((?:(?!\*\*)[^\n])+)\*\*")
_NOT_WORD = re.compile(r"\W+", re.ASCII)
__all__ = ["as_written", "filled_part", "settle", "without_empty_rows"]

AnyGrouped = TypeVar("AnyGrouped", Finding, Component)
AnyRow = TypeVar("AnyRow", Risk, WorkItem)
AnyScored = TypeVar("AnyScored", Criterion, Rating)


def settle(document: Document, basis: Document | None = None) -> Document:
    """Return the document with all that its writing needs.

    Args:
        document: What is to be written.
        basis: The document that it came from; its sections are taken as they are.

    Raises:
        UnreadSectionError: rows were put into a group whose text could not be read.
    """
    changed = {}
    for key, settled_part in _SETTLED.items():
        given = getattr(document, key)
        if (basis is None or given != getattr(basis, key)) and (value := settled_part(document)) != given:
            changed[key] = value
    settled = document.replace(**changed) if changed else document
    layout = _with_gaps(laid_out(settled), settled.options)
    # Front matter that stands empty in the file is its author's; what was cleared, or never written, has no place.
    written = basis is not None and basis.metadata == Metadata() and any(p.part == "metadata" for p in basis.layout)
    if settled.metadata == Metadata() and not written:
        layout = tuple(place for place in layout if place.part != "metadata" or place.text is not None)
    return settled if layout == settled.layout else settled.replace(layout=layout)


def _with_gaps(layout: tuple[Place, ...], options: tuple[Option, ...]) -> tuple[Place, ...]:
    """Return the layout with a blank line behind the heading of each option that has nothing below it."""
    filled = [option for option in options if not option.is_empty]
    bare = [without_empty_rows(option) == Option(name=option.name) for option in filled]
    if not any(bare):
        return layout
    stands_alone = iter(bare)
    return tuple(
        place.replace(head=place.head.rstrip("\n") + "\n\n")
        if place.part == "option" and place.text is None and next(stands_alone)
        else place
        for place in layout
    )


def as_written(document: Document, basis: Document | None = None) -> Document:
    """Return the settled document as reading its text gives it: what `read(write(document))` holds."""
    settled = settle(document, basis)
    sections = {spec.key: without_empty_rows(getattr(settled, spec.key)) for spec in outline()}
    for key in ("findings", "components"):
        order = {place.name: number for number, place in enumerate(settled.layout) if place.part == key}
        rows: tuple[Row, ...] = sections[key]  # type: ignore[assignment]
        sections[key] = tuple(sorted(rows, key=lambda row: order[getattr(row, "group", "")]))
    return settled.replace(**sections)


def _grouped(part: str, rows: tuple[AnyGrouped, ...]) -> tuple[AnyGrouped, ...]:
    """Return rows whose group is spelled as its heading is read."""
    return tuple(
        row if row.group == (group := group_named(part, row.group)) else row.replace(group=group) for row in rows
    )


def _option(option: Option) -> Option:
    description = contain(option.description, 4, markers=True)
    remarks = contain(option.remarks, 4, markers=True)
    if (description, remarks) == (option.description, option.remarks):
        return option
    return option.replace(description=description, remarks=remarks)


def _comparison(document: Document) -> Comparison:
    comparison = document.comparison
    known = tuple(option.name for option in document.options if not option.is_empty)
    ratings = tuple(_by_option_of(row, known) for row in comparison.ratings)
    reference = column_named(comparison.reference, known)
    if (ratings, reference) != (comparison.ratings, comparison.reference):
        comparison = comparison.replace(ratings=ratings, reference=reference)
    if all(item.is_empty for item in comparison.criteria):
        return comparison
    criteria = tuple(_by_option_of(item, known) for item in comparison.criteria)
    columns = [column_named(name, known) for name in comparison.options]
    scores = [*(item.scores for item in criteria), *(rating.scores for rating in ratings)]
    columns += [name for given in scores for name in given]
    return comparison.replace(options=tuple(dict.fromkeys(columns)), criteria=criteria)


def _by_option_of(row: AnyScored, known: tuple[str, ...]) -> AnyScored:
    """Return a row whose scores have the names that their columns are read as; of two for one the first counts."""
    by_option: dict[str, str] = {}
    for name, score in row.scores.items():
        by_option.setdefault(column_named(name, known), score)
    return row if by_option == row.scores else row.replace(scores=by_option)


def _recommendation(document: Document) -> Recommendation:
    given = document.recommendation
    rationale = contain(given.rationale.lstrip(), 4)
    options = given.options
    if not options and (found := _BOLD_START.match(rationale)):
        if found[1].strip() in document.option_names:
            options, rationale = (found[1].strip(),), rationale[found.end() :].lstrip()
        else:
            rationale = f"\\{rationale}"
    return Recommendation(options=options, rationale=rationale)


def _data_flow(flow: DataFlow) -> DataFlow:
    text, closing = contain(flow.text), contain(flow.closing)
    if all(row.is_empty for row in (*flow.nodes, *flow.flows)):
        return _typed_diagram(text, closing)
    return flow.replace(
        text=contain(text, diagrams=False),
        direction=flow.direction if flow.direction in DIRECTIONS else "LR",
        nodes=_nodes(flow),
        closing=contain(closing, diagrams=False),
    )


def _typed_diagram(text: str, closing: str) -> DataFlow:
    """Without boxes all is prose, until the prose holds one diagram that can be read as rows."""
    whole = "\n\n".join(part for part in (text, closing) if part)
    lines = whole.split("\n")
    diagrams = [block for block in scan(lines) if block.kind == "fence" and block.text.casefold().startswith("mermaid")]
    if len(diagrams) == 1 and diagrams[0].text.split(" ", 1)[0].casefold() == "mermaid":
        block = diagrams[0]
        found = read_flowchart([line.strip() for line in lines[block.first + 1 : block.last - 1]])
        if found:
            before, after = "\n".join(lines[: block.first]), "\n".join(lines[block.last :])
            return DataFlow(text=before, direction=found[0], nodes=found[1], flows=found[2], closing=after)
    return DataFlow(text=whole)


def _nodes(flow: DataFlow) -> tuple[Node, ...]:
    taken: set[str] = set()
    labels: set[str] = set()
    nodes: list[Node] = []
    named = [label for row in flow.flows for label in (row.source, row.target) if label]
    known = {node.label for node in flow.nodes}
    given = [node for node in flow.nodes if not node.is_empty and (node.id or node.label)]
    given += [Node(label=label) for label in dict.fromkeys(named) if label not in known]
    for node in given:
        label = node.label or node.id
        while label in labels:
            label += " (2)"
        name = node.id if _is_id(node.id) else _slug(label)
        while name in taken:
            name += "_2"
        shape = node.shape if node.shape in ("process", "store", "actor") else "process"
        nodes.append(Node(id=name, label=label, shape=shape))
        taken.add(name)
        labels.add(label)
    return tuple(nodes)


def _is_id(text: str) -> bool:
    return bool(re.fullmatch(r"[A-Za-z]\w*", text, re.ASCII)) and text != "end"


def _slug(label: str) -> str:
    words = _NOT_WORD.sub("_", label.casefold()).strip("_")
    return words if _is_id(words) else f"n_{words}".rstrip("_")


def _same_columns(rows: tuple[AnyRow, ...]) -> tuple[AnyRow, ...]:
    titles = dict.fromkeys(title for row in rows if not row.is_empty for title in row.extra)
    if not titles:
        return rows
    blank = dict.fromkeys(titles, "")
    return tuple(
        row if row.is_empty or tuple(row.extra) == tuple(titles) else row.replace(extra=blank | row.extra)
        for row in rows
    )


def _effort(document: Document) -> Effort:
    items = _same_columns(document.effort.work_items)
    return document.effort if items == document.effort.work_items else document.effort.replace(work_items=items)


#: What has to be settled, and how.
_SETTLED: dict[str, Callable[[Document], object]] = {
    "executive_summary": lambda document: contain(document.executive_summary),
    "findings": lambda document: _grouped("findings", document.findings),
    "options": lambda document: tuple(map(_option, document.options)),
    "comparison": lambda document: _comparison(document),
    "recommendation": lambda document: _recommendation(document),
    "components": lambda document: _grouped("components", document.components),
    "data_flow": lambda document: _data_flow(document.data_flow),
    "risks": lambda document: _same_columns(document.risks),
    "effort": _effort,
}
