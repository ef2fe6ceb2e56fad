"""One section of an open document: its fields, its rows, its frame and its form."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from archkit.errors import FrameError, ModelError, nearest
from archkit.model.document import Document, outline, rows_at
from archkit.model.edit import Path, insert_row, row_class, set_value
from archkit.model.edit_rows import duplicate_rows, fill_rows
from archkit.model.fields import Frozen, Row, field_of, fields_of
from archkit.model.option_edits import refuse_taken

if TYPE_CHECKING:
    import pandas as pd

    from archkit.session import Session

#: The frame that a section shows when it is asked for one without a name.
_FRAME_OF = {"comparison": "criteria", "data_flow": "flows", "effort": "work_items"}
#: Rows inside a section that have a name of their own: `doc.work_items` is `doc.effort.work_items`.
INSIDE: dict[str, Path] = {
    "criteria": ("comparison", "criteria"),
    "judgements": ("comparison", "judgements"),
    "ratings": ("comparison", "ratings"),
    "nodes": ("data_flow", "nodes"),
    "flows": ("data_flow", "flows"),
    "work_items": ("effort", "work_items"),
    "points": ("options",),
}
#: What a section of rows answers to, for the message when it is asked for something else.
_OF_ROWS = ("frame", "rows", "add", "set", "fill", "duplicate", "remove", "move", "edit")
#: Rows that are put together from others; they change through their frame.
_DERIVED = frozenset({"points"})


class Section:
    """A section of an open document; what is set here is checked, saved, and seen by every form.

    A section of rows is a sequence: `doc.risks[0].owner`, `len(doc.risks)`, `doc.risks.add(risk="…")`. A section of
    fields has attributes: `doc.recommendation.rationale`. Every section has `.edit()`, a structured one has `.frame`.
    """

    _session: Session
    _key: str
    _path: Path

    def __init__(self, session: Session, key: str) -> None:
        object.__setattr__(self, "_session", session)
        object.__setattr__(self, "_key", key)
        object.__setattr__(self, "_path", INSIDE.get(key, (key,)))

    @property
    def value(self) -> Any:
        """The section's data: a tuple of rows, an object with fields, or a text."""
        if self._key in _DERIVED:
            from archkit.frames.to_frame import rows_of

            return tuple(rows_of(self._session.document, self._key))
        return rows_at(self._session.document, self._path)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the section, none where it has fields."""
        value = self.value
        return tuple(row for row in value if isinstance(row, Row)) if isinstance(value, tuple) else ()

    @property
    def frame(self) -> pd.DataFrame:
        """The section as a pandas frame; assign a frame to change the section."""
        from archkit.frames import frame

        return frame(self._session.document, self._frame_name())

    def edit(self) -> Any:
        """Return the form of this section."""
        from archkit.widgets.form import section_form

        return section_form(self._session, str(self._path[0]))

    def add(self, **fields: object) -> None:
        """Append a row with the given fields.

        Raises:
            ModelError: a field is not one of this section's, a value does not fit it, or an option has the name.
        """
        self._require_rows()
        if self._path == ("options",):
            refuse_taken(self._session.document, str(fields.get("name") or ""))
        self._session.change(lambda document: insert_row(document, self._path, sys.maxsize, fields))

    def remove(self, index: int) -> None:
        """Delete the row at `index`; -1 is the last one.

        Raises:
            ModelError: there is no such row.
        """
        self._session.delete(self._row(index))

    def move(self, index: int, to: int) -> None:
        """Move the row at `index` to the index `to`.

        Raises:
            ModelError: there is no such row.
        """
        self._session.move(self._row(index), int(self._row(to)[-1]))

    def duplicate(self, index: int) -> None:
        """Put a copy of the row at `index` below it; a name that has to be unique gets a new one.

        Raises:
            ModelError: there is no such row.
        """
        *path, place = self._row(index)
        self._session.change(lambda document: duplicate_rows(document, tuple(path), (int(place),)))

    def fill(self, rows: Iterable[Mapping[str, object]], *, at: int | None = None) -> None:
        """Fill rows from `at` on with the given fields as one step, and add those that are missing; None only adds.

        Raises:
            ModelError: there is no such row or field, or a value does not fit it; nothing is filled.
        """
        self._require_rows()
        given = [dict(row) for row in rows]
        first = len(self) if at is None else int(self._row(at)[-1])
        held, added = given[: len(self) - first], given[len(self) - first :]
        cells = [(first + number, (name,), value) for number, row in enumerate(held) for name, value in row.items()]
        self._session.change(lambda document: fill_rows(document, self._path, cells, added))

    def set(self, index: int, **fields: object) -> None:
        """Change fields of the row at `index`, all of them or none.

        Raises:
            ModelError: there is no such row or field, or a value does not fit it.
        """
        row = self._row(index)
        for name in fields:
            field_of(row_class(self._path), name)

        def changed(document: Document) -> Document:
            for name, value in fields.items():
                document = set_value(document, (*row, name), value)
            return document

        self._session.change(changed)

    def __len__(self) -> int:
        return len(self.rows)

    def __bool__(self) -> bool:
        value = self.value
        return value != type(value)() if isinstance(value, Frozen) else bool(value)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __getitem__(self, index: int) -> Row:
        return self.rows[index]

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        value = self.value
        if isinstance(value, Frozen) and name in type(value).model_fields:
            return getattr(value, name)
        known = [spec.key for spec in fields_of(type(value))] if isinstance(value, Frozen) else list(_OF_ROWS)
        close = nearest(name, known)
        right = f"did you mean {close}?" if close else f"it has {', '.join(known)}"
        raise AttributeError(f'"{self._key}" has no "{name}"; {right}')

    def __setattr__(self, name: str, given: object) -> None:
        if name == "frame":
            from archkit.frames import with_frame

            frame, frame_name = cast("pd.DataFrame", given), self._frame_name()
            self._session.change(lambda document: with_frame(document, frame_name, frame))
            return
        value = self.value
        if not isinstance(value, Frozen):
            raise ModelError(self._key, f'"{name}" cannot be set', "assign a frame, or use add, set and remove")
        field_of(type(value), name)
        self._session.set((*self._path, name), given)

    def __repr__(self) -> str:
        value = self.value
        if isinstance(value, tuple):
            return f"<{self._title()}: {len(value)} {'row' if len(value) == 1 else 'rows'}>"
        return f"<{self._title()}>"

    def __dir__(self) -> list[str]:
        value = self.value
        fields = [spec.key for spec in fields_of(type(value))] if isinstance(value, Frozen) else []
        return sorted({*super().__dir__(), *fields})

    def _repr_html_(self) -> str | None:
        try:
            frame = self.frame
        except FrameError:
            return None
        html: str = frame.to_html(escape=True, render_links=False, notebook=True, max_rows=60)
        return html

    def _require_rows(self) -> None:
        if self._key in _DERIVED:
            raise ModelError(
                self._key, "the rows are put together from the options", "assign its frame, or use options"
            )
        if not isinstance(self.value, tuple):
            raise ModelError(
                self._key, "it has fields and no rows of its own", "set a field, such as a text or its rows"
            )

    def _row(self, index: int) -> Path:
        """Return the path of a row; a negative index counts from the end."""
        self._require_rows()
        count = len(self.value)
        if not -count <= index < count:
            known = f"the rows are 0 to {count - 1}" if count else "it has no rows yet"
            raise ModelError(self._key, f"there is no row {index}", known)
        return (*self._path, index % count)

    def _frame_name(self) -> str:
        return _FRAME_OF.get(self._key, self._key)

    def _title(self) -> str:
        return next(
            (spec.title for spec in outline() if spec.key == self._key), self._key.replace("_", " ").capitalize()
        )
