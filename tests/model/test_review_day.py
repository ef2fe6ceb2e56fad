"""Only a decision that holds, or may come to hold, is looked at again."""

from __future__ import annotations

from datetime import date

import pytest

from archkit.model.metadata import STATUSES, Metadata
from archkit.model.review_day import NO_LONGER_HOLDS, review_day

DAY = "2026-05-01"


@pytest.mark.parametrize("status", [*STATUSES, "", "in use"])
def test_what_no_longer_holds_has_no_review_day(status: str):
    day = review_day(Metadata(status=status, review_by=DAY))

    assert day == (None if status in ("rejected", "deprecated", "superseded") else date(2026, 5, 1))


@pytest.mark.parametrize(
    "status",
    ["Superseded", "superseded by ADR 12", "Deprecated, see 0007", "rejected.", "**superseded**", "(rejected)"],
)
def test_a_status_may_go_on_behind_its_word(status: str):
    assert review_day(Metadata(status=status, review_by=DAY)) is None


@pytest.mark.parametrize("text", ["", "soon", "2026-05", "2026-02-30"])
def test_what_is_no_day_is_no_review_day(text: str):
    assert review_day(Metadata(status="accepted", review_by=text)) is None


def test_the_states_are_those_of_the_template():
    assert set(STATUSES) > NO_LONGER_HOLDS
