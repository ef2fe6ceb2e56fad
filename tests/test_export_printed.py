"""`archkit export … -o -`: one text goes to the standard output, and to nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from archkit.assets import example_file
from archkit.cli import main


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.md").write_bytes(example_file().read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("to", ["markdown", "html", "decider", "y-statement", "json", "madr"])
def test_what_is_printed_is_what_a_file_would_hold(here: Path, capsysbinary: pytest.CaptureFixture[bytes], to: str):
    assert main(["export", "a.md", "--to", to, "-o", "-"]) == 0
    printed = capsysbinary.readouterr().out
    assert [file.name for file in here.iterdir()] == ["a.md"]

    assert main(["export", "a.md", "--to", to, "-o", "file"]) == 0
    assert printed == (here / "file").read_bytes()


@pytest.mark.parametrize(("to", "said"), [("tasks", "a folder of files"), ("csv", "a folder of files"), ("xlsx", "no")])
def test_what_is_no_text_is_not_printed(here: Path, capsys: pytest.CaptureFixture[str], to: str, said: str):
    assert main(["export", "a.md", "--to", to, "-o", "-"]) == 2

    written = capsys.readouterr()
    assert written.out == ""
    assert f"is {said}" in written.err
    assert written.err.endswith("cannot be printed; give -o a name\n")
    assert [file.name for file in here.iterdir()] == ["a.md"]
