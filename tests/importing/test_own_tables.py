"""The tables that archkit exports, read back: the same rows, whatever stands in their cells and titles."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings

from archkit.assets import example_file
from archkit.errors import FileProblem
from archkit.format.read import read
from archkit.frames.shapes import FRAMES
from archkit.importing.files import import_file
from archkit.importing.row_columns import best_section
from archkit.importing.sheets import import_csv
from archkit.model.document import Document
from archkit.outputs.tables import csv_files, workbook
from tests.format.documents import documents

pytest.importorskip("openpyxl")

EXAMPLE = read(example_file().read_text(encoding="utf-8")).document
#: The sections whose rows a table fills, by the name of their frame.
SECTIONS = {
    "risks": "risks", "work_items": "effort", "findings": "findings", "components": "components",
    "dependencies": "dependencies", "phases": "phases", "integration_points": "integration_points",
    "security": "security",
}  # fmt: skip
HOSTILE = (
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠x", "=cmd|' /C calc'!A0", '="a"', "'=1", "''=1", "'1",
    "'", "-3", "+3", "1e-5", "007", "1.10", "%x", "−1", "'-3", "'\"=1",
)  # fmt: skip


def rows(document: Document, name: str) -> object:
    section = getattr(document, SECTIONS[name])
    return section.work_items if name == "work_items" else section


def hostile(text: str) -> Document:
    detail = [{"key": "Why", "value": text}, {"key": "", "value": "x"}]
    own = {"Own": text, f"{text},;;;;;;|||||||||||||||||": "y"}
    return Document.model_validate(
        {
            "risks": [{"risk": text, "cost": 3, "mitigation_cost": 1, "extra": own}, {"risk": "b", "residual_cost": 2}],
            "effort": {"work_items": [{"work_item": text, "option": text, "low": 1, "extra": own}]},
            "findings": [{"text": f"F {text}", "id": "F1", "source_kind": "reported", "metric": text}],
            "components": [{"component": f"C {text}", "purpose": text, "details": detail}],
            "dependencies": [{"dependency": f"D {text}", "why": text, "details": detail}],
            "phases": [{"phase": f"P {text}", "what": text, "people": 2, "details": detail}],
        }
    )


@pytest.mark.parametrize("name", SECTIONS)
def test_a_table_of_the_example_is_read_back_as_it_was(tmp_path: Path, name: str):
    (tmp_path / f"{name}.csv").write_text(str(csv_files(EXAMPLE).files[f"{name}.csv"]), encoding="utf-8")

    assert rows(import_file(tmp_path / f"{name}.csv").document, name) == rows(EXAMPLE, name)


def test_a_workbook_of_the_example_is_read_back_as_it_was(tmp_path: Path):
    (tmp_path / "frames.xlsx").write_bytes(bytes(workbook(EXAMPLE).files["frames.xlsx"]))  # type: ignore[arg-type]

    document = import_file(tmp_path / "frames.xlsx").document

    for name in SECTIONS:
        assert rows(document, name) == rows(EXAMPLE, name), name


def test_the_other_frames_of_a_workbook_become_tables_of_the_name_that_they_had(tmp_path: Path):
    (tmp_path / "frames.xlsx").write_bytes(bytes(workbook(EXAMPLE).files["frames.xlsx"]))  # type: ignore[arg-type]

    document = import_file(tmp_path / "frames.xlsx").document

    assert document.options == ()
    assert [place.name for place in document.layout if place.name.startswith("Imported: ")][:8] == [
        f"Imported: {name}"
        for name in ("options", "points", "criteria", "ratings", "nodes", "flows", "performance", "risk_scale")
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_cells_and_titles_are_read_back_as_they_were(tmp_path: Path, text: str):
    document = read(hostile_text(text)).document
    (tmp_path / "frames.xlsx").write_bytes(bytes(workbook(document).files["frames.xlsx"]))  # type: ignore[arg-type]
    of_sheets = import_file(tmp_path / "frames.xlsx").document

    for name, table in csv_files(document).files.items():
        if (key := name.removesuffix(".csv")) in SECTIONS:
            assert rows(import_csv(str(table), name).document, key) == rows(document, key), name
            assert rows(of_sheets, key) == rows(document, key), name


def hostile_text(text: str) -> str:
    """Return the Markdown of a document with a hostile text in many places, so that it is one that can be written."""
    from archkit.format.complete import complete
    from archkit.session import effort_texts

    return complete(hostile(text), effort_texts)


@given(documents)
@hypothesis_settings(max_examples=hypothesis_settings.default.max_examples // 8)
def test_no_row_of_any_document_is_lost_on_the_way(document: Document):
    for name, table in csv_files(document).files.items():
        report = import_csv(str(table), name).report
        assert report.words == report.kept


def test_a_frame_that_is_no_section_of_rows_is_none():
    for name, shape in FRAMES.items():
        titles = [spec.key for spec in shape.columns()]

        assert best_section(titles) == SECTIONS.get(name, ""), name


def test_a_workbook_that_unpacks_to_very_much_is_not_read(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", b" " * 60_000_000)

    with pytest.raises(FileProblem, match="the workbook is too large; it has at most 50 MB unpacked"):
        import_file(tmp_path / "a.xlsx")
