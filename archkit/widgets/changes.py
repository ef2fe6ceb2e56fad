"""What changed between two descriptions of a section: single cells, or the shape of the form itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from archkit.widgets.parts import Json
from archkit.widgets.row_ids import IdPath

VALUES = {"cells", "problems", "texts", "markdown", "called"}


def shape(description: Any) -> Any:
    """Return a description without the values in it: what has to be drawn anew when it differs."""
    if isinstance(description, dict):
        return {name: shape(value) for name, value in description.items() if name not in VALUES}
    if isinstance(description, (list, tuple)):
        return [shape(item) for item in description]
    return description


def parts_of(description: Json) -> Iterator[Json]:
    """Yield every part of a description, inner ones too."""
    for part in description.get("parts", ()):
        yield part
        for row in part.get("rows", ()):
            yield from parts_of(row)


def cells(description: Json) -> dict[IdPath, tuple[Any, str]]:
    """Return each cell's value and problem by its path."""
    found: dict[IdPath, tuple[Any, str]] = {}
    for entry in _entries(description):
        found |= entry.cells()
    return found


def cell_at(description: Json, path: IdPath) -> tuple[Any, str] | None:
    """Return the value and the problem of one cell, None where the form has none."""
    near = (entry for entry in _entries(description) if entry.path == path[: len(entry.path)])
    return next((cells[path] for entry in near if path in (cells := entry.cells())), None)


class _Entry(NamedTuple):
    """The cells of one row, of the fields of a part, or a text."""

    path: IdPath
    columns: list[Json]
    values: Json

    def cells(self) -> dict[IdPath, tuple[Any, str]]:
        if "markdown" in self.values:
            return {self.path: (self.values["markdown"], "")}
        problems = self.values["problems"]
        cells = enumerate(zip(self.columns, self.values["cells"], strict=True))
        return {(*self.path, *column["path"]): (cell, problems.get(str(at), "")) for at, (column, cell) in cells}


def _entries(description: Json) -> Iterator[_Entry]:
    for part in parts_of(description):
        if part["part"] == "text":
            yield _Entry(part["path"], [], part)
        if "columns" not in part:
            continue
        columns = description["columns"][part["columns"]]
        if "cells" in part:
            yield _Entry(part["path"], columns, part)
        for row in part.get("rows", ()):
            if "cells" in row:
                yield _Entry((*part["path"], row["id"]), columns, row)


def computed(description: Json) -> dict[IdPath, list[str]]:
    """Return the lines that are computed, by the path of what they stand in."""
    found: dict[IdPath, list[str]] = {}
    for part in parts_of(description):
        for holder in (part, part.get("footer", {})):
            if "texts" in holder:
                found[holder["path"]] = holder["texts"]
    return found


def titles(description: Json) -> dict[IdPath, list[str]]:
    """Return what each card is called, by its path."""
    rows = ((part["path"], row) for part in parts_of(description) for row in part.get("rows", ()))
    return {(*path, row["id"]): row["called"] for path, row in rows if "called" in row}


def differences(before: Json, after: Json) -> Json:
    """Return what changed in the values, for two descriptions of the same shape."""
    old: dict[IdPath, tuple[Any, str]] = {}
    new: dict[IdPath, tuple[Any, str]] = {}
    for was, now in zip(_entries(before), _entries(after), strict=True):
        # A row that nobody touched has the very same cells.
        if was.values.get("cells") is None or was.values.get("cells") is not now.values.get("cells"):
            old |= was.cells()
            new |= now.cells()
    old_texts, new_texts = computed(before), computed(after)
    old_titles, new_titles = titles(before), titles(after)
    return {
        "values": [[path, value] for path, (value, _) in new.items() if old[path][0] != value],
        "problems": [[path, found] for path, (_, found) in new.items() if old[path][1] != found],
        "texts": [[path, texts] for path, texts in new_texts.items() if old_texts[path] != texts],
        "titles": [[path, called] for path, called in new_titles.items() if old_titles[path] != called],
    }
