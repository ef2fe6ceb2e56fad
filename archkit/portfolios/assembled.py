"""Rows of many documents → one frame for each kind, in columns from the beginning, so that little is held twice."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from archkit.portfolios.columns import COLUMNS, COUNT, DAY, INDEX, NUMBER, TEXT, YES

if TYPE_CHECKING:
    import pandas as pd

# Texts up to this length come again and again, and are held once.
_SHORT = 40
# So many rows are Python's objects at most; those before are columns of pandas, which take a third of the memory.
_BLOCK = 20_000
_CODES = {NUMBER: "d", COUNT: "q"}
_TEXTS = frozenset({TEXT, DAY})


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
        """Return the frames by name; the rows are given away, so that none is held twice."""
        levels = [_level([id[at] for id in self._ids]) for at in range(len(INDEX))]
        return {name: self._tables.pop(name).frame(levels) for name in list(self._tables)}


class _Table:
    def __init__(self, kinds: dict[str, str]) -> None:
        self.kinds = kinds
        self.owners = array("q")
        self.columns: list[Any] = [array(_CODES[kind]) if kind in _CODES else [] for kind in kinds.values()]
        self.blocks: list[list[Any]] = [[] for _ in kinds]

    def add(self, owner: int, rows: Sequence[tuple[object, ...]], once: dict[str, str]) -> None:
        if not rows:
            return
        self.owners.extend([owner] * len(rows))
        known = once.setdefault
        for kind, column, values in zip(self.kinds.values(), self.columns, zip(*rows, strict=True), strict=True):
            if kind in _TEXTS:
                column += [known(value, value) if len(value) <= _SHORT else value for value in values]
            else:
                column.extend(values)
        if len(self.owners) // _BLOCK > (len(self.owners) - len(rows)) // _BLOCK:
            self._convert()
            once.clear()

    def _convert(self) -> None:
        """Turn the rows that are Python's objects into columns of pandas."""
        for kind, column, blocks in zip(self.kinds.values(), self.columns, self.blocks, strict=True):
            if not isinstance(column, array):
                blocks.append(_typed(kind, column))
                column.clear()

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
        self._convert()
        made = {}
        for (name, kind), values, blocks in zip(self.kinds.items(), self.columns, self.blocks, strict=True):
            made[name] = _typed(kind, values) if kind in _CODES else _joined(blocks)
            blocks.clear()
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


def _joined(blocks: list[Any]) -> Any:
    import pandas as pd

    return blocks[0] if len(blocks) == 1 else pd.concat(list(map(pd.Series, blocks)), ignore_index=True).array


def _level(values: list[str]) -> tuple[list[str], NDArray[np.int64]]:
    """Return the different values in order, and the place of each value among them."""
    different = sorted(set(values))
    places = {value: at for at, value in enumerate(different)}
    return different, np.array([places[value] for value in values], dtype=np.int64)
