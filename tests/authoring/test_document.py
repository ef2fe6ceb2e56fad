"""What people type in a notebook: open, look, change, compare, total, check, export."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pandas as pd
import pytest

import archkit
from archkit.assets import example_file, template_text
from archkit.authoring.sections import INSIDE
from archkit.errors import ArchkitError, FileProblem, ModelError
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


@pytest.fixture
def doc(tmp_path: Path) -> archkit.ArchitectureDocument:
    return archkit.open(archkit.example(tmp_path))


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


def test_the_two_texts_are_set(doc: archkit.ArchitectureDocument):
    doc.title = "Payments Architecture"
    doc.executive_summary = "Short."

    assert (doc.title, doc.executive_summary) == ("Payments Architecture", "Short.")
    assert "# Payments Architecture\n\n## Executive Summary\nShort.\n" in doc.path.read_text()


def test_an_edit_of_several_fields_is_all_or_nothing(doc: archkit.ArchitectureDocument):
    before = doc.text

    with pytest.raises(ModelError, match="there is no field"):
        doc.risks.set(0, owner="Ada", nothing="x")

    assert doc.text == doc.path.read_text() == before


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda doc: doc.risk, 'an architecture document has no "risk"; did you mean risks?'),
        (lambda doc: doc.qqq, 'an architecture document has no "qqq"; its sections are comparison, components'),
        (lambda doc: doc.recommendation.ration, '"recommendation" has no "ration"; did you mean rationale?'),
        (lambda doc: doc.metadata.qqq, '"metadata" has no "qqq"; it has status, date'),
        (lambda doc: doc.risks.qqq, '"risks" has no "qqq"; it has frame, rows, add'),
        (lambda doc: setattr(doc, "risks", []), '"risks" cannot be set; change a field of it, or assign to its frame'),
        (lambda doc: setattr(doc, "session", 1), '"session" cannot be set'),
        (lambda doc: setattr(doc, "titel", "x"), 'no "titel"; its sections are'),
    ],
)
def test_a_wrong_name_is_answered_with_the_right_ones(doc: archkit.ArchitectureDocument, ask, said: str):
    with pytest.raises(AttributeError) as caught:
        ask(doc)

    assert said in str(caught.value)


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


def test_a_document_says_what_is_in_it(doc: archkit.ArchitectureDocument):
    assert repr(doc) == "<Order Events Architecture: 4 options, 14 findings, 10 risks; order-events-architecture.md>"
    doc.risks.frame = doc.risks.frame.iloc[:1]
    assert "1 risk;" in repr(doc)


def test_an_untitled_document_says_so(tmp_path: Path):
    assert repr(archkit.new(tmp_path / "a.md")) == "<Untitled: 0 options, 0 findings, 0 risks; a.md>"


def test_a_check_shows_itself_as_lines(tmp_path: Path, doc: archkit.ArchitectureDocument):
    assert repr(doc.check()) == "nothing to mend"
    doc.risks.set(0, likelihood="hgih")
    assert repr(doc.check()).startswith('259: likelihood "hgih" is not on the scale')
    assert doc.text.split("\n")[258].startswith("| An open transaction")
    blank = archkit.new(tmp_path / "b.md")
    assert repr(blank.check()).startswith("1: hint: the template's blank [Feature]")


def test_results_show_the_same_words_each_time(doc: archkit.ArchitectureDocument):
    for result in (doc.total_effort, doc.compare, doc.risk_grid):
        assert repr(result()) == repr(result())
        assert " at 0x" not in repr(result())
        assert result()._repr_html_() == result()._repr_html_()


def test_results_have_a_frame_and_a_picture(doc: archkit.ArchitectureDocument):
    for result in (doc.total_effort(), doc.compare(), doc.risk_grid()):
        assert isinstance(result.frame, pd.DataFrame)
        assert result.plot() is not None
    with pytest.raises(AttributeError):
        doc.compare().nothing  # noqa: B018


def test_a_result_can_be_copied(doc: archkit.ArchitectureDocument):
    result = doc.total_effort()

    assert repr(copy.copy(result)) == repr(result)
    with pytest.raises(AttributeError):
        object.__new__(type(result))._numbers  # noqa: B018


def test_looking_for_what_a_notebook_looks_for_finds_nothing(doc: archkit.ArchitectureDocument):
    for holder in (doc, doc.risks, doc.metadata):
        assert not hasattr(holder, "_ipython_canary_method_should_not_exist_")
        assert not hasattr(holder, "_ipython_display_")
    assert pickle.loads(pickle.dumps(doc.data)) == doc.data  # noqa: S301


def test_a_document_is_exported(doc: archkit.ArchitectureDocument, tmp_path: Path):
    assert doc.export(tmp_path / "x.md").read_text().startswith("---\nstatus: proposed")
    assert "<title>" in doc.export(str(tmp_path / "x.html")).read_text()


def test_a_document_is_not_exported_over_itself(doc: archkit.ArchitectureDocument, tmp_path: Path):
    (tmp_path / "link.md").symlink_to(doc.path.name)
    (tmp_path / "hard.md").hardlink_to(doc.path)
    before = doc.path.read_bytes()

    for target in (doc.path, tmp_path / "link.md", tmp_path / "hard.md"):
        with pytest.raises(ArchkitError, match="would replace the document itself"):
            doc.export(target)

    assert doc.path.read_bytes() == before


def test_a_new_document_is_the_template_with_its_title(tmp_path: Path):
    doc = archkit.new(tmp_path / "a.md", title="  Payments\n ledger ")

    assert doc.title == "Payments ledger Architecture"
    assert (tmp_path / "a.md").read_text() == template_text().replace("[Feature]", "Payments ledger")
    assert archkit.new(tmp_path / "b.md").text == template_text()


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("# [Feature] Architecture", "Ledger Architecture"),
        ("# ACME: [Feature] (design)", "ACME: Ledger (design)"),
        ("# Design", "Ledger"),
        ("", "Ledger"),
    ],
)
def test_a_new_document_begins_with_a_company_template(tmp_path: Path, heading: str, title: str):
    company = tmp_path / "company.md"
    company.write_bytes(
        f"{heading}\r\n\r\n## Executive Summary\r\n\r\n## Compliance\r\nAsk legal.\r\n".lstrip().encode()
    )

    doc = archkit.new(tmp_path / "a.md", title="Ledger", template=company)

    assert doc.title == title
    assert "## Compliance\r\nAsk legal.\r\n" in (tmp_path / "a.md").read_bytes().decode()


def test_a_new_document_takes_nobody_elses_place(tmp_path: Path):
    (tmp_path / "a.md").write_text("mine")

    with pytest.raises(FileProblem, match="there is a file already"):
        archkit.new(tmp_path / "a.md")
    with pytest.raises(FileProblem, match="there is no such file"):
        archkit.new(tmp_path / "b.md", template=tmp_path / "none.md")

    assert (tmp_path / "a.md").read_text() == "mine"
    assert not (tmp_path / "b.md").exists()


def test_the_example_is_copied_once(tmp_path: Path):
    path = archkit.example(tmp_path / "deep" / "folder")
    assert path.read_bytes() == example_file().read_bytes()
    path.write_text("# Mine\n")

    assert archkit.example(tmp_path / "deep" / "folder") == path
    assert path.read_text() == "# Mine\n"


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path):
    (tmp_path / "file").write_text("")

    with pytest.raises(FileProblem, match="name a folder that can be written"):
        archkit.example(tmp_path / "file" / "below")


def test_the_package_offers_what_people_type():
    assert {"ArchitectureDocument", "ArchkitError", "example", "new", "open"} <= set(dir(archkit))
    with pytest.raises(AttributeError, match="has no attribute 'opne'"):
        archkit.opne  # noqa: B018
