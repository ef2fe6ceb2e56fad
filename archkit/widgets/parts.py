"""Parts: the values of a section → the pieces that its form is drawn from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from archkit.format.retired_options import retired_names
from archkit.model import components, findings
from archkit.model.comparison import Comparison, Criterion
from archkit.model.document import Document
from archkit.model.effort import TOTALS, Effort
from archkit.model.fields import Detail, FieldSpec, Frozen, Row, fields_of
from archkit.model.weighted_score import weighted_scores
from archkit.widgets.cell_problems import cell_problem
from archkit.widgets.columns import INSIDE, Column, citations, column, offered, own_column, plain_fields, shown
from archkit.widgets.details import details_column, details_text
from archkit.widgets.option_facts import facts_part, option_facts
from archkit.widgets.row_ids import IdPath, RowIds
from archkit.widgets.uses import uses_part

Json = dict[str, Any]

GROUPS = {"findings": findings.GROUPS, "components": components.GROUPS}
NOUNS = {"pros": "pro", "cons": "con"}
SAYS: dict[type[Row], str] = {findings.Finding: "text"}
#: The names of the compared options are the heads of the score columns.
HIDDEN: dict[type[Frozen], tuple[str, ...]] = {Comparison: ("options",)}


class Parts:
    """Describes the values of one document, giving ids to its rows."""

    def __init__(self, document: Document, ids: RowIds) -> None:
        self._document = document
        self._ids = ids
        self._options = offered("option", document)
        self._columns: dict[str, list[Column]] = {}

    def shared(self) -> Json:
        """Return what the parts refer to: columns by name, and what can be cited."""
        columns = {name: [one.as_json() for one in columns] for name, columns in self._columns.items()}
        cites = any(one.cites for found in self._columns.values() for one in found)
        return {"columns": columns, "citations": citations(self._document) if cites else ()}

    def section(self, spec: FieldSpec) -> list[Json]:
        """Return the parts of one section."""
        value = getattr(self._document, spec.key)
        if isinstance(value, Frozen):
            return self.parts(value, (spec.key,))
        if spec.key == "findings":
            return [self.rows(spec, value, (spec.key,)), *uses_part(self._document)]
        if spec.kind == "rows":
            return [self.rows(spec, value, (spec.key,)) | self._retired(spec)]
        self._columns[spec.key] = [replace(column(Document, spec, self._document), path=())]
        return [_fields((spec.key,), spec.key, {"cells": [shown(value)], "problems": {}})]

    def parts(self, owner: Frozen, path: IdPath) -> list[Json]:
        """Return what an object's fields are drawn as, in their order; neighbouring controls share a part."""
        parts: list[Json] = []
        hidden = HIDDEN.get(type(owner), ())
        has_computed = isinstance(owner, Effort) and bool(owner.work_items)
        run: list[FieldSpec] = []
        for spec in fields_of(type(owner)):
            if spec.key in hidden:
                continue
            if spec.kind not in INSIDE or spec.kind == "columns":
                run.append(_remark(spec) if has_computed and spec.key in TOTALS else spec)
                continue
            parts += self._run(owner, run, path)
            run = []
            if spec.row:
                parts.append(self.rows(spec, getattr(owner, spec.key), (*path, spec.key)))
        parts += self._run(owner, run, path)
        if has_computed:
            # Right below the work items, above the remarks beside them.
            after = next(at for at, part in enumerate(parts, 1) if part["path"] == (*path, "work_items"))
            parts.insert(after, _totals(self._document, path))
        return parts

    def rows(self, spec: FieldSpec, rows: tuple[Row, ...], path: IdPath) -> Json:
        """Return the part that draws the rows of a field."""
        assert spec.row
        # The heading above the rows says their group already; as a field it comes last.
        specs = sorted(fields_of(spec.row), key=lambda field: field.key == "group" and _layout(spec) == "table")
        columns = self._named(spec.key, spec.row, specs, rows)
        layout = _layout(spec)
        described: list[Json] = []
        facts = option_facts(self._document) if path == ("options",) else ()
        basis = (columns, self._options, self._document.comparison)
        said = self._ids.known.cells(path, rows, basis, lambda row: self._cells(row, columns))
        for name, row, found in zip(self._ids.of(path, rows), rows, said, strict=True):
            entry: Json = {"id": name, "group": getattr(row, "group", "")}
            if layout == "cards":
                entry["called"] = _called(row)
                entry["parts"] = [
                    *self.parts(row, (*path, name)),
                    *facts_part(facts, path, name, len(described)),
                ]
            else:
                entry |= found
            described.append(entry)
        part: Json = {
            "part": "rows",
            "path": path,
            "key": spec.key,
            "title": spec.title,
            "hint": spec.hint,
            "noun": NOUNS.get(spec.key, _noun(spec.row)),
            "named_by": spec.row.named_by,
            "layout": layout,
            "columns": spec.key,
            "rows": described,
            "own": any(field.kind == "columns" for field in fields_of(spec.row)),
        }
        return part | self._groups(spec, rows) | self._scores(spec.row, path)

    def _run(self, owner: Frozen, specs: list[FieldSpec], path: IdPath) -> list[Json]:
        if not specs:
            return []
        name = f"{type(owner).__name__}.{specs[0].key}"
        columns = self._named(name, type(owner), specs, (owner,))
        own = any(spec.kind == "columns" for spec in specs)
        return [_fields(path, name, self._cells(owner, columns), own)]

    def _named(self, name: str, owner: type[Frozen], specs: Iterable[FieldSpec], rows: tuple[Any, ...]) -> list[Column]:
        if name not in self._columns:
            self._columns[name] = [one for spec in specs for one in self._columns_of(owner, spec, rows)]
        return self._columns[name]

    def _columns_of(self, owner: type[Frozen], spec: FieldSpec, rows: tuple[Any, ...]) -> list[Column]:
        if spec.kind == "columns":
            kind = "cell" if issubclass(owner, Row) else "line"
            values = {title: value for row in rows for title, value in row.extra.items()}
            return [own_column(title, kind, isinstance(value, tuple)) for title, value in values.items()]
        if spec.kind == "details" and is_grid(owner):
            return [details_column(spec)]
        if spec.kind == "score":
            names = dict.fromkeys([*self._document.comparison.options, *self._document.option_names])
            return [Column(spec.key, name, spec.hint, "score", (spec.key, name), "input", cites=True) for name in names]
        return [] if spec.kind in INSIDE else [column(owner, spec, self._document)]

    def _cells(self, owner: Frozen, columns: list[Column]) -> Json:
        cells: list[Any] = []
        problems: dict[str, str] = {}
        specs = {spec.key: spec for spec in plain_fields(type(owner))}
        for index, one in enumerate(columns):
            value = getattr(owner, one.path[0])
            if len(one.path) == 2:
                value = value.get(one.path[1], "")
            elif one.kind == "details":
                value = details_text(value)
            cells.append(shown(value))
            if found := cell_problem(owner, one, specs.get(one.key), value, self._options, self._document.comparison):
                problems[str(index)] = found
        return {"cells": cells, "problems": problems}

    def _groups(self, spec: FieldSpec, rows: tuple[Row, ...]) -> Json:
        if spec.key not in GROUPS:
            return {}
        used = (getattr(row, "group", "") for row in rows)
        unread = {place.name for place in self._document.layout if place.part == spec.key and place.unread}
        open_groups = (group for group in GROUPS[spec.key] if group not in unread)
        return {"groups": list(dict.fromkeys([*open_groups, *used]))}

    def _retired(self, spec: FieldSpec) -> Json:
        return {"retired": retired_names(self._document)} if spec.key == "options" else {}

    def _scores(self, row: type[Row], path: IdPath) -> Json:
        if row is not Criterion:
            return {}
        comparison = self._document.comparison
        titles = dict.fromkeys([*comparison.options, *self._document.option_names])
        texts = [score.text for score in weighted_scores(comparison, titles).values()]
        footer = {"path": (*path, "footer"), "title": "Weighted score", "texts": texts}
        gone = [name for name in comparison.options if name not in self._document.option_names]
        return {"footer": footer, "order": ("comparison", "options"), "gone": gone}


