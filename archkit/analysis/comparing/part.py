"""A part of a comparison: rows that show themselves as text, as HTML and as a frame, with the rules behind them."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from typing import TYPE_CHECKING, Any, ClassVar

from archkit.analysis.shown import html_table, text_table

if TYPE_CHECKING:
    import pandas as pd

#: How a column is kept in a frame, by what it holds.
_TYPES = {"text": "str", "number": "float64", "count": "Int64", "flag": "bool"}


class Part:
    """Rows with one attribute for each column, and notes: rules, draws and what else has to be known to read them."""

    heading: ClassVar[str]
    #: The columns in order: what each holds, `text`, `number`, `count` or `flag`.
    columns: ClassVar[dict[str, str]]

    if TYPE_CHECKING:

        @property
        def rows(self) -> Sequence[object]:
            """The rows."""

        @property
        def notes(self) -> tuple[str, ...]:
            """What has to be known to read the rows."""

    @property
    def frame(self) -> pd.DataFrame:
        """The rows as a pandas frame, with the same typed columns when there are none."""
        return frame_of(self.columns, [[getattr(row, name) for name in self.columns] for row in self.rows])

    def __str__(self) -> str:
        return "\n".join((self.heading, text_table(*self._shown()), *self.notes))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return html_table(*self._shown(), notes=self.notes)

    def _shown(self) -> tuple[list[str], list[list[str]]]:
        heads = [name.replace("_", " ") for name in self.columns]
        return heads, [[_cell(getattr(row, name)) for name in self.columns] for row in self.rows]


def frame_of(columns: dict[str, str], rows: Sequence[Sequence[object]]) -> pd.DataFrame:
    """Return rows as a frame with typed columns; what each column holds is `text`, `number`, `count` or `flag`."""
    import pandas as pd

    types: dict[str, Any] = _TYPES
    return pd.DataFrame(
        {
            name: pd.Series([row[at] for row in rows], dtype=types[holds])
            for at, (name, holds) in enumerate(columns.items())
        }
    )


def _cell(value: object) -> str:
    if value is None or (isinstance(value, float) and isnan(value)):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.2f}" if isinstance(value, float) else str(value)
