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
from archkit.frames.to_frame import filled_rows
from archkit.importing.files import import_file, import_files
from archkit.importing.row_columns import best_section
from archkit.importing.sheets import import_csv
from archkit.importing.styles import RECORD
from archkit.model.document import Document
from archkit.outputs.tables import csv_files, workbook
from archkit.portfolios.generate import generated
from tests.format.documents import documents
from tests.full_document import full_text

pytest.importorskip("openpyxl")

GENERATED = generated(1).data.decode()
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


DOCUMENTS = {"example": EXAMPLE, "full": read(full_text()).document, "generated": read(GENERATED).document}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_frame_of_a_workbook_comes_back(tmp_path: Path, name: str):
    document = DOCUMENTS[name]
    (tmp_path / "frames.xlsx").write_bytes(bytes(workbook(document).files["frames.xlsx"]))  # type: ignore[arg-type]

    imported = import_file(tmp_path / "frames.xlsx")

    for frame in FRAMES:
        assert filled_rows(imported.document, frame) == filled_rows(document, frame), frame
    assert imported.report.words == imported.report.kept
    assert [place.name for place in imported.document.layout if place.part == "custom"] == [RECORD]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_folder_of_frames_is_one_document(tmp_path: Path, name: str):
    document, folder = DOCUMENTS[name], tmp_path / "ledger-csv"
    folder.mkdir()
    for file, table in csv_files(document).files.items():
        (folder / file).write_text(str(table), encoding="utf-8")

    [outcome] = import_files([tmp_path], None)

    assert outcome.target == tmp_path / "ledger-architecture.md"
    assert outcome.imported is not None
    assert outcome.imported.document.title == "Ledger"
    for frame in FRAMES:
        assert filled_rows(outcome.imported.document, frame) == filled_rows(document, frame), frame
    where = {entry.text.split(",")[0].strip('"'): entry.where for entry in outcome.imported.report.entries}
    assert (where["name"], where["option"]) == ("Technical Approach: options", "Technical Approach: pros and cons")


def test_a_folder_with_another_table_is_a_file_each(tmp_path: Path):
    for file, table in {**csv_files(EXAMPLE).files, "people.csv": "name,team\nMara,blue\n"}.items():
        (tmp_path / file).write_text(str(table), encoding="utf-8")

    assert len(import_files([tmp_path], tmp_path / "out")) == len(csv_files(EXAMPLE).files) + 1


def test_points_alone_make_their_options(tmp_path: Path):
    text = "option,side,claim,evidence\nA,pro,fast,[F1]\nA,con,new,\nB,pro,known,assumption\n"

    options = import_csv(text).document.options

    assert [(option.name, len(option.pros), len(option.cons)) for option in options] == [("A", 1, 1), ("B", 1, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "option,side,claim,evidence\nA,against,fast,\n",
        "name,based_on,description,details,remarks\nA,,,,\nA,,,,\n",
        "criterion,scale,weight,A,A\nCost,,1,2,3\n",
    ],
)
def test_a_frame_that_was_broken_stays_a_table(text: str):
    imported = import_csv(text)

    assert imported.document.options == ()
    assert imported.document.layout[0].name == "Imported: Table"
    assert imported.report.words == imported.report.kept


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
