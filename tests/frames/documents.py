"""A full and an empty document, a frame with one cell changed, and what a refusal says."""

from __future__ import annotations

import pandas as pd
import pytest

from archkit.assets import template_text
from archkit.errors import FrameError
from archkit.format.read import read
from archkit.frames import frame, with_frame
from archkit.model.document import Document
from tests.full_document import full_text

FULL = read(full_text()).document
EMPTY = read(template_text()).document
#: Columns that the document itself brings along.
OWN = {"criteria": FULL.option_names, "ratings": FULL.option_names}


def refused(document: Document, name: str, given: pd.DataFrame) -> str:
    """Return the one line with which a frame is refused."""
    with pytest.raises(FrameError) as caught:
        with_frame(document, name, given)
    message = str(caught.value)
    assert "\n" not in message
    return message


def changed(name: str, column: str, value: object, row: int = 0, document: Document = FULL) -> pd.DataFrame:
    """Return the frame of a section with another value in one cell."""
    given = frame(document, name).astype(object)
    given.loc[row, column] = pd.Series([value], dtype=object).iloc[0] if not isinstance(value, list) else None
    if isinstance(value, list):
        given.at[row, column] = value
    return given
