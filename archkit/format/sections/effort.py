"""Estimated effort: a table of work items, and three totals that are computed once there are work items, and how."""

from __future__ import annotations

import re
from collections.abc import Mapping

from archkit.format.body import Body, is_hint, make, unexpected
from archkit.format.inline import split_label
from archkit.format.lists import Unreadable, read_list
from archkit.format.sections.details import entry, labelled_text, split_bold, value_text
from archkit.format.sections.grid import GridShape
from archkit.format.tables import Table, read_table
from archkit.model.effort import EFFORT_UNITS, SETTINGS, TOTALS, Effort, WorkItem
from archkit.model.fields import Detail, fields_of
from archkit.model.stated_total import joined_total, split_total

WORK_ITEMS = GridShape(
    row=WorkItem,
    always=("work_item", "kind", "phase", "option", "low", "likely", "high"),
    required="work_item",
)
_SETTINGS = tuple(spec for spec in fields_of(Effort) if spec.key in SETTINGS.values())
_KEYS = SETTINGS | {spec.heading.casefold(): spec.key for spec in _SETTINGS}
_UNIT = re.compile(r"(?:low|likely|high)\s*\((\w+)\)$", re.IGNORECASE)


def read(body: Body) -> Effort:
    """Read the work items and the totals."""
    values: dict[str, object] = {}
    details: list[Detail] = []
    table: Table | None = None
    for block in body.blocks:
        if block.kind == "heading" and block.text.strip("*_ ").casefold() == "work items":
            continue
        if block.kind == "table" and table is None:
            table = read_table(body.lines, block)
            unit = _unit(table)
            places: dict[tuple[str | int, ...], int] = {}
            values |= {"unit": unit, "work_items": WORK_ITEMS.read(table, places, unit)}
            body.places |= {("work_items", *path): line for path, line in places.items()}
        elif block.kind == "list":
            _read_totals(body, read_list(body.lines, block), values, details)
        else:
            raise unexpected(body, block, "a table of work items or a list of totals")
    if values.get("work_items"):
        for name in TOTALS:
            if name in values:
                text = str(values[name])
                stated, values[name] = split_total(text)
                # A text that gives no amount is compared as a whole.
                body.stated[("effort", name)] = (stated or text, body.places.pop((name,)))
    return make(Effort, values | {"details": tuple(details)}, body.first)


def context(effort: Effort, totals: Mapping[str, str]) -> dict[str, object]:
    """Return what the template writes; `totals` are the computed texts by name, written before the author's words."""
    grid = WORK_ITEMS.context(effort.work_items, "" if effort.unit == "days" else effort.unit)
    stated = {name: joined_total(totals.get(name, ""), getattr(effort, name)) for name in TOTALS}
    texts = [f"{name.title()}: {text}" for name, text in stated.items() if text]
    settings = [(spec.title, getattr(effort, spec.key)) for spec in _SETTINGS]
    texts += [f"{title}: {value_text(value)}" for title, value in settings if value not in ("", None)]
    texts += [labelled_text(detail) for detail in effort.details if not detail.is_empty]
    return grid | {"items": [entry(text) for text in texts]}


def _read_totals(body: Body, items: list, values: dict[str, object], details: list[Detail]) -> None:  # type: ignore[type-arg]
    for item in items:
        if item.children:
            raise Unreadable(item.children[0].line, "a nested list stands where a total is expected")
        label, text = split_bold(item.text) or split_label(item.text) or ("", item.text)
        name = label.casefold()
        if name in TOTALS and name not in values:
            body.places[(name,)] = item.line
            values[name] = text
        elif (key := _KEYS.get(name)) and text and key not in values:
            body.places[(key,)] = item.line
            values[key] = text
        elif not is_hint(label, text):
            details.append(Detail(key=label, value=text))


def _unit(table: Table) -> str:
    found = {match[1].casefold() for cell in table.header if (match := _UNIT.match(cell))}
    if found and any(cell.casefold() in ("low", "likely", "high") for cell in table.header):
        raise Unreadable(
            table.line, f"some estimates have a unit and some have none; write ({found.pop()}) in all three columns"
        )
    if not found:
        return "days"
    unit = found.pop()
    unit = unit if unit.endswith("s") else f"{unit}s"
    if found or unit not in EFFORT_UNITS:
        raise Unreadable(
            table.line,
            f"the estimates need one unit; use one of {', '.join(EFFORT_UNITS)} in all three columns",
        )
    return unit
