"""Rows of many documents → one frame for each kind, in columns from the beginning, so that little is held twice."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from archkit.portfolios.columns import COLUMNS, COUNT, DAY, INDEX, NUMBER, YES

if TYPE_CHECKING:
    import pandas as pd

# Texts up to this length come again and again, and are held once.
_SHORT = 40
_CODES = {NUMBER: "d", COUNT: "q"}


class Collected:
    """Rows as they come in, document by document."""

    def __init__(self, names: Iterable[str]) -> None:
        self._ids: list[tuple[str, str, str]] = []
        self._tables = {name: _Table(COLUMNS[name]) for name in names}
        self._once: dict[str, str] = {}

    def add(self, id: tuple[str, str, str], rows: dict[str, list[tuple[object, ...]]]) -> None:
        """Take the rows of one document, named by its title, path and revision."""
        at = len(self._ids)
        self._ids.append(id)
        for name, several in rows.items():
            self._tables[name].add(at, several, self._once)

    def frames(self) -> dict[str, pd.DataFrame]:
        """Return the frames by name."""
        levels = [_level([id[at] for id in self._ids]) for at in range(len(INDEX))]
        return {name: table.frame(levels) for name, table in self._tables.items()}


class _Table:
    def __init__(self, kinds: dict[str, str]) -> None:
        self.kinds = kinds
        self.owners = array("q")
        self.columns: list[Any] = [array(_CODES[kind]) if kind in _CODES else [] for kind in kinds.values()]

    def add(self, owner: int, rows: Sequence[tuple[object, ...]], once: dict[str, str]) -> None:
        if not rows:
            return
        self.owners.extend([owner] * len(rows))
        for column, values in zip(self.columns, zip(*rows, strict=True), strict=True):
            if isinstance(column, array):
                column.extend(values)
            else:
                column.extend(
                    once.setdefault(value, value) if isinstance(value, str) and len(value) <= _SHORT else value
                    for value in values
                )

    def frame(self, levels: list[tuple[list[str], NDArray[np.int64]]]) -> pd.DataFrame:
        import pandas as pd

        owners = np.frombuffer(self.owners, dtype=np.int64) if self.owners else np.zeros(0, dtype=np.int64)
        named: Any = [pd.Index(values, dtype="str") for values, _ in levels]
        codes: Any = [places[owners] for _, places in levels]
        index = pd.MultiIndex(
            levels=named,
            codes=codes,
            names=INDEX,
        )
        made = {}
        for (name, kind), values in zip(self.kinds.items(), self.columns, strict=True):
            made[name] = _typed(kind, values)
        return pd.DataFrame(made, index=index)


def _typed(kind: str, values: Any) -> Any:
    import pandas as pd

    if kind in _CODES:
        return np.array(values, dtype=np.float64 if kind == NUMBER else np.int64)
    if kind == YES:
        return np.array(values, dtype=bool)
    if kind == DAY:
        days = pd.Series(values, dtype="str").where(lambda texts: texts.str.fullmatch(r"\d{4}-\d\d-\d\d"))
        return pd.to_datetime(days, format="%Y-%m-%d", errors="coerce").astype("datetime64[ms]").array
    return pd.array(values, dtype="str")


def _level(values: list[str]) -> tuple[list[str], NDArray[np.int64]]:
    """Return the different values in order, and the place of each value among them."""
    different = sorted(set(values))
    places = {value: at for at, value in enumerate(different)}
    return different, np.array([places[value] for value in values], dtype=np.int64)
