"""What people say one by one, below the comparison: pairwise weights, and the ratings of each rater."""

from __future__ import annotations

from collections.abc import Callable

from archkit.errors import quoted
from archkit.format import escape
from archkit.format.body import make
from archkit.format.lists import Unreadable
from archkit.format.sections.grid import GridShape
from archkit.format.tables import Table
from archkit.model.edit import Path
from archkit.model.ratings import Judgement, Rating

JUDGEMENTS = GridShape(row=Judgement, always=("criterion", "against", "ratio"), required="criterion")
_TITLES = ("rater", "criterion", "weight")


def read_ratings(table: Table, named: Callable[[str], str], places: dict[Path, int]) -> tuple[Rating, ...]:
    """Read the ratings: the columns Rater, Criterion and Weight, then one for each option that is rated.

    Args:
        table: The table below the heading.
        named: Gives the option that a column's title names.
        places: Takes the line of each row.
    """
    titles = [title.casefold() for title in table.header[:3]]
    first = 3 if titles == list(_TITLES) else 2
    if tuple(titles[:2]) != _TITLES[:2]:
        raise Unreadable(
            table.line, "the ratings begin with the columns Rater, Criterion and Weight, then one for each option"
        )
    names = column_names(table, first, named)
    ratings: list[Rating] = []
    for cells, line in zip(table.rows, table.lines, strict=True):
        values: dict[str, object] = dict(zip(_TITLES, cells[:first], strict=False))
        places[("ratings", len(ratings))] = line
        ratings.append(make(Rating, values | {"scores": dict(zip(names, cells[first:], strict=True))}, line))
    return tuple(ratings)


def ratings_context(ratings: tuple[Rating, ...], options: tuple[str, ...]) -> dict[str, object]:
    """Return what the template writes: a column for each option that is compared or rated."""
    kept = [row for row in ratings if not row.is_empty]
    names = list(dict.fromkeys([*options, *(name for row in kept for name in row.scores)]))
    return {
        "titles": ["Rater", "Criterion", "Weight", *(escape.cell(name) for name in names)],
        "rules": ["---", "---", *["---:"] * (len(names) + 1)],
        "rows": [
            [*map(escape.cell, (row.rater, row.criterion, row.weight, *(row.scores.get(name, "") for name in names)))]
            for row in kept
        ],
    }


def column_names(table: Table, first: int, named: Callable[[str], str]) -> list[str]:
    """Return the options that the columns from `first` on name.

    Raises:
        Unreadable: a column names no option, or one that another column names, too.
    """
    names = [named(title) for title in table.header[first:]]
    for name in names:
        if not name or names.count(name) > 1:
            raise Unreadable(table.line, f"two columns name the option {quoted(name)}; a column names one option once")
    return names
