"""Edits: small named operations on the immutable document; each returns a new document.

A path says where: `("risks", 3, "owner")`, `("options", 0, "pros", 2, "claim")`,
`("comparison", "criteria", 1, "scores", "Outbox table")`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from archkit.errors import ModelError, UnreadSectionError
from archkit.model.document import Document, outline, rows_at
from archkit.model.fields import Frozen, Row, build, field_of
from archkit.model.followers import drop_option, follow_name, follow_numbers, is_scored
from archkit.model.references import REFERRED, Referred
from archkit.model.references import Path as Path
from archkit.model.scale_followers import SCALE_ROWS, WORD, follow_word


def set_value(document: Document, path: Path, value: object) -> Document:
    """Return the document with one field changed; what is named elsewhere is renamed there, too.

    Raises:
        ModelError: there is no such field or row, or the value does not fit.
        UnreadSectionError: the section is kept as text.
    """
    before = rows_at_or_error(document, path)
    changed = _changed(document, path, lambda _: value)
    if path[0] == "options" and path[2:] == ("name",):
        _refuse_double(changed, int(path[1]))
        if not rows_at(changed, path) and is_scored(document.comparison, str(before)):
            raise ModelError(
                f"option {int(path[1]) + 1}, name",
                "scores belong to this name",
                "give another name, or delete the option",
            )
    if path[:-2] == SCALE_ROWS and path[-1] == WORD:
        return follow_word(changed, int(path[-2]), document)
    referred = _referred(path[:-2])
    if referred and path[-1] == referred.key:
        return follow_name(changed, referred, str(before), str(rows_at(changed, path)), document)
    return changed


def _refuse_double(document: Document, index: int) -> None:
    """Scores belong to a name, so a second option of the name would take or lose them."""
    name = document.options[index].name.casefold()
    others = [option.name.casefold() for at, option in enumerate(document.options) if at != index]
    if name and name in others:
        where = f"option {index + 1}, name"
        raise ModelError(
            where,
            f"option {others.index(name) + 1 + (others.index(name) >= index)} has this name",
            "give it another one",
        )


def insert_row(document: Document, path: Path, index: int, row: Mapping[str, object] | Row) -> Document:
    """Return the document with a row put before `index` of the rows at `path`."""
    require_read(document, path)
    cls = row_class(path)
    made = row if isinstance(row, Row) else build(cls, row, where=str(path[0]))

    def put(rows: tuple[Row, ...]) -> tuple[Row, ...]:
        place = min(max(index, 0), len(rows))
        return (*rows[:place], made, *rows[place:])

    changed = _changed(document, path, put)
    return _renumbered(changed, path, document)


def delete_row(document: Document, path: Path) -> Document:
    """Return the document without the row at `path`; a deleted option leaves the comparison, too."""
    *parent, last = path
    gone = rows_at_or_error(document, path)
    index = int(last)
    changed = _changed(document, tuple(parent), lambda rows: (*rows[:index], *rows[index + 1 :]))
    if path[0] == "options" and len(path) == 2:
        changed = drop_option(changed, getattr(gone, "name", ""))
    return _renumbered(changed, tuple(parent), document)


def move_row(document: Document, path: Path, to: int) -> Document:
    """Return the document with the row at `path` standing at index `to` among its neighbours."""
    *parent, last = path
    moved = rows_at_or_error(document, path)
    index = int(last)

    def rearrange(rows: tuple[object, ...]) -> tuple[object, ...]:
        rest = [*rows[:index], *rows[index + 1 :]]
        rest.insert(min(max(to, 0), len(rest)), moved)
        return tuple(rest)

    changed = _changed(document, tuple(parent), rearrange)
    return _renumbered(changed, tuple(parent), document)


def _referred(path: Path) -> Referred | None:
    """Return what is said elsewhere of the rows at a path, None where nothing is."""
    return next((referred for referred in REFERRED if referred.path == path), None)


def _renumbered(changed: Document, path: Path, before: Document) -> Document:
    referred = _referred(path)
    return follow_numbers(changed, referred, before) if referred else changed


def row_class(path: Path) -> type[Row]:
    """Return the class of the rows that a path such as `("options", 0, "pros")` holds.

    Raises:
        ModelError: no rows stand there.
    """
    names = [step for step in path if isinstance(step, str)]
    cls: type[Frozen] = Document
    for name in names:
        spec = field_of(cls, name)
        cls = spec.row or _section_class(cls, name)
    if not issubclass(cls, Row):
        raise ModelError(".".join(map(str, path)), "no rows stand there", "name a list of rows, such as risks")
    return cls


def rows_at_or_error(document: Document, path: Path) -> object:
    """Return what stands at a path, or raise a ModelError that names the path."""
    require_read(document, path)
    try:
        if any(isinstance(step, int) and step < 0 for step in path):
            raise IndexError
        if path[-2:-1] == ("scores",):
            rows_at(document, path[:-1])
            return rows_at(document, path[:-1]).get(path[-1], "")  # type: ignore[attr-defined]
        if path[-2:-1] == ("extra",):
            return rows_at(document, path[:-1]).get(path[-1], "")  # type: ignore[attr-defined]
        return rows_at(document, path)
    except (IndexError, KeyError, AttributeError, TypeError):
        where = ".".join(str(step) for step in path)
        keys = ", ".join(spec.key for spec in outline())
        raise ModelError(where, "nothing stands there", f"a path begins with one of {keys}") from None


def require_read(document: Document, path: Path) -> None:
    """Refuse an edit of data in a section that is kept as text.

    Raises:
        UnreadSectionError: naming the section and why it is kept as text.
    """
    for place in document.layout:
        if place.unread and _section_of(place.part) == path[0]:
            if place.part == "option" or (place.name and path[0] in {"findings", "components"}):
                continue
            raise UnreadSectionError(place.name or field_of(Document, str(path[0])).title, place.unread)


def _section_of(part: str) -> str:
    return {"option": "options", "findings_group": "findings", "components_group": "components"}.get(part, part)


def _section_class(cls: type[Frozen], name: str) -> type[Frozen]:
    default = cls.model_fields[name].default
    return type(default) if isinstance(default, Frozen) else Frozen


def _changed(document: Document, path: Path, how: Callable[[Any], object]) -> Document:
    changed: Document = _change(document, path, how)
    return changed


def _change(node: Any, path: Path, how: Callable[[Any], object]) -> Any:
    if not path:
        return how(node)
    step, rest = path[0], path[1:]
    if isinstance(node, tuple):
        index = int(step)
        return (*node[:index], _change(node[index], rest, how), *node[index + 1 :])
    if isinstance(node, dict):
        return {**node, str(step): _change(node.get(str(step), ""), rest, how)}
    return node.replace(**{str(step): _change(getattr(node, str(step)), rest, how)})