def _fields(path: IdPath, columns: str, entry: Json, own: bool = False) -> Json:
    return {"part": "fields", "path": path, "columns": columns, "own": own} | entry


def _remark(spec: FieldSpec) -> FieldSpec:
    """Return the field of a total as it is while the total is computed: what its author says beside it."""
    return replace(
        spec, title=f"Remark beside {spec.title.lower()}", hint="What you say beside the computed total, such as why."
    )


def _totals(document: Document, path: IdPath) -> Json:
    # Only an effort with work items needs numpy. The page beside the form shows the same draws.
    from archkit.pages.analyses import shared_effort

    texts = shared_effort(document).texts
    titles = {spec.key: spec.title for spec in fields_of(Effort) if spec.key in TOTALS}
    by_key = {key.casefold(): text for key, text in texts.items()}
    return {
        "part": "computed",
        "path": (*path, "totals"),
        "title": "Totals",
        "hint": "Computed from the work items.",
        "titles": list(titles.values()),
        "texts": [by_key.get(key, "") for key in titles],
    }


def _layout(spec: FieldSpec) -> str:
    """Return how rows are drawn: long texts or lists as cards, details as pairs, claims as lines, else as a grid."""
    assert spec.row
    if spec.kind == "details":
        return "pairs"
    if {"prose", "rows"} & {field.kind for field in fields_of(spec.row)}:
        return "cards"
    return "table" if is_grid(spec.row) else "lines"


def is_grid(owner: type[Frozen]) -> bool:
    """Whether rows of a class are drawn as a grid, with their details as the lines of a cell."""
    kinds = {field.kind for field in fields_of(owner)}
    return issubclass(owner, Row) and owner is not Detail and not {"prose", "rows"} & kinds and kinds != {"line"}


def _called(row: Row) -> list[str]:
    texts = (row.called, getattr(row, SAYS.get(type(row), ""), ""))
    return [text for text in texts if text]


def _noun(row: type[Row]) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", row.__name__).lower()
