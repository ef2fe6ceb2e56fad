"""The comparison: a table of criteria × options with a computed last row, and what each person says of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from archkit.errors import quoted
from archkit.format import escape
from archkit.format.body import Body, make, unexpected
from archkit.format.inline import split_label
from archkit.format.lists import Item, Unreadable, read_list
from archkit.format.parts import folded
from archkit.format.sections.details import entry, split_bold
from archkit.format.sections.ratings import JUDGEMENTS, column_names, ratings_context, read_ratings
from archkit.format.tables import Table, read_table
from archkit.model.comparison import Comparison, Criterion, split_scale
from archkit.model.edit import Path
from archkit.model.option_named import option_named
from archkit.model.text import cell, label
from archkit.model.weighted_score import weighted_scores

_COMPUTED = re.compile(r"\*\*[^*]+\*\*$")
#: What the computed row may hold: a number, a range, a percentage, `out`, a dash.
_SCORE = re.compile(r"[-–—?]+|out|\d*[.,]?\d+(?:\s*[-–—]\s*\d*[.,]?\d+)?\s*%?", re.IGNORECASE)
_EMPTY = "[Criterion]"
#: The fields of the list below the table, and the rows of the tables below their headings.
_SETTINGS = {"weights": "weights", "reference": "reference"}
_TABLES = {"pairwise weights": "judgements", "ratings": "ratings"}


def read(body: Body, options: tuple[str, ...]) -> Comparison:
    """Read the comparison; `options` are the names of all options by their number."""

    def named(title: str) -> str:
        return column_named(title, options)

    values: dict[str, object] = {}
    below = "criteria"
    for block in body.blocks:
        if block.kind == "heading" and (below := _TABLES.get(folded(block.text), "")):
            continue
        if block.kind == "list" and below == "criteria" and not _SETTINGS.keys() & values.keys():
            values |= _settings(body, read_list(body.lines, block), named)
        elif block.kind != "table" or not below or below in values:
            raise unexpected(body, block, "one table")
        elif below == "criteria":
            values |= _criteria(body, read_table(body.lines, block), named)
        elif below == "ratings":
            values[below] = read_ratings(read_table(body.lines, block), named, body.places)
        else:
            places: dict[Path, int] = {}
            values[below] = JUDGEMENTS.read(read_table(body.lines, block), places)
            body.places |= {(below, *path): line for path, line in places.items()}
    return make(Comparison, values, body.first)


def _criteria(body: Body, table: Table, named: Callable[[str], str]) -> dict[str, object]:
    """Read the table of criteria × options."""
    if len(table.header) < 2 or table.header[0].casefold() != "criterion" or table.header[1].casefold() != "weight":
        raise Unreadable(
            table.line,
            "the comparison begins with the columns Criterion and Weight, then one for each option",
        )
    names = column_names(table, 2, named)
    body.places[("options",)] = table.line
    criteria: list[Criterion] = []
    for place, (cells, line) in enumerate(zip(table.rows, table.lines, strict=True)):
        if place == len(table.rows) - 1 and _COMPUTED.match(cells[0]) and not cells[1]:
            body.stated |= {
                ("score", name): (_stated(text, line), line) for name, text in zip(names, cells[2:], strict=True)
            }
            continue
        criterion, scale = split_scale(cell(cells[0]))
        values: dict[str, object] = {
            "criterion": "" if criterion == _EMPTY else criterion,
            "scale": scale,
            "weight": cells[1],
            "scores": dict(zip(names, cells[2:], strict=True)),
        }
        body.places[("criteria", len(criteria))] = line
        criteria.append(make(Criterion, values, line))
    if not criteria and names:
        raise Unreadable(table.line, "the comparison has options and no criterion; add a row")
    return {"options": tuple(names), "criteria": tuple(criteria)}


def _stated(text: str, line: int) -> str:
    """Return what a cell of the computed row states."""
    stated = text.strip("*_ ")
    if stated and not _SCORE.fullmatch(stated):
        raise Unreadable(
            line,
            f"{quoted(stated)} stands in the row that is computed, which holds numbers and out; write it below "
            "Recommended Approach, or in a row with a criterion",
        )
    return stated


def _settings(body: Body, items: list[Item], named: Callable[[str], str]) -> dict[str, object]:
    """Read the list below the table: how the weights are given, and the option that the others are set against."""
    values: dict[str, object] = {}
    for item in items:
        label, text = split_bold(item.text) or split_label(item.text) or ("", item.text)
        key = _SETTINGS.get(label.casefold())
        if not key or key in values or item.children:
            raise Unreadable(
                item.line,
                f"{quoted(item.text)} is not understood here; the list below the comparison has one line "
                "Weights: … and one line Reference: …",
            )
        body.places[(key,)] = item.line
        values[key] = named(text) if key == "reference" else text
    return values


def context(comparison: Comparison) -> dict[str, object]:
    """Return what the template writes; the weighted scores are computed here and never data."""
    names = list(dict.fromkeys([*comparison.options, *(name for item in comparison.criteria for name in item.scores)]))
    kept = [item for item in comparison.criteria if not item.is_empty]
    scores = [score.text for score in weighted_scores(comparison, names).values()]
    rows = [
        [
            _criterion(item),
            escape.cell(item.weight),
            *(escape.cell(item.scores.get(name, "")) for name in names),
        ]
        for item in kept
    ]
    if any(scores):
        rows.append(["**Weighted score**", "", *(f"**{score}**" if score else "" for score in scores)])
    tables = (
        ("Pairwise Weights", JUDGEMENTS.context(comparison.judgements)),
        ("Ratings", ratings_context(comparison.ratings, tuple(names))),
    )
    return {
        "titles": ["Criterion", "Weight", *(escape.cell(name) for name in names)],
        "rules": ["---", *["---:"] * (len(names) + 1)],
        "rows": rows if kept else [],
        "items": [
            entry(f"{label.title()}: {value}")
            for label, key in _SETTINGS.items()
            if (value := getattr(comparison, key))
        ],
        "tables": [(title, table) for title, table in tables if table["rows"]],
    }


def column_named(title: str, options: tuple[str, ...]) -> str:
    """Return the option that a column names, or the name as it stands where no option has it."""
    return option_named(title, options) or label(title)


def _criterion(item: Criterion) -> str:
    name = item.criterion or _EMPTY
    if not item.scale:
        return escape.cell(name)
    # Only brackets with an ellipsis are a scale; one that lacks it gets one, which reading takes off again.
    open_end = "" if "…" in item.scale or "..." in item.scale else " …"
    return escape.cell(f"{name} ({item.scale}{open_end})")
