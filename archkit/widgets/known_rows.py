"""What was said of rows the last time, so that of a thousand rows only the one that changed is looked at again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from archkit.model.fields import Row

Json = dict[str, Any]


class KnownRows:
    """The cells of rows, list by list; rows are immutable, so that the same row has the same cells."""

    def __init__(self) -> None:
        self._held: dict[Hashable, tuple[object, dict[int, tuple[Row, Json]]]] = {}

    def cells(self, path: Hashable, rows: Sequence[Row], basis: object, describe: Callable[[Row], Json]) -> list[Json]:
        """Return what `describe` says of each row, from the last time where it can.

        Args:
            path: Where the rows stand.
            rows: The rows.
            basis: All else that the words depend on; where it differs every row is described again.
            describe: Says what the cells of a row are.
        """
        old_basis, known = self._held.get(path, (None, {}))
        if old_basis != basis:
            known = {}
        found = [known.get(id(row)) or (row, describe(row)) for row in rows]
        # The row is held with its cells: its id is not given to another one.
        self._held[path] = (basis, {id(row): (row, cells) for row, cells in found})
        return [cells for _, cells in found]
