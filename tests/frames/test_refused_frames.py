"""A frame that does not fit is refused in one line that names the row and column, and what would be right."""

from __future__ import annotations

import datetime
import math

import pandas as pd
import pytest

from archkit.assets import example_file
from archkit.errors import FrameError, UnreadSectionError
from archkit.format.read import read
from archkit.frames import FRAMES, frame, with_frame
from tests.frames.documents import FULL, changed, refused


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
    assert with_frame(FULL, "risks", given.drop(columns="status")) == FULL


def test_two_options_of_one_name_are_refused():
    given = frame(FULL, "options")
    given.loc[1, "name"] = given.loc[0, "name"]

    assert "options, row 0, column name" in refused(FULL, "options", given)


def test_a_section_that_is_kept_as_text_refuses_a_frame():
    document = read("# T\n\n## Risks and Mitigations\n\nNo table here.\n").document

    with pytest.raises(UnreadSectionError, match="kept as text"):
        with_frame(document, "risks", pd.DataFrame({"risk": ["x"]}))


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
