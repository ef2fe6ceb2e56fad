"""Every format, on any document: it is written, it is what it says, and what it lacks is said."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings

from archkit.assets import example_file, folder, template_text
from archkit.export import FORMATS, export, exported
from archkit.format.read import read
from archkit.format.spreadsheet_cells import plain_cell, safe_cell
from archkit.model.document import Document
from archkit.outputs import json_document
from archkit.outputs.losses import losses
from archkit.outputs.styled import render_style
from archkit.outputs.styles import styles
from archkit.outputs.tables import csv_files, workbook
from tests.format.documents import documents
from tests.full_document import full_text

jsonschema = pytest.importorskip("jsonschema")
yaml = pytest.importorskip("yaml")
openpyxl = pytest.importorskip("openpyxl")

STYLES = {style.name: style for style in styles()[0]}
EXAMPLE = read(example_file().read_text(encoding="utf-8")).document
FULL = read(full_text() + "\n## Glossary\n\nOutbox: a table.\n").document
FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =cmd|' /C calc'!A0",
    '=HYPERLINK("http://x")',
    "＝1+1",
    "\u200b=1",
    "-2+3+cmd|' /C calc'!A0",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "=cmd|'/c calc'!A0",
    "   =1",
    "\n=1",
    "\u00a0=1",
    "-١+١",
    "-١",
    "\u202e=1",
    "\u2060\u3164=1",
    "\ufe66SUM(A1)",
)


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("text", ["", template_text(), full_text()], ids=["nothing", "blank", "full"])
def test_every_format_is_written_of_much_and_of_little(name: str, text: str):
    made = render_style(STYLES[name], read(text).document)

    assert all(str(content).endswith("\n") for content in made.files.values())
    assert name == "tasks" or made.files


@given(documents)
@hypothesis_settings(max_examples=hypothesis_settings.default.max_examples // 8)
def test_every_format_is_written_of_any_document(document: Document):
    for style in STYLES.values():
        made = render_style(style, document)
        for name, content in made.files.items():
            if name.endswith(".json"):
                json.loads(content)
            if name.endswith(".md") and str(content).startswith("---\n"):
                yaml.safe_load(str(content)[4:].partition("\n---\n")[0])
        losses(document, made.said)


@given(documents)
@hypothesis_settings(max_examples=hypothesis_settings.default.max_examples // 4)
def test_json_follows_its_schema_and_holds_the_whole_document(document: Document):
    schema = json.loads((folder("templates") / json_document.SCHEMA_FILE).read_text(encoding="utf-8"))

    made = json.loads(str(json_document.made(document).files["document.json"]))

    jsonschema.Draft202012Validator(schema).validate(made)
    assert Document.model_validate(made["document"]) == document


def test_the_schema_that_ships_is_the_one_of_the_model():
    shipped = (folder("templates") / json_document.SCHEMA_FILE).read_text(encoding="utf-8")

    assert shipped == json_document.schema_text(), "run python scripts/json_schema.py"
    jsonschema.Draft202012Validator.check_schema(json.loads(shipped))


def test_the_schema_refuses_what_is_no_document():
    schema = json.loads(json_document.schema_text())
    made = json.loads(str(json_document.made(EXAMPLE).files["document.json"]))
    made["document"]["options"][0]["nmae"] = "x"

    with pytest.raises(jsonschema.ValidationError, match="nmae"):
        jsonschema.Draft202012Validator(schema).validate(made)


def test_json_adr_follows_the_rules_of_json_adr():
    made = render_style(STYLES["json-adr"], FULL, Path("0007-ledger.md"))

    adr = json.loads(str(made.files["record.json"]))["adr"]
    assert (adr["number"], adr["status"], adr["date"]) == (7, "proposed", "2026-11-16")
    assert [option["name"] for option in adr["considered_options"]] == list(FULL.option_names)
    assert adr["custom_sections"]["Glossary"] == "Outbox: a table."
    assert set(adr) <= {
        "number", "title", "status", "date", "deciders", "context", "decision_drivers", "considered_options",
        "decision", "consequences", "custom_sections", "path",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["arc42", "rust-rfc"])
def test_what_has_a_chapter_for_everything_loses_nothing(name: str):
    assert losses(FULL, render_style(STYLES[name], FULL).said) == []


def test_each_task_says_what_it_waits_for_and_how_long_it_takes():
    made = render_style(STYLES["tasks"], EXAMPLE, Path("orders.md"))

    fronts = [yaml.safe_load(str(text).split("---\n")[1]) for text in made.files.values()]
    assert [front["id"] for front in fronts] == [f"phase-{number}" for number in range(1, 6)]
    assert fronts[4]["dependencies"] == ["phase-3", "phase-4"]
    assert (fronts[0]["estimate"], fronts[0]["estimate-days"], fronts[0]["people"]) == ("16.3 days", 16.3, 2)
    assert next(iter(made.files)) == "01-outbox-tables.md"


def test_tasks_of_the_same_name_have_files_of_their_own():
    phases = [{"phase": "../../etc"}, {"phase": "Build"}, {"phase": "build"}, {"phase": "CON"}, {"phase": "a/b\\c"}]

    made = render_style(STYLES["tasks"], Document.model_validate({"phases": phases}))

    assert list(made.files) == ["01-etc.md", "02-build.md", "03-build.md", "04-con.md", "05-a-b-c.md"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_csv_file_is_a_formula_and_each_is_read_back(text: str):
    assert safe_cell(text) == f"'{text}"
    for cell in (text, f"'{text}", f"''{text}"):
        assert plain_cell(safe_cell(cell)) == cell


@pytest.mark.parametrize("text", ["-3", "+3", "-1.5", "1e-5", "-2 %", "3–5", "a=b", "x - y", "12", ""])
def test_numbers_and_other_texts_stay_as_they_are(text: str):
    assert safe_cell(text) == text


@pytest.mark.parametrize("text", FORMULAS)
def test_hostile_cells_are_harmless_in_both_kinds_of_tables(text: str):
    document = Document.model_validate(
        {
            "risks": [{"risk": text, "cost": -3, "extra": {text.strip(): text}}],
            "options": [{"name": text, "pros": [{"claim": text, "evidence": text}]}],
        }
    )

    rows = [
        cell
        for content in csv_files(document).files.values()
        for row in csv.reader(io.StringIO(str(content)))
        for cell in row
    ]
    content = next(iter(workbook(document).files.values()))
    assert isinstance(content, bytes)
    book = openpyxl.load_workbook(io.BytesIO(content))

    assert not [cell for cell in rows if re.match(r"\s*[=+@＝]|-\D|-\d+[^\d.]", cell)]
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


@pytest.mark.parametrize("text", ["five", "2–3 weeks", "=1+1", "?", "-x", "1,5", "٣?", "3 days\n(or 4)"])
def test_what_is_no_number_stands_in_every_table_as_it_was_typed(text: str):
    work = {"work_item": "Build", "low": text, "likely": 3, "high": text, "extra": {"team": text}}
    document = Document.model_validate(
        {
            "risks": [{"risk": "R", "cost": text, "mitigation_cost": text, "residual_cost": text}],
            "phases": [{"phase": "P", "people": text}],
            "effort": {"work_items": [{**work, "phase": "P"}]},
        }
    )
    typed = [document.risks[0].cost, document.phases[0].people, document.effort.work_items[0].low]

    files = csv_files(document).files
    content = next(iter(workbook(document).files.values()))
    assert isinstance(content, bytes)
    book = openpyxl.load_workbook(io.BytesIO(content))

    for name, column, value in zip(("risks", "phases", "work_items"), ("cost", "people", "low"), typed, strict=True):
        rows = list(csv.DictReader(io.StringIO(str(files[f"{name}.csv"]))))
        titles = [cell.value for cell in book[name][1]]
        assert rows[0][column] == safe_cell(str(value)), name
        assert book[name].cell(2, titles.index(column) + 1).value == str(value), name
    task = str(next(iter(render_style(STYLES["tasks"], document).files.values())))
    assert all(word in task for word in re.findall(r"\w+", str(typed[2])))


@given(documents)
@hypothesis_settings(max_examples=hypothesis_settings.default.max_examples // 10)
def test_tables_are_written_of_any_document(document: Document):
    content = next(iter(workbook(document).files.values()))
    assert isinstance(content, bytes)
    book = openpyxl.load_workbook(io.BytesIO(content))

    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert all(re.fullmatch(r"[a-z_]{1,31}", name) for name in book.sheetnames)
    for table in csv_files(document).files.values():
        widths = {len(row) for row in csv.reader(io.StringIO(str(table)))}
        assert len(widths) == 1


def test_the_same_document_gives_the_same_workbook():
    assert workbook(EXAMPLE).files == workbook(EXAMPLE).files


def test_tables_hold_numbers_as_numbers():
    content = next(iter(workbook(EXAMPLE).files.values()))
    assert isinstance(content, bytes)
    sheet = openpyxl.load_workbook(io.BytesIO(content))["work_items"]

    assert [cell.value for cell in sheet[2]][4:7] == [2, 3, 6]
    assert sheet.freeze_panes == "A2"


@pytest.mark.parametrize("name", [*FORMATS, *STYLES])
def test_every_format_goes_to_a_file_or_folder_of_its_own(tmp_path: Path, name: str):
    source = tmp_path / "orders.md"
    source.write_text(example_file().read_text(encoding="utf-8"), encoding="utf-8")

    done = exported(EXAMPLE, None, to=name, source=source)

    assert done.path.exists() and done.path != source and done.path.parent == tmp_path
    assert source.read_text(encoding="utf-8") == example_file().read_text(encoding="utf-8")


def test_what_is_not_carried_is_told(tmp_path: Path, capsys):
    export(EXAMPLE, tmp_path / "x.md", to="nygard")

    said = capsys.readouterr().err
    assert said.startswith(f"{tmp_path / 'x.md'}: Nygard does not carry\n  Front Matter: Authors (2 of 2)")
    assert "  Risks and Mitigations: Cost (8 of 8)" in said
    assert "Recommended Approach" not in said


def test_a_number_that_stands_elsewhere_does_not_hide_a_loss():
    document = Document.model_validate({"risks": [{"risk": "Fire", "cost": 8}, {"risk": "Flood", "cost": 9}]})

    found = losses(document, "Fire costs 8\n\n\n\n\n\n\n\n\n\nFlood\n" + "\n" * 20 + "9")

    assert [str(loss) for loss in found] == ["Risks and Mitigations: Cost (1 of 2)"]


def test_an_unknown_format_is_answered_with_the_known_ones(tmp_path: Path):
    with pytest.raises(Exception, match=r'there is no format "mdar"; did you mean madr\? the formats are markdown'):
        export(EXAMPLE, tmp_path / "x.md", to="mdar")
