"""Cells hold what Python, numpy and pandas offer: numbers, texts, dates, bools and blanks."""

from __future__ import annotations

import datetime
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from archkit.frames import frame, with_frame
from tests.frames.documents import FULL, changed


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (np.float64(2.5), 2.5),
        (np.float32(2.5), 2.5),
        (np.int64(3), 3.0),
        (7, 7.0),
        (Decimal("1.5"), 1.5),
        ("4.25", 4.25),
        (" 4 ", 4.0),
        (np.float64("nan"), None),
        (float("nan"), None),
        (pd.NA, None),
        (pd.NaT, None),
        (None, None),
        ("", None),
        (Decimal("nan"), None),
    ],
)
def test_numbers_of_every_kind_are_taken(value: object, kept: float | None):
    assert with_frame(FULL, "risks", changed("risks", "cost", value)).risks[0].cost == kept


@pytest.mark.parametrize("dtype", ["Int64", "Float64", "float32", "object", "int64", "string", "category"])
def test_columns_of_every_numeric_type_are_taken(dtype: str):
    given = frame(FULL, "work_items")
    values = given["likely"].astype("int64").astype(str) if dtype == "string" else given["likely"]
    given["likely"] = values.astype(dtype)

    assert with_frame(FULL, "work_items", given) == FULL


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (3, "3"),
        (3.0, "3"),
        (2**60 + 1, "1152921504606846977"),
        (np.int64(4), "4"),
        (2.5, "2.5"),
        (np.str_("x"), "x"),
        (True, "yes"),
        (np.bool_(False), "no"),
        (pd.Timestamp("2026-01-31"), "2026-01-31"),
        (np.datetime64("2026-01-31"), "2026-01-31"),
        (datetime.date(2026, 1, 31), "2026-01-31"),
        (datetime.datetime(2026, 1, 31, 12, 30), "2026-01-31 12:30:00"),
        (np.datetime64("NaT"), ""),
        (pd.NaT, ""),
        (pd.NA, ""),
        (None, ""),
        ("two\nlines | and a bar", "two\nlines | and a bar"),
    ],
)
def test_texts_are_made_of_what_a_cell_holds(value: object, kept: str):
    assert with_frame(FULL, "risks", changed("risks", "mitigation", value)).risks[0].mitigation == kept


@pytest.mark.parametrize("value", [pd.Timestamp("2026-01-31 17:45"), np.datetime64("2026-01-31"), "2026-01-31"])
def test_a_date_is_taken_from_every_kind_of_time(value: object):
    assert with_frame(FULL, "findings", changed("findings", "checked", value)).findings[0].checked == "2026-01-31"


@pytest.mark.parametrize(("value", "kept"), [(True, "yes"), (3, "3"), (2.5, "2.5"), ("12–20", "12–20"), (None, None)])
def test_a_score_is_a_number_a_range_or_yes(value: object, kept: str | None):
    after = with_frame(FULL, "criteria", changed("criteria", "Apache Kafka", value))

    assert after.comparison.criteria[0].scores.get("Apache Kafka") == kept
