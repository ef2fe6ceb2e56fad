"""The frames of a portfolio are one file each, and say the same when they are read again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import archkit
from archkit.cli import main
from archkit.errors import FileProblem
from tests.portfolios.made import made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("portfolio"), 5)


def test_parquet_is_one_file_for_each_frame_and_gives_the_frame_back(folder: Path, tmp_path: Path):
    found = archkit.portfolio(folder)

    files = found.to_parquet(tmp_path / "out")

    assert {file.stem for file in files} == set(found.frames())
    assert len(list((tmp_path / "out").iterdir())) == len(files)
    for file in files:
        again = pd.read_parquet(file)
        pd.testing.assert_frame_equal(again, found.frames()[file.stem].reset_index(), check_index_type=False)


def test_csv_has_no_formulas(tmp_path: Path):
    (tmp_path / "a-architecture.md").write_text("# =1+1\n")

    archkit.portfolio(tmp_path).to_csv(tmp_path / "out")

    assert (tmp_path / "out" / "documents.csv").read_text().splitlines()[1].startswith("'=1+1,")


def test_a_missing_pyarrow_is_named_with_the_line_that_installs_it(folder: Path, tmp_path: Path):
    code = (
        "import sys, archkit\nsys.modules['pyarrow'] = None\n"
        "from archkit.portfolios.written import write_parquet\nfrom pathlib import Path\n"
        "try:\n    write_parquet({}, Path(sys.argv[1]))\nexcept archkit.ArchkitError as error:\n    print(error)"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)

    assert 'pip install "archkit[parquet]"' in ran.stdout


def test_a_folder_that_cannot_be_made_is_said(folder: Path, tmp_path: Path):
    (tmp_path / "file").write_text("")

    with pytest.raises(FileProblem, match="name another folder"):
        archkit.portfolio(folder).to_csv(tmp_path / "file")


def test_the_command_prints_what_stands_there_and_writes_files(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["portfolio", str(folder), "--jobs", "1"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("5 documents, ")
    assert "P80" in out

    assert main(["portfolio", str(folder), "--jobs", "1", "--to", "csv", "-o", str(tmp_path / "csv")]) == 0
    assert "documents.csv" in capsys.readouterr().out

    (folder / "bad-architecture.md").write_bytes(b"\0")
    assert main(["portfolio", str(folder), "--jobs", "1"]) == 1
    assert "bad-architecture.md: this is no text" in capsys.readouterr().out
    (folder / "bad-architecture.md").unlink()


def test_what_cannot_be_read_is_said_as_a_build_says_it_also_when_files_are_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    given = tmp_path / "given"
    given.mkdir()
    for name, data in {"a": b"# T\n\n\0 \xff\n", "b": b"# T\0\n", "c": b"", "d": b" \n", "e": b"# T\n"}.items():
        (given / f"{name}-architecture.md").write_bytes(data)
    assert main(["build", str(given), "-o", str(tmp_path / "site"), "--jobs", "1"]) == 1
    wanted = [line for line in capsys.readouterr().err.splitlines() if "-architecture.md" in line]

    assert main(["portfolio", str(given), "--jobs", "1", "--to", "csv", "-o", str(tmp_path / "csv")]) == 1
    said = [line for line in capsys.readouterr().err.splitlines() if "-architecture.md" in line]
    assert main(["portfolio", str(given), "--jobs", "1"]) == 1
    summary = capsys.readouterr().out.splitlines()

    assert len(wanted) == 4
    assert wanted[0].startswith("a-architecture.md:3: the text is not UTF-8 (byte 0xff)")
    assert sorted(said) == sorted(wanted)
    assert summary[-4:] == said
    assert list(pd.read_csv(tmp_path / "csv" / "errors.csv")["line"]) == [3, 0, 0, 0]


def test_a_fence_that_never_closes_is_a_piece_that_was_not_read(tmp_path: Path):
    (tmp_path / "a-architecture.md").write_text("# T\n\n## Executive Summary\n\n```\nnever closed\n")

    found = archkit.portfolio(tmp_path)

    assert list(found.errors["line"]) == [5]
    assert "the code fence is never closed" in found.errors["error"].iloc[0]
    assert list(found.documents["unread"]) == [1]
    assert found.unreadable.empty
