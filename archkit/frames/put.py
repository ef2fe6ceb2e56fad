"""Checked rows → document, for the frames whose rows are not simply the rows of a section."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from archkit.errors import FrameError, nearest, quoted
from archkit.frames.shapes import CON, PRO, FrameShape
from archkit.model.document import Document
from archkit.model.edit import set_value
from archkit.model.fields import Detail, build, fields_of
from archkit.model.followers import without_scores
from archkit.model.options import Point
from archkit.model.phase_followers import renumber_phases
from archkit.model.text import label


def put_rows(document: Document, shape: FrameShape, rows: tuple[Any, ...]) -> Document:
    """Replace the rows at the shape's path."""
    if len(shape.path) == 1:
        return document.replace(**{str(shape.path[0]): rows})
    outer, inner = map(str, shape.path)
    return document.replace(**{outer: getattr(document, outer).replace(**{inner: rows})})


def _put_options(document: Document, shape: FrameShape, rows: tuple[Any, ...]) -> Document:
    """Options keep the pros and cons of the option of the same name; a new name in an old place is a renamed option."""
    for at, row in enumerate(rows):
        if [other.name for other in rows].count(row.name) > 1:
            raise FrameError(
                f"options, row {at}, column name",
                f"{quoted(row.name)} is there twice",
                "give each option its own name",
            )
    document = _renamed(document, [row.name for row in rows])
    standing = {option.name: option for option in document.options}
    kept = tuple(
        row.replace(pros=standing[row.name].pros, cons=standing[row.name].cons) if row.name in standing else row
        for row in rows
    )
    gone = {name for name in standing if name not in {row.name for row in rows}}
    come = [at for at, row in enumerate(rows) if row.name and row.name not in standing]
    if gone and come:
        lost = quoted(sorted(gone)[0])
        problem = f"{lost} is gone and {quoted(rows[come[0]].name)} is new; a renamed option would lose its points"
        raise FrameError(f"options, row {come[0]}, column name", problem, "rename, then add or remove, in two steps")
    for name in gone:
        document = without_scores(document, name)
    return document.replace(options=kept)


def _renamed(document: Document, names: list[str]) -> Document:
    """Return the document with an option renamed, everywhere, where its place has a name that is new."""
    before = [(index, option.name) for index, option in enumerate(document.options) if not option.is_empty]
    if len(before) != len(names):
        return document
    taken = {name for _, name in before}
    for (index, old), new in zip(before, names, strict=True):
        if old not in names and new not in taken:
            document = set_value(document, ("options", index, "name"), new)
    return document


def _put_phases(document: Document, shape: FrameShape, rows: tuple[Any, ...]) -> Document:
    """Work items and risks that name a phase by its number follow the phase of the same name."""
    return renumber_phases(document, put_rows(document, shape, rows))


def _put_points(document: Document, shape: FrameShape, rows: tuple[Any, ...]) -> Document:
    names = document.option_names
    for name in names:
        if names.count(name) > 1:
            raise FrameError("points", f"two options are called {quoted(name)}", "give each option its own name first")
    given: dict[tuple[str, str], list[Point]] = {(name, side): [] for name in names for side in (PRO, CON)}
    for at, row in enumerate(rows):
        if row.is_empty:
            continue
        option, side = label(row.option), row.side.strip().casefold()
        if option not in names:
            close = nearest(option, names)
            remedy = f"did you mean {close}?" if close else f"the options are {', '.join(names)}"
            raise FrameError(f"points, row {at}, column option", f"there is no option {quoted(option)}", remedy)
        if side not in (PRO, CON):
            raise FrameError(f"points, row {at}, column side", f"{quoted(side)} is no side", "use pro or con")
        given[option, side].append(Point(claim=row.claim, evidence=row.evidence))
    options = tuple(
        option.replace(pros=tuple(given[option.name, PRO]), cons=tuple(given[option.name, CON]))
        if option.name
        else option
        for option in document.options
    )
    return document.replace(options=options)


def _put_criteria(document: Document, shape: FrameShape, rows: tuple[Any, ...]) -> Document:
    scored = [name for row in rows for name in row.scores]
    names = tuple(dict.fromkeys([*document.comparison.options, *scored]))
    return document.replace(comparison=document.comparison.replace(options=names, criteria=rows))


def _put_performance(document: Document, shape: FrameShape, rows: tuple[Any, ...]) -> Document:
    known = {spec.title.casefold(): spec.key for spec in fields_of(type(document.performance)) if spec.kind == "line"}
    values: dict[str, object] = {}
    details: list[Detail] = []
    for row in rows:
        key = known.get(row.label.casefold())
        if key and key not in values:
            values[key] = row.text
        elif not row.is_empty:
            details.append(Detail(key=row.label, value=row.text))
    return document.replace(performance=build(type(document.performance), values | {"details": tuple(details)}))


PUT: dict[str, Callable[[Document, FrameShape, tuple[Any, ...]], Document]] = {
    "phases": _put_phases,
    "options": _put_options,
    "points": _put_points,
    "criteria": _put_criteria,
    "performance": _put_performance,
}
