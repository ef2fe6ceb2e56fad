"""One option: what it is based on, its description, pros, cons, details and remarks."""

from __future__ import annotations

import re

from archkit.errors import quoted
from archkit.format import escape
from archkit.format.blocks import Block
from archkit.format.body import Body, is_hint, make, unexpected
from archkit.format.inline import split_point
from archkit.format.lists import Item, Unreadable, read_list
from archkit.format.sections.details import entry, read_details
from archkit.model.options import Option, Point

MARKER = re.compile(
    r"(?:\*\*|__)?(pros|cons|details|remarks)[ \t]*(?::[ \t]*(?:\*\*|__)|(?:\*\*|__)[ \t]*:?|:)[ \t]*$",
    re.IGNORECASE,
)
BASED_ON = re.compile(r"(?:\*\*|__)based on(?::(?:\*\*|__)|(?:\*\*|__):)\s*", re.IGNORECASE)
_GOES_ON = re.compile(r"[ ]{0,3}(?:[-+*]|\d{1,9}[.)])(?:\s|$)|[ ]{4}|[ ]*\t|[ ]{1,3}\S")
PLACEHOLDER_CLAIM = {"pros": "[Advantage 1]", "cons": "[Disadvantage 1]"}


def read(body: Body, name: str) -> Option | None:
    """Read an option; None when it is only a hint of the template."""
    for block in body.blocks:
        if block.kind == "conflict":
            raise unexpected(body, block, "an option")
    values: dict[str, object] = {"name": name}
    blocks, texts = list(body.blocks), [name]
    if blocks and blocks[0].kind == "paragraph" and (found := BASED_ON.match(body.part(blocks[:1]))):
        values["based_on"] = body.part(blocks[:1])[found.end() :]
        texts.append(str(values["based_on"]))
        blocks.pop(0)
    before: list[Block] = []
    while blocks and not _marker(body, blocks[0]):
        before.append(blocks.pop(0))
    values["description"] = body.part(before)
    texts.append(str(values["description"]))
    while blocks and (marker := _marker(body, blocks[0])):
        block = blocks.pop(0)
        if marker == "remarks":
            break
        if marker in values:
            raise Unreadable(block.first, f'there is a second list "{marker.title()}" in this option; join the two')
        items = read_list(body.lines, blocks.pop(0)) if blocks and blocks[0].kind == "list" else []
        if marker == "details":
            holder = Item(block.first, "", children=items)
            values[marker] = read_details(holder)
        else:
            values[marker] = _points(body, items, marker, texts)
    for block in blocks:
        if _marker(body, block):
            raise unexpected(body, block, "a list of pros or cons")
    values["remarks"] = body.part(blocks)
    texts.append(str(values["remarks"]))
    texts += [point.claim + point.evidence for key in ("pros", "cons") for point in values.get(key, ())]  # type: ignore[attr-defined]
    if is_hint(*texts) and not values.get("details"):
        return None
    return make(Option, values, body.first)


def context(option: Option) -> dict[str, object]:
    """Return what the template writes."""
    return {
        "based_on": escape.item(option.based_on, ""),
        "description": option.description,
        "pros": [entry(_point(point, "pros")) for point in option.pros if not point.is_empty],
        "cons": [entry(_point(point, "cons")) for point in option.cons if not point.is_empty],
        "details": [entry(escape.detail(detail.key, detail.value)) for detail in option.details if not detail.is_empty],
        "remarks": option.remarks,
        # Without a list above they would be the description, and a list would go on with the list above it.
        "marked": not _has_list(option) or bool(_GOES_ON.match(option.remarks)),
    }


def _has_list(option: Option) -> bool:
    return any(not row.is_empty for row in (*option.pros, *option.cons, *option.details))


def _marker(body: Body, block: Block) -> str:
    """Return which list a line such as `**Pros:**` announces, else ""."""
    if block.kind not in ("paragraph", "heading") or block.last - block.first > 1:
        return ""
    found = MARKER.match(block.text + ":" if block.kind == "heading" else body.lines[block.first].strip())
    return found[1].casefold() if found else ""


def _points(body: Body, items: list[Item], marker: str, texts: list[str]) -> tuple[Point, ...]:
    points: list[Point] = []
    for item in items:
        if item.children:
            raise Unreadable(
                item.children[0].line,
                f"{quoted(item.text)} has a nested list; a point is one claim with its evidence",
            )
        claim, evidence = split_point(item.text)
        if is_hint(claim, evidence):
            texts.append(claim)
            continue
        body.places[(marker, len(points))] = item.line
        points.append(make(Point, {"claim": claim, "evidence": evidence}, item.line))
    return tuple(points)


def _point(point: Point, marker: str) -> str:
    # Evidence that was typed before its claim stands behind the template's own blank.
    return (
        escape.claim(point.claim, point.evidence) if point.claim else f"{PLACEHOLDER_CLAIM[marker]} - {point.evidence}"
    )
