"""One section of an open document: its fields, its rows, its frame and its form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from archkit.errors import FrameError, ModelError
from archkit.model.document import outline, rows_at
from archkit.model.edit import Path
from archkit.model.fields import Frozen, Row, field_of, fields_of

if TYPE_CHECKING:
    import pandas as pd

    from archkit.session import Session

#: The frame that a section shows when it is asked for one without a name.
_FRAME_OF = {"comparison": "criteria", "data_flow": "flows", "effort": "work_items"}
#: Rows inside a section that have a name of their own: `doc.work_items` is `doc.effort.work_items`.
INSIDE: dict[str, Path] = {
    "criteria": ("comparison", "criteria"),
    "nodes": ("data_flow", "nodes"),
    "flows": ("data_flow", "flows"),
    "work_items": ("effort", "work_items"),
    "points": ("options",),
}
#: Rows that are put together from others; they change through their frame.
_DERIVED = frozenset({"points"})


class Section:
    """A section of an open document; what is set here is checked, saved, and seen by every form.

    A section of rows is a sequence: `doc.risks[0].owner`, `len(doc.risks)`, `doc.risks.add(risk="…")`. A section of
    fields has attributes: `doc.recommendation.rationale`. Every section has `.edit()`, and a structured one has `.frame`.
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
            ModelError: a field is not one of this section's, or a value does not fit it.
        """
        self._session.insert(self._path, len(self.value), fields)

    def remove(self, index: int) -> None:
        """Delete the row at `index`."""
        self._session.delete((*self._path, range(len(self.value))[index]))

    def move(self, index: int, to: int) -> None:
        """Move the row at `index` to the index `to`."""
        self._session.move((*self._path, range(len(self.value))[index]), to)

    def set(self, index: int, **fields: object) -> None:
        """Change fields of the row at `index`."""
        for name, value in fields.items():
            self._session.set((*self._path, range(len(self.value))[index], name), value)

    def __len__(self) -> int:
        return len(self.value)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.value)

    def __getitem__(self, index: int) -> Any:
        return self.value[index]

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        value = self.value
        if isinstance(value, Frozen) and name in type(value).model_fields:
            return getattr(value, name)
        known = (
            ", ".join(spec.key for spec in fields_of(type(value))) if isinstance(value, Frozen) else "frame, rows, add"
        )
        raise AttributeError(f'"{self._key}" has no "{name}"; it has {known}')

    def __setattr__(self, name: str, given: object) -> None:
        if name == "frame":
            from archkit.frames import with_frame

            self._session.replace(with_frame(self._session.document, self._frame_name(), given))  # type: ignore[arg-type]
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

    def _frame_name(self) -> str:
        return _FRAME_OF.get(self._key, self._key)

    def _title(self) -> str:
        return next(
            (spec.title for spec in outline() if spec.key == self._key), self._key.replace("_", " ").capitalize()
        )
