"""Sections of rows, of drivers and of prose that stand in a source under names of their own."""

from __future__ import annotations

import re

from archkit.importing.draft import Draft
from archkit.importing.items import read_items
from archkit.importing.row_columns import ROWS
from archkit.importing.rows import rows_of_list, rows_of_table
from archkit.importing.source import Section
from archkit.importing.styles import RECORD
from archkit.model.comparison import Comparison, Criterion
from archkit.model.data_flow import DataFlow
from archkit.model.document import outline
from archkit.model.effort import Effort
from archkit.model.fields import Row

_TITLES = {spec.key: spec.title for spec in outline()}
#: What an export says in place of a summary.
NO_CONTEXT = "No context is given."
_ADDRESS = re.compile(r"https?://")


def read_drivers(draft: Draft) -> None:
    """Take the decision drivers as criteria, where each is one text."""
    source = draft.source
    section = source.only("drivers")
    if section is not None and "comparison" in draft.rows:
        # The comparison of an export says all of it again.
        source.claim(section.first, section.end, _TITLES["comparison"])
        return
    lists = [block for block in section.blocks[1:] if block.kind == "list"] if section else []
    if section is None or len(lists) != 1 or section.children:
        return
    block = lists[0]
    items = read_items(source.lines, block.first, block.last)
    if not items or any(item.below or not item.line or len(item.line) > 400 for item in items):
        return
    criteria = tuple(Criterion(criterion=item.line) for item in items)
    draft.rows["comparison"] = Comparison(options=tuple(option.name for option in draft.options), criteria=criteria)
    source.claim(block.first, block.last, "Option Comparison: criteria")
    _claim_heading(draft, section, "Option Comparison: criteria")


def read_summary(draft: Draft) -> None:
    """Take the summary, or where there is none the context."""
    source = draft.source
    section = source.only("summary") or source.only("context")
    if section is None or not source.is_open(section.begin, section.end):
        return
    text = source.prose(section.begin, section.end, 3)
    draft.summary = "" if text == NO_CONTEXT else text
    source.claim(section.first, section.end, _TITLES["executive_summary"] if draft.summary else RECORD)


def read_risks(draft: Draft) -> None:
    """Take the rows of the one section on risks, also where it stands within the decision or its consequences."""
    found = [section for section in draft.source.of("risks") if section.level <= draft.source.top_level + 1]
    if len(found) == 1 and "risks" not in draft.rows and not draft.source.went[found[0].first]:
        _rows(draft, "risks", found[0])


def read_rows(draft: Draft) -> None:
    """Take lists and tables of risks, components, work and the like as rows."""
    source = draft.source
    for key in ROWS:
        found = [section for section in source.of(key) if section.level <= source.top_level + 1]
        if len(found) == 1 and key not in draft.rows and not source.went[found[0].first]:
            _rows(draft, key, found[0])
    flow = source.only("data_flow")
    if flow is not None and source.is_open(flow.begin, flow.end):
        draft.rows["data_flow"] = DataFlow(text=source.prose(flow.begin, flow.end, 3))
        source.claim(flow.first, flow.end, _TITLES["data_flow"])
    references = source.only("references")
    if references is not None and "findings" not in draft.rows and _has_address(draft, references):
        _rows(draft, "findings", references)


def _has_address(draft: Draft, section: Section) -> bool:
    return any(_ADDRESS.search(line) for line in draft.source.lines[section.begin : section.last])


def _rows(draft: Draft, key: str, section: Section) -> None:
    source = draft.source
    rows: list[Row] = []
    for block in section.blocks[1:]:
        if block.kind not in ("list", "table"):
            continue
        lines = source.lines[block.first : block.last]
        found = (rows_of_list if block.kind == "list" else rows_of_table)(key, lines)
        if found:
            rows += found
            source.claim(block.first, block.last, _TITLES[key])
    if not rows:
        return
    draft.rows[key] = Effort(work_items=tuple(rows)) if key == "effort" else tuple(rows)
    _claim_heading(draft, section, _TITLES[key])


def _claim_heading(draft: Draft, section: Section, where: str) -> None:
    """Claim the heading of a section of which nothing is left."""
    if not draft.source.is_open(section.begin, section.last):
        draft.source.claim(section.first, section.begin, where)
