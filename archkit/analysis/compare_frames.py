"""The compared options as frames, with the same typed columns when there is nothing in them."""

from __future__ import annotations

from collections.abc import Callable
from math import nan
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from archkit.analysis.compare import OptionsCompared, Weighed

_TYPES = {
    "score": "float64",
    "low": "float64",
    "high": "float64",
    "out_by": "str",
    "rank": "Int64",
    "pros": "int64",
    "cons": "int64",
    "supported": "int64",
    "effort_mean": "float64",
    "effort_p80": "float64",
    "risks": "int64",
    "expected_loss": "float64",
}


def options_frame(compared: OptionsCompared) -> pd.DataFrame:
    """Frame the options: index their names; `out_by` holds the failed gates, joined by commas."""
    import pandas as pd

    columns = {
        name: pd.Series(
            [", ".join(option.out_by) if name == "out_by" else getattr(option, name) for option in compared.options],
            dtype=kind,
        )
        for name, kind in _TYPES.items()
    }
    frame = pd.DataFrame(columns)
    frame.index = pd.Index([option.name for option in compared.options], dtype="str", name="option")
    return frame


def values_frame(compared: OptionsCompared) -> pd.DataFrame:
    """Frame the middle values (0–1): criteria × options, NaN without a score."""
    return _criteria_frame(compared, lambda item, at: item.values[at][1] if item.known[at] else nan)


def contributions_frame(compared: OptionsCompared) -> pd.DataFrame:
    """Frame the contributions (0–1) to the scores: criteria × options."""
    return _criteria_frame(compared, lambda item, at: item.share * item.values[at][1])


def _criteria_frame(compared: OptionsCompared, cell: Callable[[Weighed, int], float]) -> pd.DataFrame:
    import pandas as pd

    names = [option.name for option in compared.options]
    rows = [[cell(item, at) for at in range(len(names))] for item in compared.criteria]
    index = pd.Index([item.criterion for item in compared.criteria], dtype="str", name="criterion")
    return pd.DataFrame(rows, index=index, columns=pd.Index(names, dtype="str", name="option"), dtype="float64")
