"""Settling: what a document must have so that it can be written and read back as the same document.

Every filled section has its place, every scored option its column, every arrow its boxes, and prose is contained.
Settling twice changes nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from archkit.errors import UnreadSectionError
from archkit.format.contain import contain
from archkit.format.parts import group_named, read_option_heading
from archkit.format.scan import scan
from archkit.format.sections.comparison import option_named
from archkit.format.sections.data_flow import read_flowchart
from archkit.model import components, findings
from archkit.model.comparison import Comparison
from archkit.model.components import Component
from archkit.model.data_flow import DIRECTIONS, DataFlow, Node
from archkit.model.document import Document, Place, outline
from archkit.model.effort import Effort, WorkItem
from archkit.model.fields import Frozen, Row
from archkit.model.findings import Finding
from archkit.model.metadata import Metadata
from archkit.model.options import Option
from archkit.model.placeholders import BLANK_TITLE
from archkit.model.recommendation import Recommendation
from archkit.model.risks import Risk

_TITLES = {spec.key: spec.title for spec in outline()}
_ORDER = (
    "metadata",
    "title",
    "executive_summary",
    "findings",
    "options",
    "option",
    "comparison",
    "recommendation",
    *[spec.key for spec in outline()][7:],
)
_BOLD_START = re.compile(r"\*\*((?:(?!\*\*)[^\n])+)\*\*")
_NOT_WORD = re.compile(r"\W+", re.ASCII)
AnyGrouped = TypeVar("AnyGrouped", Finding, Component)
AnyRow = TypeVar("AnyRow", Risk, WorkItem)


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
    layout = _layout(settled)
    return settled if layout == settled.layout else settled.replace(layout=layout)


def filled_part(document: Document, place: Place) -> object:
    """Return the data that stands at a place, without rows that say nothing; None where text is kept."""
    key = place.part
    if key in ("custom", "preface", "blank", "options") or (place.text is not None and key != "title"):
        return None
    if key in ("findings", "components"):
        rows: tuple[Row, ...] = getattr(document, key)
        return without_empty_rows(tuple(row for row in rows if getattr(row, "group", "") == place.name))
    return without_empty_rows(getattr(document, key))


def without_empty_rows(value: object) -> object:
    """Return rows or a section as a reader will find them: without rows that say nothing, at every depth."""
    if isinstance(value, tuple):
        return tuple(without_empty_rows(row) for row in value if not (isinstance(row, Row) and row.is_empty))
    if not isinstance(value, Frozen):
        return value
    if isinstance(value, Comparison) and all(item.is_empty for item in value.criteria):
        return Comparison()
    changes: dict[str, object] = {
        name: kept
        for name in type(value).model_fields
        if isinstance(rows := getattr(value, name), tuple) and (kept := without_empty_rows(rows)) != rows
    }
    if isinstance(value, Effort):
        has_items = bool(changes.get("work_items", value.work_items))
        changes |= {"development": "", "testing": "", "total": ""} if has_items else {"unit": "days"}
    return value.replace(**changes) if changes else value


def as_written(document: Document, basis: Document | None = None) -> Document:
    """Return the settled document as reading its text gives it: what `read(write(document))` holds."""
    settled = settle(document, basis)
    sections = {spec.key: without_empty_rows(getattr(settled, spec.key)) for spec in outline()}
    for key in ("findings", "components"):
        order = {place.name: number for number, place in enumerate(settled.layout) if place.part == key}
        rows: tuple[Row, ...] = sections[key]  # type: ignore[assignment]
        sections[key] = tuple(sorted(rows, key=lambda row: order[getattr(row, "group", "")]))
    return settled.replace(**sections)


def heading_gap(head: str) -> str:
    """Return the line breaks between a heading and its text as the author has them."""
    return "\n\n" if not head or head.endswith("\n\n") else "\n"


def heading_text(text: str) -> str:
    """Write a text as a heading's: marks at its end would be taken for closing ones."""
    bare = text.rstrip("#")
    return bare + "&#35;" * (len(text) - len(bare))


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
    if all(item.is_empty for item in comparison.criteria):
        return comparison
    known = tuple(option.name for option in document.options if not option.is_empty)
    criteria = tuple(item.replace(scores=_by_option(item.scores, known)) for item in comparison.criteria)
    columns = [option_named(name, known) for name in comparison.options]
    columns += [name for item in criteria for name in item.scores]
    return Comparison(options=tuple(dict.fromkeys(columns)), criteria=criteria)


def _by_option(scores: dict[str, str], known: tuple[str, ...]) -> dict[str, str]:
    """Return scores by the names that their columns are read as; of two for one option the first counts."""
    by_option: dict[str, str] = {}
    for name, score in scores.items():
        by_option.setdefault(option_named(name, known), score)
    return by_option


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


def _layout(document: Document) -> tuple[Place, ...]:
    layout = list(document.layout)
    _title(document, layout)
    _options(document, layout)
    wanted = _wanted(document)
    have = {(place.part, place.name): place for place in layout}
    for part, name in wanted:
        found = have.get((part, name))
        if found is None:
            _insert(layout, Place(part=part, name=name, head=_head(part, name)))
        elif found.unread:
            raise UnreadSectionError(name or _TITLES[part], found.unread)
    return tuple(layout)


