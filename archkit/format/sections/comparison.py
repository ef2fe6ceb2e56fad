"""The comparison: a table of criteria × options with a computed last row."""

from __future__ import annotations

import re

from archkit.errors import quoted
from archkit.format import escape
from archkit.format.body import Body, make
from archkit.format.lists import Unreadable
from archkit.model.comparison import Comparison, Criterion, split_scale, weighted_score
from archkit.model.text import cell, label

_COMPUTED = re.compile(r"\*\*[^*]+\*\*$")
_NUMBERED = re.compile(r"option\s+(\d+)$", re.IGNORECASE)
_EMPTY = "[Criterion]"


def read(body: Body, options: tuple[str, ...]) -> Comparison:
    """Read the comparison; `options` are the names of all options by their number."""
    table = body.table()
    if table is None:
        return Comparison()
    if len(table.header) < 2 or table.header[0].casefold() != "criterion" or table.header[1].casefold() != "weight":
        raise Unreadable(
            table.line,
            "the comparison begins with the columns Criterion and Weight, then one for each option",
        )
    names = [option_named(title, options) for title in table.header[2:]]
    for name in names:
        if not name or names.count(name) > 1:
            raise Unreadable(table.line, f"two columns name the option {quoted(name)}; a column names one option once")
    body.places[("options",)] = table.line
    criteria: list[Criterion] = []
    for place, (cells, line) in enumerate(zip(table.rows, table.lines, strict=True)):
        if place == len(table.rows) - 1 and _COMPUTED.match(cells[0]) and not cells[1]:
            for name, stated in zip(names, cells[2:], strict=True):
                body.stated[("score", name)] = (stated.strip("* "), line)
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
    return Comparison(options=tuple(names), criteria=tuple(criteria))


def context(comparison: Comparison) -> dict[str, object]:
    """Return what the template writes; the weighted scores are computed here and never data."""
    names = list(dict.fromkeys([*comparison.options, *(name for item in comparison.criteria for name in item.scores)]))
    kept = [item for item in comparison.criteria if not item.is_empty]
    scores = [weighted_score(tuple(kept), name).text for name in names]
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
    return {
        "titles": ["Criterion", "Weight", *(escape.cell(name) for name in names)],
        "rules": ["---", *["---:"] * (len(names) + 1)],
        "rows": rows if kept else [],
    }


def option_named(title: str, options: tuple[str, ...]) -> str:
    """Return the option that a column names: by its name, by its number, or a name that no option has."""
    name = label(title)
    if name in options:
        return name
    found = _NUMBERED.match(name)
    if found and 0 < int(found[1]) <= len(options) and options[int(found[1]) - 1]:
        return options[int(found[1]) - 1]
    folded = [option for option in options if option.casefold() == name.casefold()]
    return folded[0] if len(folded) == 1 else name


def _criterion(item: Criterion) -> str:
    name = item.criterion or _EMPTY
    if not item.scale:
        return escape.cell(name)
    # Only brackets with an ellipsis are a scale; one that lacks it gets one, which reading takes off again.
    open_end = "" if "…" in item.scale or "..." in item.scale else " …"
    return escape.cell(f"{name} ({item.scale}{open_end})")
