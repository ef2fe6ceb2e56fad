"""The frames of some of the documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from archkit.errors import AnalysisError, quoted

if TYPE_CHECKING:
    import pandas as pd


def chosen(frames: Mapping[str, pd.DataFrame], values: Mapping[str, str | Iterable[str]]) -> dict[str, pd.DataFrame]:
    """Return the rows of the documents whose columns have one of some values.

    Args:
        frames: The frames by name.
        values: The wanted values of columns of the documents.

    Raises:
        AnalysisError: there is no such column.
    """
    documents = frames["documents"]
    kept = np.ones(len(documents), dtype=bool)
    for name, wanted in values.items():
        if name not in documents:
            raise AnalysisError(f"there is no column {quoted(name)}; use {', '.join(documents.columns)}")
        kept &= documents[name].isin([wanted] if isinstance(wanted, str) else list(wanted)).to_numpy()
    paths = documents.index.get_level_values("path")[kept]
    return {name: frame[frame.index.get_level_values("path").isin(paths)] for name, frame in frames.items()}
