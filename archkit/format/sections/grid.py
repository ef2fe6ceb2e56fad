"""Rows that are one table: risks, work items, pairwise weights, the risk scale."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from archkit.errors import quoted
from archkit.format import escape
from archkit.format.lists import Unreadable
from archkit.format.tables import Table
from archkit.model.fields import FieldSpec, Row, build, field_of, fields_of, number_text
from archkit.model.placeholders import PLACEHOLDERS

ALIGNED = "---:"
PLAIN = "---"


@dataclass(frozen=True)
class GridShape:
    """How rows stand in a table: which columns are always there, and which as soon as one row uses them.

    Attributes:
        row: The class of its rows; columns that archkit does not know are in its `extra`, if it has that.
        always: The fields whose columns are always written.
        required: The field without whose column the table is not understood.
    """

    row: type[Row]
    always: tuple[str, ...]
    required: str

    def columns(self, table: Table, unit: str = "") -> dict[int, FieldSpec]:
        """Return the known columns of a table by their place; a column without a title of ours is not among them.

        Raises:
            Unreadable: the column that names the rows is missing.
        """
        by_title = _by_title(self.row, unit)
        titles = [title.casefold() for title in table.header]
        found = {place: by_title[title] for place, title in enumerate(titles) if title in by_title}
        keys = [spec.key for spec in found.values()]
        for place, spec in found.items():
            if keys.count(spec.key) > 1:
                raise Unreadable(
                    table.line,
                    f"two columns hold the {spec.title.lower()}; join {quoted(table.header[place])} and the other",
                )
        for place, title in enumerate(table.header):
            if not title and any(cells[place] for cells in table.rows):
                raise Unreadable(table.line, f"column {place + 1} has no title; give it one")
        if self.required not in keys:
            title = field_of(self.row, self.required).title
            raise Unreadable(table.line, f"the table has no column {quoted(title)}; it names the rows")
        return found

    def read(self, table: Table | None, places: dict[tuple[str | int, ...], int], unit: str = "") -> tuple[Row, ...]:
        """Read the rows of a table, none where there is no table."""
        if table is None:
            return ()
        known = self.columns(table, unit)
        unknown = [place for place in range(len(table.header)) if place not in known]
        if unknown and "extra" not in self.row.model_fields:
            titles = ", ".join(spec.title for spec in _known(self.row))
            raise Unreadable(
                table.line, f"the column {quoted(table.header[unknown[0]])} is not understood here; it has {titles}"
            )
        rows: list[Row] = []
        keys = [(place, spec.key) for place, spec in known.items()]
        for cells, line in zip(table.rows, table.lines, strict=True):
            if any(cells) and PLACEHOLDERS.issuperset(filter(None, cells)):
                continue
            values: dict[str, object] = {key: cells[place] for place, key in keys if cells[place]}
            if unknown:
                values["extra"] = {table.header[place]: cells[place] for place in unknown}
            places[(len(rows),)] = line
            rows.append(build(self.row, values))
        if unknown and not rows:
            raise Unreadable(
                table.line, f"the table has a column {quoted(table.header[unknown[0]])} and no row; add a row"
            )
        return tuple(rows)

    def context(self, rows: tuple[Row, ...], unit: str = "") -> dict[str, object]:
        """Return what the template writes: titles, alignments and cells."""
        kept = [row for row in rows if not row.is_empty]
        specs = [
            spec
            for spec in _known(self.row)
            if spec.key in self.always or any(getattr(row, spec.key) not in ("", None) for row in kept)
        ]
        extra = list(dict.fromkeys(title for row in kept for title in _extra(row)))
        return {
            "titles": [_title(spec, unit) for spec in specs] + [escape.cell(title) for title in extra],
            "rules": [ALIGNED if spec.kind == "number" else PLAIN for spec in specs] + [PLAIN] * len(extra),
            "rows": [
                [_cell(getattr(row, spec.key)) for spec in specs]
                + [_cell(_extra(row).get(title, "")) for title in extra]
                for row in kept
            ],
        }


def _known(row: type[Row]) -> list[FieldSpec]:
    return [spec for spec in fields_of(row) if spec.kind != "columns"]


def _title(spec: FieldSpec, unit: str) -> str:
    return f"{spec.title} ({unit})" if unit and spec.kind == "number" else spec.heading


@cache
def _by_title(row: type[Row], unit: str) -> dict[str, FieldSpec]:
    """Return the fields of a row by the folded titles that their columns may have."""
    return {title.casefold(): spec for spec in _known(row) for title in (spec.title, spec.heading, _title(spec, unit))}


def _extra(row: Row) -> dict[str, str]:
    extra: dict[str, str] = getattr(row, "extra", {})
    return extra


def _cell(value: object) -> str:
    if value is None:
        return ""
    return escape.cell(number_text(value) if isinstance(value, float) else str(value))
