"""A section of an open document: rows as a sequence, fields as attributes, a frame, and help with names."""

from __future__ import annotations

import pandas as pd
import pytest

import archkit
from archkit.authoring.sections import INSIDE
from archkit.errors import ArchkitError, ModelError
from archkit.frames import FRAMES
from archkit.model.document import outline

SECTIONS = sorted({*(spec.key for spec in outline() if spec.kind == "rows"), *INSIDE})
ROWS = [name for name in SECTIONS if name in FRAMES and name not in ("points", "performance")]
FIELDS = {
    "metadata": ("status", "accepted"),
    "comparison": ("options", ("A", "B")),
    "recommendation": ("rationale", "Because."),
    "data_flow": ("text", "It flows."),
    "performance": ("bottlenecks", "The disk"),
    "effort": ("unit", "weeks"),
}


def test_a_section_of_rows_is_a_sequence(doc: archkit.ArchitectureDocument):
    assert len(doc.risks) == len(list(doc.risks)) == 10
    assert doc.risks[0].owner == "Tom Okafor"
    assert doc.risks[-1].risk == doc.risks.rows[9].risk
    assert bool(doc.risks)


def test_a_section_of_fields_has_attributes(doc: archkit.ArchitectureDocument):
    assert doc.recommendation.options == ("PostgreSQL outbox with SKIP LOCKED",)
    assert doc.metadata.status == "proposed"
    assert doc.metadata.status in doc.text
    assert bool(doc.metadata)
    assert len(doc.metadata) == 0


@pytest.mark.parametrize("name", SECTIONS)
def test_every_section_shows_itself(doc: archkit.ArchitectureDocument, name: str):
    section = getattr(doc, name)

    assert repr(section) == repr(getattr(doc, name))
    assert "0x" not in repr(section)
    assert repr(section).startswith("<")
    html = section._repr_html_()
    assert (html is None) == (name in ("metadata", "recommendation"))
    assert name in dir(doc)


@pytest.mark.parametrize("name", FRAMES)
def test_every_frame_can_be_read_and_assigned(doc: archkit.ArchitectureDocument, name: str):
    before = doc.text
    section = getattr(doc, name)

    section.frame = section.frame

    assert isinstance(section.frame, pd.DataFrame)
    assert doc.text == before
    pd.testing.assert_frame_equal(doc.frames()[name], section.frame)


@pytest.mark.parametrize("name", ROWS)
def test_rows_are_added_changed_moved_and_removed(doc: archkit.ArchitectureDocument, name: str):
    section = getattr(doc, name)
    field = FRAMES[name].required
    count = len(section)
    given = (
        {field: "Something new", "id": "" if name == "findings" else "fresh", "group": section[0].group}
        if hasattr(section[0], "group")
        else {field: "Something new"}
    )
    if name != "nodes" and "id" in given and not hasattr(section[0], "id"):
        given.pop("id")

    section.add(**given)
    assert getattr(section[-1], field) == "Something new"
    section.set(-1, **{field: "Something else"})
    assert getattr(section[count], field) == "Something else"
    section.move(-1, 0)
    assert getattr(section[0], field) == "Something else"
    section.remove(0)

    assert len(section) == count
    assert archkit.open(doc.path).text == doc.text == doc.path.read_text()


@pytest.mark.parametrize(("name", "field", "value"), [(name, *given) for name, given in FIELDS.items()])
def test_fields_are_set(doc: archkit.ArchitectureDocument, name: str, field: str, value: object):
    setattr(getattr(doc, name), field, value)

    assert getattr(getattr(doc, name), field) == value if name != "comparison" else True
    assert doc.path.read_text() == doc.text


def test_every_section_of_fields_is_among_those_that_are_set():
    kinds = {spec.key for spec in outline() if spec.kind == "rows" and spec.row is None}

    assert kinds == set(FIELDS)


def test_an_edit_of_several_fields_is_all_or_nothing(doc: archkit.ArchitectureDocument):
    before = doc.text

    with pytest.raises(ModelError, match="there is no field"):
        doc.risks.set(0, owner="Ada", nothing="x")

    assert doc.text == doc.path.read_text() == before


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda doc: doc.risks.remove(10), "risks: there is no row 10; the rows are 0 to 9"),
        (lambda doc: doc.risks.move(0, 99), "there is no row 99"),
        (lambda doc: doc.risks.set(-11, owner="x"), "there is no row -11"),
        (lambda doc: doc.risks.add(ownr="x"), 'there is no field "ownr"; the fields are risk'),
        (lambda doc: doc.points.remove(0), "points: the rows are put together from the options; assign its frame"),
        (lambda doc: doc.points.add(claim="x"), "points: the rows are put together from the options"),
        (lambda doc: doc.metadata.add(x=1), "metadata: it has fields and no rows of its own"),
        (lambda doc: doc.metadata.remove(0), "metadata: it has fields and no rows of its own"),
        (lambda doc: setattr(doc.risks, "owner", "x"), 'risks: "owner" cannot be set; assign a frame'),
        (lambda doc: setattr(doc.metadata, "statos", "x"), "there is no field"),
        (lambda doc: doc.metadata.frame, "there is no such frame"),
        (lambda doc: setattr(doc.risks, "frame", [1]), "a list is no frame; assign a pandas DataFrame"),
    ],
)
def test_a_wrong_edit_is_answered_in_one_line_and_changes_nothing(doc: archkit.ArchitectureDocument, ask, said: str):
    before = doc.text

    with pytest.raises(ArchkitError) as caught:
        ask(doc)

    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert doc.text == doc.path.read_text() == before


def test_a_row_that_is_not_there_is_an_index_error_as_for_every_sequence(doc: archkit.ArchitectureDocument):
    with pytest.raises(IndexError):
        doc.risks[10]


def test_a_frame_assigned_while_somebody_else_edits_keeps_both(doc: archkit.ArchitectureDocument):
    given = doc.risks.frame
    given.loc[0, "owner"] = "Ada"
    doc.title = "Meanwhile"

    doc.risks.frame = given

    assert (doc.title, doc.risks[0].owner) == ("Meanwhile", "Ada")


def test_rows_are_filled_and_duplicated_as_one_step(doc: archkit.ArchitectureDocument):
    count = len(doc.risks)
    last = doc.risks[-1].risk
    doc.risks.fill([{"owner": "Ada"}, {"risk": "It rusts", "owner": "Tim"}], at=-1)
    doc.risks.duplicate(0)

    assert [(risk.risk, risk.owner) for risk in doc.risks[-2:]] == [(last, "Ada"), ("It rusts", "Tim")]
    assert (len(doc.risks), doc.risks[1]) == (count + 2, doc.risks[0])


def test_an_option_with_a_taken_name_is_not_added(doc):
    doc.options.add(name="Ledger A")

    with pytest.raises(ModelError, match='is called "Ledger A"; choose another name'):
        doc.options.add(name="ledger a")

    assert [row.name for row in doc.options].count("Ledger A") == 1
