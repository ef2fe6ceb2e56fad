"""`archkit import`: files, folders, encodings, sheets, JSON and pasted lists."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import openpyxl
import pytest

from archkit import import_document
from archkit.cli import main
from archkit.errors import FileProblem
from archkit.importing import pasted_rows
from archkit.importing.files import import_file, import_files
from archkit.model.risks import Risk
from tests.importing.records import MADR_4, NYGARD

RISKS = "Risiko;Wahrscheinlichkeit;Auswirkung;Maßnahme;Notiz\nPlatte voll;80 %;hoch;warnen;=1+1\n"


def test_a_document_is_written_beside_its_source_which_stays_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "0001-ledger.md"
    source.write_text(MADR_4, encoding="utf-8")

    assert main(["import", str(source)]) == 0

    assert "### Option 1: Event store" in (tmp_path / "0001-ledger-architecture.md").read_text(encoding="utf-8")
    assert source.read_text(encoding="utf-8") == MADR_4
    shown = capsys.readouterr()
    assert shown.out.strip().endswith("0001-ledger-architecture.md")
    assert "words: 163 of 163" in shown.err


def test_a_document_that_is_there_is_replaced_only_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "a.md", tmp_path / "b.md"
    source.write_text(NYGARD, encoding="utf-8")
    target.write_text("mine", encoding="utf-8")

    assert main(["import", str(source), "-o", str(target)]) == 2
    assert target.read_text(encoding="utf-8") == "mine"
    assert "there is a file already" in capsys.readouterr().err
    assert main(["import", str(source), "-o", str(source), "--force"]) == 2
    assert source.read_text(encoding="utf-8") == NYGARD
    assert main(["import", str(source), "-o", str(target), "--force"]) == 0
    assert target.read_text(encoding="utf-8") != "mine"


def test_a_folder_is_searched_and_one_bad_file_stops_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "adr").mkdir()
    (tmp_path / "adr" / "1.md").write_text(NYGARD, encoding="utf-8")
    (tmp_path / "adr" / "2.xlsx").write_bytes(b"no workbook")
    (tmp_path / "adr" / "README.md").write_text(MADR_4, encoding="utf-8")
    report = tmp_path / "report.json"

    assert main(["import", str(tmp_path / "adr"), "-o", str(tmp_path / "out"), "--report", str(report)]) == 2

    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "1-architecture.md",
        "adr-README-architecture.md",
    ]
    assert "this is no workbook" in capsys.readouterr().err
    assert [bool(entry["problem"]) for entry in json.loads(report.read_text(encoding="utf-8"))] == [False, True, False]


def test_the_report_can_be_json_or_markdown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "a.md"
    source.write_text(NYGARD, encoding="utf-8")

    main(["import", str(source), "--json"])
    found = json.loads(capsys.readouterr().out)
    main(["import", str(source), "--force", "--report", str(tmp_path / "r.md")])

    assert found[0]["report"]["style"] == "nygard"
    assert found[0]["report"]["words"] == found[0]["report"]["kept"]
    assert (tmp_path / "r.md").read_text(encoding="utf-8").startswith("# Import of ")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "latin-1"])
def test_old_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    source = tmp_path / "a.md"
    source.write_bytes("# Für Ümläute\n\n## Context\n\nGrüße.\n".encode(encoding))

    assert import_document(source).document.title == "Für Ümläute"
    assert import_document(source).document.executive_summary == "Grüße."


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "line", ["队列让邮件不再丢失，也不会重复发送。", "Очередь не теряет писем.", "キューは失わない。"]
)
def test_utf_16_without_a_mark_is_read_in_every_script(tmp_path: Path, line: str, encoding: str) -> None:
    source = tmp_path / "a.md"
    source.write_bytes(f"# 邮件\r\n\r\n## 背景\r\n\r\n{line * 60}\r\n".encode(encoding))

    assert import_document(source).document.title == "邮件"
    assert import_document(source).document.executive_summary == line * 60


def test_a_file_without_a_title_takes_the_name_of_its_file(tmp_path: Path) -> None:
    source = tmp_path / "0007-use-kafka.md"
    source.write_text("## Context\n\nx\n", encoding="utf-8")

    assert import_document(source).document.title == "Use kafka"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="no such file"):
        import_document(tmp_path / "none.md")


def test_columns_of_a_table_are_known_by_synonyms_and_others_are_kept(tmp_path: Path) -> None:
    source = tmp_path / "risiken.csv"
    source.write_text(RISKS, encoding="cp1252")
    imported = import_document(source)

    assert imported.document.risks == (
        Risk(risk="Platte voll", likelihood="80 %", impact="hoch", mitigation="warnen", extra={"Notiz": "=1+1"}),
    )
    assert imported.report.words == imported.report.kept


def test_sheets_of_a_workbook_are_rows_and_their_formulas_the_values_shown(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Task", "Optimistic", "Most likely", "Pessimistic", "Team"])
    sheet.append(["API", 1, 2.5, "=1+2", "red"])
    other = book.create_sheet("Lunch")
    other.append(["Day", "Dish | drink"])
    other.append(["Monday", "Soup"])
    book.save(tmp_path / "plan.xlsx")
    imported = import_document(tmp_path / "plan.xlsx")

    item = imported.document.effort.work_items[0]
    assert (item.work_item, item.low, item.likely, item.high) == ("API", 1.0, 2.5, None)
    assert item.extra == {"Team": "red"}
    assert "## Imported: Lunch\n\n| Day | Dish \\| drink |" in imported.text


def test_a_sheet_that_is_too_large_is_refused_and_not_cut(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["x"] * 600)
    book.save(tmp_path / "wide.xlsx")

    with pytest.raises(FileProblem, match="too large"):
        import_document(tmp_path / "wide.xlsx")


def test_a_json_record_fills_the_places_of_its_keys(tmp_path: Path) -> None:
    record = {
        "number": 7, "title": "Use Kafka", "status": "accepted", "date": "2024-01-02", "deciders": ["Ana"],
        "context": "Calls time out.", "decision_drivers": ["cost"], "decision": "We use Kafka.",
        "considered_options": [{"name": "Kafka", "pros": ["fast"], "cons": ["heavy"]}, {"name": "RabbitMQ"}],
        "consequences": {"positive": ["replay"], "risks": ["ops"]}, "links": [{"type": "amends", "target": 3}],
        "custom_sections": {"Costs": "12 €"},
    }  # fmt: skip
    source = tmp_path / "a.json"
    source.write_text(json.dumps(record), encoding="utf-8")
    imported = import_document(source)
    document = imported.document

    assert (document.title, document.metadata.decision_makers) == ("Use Kafka", ("Ana",))
    assert document.recommendation.options == ("Kafka",)
    assert [point.claim for point in document.options[0].cons] == ["heavy"]
    assert "## Costs\n\n12 €" in imported.text
    assert '"amends"' in imported.text
    assert imported.report.words == imported.report.kept


@pytest.mark.parametrize(
    "text", ["[]", "[1, 2]", '"x"', "null", '{"adrs": []}', '{"a": [1]}', '{"title": 1, "status": []}']
)
def test_no_json_fails(tmp_path: Path, text: str) -> None:
    source = tmp_path / "a.json"
    source.write_text(text, encoding="utf-8")

    report = import_document(source).report
    assert report.words == report.kept


@pytest.mark.parametrize(
    "text",
    ["• Disk full: alert\n• Team leaves: hire", "- Disk full: alert\n- Team leaves: hire",
     "Disk full: alert\nTeam leaves: hire", "Risk\tMitigation\nDisk full\talert\nTeam leaves\thire",
     "| Risk | Mitigation |\n|---|---|\n| Disk full | alert |\n| Team leaves | hire |"],
)  # fmt: skip
def test_a_pasted_list_becomes_rows(text: str) -> None:
    expected = (Risk(risk="Disk full", mitigation="alert"), Risk(risk="Team leaves", mitigation="hire"))

    assert pasted_rows(text, "risks") == expected
    assert import_document(text + "\n", style="risks").document.risks == expected


def test_names_that_differ_in_case_or_form_alone_have_documents_of_their_own(tmp_path: Path) -> None:
    for folder, name in (("1", "Queue.md"), ("2", "queue.md"), ("3", "caf\u00e9.md"), ("4", "cafe\u0301.md")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(f"# T{folder}\n\nText.\n")

    outcomes = import_files([tmp_path], tmp_path / "out")

    assert [outcome.target.name.endswith("-2-architecture.md") for outcome in outcomes if outcome.target] == [
        False,
        True,
        False,
        True,
    ]


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")

    with pytest.raises(FileProblem, match="it is no ordinary file"):
        import_file(tmp_path / "pipe.md")


def test_a_workbook_whose_xml_is_broken_is_told_and_stops_no_other(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as old, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<broken" if name == "xl/workbook.xml" else old.read(name))
    (tmp_path / "a.xlsx").unlink()
    (tmp_path / "c.md").write_text("# C\n\nText.\n")

    outcomes = import_files([tmp_path], None)

    assert "this is no workbook" in outcomes[0].problem
    assert outcomes[1].imported is not None
