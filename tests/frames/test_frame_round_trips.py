"""Whatever a frame is filled with, it is refused in one line or comes back as it was."""

from __future__ import annotations

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archkit.errors import FrameError
from archkit.format.read import read
from archkit.format.settle import as_written
from archkit.format.write import write
from archkit.frames import frame, with_frame
from archkit.model.document import Document
from archkit.model.risks import IMPACTS, LIKELIHOODS

fast = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

words = st.text(alphabet=st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["a|b", "x\ny", "**b**", "`", "[F2]"]
)
blanks = st.sampled_from([None, "", float("nan"), pd.NA])
amounts = blanks | st.integers(0, 10_000) | st.floats(0, 1e6) | st.sampled_from(["3", "2.5"])
wrong = st.sampled_from(["x", -1, float("inf"), "1e999"])
risks = st.fixed_dictionaries(
    {
        "risk": words,
        "likelihood": st.sampled_from([*LIKELIHOODS, "3", 4, "20 %", "", None]),
        "impact": st.sampled_from([*IMPACTS, "5", "our own words", None]),
        "cost": amounts,
        "mitigation": words | blanks,
        "owner": words,
        "Ticket": words | st.integers(),
    }
)
work = st.fixed_dictionaries(
    {
        "work_item": words,
        "kind": st.sampled_from(["development", "testing", "docs", None]),
        "phase": st.sampled_from(["1", 2, ""]),
        "option": words,
        "low": amounts,
        "likely": amounts,
        "high": amounts,
    }
)


def table(rows: list[dict[str, object]]) -> pd.DataFrame:
    return pd.DataFrame(rows, dtype=object)


@fast
@given(st.lists(risks, min_size=1, max_size=5))
def test_any_risks_come_back_from_the_file_as_they_were_assigned(rows: list[dict[str, object]]):
    document = with_frame(Document(), "risks", table(rows))

    after = read(write(document)).document

    pd.testing.assert_frame_equal(frame(after, "risks"), frame(as_written(document), "risks"))
    assert with_frame(after, "risks", frame(after, "risks")) is after


@fast
@given(st.lists(work, min_size=1, max_size=5))
def test_any_work_comes_back_from_the_file_as_it_was_assigned(rows: list[dict[str, object]]):
    document = with_frame(Document(), "work_items", table(rows))

    after = read(write(document)).document

    pd.testing.assert_frame_equal(frame(after, "work_items"), frame(as_written(document), "work_items"))
    again = frame(after, "work_items")[::-1]
    assert with_frame(after, "work_items", again).effort.work_items == after.effort.work_items[::-1]


@fast
@given(st.lists(work, min_size=1, max_size=4), st.data())
def test_one_wrong_cell_is_refused_by_its_row_and_column(rows: list[dict[str, object]], data: st.DataObject):
    at = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.sampled_from(["low", "likely", "high"]))
    rows[at] = rows[at] | {column: data.draw(wrong)}

    try:
        with_frame(Document(), "work_items", table(rows))
    except FrameError as error:
        assert str(error).startswith(f"work_items, row {at}, column {column}: ")
        assert "\n" not in str(error)
    else:
        raise AssertionError("the cell was taken")
