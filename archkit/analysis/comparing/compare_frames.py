"""The compared options as frames and as rows of a small table, with the same columns when there is nothing in them."""

from __future__ import annotations

from collections.abc import Callable
from math import isnan, nan
from typing import TYPE_CHECKING

from archkit.analysis.risk_tables import about
from archkit.analysis.shown import number

if TYPE_CHECKING:
    import pandas as pd

    from archkit.analysis.comparing.compared_option import ComparedOption
    from archkit.analysis.comparing.options_compared import OptionsCompared, Weighed

_TYPES = {
    "score": "float64",
    "low": "float64",
    "high": "float64",
    "out_by": "str",
    "open_gates": "str",
    "rank": "Int64",
    "pros": "int64",
    "cons": "int64",
    "supported": "int64",
    "effort_mean": "float64",
    "effort_p80": "float64",
    "risks": "int64",
    "unknown_risks": "int64",
    "expected_loss": "float64",
    "loss_low": "float64",
    "loss_high": "float64",
}
_JOINED = ("out_by", "open_gates")
#: The heads of the small table.
HEADS = ["", "score", "interval", "rank", "pros", "cons", "supported", "days", "P80", "risks", "loss in days"]


def options_frame(compared: OptionsCompared) -> pd.DataFrame:
    """Frame the options: index their names; `out_by` and `open_gates` hold gates, joined by commas."""
    import pandas as pd

    columns = {
        name: pd.Series(
            [
                ", ".join(getattr(option, name)) if name in _JOINED else getattr(option, name)
                for option in compared.options
            ],
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
    """Frame the contributions (0–1) to the scores: criteria × options; NaN for an option without a score."""
    scored = [not isnan(option.score) for option in compared.options]
    return _criteria_frame(compared, lambda item, at: item.share * item.values[at][1] if scored[at] else nan)


def cells(option: ComparedOption) -> list[str]:
    """Return what the small table shows of an option."""
    interval = "" if isnan(option.low) else f"{option.low:.2f}–{option.high:.2f}"
    counts = (option.pros, option.cons, option.supported)
    return [
        option.name,
        number(option.score, 2),
        interval,
        "out" if option.out_by else "open" if option.open_gates else str(option.rank or ""),
        *map(str, counts),
        number(option.effort_mean),
        number(option.effort_p80),
        f"{option.risks} ({option.unknown_risks} unknown)" if option.unknown_risks else str(option.risks),
        about(option.loss_low, option.loss_high),
    ]


def _criteria_frame(compared: OptionsCompared, cell: Callable[[Weighed, int], float]) -> pd.DataFrame:
    import pandas as pd

    names = [option.name for option in compared.options]
    rows = [[cell(item, at) for at in range(len(names))] for item in compared.criteria]
    index = pd.Index([item.criterion for item in compared.criteria], dtype="str", name="criterion")
    return pd.DataFrame(rows, index=index, columns=pd.Index(names, dtype="str", name="option"), dtype="float64")
