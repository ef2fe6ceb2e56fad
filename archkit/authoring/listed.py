"""Lists that show themselves: as lines, in a notebook as a table, and as a pandas frame."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

if TYPE_CHECKING:
    import pandas as pd

Item = TypeVar("Item")


class Listed(tuple[Item, ...]):
    """Things of one kind, one a row: a tuple that shows itself; `.frame` is a frame."""

    __slots__ = ()

    #: The columns of the frame, and those that are shown.
    COLUMNS: ClassVar[tuple[str, ...]] = ()
    SHOWN: ClassVar[tuple[str, ...]] = ()
    #: What stands over a shown column, where that is not its name.
    HEADS: ClassVar[dict[str, str]] = {}
    #: The types of the columns that are no text.
    TYPES: ClassVar[dict[str, Any]] = {}
    #: What is said of an empty list.
    NOTHING: ClassVar[str] = ""

    @property
    def frame(self) -> pd.DataFrame:
        """One row for each thing."""
        import pandas as pd

        rows = {name: [getattr(item, name) for item in self] for name in self.COLUMNS}
        return pd.DataFrame(rows).astype({name: self.TYPES.get(name, "str") for name in self.COLUMNS})

    def __repr__(self) -> str:
        return "\n".join(str(item) for item in self) if self else self.NOTHING

    def _repr_html_(self) -> str:
        if not self:
            return f"<p>{escape(self.NOTHING)}</p>"
        heads = [self.HEADS.get(name, name.replace("_", " ").capitalize()) for name in self.SHOWN]
        return table(heads, [self._cells(item) for item in self])

    def _cells(self, item: Item) -> list[str]:
        return [str(getattr(item, name)) for name in self.SHOWN]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return an HTML table of texts."""
    names = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body = "\n".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table>\n<thead><tr>{names}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
