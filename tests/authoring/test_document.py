"""What people type in a notebook: open, look, change, compare, total, check, export."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pandas as pd
import pytest

import archkit
from archkit.assets import example_file, template_text
from archkit.errors import ArchkitError, FileProblem


def test_the_two_texts_are_set(doc: archkit.ArchitectureDocument):
    doc.title = "Payments Architecture"
    doc.executive_summary = "Short."

    assert (doc.title, doc.executive_summary) == ("Payments Architecture", "Short.")
    assert "# Payments Architecture\n\n## Executive Summary\nShort.\n" in doc.path.read_text()


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


def test_a_document_says_what_is_in_it(doc: archkit.ArchitectureDocument):
    assert repr(doc) == "<Order Events Architecture: 4 options, 14 findings, 10 risks; order-events-architecture.md>"
    doc.risks.frame = doc.risks.frame.iloc[:1]
    assert "1 risk;" in repr(doc)


def test_an_untitled_document_says_so(tmp_path: Path):
    assert repr(archkit.new(tmp_path / "a.md")) == "<Untitled: 0 options, 0 findings, 0 risks; a.md>"


def test_a_check_shows_itself_as_lines(tmp_path: Path, doc: archkit.ArchitectureDocument):
    assert repr(archkit.open(archkit.example(tmp_path / "plain")).check()) == "nothing to mend"
    doc.risks.set(0, likelihood="hgih")
    line = next(at for at, text in enumerate(doc.text.split("\n"), 1) if text.startswith("| An open transaction"))
    assert f'\n{line}: likelihood "hgih" is not on the scale' in repr(doc.check())
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
