"""One cell of a frame → what a field takes: scalars of numpy and pandas, dates, blanks as text, number or nothing."""

from __future__ import annotations

import math
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd

from archkit.errors import FrameError
from archkit.model.fields import number_text

Cell = str | float | int | None


def cell_of(value: Any, place: str, *, dated: bool = False) -> Cell:
    """Return what a cell holds; None for a blank.

    Args:
        value: A text, number, bool, date or blank, of Python, numpy or pandas.
        place: The frame, row and column, for the message.
        dated: Whether only the date of a time counts.

    Raises:
        FrameError: the value is none of these, such as a list.
    """
    if isinstance(value, np.generic):
        value = value.item()
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, Decimal):
        return None if value.is_nan() else float(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if dated or value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    raise FrameError(
        place, f"a {type(value).__name__} does not fit", "a cell holds a text, a number, a date or nothing"
    )


def text_of(cell: Cell) -> str:
    """Return a cell as the text that a field of texts takes."""
    if cell is None:
        return ""
    return number_text(cell) if isinstance(cell, float) else str(cell)
