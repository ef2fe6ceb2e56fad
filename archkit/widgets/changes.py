"""What changed between two descriptions of a section: single cells, or the shape of the form itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

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
    for part in parts_of(description):
        if part["part"] == "text":
            found[part["path"]] = (part["markdown"], "")
        if "columns" not in part:
            continue
        columns = description["columns"][part["columns"]]
        entries = [(part["path"], part)] if "cells" in part else []
        entries += [((*part["path"], row["id"]), row) for row in part.get("rows", ()) if "cells" in row]
        for path, entry in entries:
            for index, (column, cell) in enumerate(zip(columns, entry["cells"], strict=True)):
                found[(*path, *column["path"])] = (cell, entry["problems"].get(str(index), ""))
    return found


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
    old, new = cells(before), cells(after)
    old_texts, new_texts = computed(before), computed(after)
    old_titles, new_titles = titles(before), titles(after)
    return {
        "values": [[path, value] for path, (value, _) in new.items() if old[path][0] != value],
        "problems": [[path, found] for path, (_, found) in new.items() if old[path][1] != found],
        "texts": [[path, texts] for path, texts in new_texts.items() if old_texts[path] != texts],
        "titles": [[path, called] for path, called in new_titles.items() if old_titles[path] != called],
    }
