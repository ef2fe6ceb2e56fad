"""Whatever is missing in a document, it is checked and mended without a fault of ours."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from archkit.checks import check
from archkit.checks.fixes import fixed
from archkit.errors import LossError
from archkit.format.read import read
from tests.checks.reviewed import REVIEWED
from tests.checks.seeded import SEEDED

LINES = SEEDED.split("\n")


@settings(max_examples=150, deadline=None)
@given(gone=st.sets(st.integers(0, len(LINES) - 1), max_size=40), first=st.integers(0, 20))
def test_a_document_with_lines_missing_is_checked_and_mended(gone: set[int], first: int):
    text = "\n".join(line for at, line in enumerate(LINES) if at not in gone and at >= first)

    manuscript = read(text)
    count = text.count("\n") + 1
    for item in check(manuscript, today=date(2026, 2, 1), folder=Path("/nonexistent")):
        assert 1 <= item.line <= count
        assert item.column >= 1
        assert "\n" not in item.message
    try:
        mended, _ = fixed(manuscript)
    except LossError:
        return
    assert fixed(mended) == (mended, 0)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40), st.integers(0, REVIEWED.count("\n")))
def test_any_text_in_any_line_is_checked(typed: str, at: int):
    lines = REVIEWED.split("\n")
    lines[at] += typed

    for item in check(read("\n".join(lines)), today=date(2026, 2, 1)):
        assert item.line >= 1
        assert "\n" not in item.message
