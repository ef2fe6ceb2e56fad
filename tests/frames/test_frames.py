"""Every structured section is a frame with stable, typed columns; a frame that is assigned back is the section."""

from __future__ import annotations

import pandas as pd
import pytest

from archkit.format.read import read
from archkit.format.write import write
from archkit.frames import FRAMES, frame, frames, with_frame
from archkit.model.document import Document, outline
from archkit.model.fields import Frozen, Row
from tests.frames.documents import EMPTY, FULL, OWN


@pytest.mark.parametrize("name", FRAMES)
def test_the_columns_and_their_types_are_the_same_when_a_section_is_empty(name: str):
    empty, full = frame(EMPTY, name), frame(FULL, name)

    known = [column for column in full.columns if column not in OWN.get(name, ())]
    assert list(empty.columns) == known
    assert list(empty.dtypes) == [full[column].dtype for column in known]
    scored = {"object"} if name in ("criteria", "ratings", "judgements") else set()
    assert {str(dtype) for dtype in full.dtypes} <= {"str", "float64"} | scored
    assert len(full) > 0
    assert list(full.index) == list(range(len(full)))


def test_all_sections_of_rows_are_frames():
    rows = {spec.key for spec in outline() if spec.row}

    assert rows <= {str(shape.path[0]) for shape in FRAMES.values()}
    assert list(frames(FULL)) == list(FRAMES)


@pytest.mark.parametrize("name", FRAMES)
@pytest.mark.parametrize("document", [FULL, EMPTY], ids=["full", "empty"])
def test_a_frame_assigned_as_it_is_changes_nothing(name: str, document: Document):
    assert with_frame(document, name, frame(document, name)) is document


@pytest.mark.parametrize("name", FRAMES)
def test_rows_reversed_and_reversed_again_are_the_same_document(name: str):
    there = with_frame(FULL, name, frame(FULL, name)[::-1])
    back = with_frame(there, name, frame(there, name)[::-1])

    assert back == FULL


@pytest.mark.parametrize("name", [name for name in FRAMES if name != "performance"])
def test_the_order_of_the_rows_is_the_order_in_the_document(name: str):
    given = frame(FULL, name)[::-1].reset_index(drop=True)
    if name == "points":
        given = given.sort_values("option", key=lambda names: names.map(FULL.option_names.index), kind="stable")
        given = given.sort_values(["option", "side"], ascending=[True, False], kind="stable").reset_index(drop=True)
        given = pd.concat([given[given.option == option] for option in FULL.option_names], ignore_index=True)

    pd.testing.assert_frame_equal(frame(with_frame(FULL, name, given), name), given)


@pytest.mark.parametrize("name", FRAMES)
def test_rows_that_are_selected_remain(name: str):
    if name == "performance":
        return
    given = frame(FULL, name).iloc[[1]]

    after = frame(with_frame(FULL, name, given), name)

    pd.testing.assert_frame_equal(after[list(given.columns)], given.reset_index(drop=True))


@pytest.mark.parametrize("name", FRAMES)
def test_an_empty_frame_empties_the_section(name: str):
    given = frame(FULL, name).iloc[:0]

    after = with_frame(FULL, name, given)

    emptied = frame(after, name)
    assert not emptied.drop(columns="label").to_numpy().any() if name == "performance" else emptied.empty
    assert read(write(after)).document == read(write(with_frame(FULL, name, given))).document


def test_columns_of_the_authors_own_survive():
    given = frame(FULL, "risks").assign(Ticket=[f"ABC-{n}" for n in range(10)])

    after = read(write(with_frame(FULL, "risks", given))).document

    assert list(frame(after, "risks").columns) == [*frame(FULL, "risks").columns, "Ticket"]
    assert list(frame(after, "risks")["Ticket"]) == list(given["Ticket"])
    again = frame(after, "risks")
    again.loc[0, "owner"] = "Ada"
    assert list(frame(with_frame(after, "risks", again), "risks")["Ticket"]) == list(given["Ticket"])


def test_an_option_that_is_renamed_in_the_frame_keeps_its_points_and_scores():
    given = frame(FULL, "options")
    old = given.loc[1, "name"]
    given.loc[1, "name"] = "A log"

    after = with_frame(FULL, "options", given)

    assert after.options[1].pros == FULL.options[1].pros
    assert after.comparison.options[1] == "A log"
    assert after.comparison.criteria[2].scores["A log"] == FULL.comparison.criteria[2].scores[old]
    assert [risk.option for risk in after.risks].count("A log") == 1


def test_an_option_that_leaves_the_frame_leaves_the_comparison():
    after = with_frame(FULL, "options", frame(FULL, "options").iloc[[0, 2, 3]])

    assert after.comparison.options == FULL.comparison.options[:1] + FULL.comparison.options[2:]
    assert after.options[1] == FULL.options[2]


def test_details_come_back_exactly():
    text = "# T\n\n## Dependencies\n- Clock: Time\n  - Note: one: two\n  - Also\n- Sun: Light\n"
    document = read(text).document

    after = with_frame(document, "dependencies", frame(document, "dependencies")[::-1])

    assert after.dependencies == document.dependencies[::-1]
    assert frame(document, "dependencies").loc[0, "details"].startswith("Note: one: two\n")


def test_rows_that_are_not_filled_in_are_not_shown():
    document = FULL.replace(risks=(type(FULL.risks[0])(), *FULL.risks))

    assert len(frame(document, "risks")) == len(FULL.risks)
    assert with_frame(document, "risks", frame(document, "risks")) is document


def test_the_index_and_the_order_of_the_columns_have_no_meaning():
    given = frame(FULL, "risks")

    assert with_frame(FULL, "risks", given.set_axis([f"r{n}" for n in range(len(given))])) is FULL
    assert with_frame(FULL, "risks", given[given.columns[::-1]]) == FULL
    assert with_frame(FULL, "risks", given.set_index("risk").reset_index()) == FULL


@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_is_a_copy(name: str):
    before = FULL.replace()
    given = frame(FULL, name)
    given.loc[0] = given.iloc[-1]

    assert before == FULL
    assert isinstance(FULL, Frozen)
    assert issubclass(FRAMES[name].row, Row)
