"""A DOCX has real headings, lists and tables, and is the same at every run."""

import io
import re
import subprocess
import sys
import zipfile

import pytest
from docx.oxml.ns import qn

from archkit.assets import example_file
from archkit.errors import ExportError
from archkit.export import export
from archkit.format.read import read
from archkit.printing.word import docx


def test_two_processes_make_the_same_bytes(example_bytes, tmp_path):
    (tmp_path / "x.md").write_bytes(example_file().read_bytes())
    subprocess.run([sys.executable, "-m", "archkit.cli", "export", "x.md", "-o", "x.docx"], cwd=tmp_path, check=True)

    assert (tmp_path / "x.docx").read_bytes() == example_bytes
    dates = {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(example_bytes)).infolist()}
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_headings_are_headings(example_docx):
    headings = {paragraph.text: paragraph.style.name for paragraph in example_docx.paragraphs}

    assert headings["Order Events Architecture"] == "Title"
    assert headings["Technical Approach"] == "Heading 1"
    assert headings["Option 1: RabbitMQ quorum queues"] == "Heading 2"


def test_the_header_of_every_table_is_repeated(example_docx):
    assert len(example_docx.tables) >= 8
    for table in example_docx.tables:
        first, *others = (row._tr.find(f".//{qn('w:tblHeader')}") for row in table.rows)
        assert first is not None and not any(mark is not None for mark in others)


def test_the_tables_say_what_the_document_says(example, example_docx):
    cells = {cell.text for table in example_docx.tables for row in table.rows for cell in row.cells}

    assert {risk.risk for risk in example.risks} <= cells
    assert {item.work_item for item in example.effort.work_items} <= cells
    assert {"0.66–0.72", "0.69"} <= cells


def test_citations_lead_to_bookmarks(example, example_docx):
    body = example_docx.element.body
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    anchors = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None}

    assert anchors <= marks
    assert len([mark for mark in marks if mark.startswith("finding_")]) == len(example.findings)
    assert all(re.fullmatch(r"\w{1,40}", mark) for mark in marks)


def test_every_picture_has_its_words(example_docx):
    shapes = example_docx.inline_shapes
    assert len(shapes) == 5
    assert all(len(shape._inline.docPr.get("descr")) > 60 for shape in shapes)


def test_pages_are_a4_and_wide_tables_in_landscape(example_docx):
    sizes = [(round(section.page_width.mm), round(section.page_height.mm)) for section in example_docx.sections]

    assert sizes == [(210, 297), (297, 210), (210, 297)]
    footer = example_docx.sections[0].footer.paragraphs[0]._p.xml
    assert " PAGE " in footer and " NUMPAGES " in footer
    assert example_docx.sections[0].header.paragraphs[0].text == "Order Events Architecture"


def test_each_numbered_list_counts_by_itself(hostile_docx):
    used = [number.val for number in hostile_docx.element.body.iter(qn("w:numId"))]
    numbering = hostile_docx.part.numbering_part.element
    starts = {
        number.numId: [start.val for start in number.iter(qn("w:startOverride"))][:1]
        for number in numbering.iter(qn("w:num"))
    }

    five = next(number for number in used if starts[number] == ["5"] or starts[number] == [5])
    assert any(starts[number] in (["1"], [1]) for number in used if number != five)


def test_hostile_text_is_words(hostile_docx):
    said = "\n".join(paragraph.text for paragraph in hostile_docx.paragraphs)
    targets = [part.target_ref for part in hostile_docx.part.rels.values() if part.is_external]

    assert '#read("/etc/passwd")' in said and "<script>alert(1)</script>" in said
    assert "[U+202E]gnp.exe[U+202C]" in said and "[U+000B]" in said
    assert all(target.startswith(("https://", "http://", "mailto:")) for target in targets)


def test_a_drawing_is_told_by_its_table_where_nothing_can_draw_it(monkeypatch):
    import docx as engine

    monkeypatch.setitem(sys.modules, "typst", None)
    text = "# X\n\n## Data Flow\n\n```mermaid\nflowchart LR\n  a[Shop] -->|order| b[Bank]\n```\n"
    made = engine.Document(io.BytesIO(docx(read(text).document)))

    assert len(made.inline_shapes) == 0
    assert any([cell.text for cell in table.rows[0].cells] == ["From", "To", "What"] for table in made.tables)


def test_a_missing_engine_is_named_with_the_line_that_installs_it(example, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "docx", None)

    with pytest.raises(ExportError, match=re.escape('pip install "archkit[docx]"')):
        export(example, tmp_path / "x.docx")
