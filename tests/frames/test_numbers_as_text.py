"""Scores, weights and ratios are texts in the document, and a frame takes numbers for them, too."""

from __future__ import annotations

import pytest

from archkit.frames import frame, with_frame
from tests.frames.documents import FULL


@pytest.mark.parametrize(("value", "said"), [(4, "4"), (4.0, "4"), (2.5, "2.5"), ("3–4", "3–4"), (None, "")])
@pytest.mark.parametrize("name", ["criteria", "ratings"])
def test_a_score_is_set_by_row_and_option(name: str, value: object, said: str):
    given = frame(FULL, name)
    option = FULL.option_names[0]

    given.loc[0, option] = value

    assert frame(with_frame(FULL, name, given), name).loc[0, option] == said


@pytest.mark.parametrize(("name", "column"), [("criteria", "weight"), ("ratings", "weight"), ("judgements", "ratio")])
def test_a_weight_or_ratio_is_set_as_a_number(name: str, column: str):
    given = frame(FULL, name)

    given.loc[0, column] = 7

    assert frame(with_frame(FULL, name, given), name).loc[0, column] == "7"
