"""Rows of a section out of a list, a table or the cells of a sheet; None where a list or table holds something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from archkit.errors import ModelError
from archkit.format.cells import split_cells
from archkit.format.inline import split_label, split_point
from archkit.importing.items import Item, read_items, simple_lines
from archkit.importing.row_columns import DETAILS, NAMED, ROWS, column_meanings
from archkit.model.fields import Detail, Row, build, fields_of
from archkit.model.findings import DOCUMENTATION
from archkit.model.text import folded

_BOLD = re.compile(
    r"(?:\*\*|__)(?P<name>(?:(?!\*\*|__).)+?):?(?:\*\*|__)\s*[:：]?\s*(?:[-–—]\s+)?(?P<rest>.*)$", re.DOTALL
)
_LINK = re.compile(r"\[(?P<text>[^\]]+)\]\((?P<url>https?://[^)\s]+)\)$")
_ADDRESS = re.compile(r"(?P<text>.*?)[\s:(-]*<?(?P<url>https?://[^\s>)]+)>?\)?$", re.DOTALL)
_MITIGATION = re.compile(
    r"mitigations?|mitigated by|maßnahme|gegenmaßnahme|counter-?measure|mitigación|缓解措施|対策", re.IGNORECASE
)
#: `Risk: … Mitigation: …` in one item, with either word in bold.
_RISK = re.compile(
    r"(?P<mark>(?:\*\*|__)?(?:risk|risiko|risque|riesgo|risco|rischio|风险|リスク|риск)\s*\d*(?:\*\*|__)?\s*[:：](?:\*\*|__)?\s*)?"
    r"(?P<risk>\S.*?)(?:[\s.;,，。–—→-]+(?:\*\*|__|\*)?(?:mitigations?|mitigated by|gegenmaßnahme|maßnahme"
    r"|mitigación|mitigação|atténuation|缓解措施|缓解|対策|митигация|меры)(?:\*\*|__|\*)?\s*[:：](?:\*\*|__|\*)?\s*(?P<mitigation>\S.*))?",
    re.IGNORECASE,
)
_LONGEST = 600


def rows_of_cells(section: str, titles: Sequence[str], cells: Sequence[Sequence[str]]) -> tuple[Row, ...] | None:
    """Return a row for each line of cells, None when no column names the rows."""
    meanings = column_meanings(section, list(titles))
    if NAMED[section][0] not in meanings:
        return None
    rows = []
    for line in cells:
        if not any(cell.strip() for cell in line):
            continue
        if len(line) > len(titles):
            return None
        values: dict[str, Any] = {"group": DOCUMENTATION} if section == "findings" else {}
        own: list[tuple[str, str]] = []
        for title, meaning, cell in zip(titles, meanings, line, strict=False):
            if meaning:
                values[meaning] = cell
            elif cell.strip():
                own.append((title.strip() or "Column", cell))
        row = _made(section, values, own)
        if row is None:
            return None
        rows.append(row)
    return tuple(rows) or None


def rows_of_table(section: str, lines: Sequence[str]) -> tuple[Row, ...] | None:
    """Return the rows of a Markdown table."""
    titles = [title.strip("*_ ") for title in split_cells(lines[0])]
    if len({folded(title) for title in titles}) != len(titles):
        return None
    return rows_of_cells(section, titles, [split_cells(line) for line in lines[2:]])


def rows_of_list(section: str, lines: Sequence[str]) -> tuple[Row, ...] | None:
    """Return a row for each item of a list."""
    items = read_items(lines, 0, len(lines))
    if not items or any(line.strip() for line in lines[: items[0].first]):
        return None
    rows = [_of_item(section, item) for item in items]
    return None if any(row is None for row in rows) else tuple(row for row in rows if row)


def _of_item(section: str, item: Item) -> Row | None:
    below = simple_lines(item.below)
    if below is None or not item.line or len(item.line) > _LONGEST:
        return None
    if section == "findings":
        return _finding(item.line, below)
    name, behind = NAMED[section]
    values: dict[str, Any] = {name: item.line}
    if section == "risks" and (told := _RISK.fullmatch(item.line)) and (told["mark"] or told["mitigation"]):
        values = {name: told["risk"], behind: told["mitigation"] or ""}
    elif behind:
        head, tail = _split(item.line)
        values = {name: head, behind: tail}
    own = [split_label(text) or ("", text) for text in below]
    if section == "risks":
        said = [text for key, text in own if _MITIGATION.fullmatch(key.strip("*_ "))]
        if said and not values.get("mitigation"):
            values["mitigation"] = said[0]
            own = [(key, text) for key, text in own if text != said[0]]
        values[behind] = "; ".join(
            [part for part in (values.get(behind, ""), *(f"{k}: {t}" if k else t for k, t in own)) if part]
        )
        own = []
    return _made(section, values, own)


def _finding(text: str, below: list[str]) -> Row | None:
    values: dict[str, Any] = {"group": DOCUMENTATION, "text": text}
    if found := _LINK.fullmatch(text):
        values |= {"text": found["text"], "source": found["url"]}
    elif (found := _ADDRESS.fullmatch(text)) and "](" not in text and found["text"].strip():
        values |= {"text": found["text"].strip(), "source": found["url"]}
    return _made("findings", values, [split_label(line) or ("", line) for line in below])


def _split(text: str) -> tuple[str, str]:
    if found := _BOLD.match(text):
        return found["name"], found["rest"]
    if (labelled := split_label(text)) and len(labelled[0]) <= 80:
        return labelled
    head, tail = split_point(text)
    return (head, tail) if tail and len(head) <= 80 else (text, "")


def _made(section: str, values: dict[str, Any], own: list[tuple[str, str]]) -> Row | None:
    """Return the row, with what is the author's own in its columns or details; None when it cannot be made."""
    kind = ROWS[section]
    keys = {spec.key for spec in fields_of(kind)}
    clean = {key: " ".join(value.split()) if "\n" not in value else value for key, value in values.items() if value}
    if "extra" in keys:
        clean["extra"] = dict(own)
        if len(dict(own)) != len(own):
            return None
    elif own:
        clean[DETAILS] = tuple(detail for key, text in own for detail in _details(key, text))
    try:
        return build(kind, clean)
    except ModelError:
        return None


def _details(key: str, text: str) -> list[Detail]:
    """Return the details that a cell holds: several in the column of a frame, one in any other."""
    if key != DETAILS:
        return [Detail(key=key.strip("*_ "), value=" ".join(text.split()))]
    pairs = (line.partition(":") for line in text.split("\n") if line.strip())
    return [Detail(key=key if colon else "", value=value if colon else key) for key, colon, value in pairs]
