"""`archkit import`: what it refuses and in which words, how it names a file, and the names of what it writes."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from archkit.cli import main


@pytest.mark.parametrize(
    ("text", "told"),
    [("{bad json", ":1:2: this is no JSON (expecting property name enclosed in double quotes); mend it there"),
     ('{\n  "title" "x"}', ":2:11: this is no JSON (expecting ':' delimiter)"),
     ("", ":1:1: this is no JSON (expecting value)"),
     ("[" * 100_000, ": this JSON is nested too deeply"),
     ("9" * 9_000, ": this JSON has a number with too many digits")],
)  # fmt: skip
def test_what_is_no_json_is_refused_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    source = tmp_path / "a.json"
    source.write_text(text, encoding="utf-8")

    assert main(["import", str(source)]) == 2
    assert f"archkit: {source}{told}" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.parametrize("name", ["a.md", "a.csv", "a.json"])
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    source = tmp_path / name
    source.write_bytes(b"\x89PNG\r\n\x1a\n\xff text that is longer than its bytes of zero \x00\x01 and more")

    assert main(["import", str(source), "-o", str(tmp_path / "q.md")]) == 2
    assert capsys.readouterr().err == (
        f"archkit: {source}: this is no text (it has NUL bytes); take the file out, or save it as text\n"
    )
    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.parametrize("name", ["notes.md", "adr/notes.md", "adr/risks.csv", "adr/a.json", "adr/plan.xlsx"])
def test_the_report_names_the_path_as_it_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("adr").mkdir()
    if name.endswith(".xlsx"):
        openpyxl.Workbook().save(name)
    else:
        Path(name).write_text("{}" if name.endswith(".json") else "Text\n", encoding="utf-8")

    assert main(["import", name]) == 0

    assert capsys.readouterr().err.startswith(f"{name}: read as ")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("queue-architecture.md", "queue-2-architecture.md"), ("queue-architecture.csv", "queue-architecture.md"),
     ("queue-architecture.madr.md", "queue.madr-architecture.md"), ("architecture.md", "ledger-architecture.md"),
     ("queue.md", "queue-architecture.md")],
)  # fmt: skip
def test_the_ending_of_a_document_is_not_doubled(tmp_path: Path, name: str, expected: str) -> None:
    (tmp_path / "ledger").mkdir()
    source = tmp_path / "ledger" / name
    source.write_text("# T\n\nText.\n", encoding="utf-8")

    assert main(["import", str(source)]) == 0

    assert {path.name for path in source.parent.iterdir()} == {name, expected}
