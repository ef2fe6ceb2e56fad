"""Every structured section is a frame with stable, typed columns; a frame that is assigned back is the section."""

from __future__ import annotations

import datetime
import math
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from archkit.assets import example_file, template_text
from archkit.errors import FrameError, UnreadSectionError
from archkit.format.read import read
from archkit.format.write import write
from archkit.frames import FRAMES, frame, frames, with_frame
from archkit.model.document import Document, outline
from archkit.model.fields import Frozen, Row

FULL = read(example_file().read_text(encoding="utf-8")).document
EMPTY = read(template_text()).document
#: Columns that the document itself brings along.
OWN = {"criteria": FULL.option_names}


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


@pytest.mark.parametrize("name", FRAMES)
def test_the_columns_and_their_types_are_the_same_when_a_section_is_empty(name: str):
    empty, full = frame(EMPTY, name), frame(FULL, name)

    known = [column for column in full.columns if column not in OWN.get(name, ())]
    assert list(empty.columns) == known
    assert list(empty.dtypes) == [full[column].dtype for column in known]
    assert {str(dtype) for dtype in full.dtypes} <= {"str", "float64"}
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


@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_of_strangers_is_refused_in_one_line(name: str):
    required = FRAMES[name].required

    assert (
        "column stranger" in refused(FULL, name, pd.DataFrame({required: ["x"], "stranger": ["y"]}))
        or FRAMES[name].extra
    )
    assert required in refused(FULL, name, frame(FULL, name).drop(columns=required))
    assert "a list is no frame; assign a pandas DataFrame" in refused(FULL, name, [{required: "x"}])  # type: ignore[arg-type]


def test_a_frame_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(FrameError, match="the frames are findings, options"):
        frame(FULL, "risk")


def test_columns_of_the_authors_own_survive():
    given = frame(FULL, "risks").assign(Ticket=[f"ABC-{n}" for n in range(10)])

    after = read(write(with_frame(FULL, "risks", given))).document

    assert list(frame(after, "risks").columns) == [*frame(FULL, "risks").columns, "Ticket"]
    assert list(frame(after, "risks")["Ticket"]) == list(given["Ticket"])
    again = frame(after, "risks")
    again.loc[0, "owner"] = "Ada"
    assert list(frame(with_frame(after, "risks", again), "risks")["Ticket"]) == list(given["Ticket"])


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Likelihood", "a column of your own needs another title than Likelihood"),
        ("  ", "the column has no title"),
    ],
)
def test_a_column_that_could_not_be_told_apart_is_refused(title: str, said: str):
    assert said in refused(FULL, "risks", frame(FULL, "risks").assign(**{title: "x"}))


def test_two_columns_of_one_title_are_refused():
    given = frame(FULL, "risks")

    assert "column owner: the frame has this column twice" in refused(
        FULL, "risks", pd.concat([given, given[["owner"]]], axis=1)
    )
    assert "column Ticket: the frame has this column twice" in refused(
        FULL, "risks", given.assign(**{"Ticket": "x", " Ticket": "y"})
    )


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (-3, "likely -3 is below 0; use a number at least 0"),
        ("-3", "likely -3 is below 0"),
        ("−3", "likely −3 is below 0"),
        (math.inf, '"inf" is not a plain finite number'),
        ("1e999", '"1e999" is not a plain finite number'),
        ("nan", '"nan" is not a plain finite number'),
        (1e300, "is not a plain finite number"),
        ("two days", '"two days" is not a number; use digits'),
        (True, '"yes" is not a number'),
        ([1, 2], "a list does not fit; a cell holds a text, a number"),
        (datetime.timedelta(days=2), "a timedelta does not fit"),
        (1 + 2j, "a complex does not fit"),
    ],
)
def test_a_bad_estimate_is_refused_with_its_row_and_column(value: object, said: str):
    message = refused(FULL, "work_items", changed("work_items", "likely", value, row=3))

    assert message.startswith("work_items, row 3, column likely: ")
    assert said in message


@pytest.mark.parametrize(
    ("name", "column", "value", "said"),
    [
        ("risks", "likelihood", "hgih", 'likelihood "hgih" is not on the scale; use 1–5'),
        ("risks", "cost", "much", 'cost "much" is not a number'),
        ("findings", "checked", "yesterday", 'checked "yesterday" is not a date; write it as 2026-01-31'),
        ("findings", "confidence", "sure", 'confidence "sure" is not one of low, medium, high'),
        ("nodes", "shape", "round", 'shape "round" is not one of process, store, actor'),
        ("points", "side", "for", 'side "for" is not one of pro, con'),
        ("points", "option", "Kafka", 'there is no option "Kafka"; did you mean Apache Kafka?'),
        ("points", "option", "", 'there is no option ""; the options are RabbitMQ'),
        ("findings", "id", "2F", "an id is a letter"),
    ],
)
def test_a_cell_that_does_not_fit_is_refused_with_its_row_and_column(name: str, column: str, value: str, said: str):
    message = refused(FULL, name, changed(name, column, value, row=1))

    assert message.startswith(f"{name}, row 1")
    assert column in message
    assert said in message


@pytest.mark.parametrize("name", [name for name in FRAMES if name not in ("risks", "work_items")])
def test_an_unknown_column_is_refused_with_the_nearest(name: str):
    known = frame(FULL, name).columns[-1]

    assert f"did you mean {known}?" in refused(FULL, name, frame(FULL, name).rename(columns={known: f"{known}s"}))


def test_a_column_of_scores_for_an_option_that_is_not_there_is_refused():
    given = frame(FULL, "criteria").assign(Kafka="3")

    assert "column Kafka: the section has no such column; did you mean Apache Kafka?" in refused(
        FULL, "criteria", given
    )


def test_a_missing_column_is_refused_only_where_the_document_has_values():
    given = frame(FULL, "risks")

    assert "column owner: the frame lacks it and the document has values there" in refused(
        FULL, "risks", given.drop(columns="owner")
    )
    assert with_frame(FULL, "risks", given.drop(columns="residual_impact")) == FULL


def test_two_options_of_one_name_are_refused():
    given = frame(FULL, "options")
    given.loc[1, "name"] = given.loc[0, "name"]

    assert "options, row 0, column name" in refused(FULL, "options", given)


def test_a_section_that_is_kept_as_text_refuses_a_frame():
    document = read("# T\n\n## Risks and Mitigations\n\nNo table here.\n").document

    with pytest.raises(UnreadSectionError, match="kept as text"):
        with_frame(document, "risks", pd.DataFrame({"risk": ["x"]}))


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


def test_a_number_that_could_not_be_read_is_never_dropped_in_silence():
    text = example_file().read_text(encoding="utf-8").replace("| 2 | 3 | 6 |", "| 2 | about 3 | 6 |", 1)
    document = read(text).document
    given = frame(document, "work_items")
    assert math.isnan(given.loc[0, "likely"])

    given.loc[1, "kind"] = "testing"
    message = refused(document, "work_items", given)
    assert message.startswith('work_items, row 0, column likely: likely "about 3" is not a number; give a number')
    given.loc[0, "likely"] = 3
    assert with_frame(document, "work_items", given).effort.work_items[0].likely == 3.0


def test_a_word_that_is_off_its_scale_already_does_not_stand_in_the_way():
    text = example_file().read_text(encoding="utf-8").replace("| possible | severe | 8 |", "| hgih | severe | 8 |")
    document = read(text).document
    given = frame(document, "risks")
    given.loc[3, "owner"] = "Ada"

    after = with_frame(document, "risks", given)

    assert (after.risks[0].likelihood, after.risks[3].owner) == ("hgih", "Ada")


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