def _wanted(document: Document) -> list[tuple[str, str]]:
    """Return the parts that hold something and so need a place."""
    wanted: list[tuple[str, str]] = []
    if document.metadata != Metadata():
        wanted.append(("metadata", ""))
    for spec in outline()[2:]:
        value = without_empty_rows(getattr(document, spec.key))
        if spec.key in ("findings", "components"):
            used = dict.fromkeys(getattr(row, "group", "") for row in value)  # type: ignore[attr-defined]
            known = findings.GROUPS if spec.key == "findings" else components.GROUPS
            wanted += [(spec.key, "")] if used else []
            wanted += [
                (spec.key, group)
                for group in sorted(used, key=lambda g: (g not in known, known.index(g) if g in known else 0))
                if group
            ]
        elif spec.key == "options":
            wanted += (
                [("options", "")]
                if value or document.comparison.criteria or document.recommendation != Recommendation()
                else []
            )
        elif spec.key == "comparison":
            wanted += [("comparison", "")] if document.comparison.criteria else []
        elif value != type(value)():
            wanted.append((spec.key, ""))
    return wanted


def _title(document: Document, layout: list[Place]) -> None:
    at = next((index for index, place in enumerate(layout) if place.part == "title"), -1)
    if at < 0 and document.title:
        layout.insert(1 if layout and layout[0].part == "metadata" else 0, Place(part="title", head=""))
        at = 1 if layout[0].part == "metadata" else 0
    if at < 0:
        return
    place = layout[at]
    stands = [block.text for block in scan(place.head.split("\n")) if block.kind == "heading"]
    title = document.title or BLANK_TITLE
    if not stands or Document.model_validate({"title": stands[0]}).title != title:
        if stands[:1] != [BLANK_TITLE] or title != BLANK_TITLE:
            layout[at] = place.replace(head=f"# {heading_text(title)}{heading_gap(place.head)}")


def _options(document: Document, layout: list[Place]) -> None:
    """Give each option its place and its heading with the number of that place."""
    options = [option for option in document.options if not option.is_empty]
    if options:
        blanks = [index for index, place in enumerate(layout) if place.part == "blank"]
        if blanks and not any(place.part == "option" for place in layout):
            layout[blanks[0]] = Place(part="option", head="")
        layout[:] = [place for place in layout if place.part != "blank"]
    typed = [index for index, place in enumerate(layout) if place.part == "option" and place.text is None]
    for index in reversed(typed[len(options) :]):
        del layout[index]
    if options and not any(place.part == "options" for place in layout):
        _insert(layout, Place(part="options", head=_head("options", "")))
    for _ in range(len(options) - len(typed)):
        _insert(layout, Place(part="option", head=""))
    heads = [place.head for place in layout if place.part == "option" and place.text is None]
    number, names = 0, iter(options)
    for index, place in enumerate(layout):
        if place.part != "option":
            continue
        number += 1
        if place.text is None:
            layout[index] = place.replace(head=_option_head(number, next(names).name, place.head, heads))


def _option_head(number: int, name: str, own: str, heads: Iterable[str]) -> str:
    """Return a heading that names the option: the one that stands there, whatever its number, or else one as it was."""
    for head in (own, *heads):
        found = [block.text for block in scan(head.split("\n")) if block.kind == "heading"]
        part = read_option_heading(found[0]) if found else None
        if part and (head == own or part.number in (number, 0)) and Option(name=part.name).name == name:
            return head
    return f"### Option {number}: {heading_text(name)}".rstrip() + heading_gap(own)


def _insert(layout: list[Place], place: Place) -> None:
    """Put a place behind the last one that comes before it in the template."""
    rank = _rank(place)
    before = [index for index, other in enumerate(layout) if _rank(other) <= rank and other.part in _ORDER]
    if before:
        at = before[-1] + 1
        # What the author put below that section stays with it.
        while (
            at < len(layout)
            and layout[at].part == "custom"
            and layout[at].head.startswith("###")
            and place.part != "option"
        ):
            at += 1
    else:
        at = next((index for index, other in enumerate(layout) if other.part in _ORDER), len(layout))
    layout.insert(at, place)


def _rank(place: Place) -> tuple[int, int]:
    part = "option" if place.part == "blank" else place.part
    if part not in _ORDER:
        return (-1, 0)
    groups = {"findings": findings.GROUPS, "components": components.GROUPS}.get(part, ())
    below = groups.index(place.name) + 1 if place.name in groups else (len(groups) + 1 if place.name and groups else 0)
    return (_ORDER.index(part), below)


def _head(part: str, name: str) -> str:
    if part == "metadata":
        return ""
    if name:
        return f"### {heading_text(name)}\n\n"
    return f"{'###' if part in ('comparison', 'recommendation') else '##'} {_TITLES[part]}\n\n"
