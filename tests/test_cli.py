"""The command line: argument → call → exit code, and one line for a person in place of a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import archkit
from archkit.assets import example_file, template_text
from archkit.cli import main

EXAMPLE = "order-events-architecture.md"
WRONG = example_file().read_text(encoding="utf-8").replace("| possible | severe | 8 |", "| hgih | severe | 8 |")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    archkit.example(tmp_path)
    (tmp_path / "wrong.md").write_text(WRONG)
    return tmp_path


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run archkit in a folder, as a person does."""
    return subprocess.run(
        [sys.executable, "-m", "archkit.cli", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=120,
        check=False,
        env=os.environ | environment,
    )


def test_without_a_command_it_says_what_there_is(folder: Path):
    ran = run(folder)

    assert ran.returncode == 2
    for command in ("new", "check", "export", "lab", "example"):
        assert command in ran.stdout


@pytest.mark.parametrize("command", ["new", "check", "export", "lab", "example"])
def test_every_command_explains_itself(folder: Path, command: str):
    ran = run(folder, command, "--help")

    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith(f"usage: archkit {command}")
    assert "--debug" in ran.stdout


def test_the_version_is_the_packages(folder: Path):
    assert run(folder, "--version").stdout == f"archkit {archkit.__version__}\n"


def test_a_new_document_is_made_once(folder: Path):
    made = run(folder, "new", "p.md", "--title", "Payments ledger")
    again = run(folder, "new", "p.md")

    assert (made.returncode, made.stdout, made.stderr) == (0, "p.md\n", "")
    assert (folder / "p.md").read_text() == template_text().replace("[Feature]", "Payments ledger")
    assert (again.returncode, again.stdout) == (2, "")
    assert again.stderr == "archkit: p.md: there is a file already; open it, or name another one\n"


def test_a_new_document_begins_with_a_file_of_ones_own(folder: Path):
    (folder / "company.md").write_text("# [Feature] Design\n\n## Compliance\n")

    ran = run(folder, "new", "p.md", "--from", "company.md", "--title", "Ledger")

    assert ran.returncode == 0
    assert (folder / "p.md").read_text() == "# Ledger Design\n\n## Compliance\n"


def test_a_check_answers_with_its_exit_code(folder: Path):
    run(folder, "new", "blank.md")

    assert (run(folder, "check", EXAMPLE).returncode, run(folder, "check", EXAMPLE).stdout) == (0, "")
    assert run(folder, "check", "wrong.md").returncode == 1
    assert run(folder, "check", "none.md").returncode == 2
    hints = run(folder, "check", "blank.md")
    assert hints.returncode == 0
    assert all(line.split()[1] == "hint" for line in hints.stdout.splitlines())


def test_a_check_says_file_line_and_message(folder: Path):
    line = 1 + [text.startswith("| An open transaction") for text in WRONG.split("\n")].index(True)

    ran = run(folder, "check", "wrong.md")

    column = 1 + WRONG.split("\n")[line - 1].index("hgih")
    said = f'wrong.md:{line}:{column}: error value likelihood "hgih" is not on the scale; use 1–5, a percentage'
    assert ran.stdout.startswith(said)
    assert ran.stdout.count("\n") == 1
    assert ran.stderr == ""


def test_a_check_of_several_files_looks_at_all_of_them(folder: Path):
    ran = run(folder, "check", "none.md", "wrong.md", EXAMPLE)

    assert ran.returncode == 2
    assert ran.stderr.startswith("none.md: there is no such file; check the name")
    assert ran.stdout.startswith("wrong.md:")


def test_a_check_of_a_folder_looks_at_the_architecture_documents_in_it(folder: Path):
    (folder / "docs" / "deep").mkdir(parents=True)
    (folder / "docs" / ".hidden").mkdir()
    (folder / "docs" / "README.md").write_text("# Read me\n\n## Dependencies\nnone of yours\n")
    (folder / "docs" / "deep" / "a.md").write_text(WRONG)
    (folder / "docs" / ".hidden" / "b.md").write_text(WRONG)
    (folder / "empty").mkdir()

    ran = run(folder, "check", "docs")

    assert ran.returncode == 1
    assert [line.partition(":")[0] for line in ran.stdout.splitlines()] == [str(Path("docs/deep/a.md"))]
    assert run(folder, "check", "empty").stderr == (
        "archkit: empty: there is no architecture document in this folder; name a file or another folder\n"
    )


def test_an_export_goes_beside_the_document_or_where_it_is_told(folder: Path):
    assert run(folder, "export", EXAMPLE).stdout == "order-events-architecture.html\n"
    assert run(folder, "export", EXAMPLE, "-o", "x.md").stdout == "x.md\n"

    assert "<html" in (folder / "order-events-architecture.html").read_text()
    assert (folder / "x.md").read_text().startswith("---\nstatus: proposed\n")


def test_an_export_takes_a_template_of_ones_own(folder: Path):
    (folder / "own.md.j2").write_text("{{ title }}\n")

    assert run(folder, "export", EXAMPLE, "-o", "x.md", "--template", "own.md.j2").returncode == 0
    assert (folder / "x.md").read_text().strip() == "Order Events Architecture"


def test_an_export_says_what_could_not_be_read(folder: Path):
    (folder / "a.md").write_text("# T\n\n## Risks and Mitigations\nNo table.\n")

    ran = run(folder, "export", "a.md", "-o", "x.md")

    assert (ran.returncode, ran.stdout) == (0, "x.md\n")
    assert ran.stderr.startswith("a.md:4: ")
    assert ran.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", EXAMPLE, "-o", EXAMPLE), "would replace the document itself; name another file"),
        (("export", EXAMPLE, "-o", f"./{EXAMPLE}"), "would replace the document itself"),
        (("export", EXAMPLE, "-o", "link.md"), "would replace the document itself"),
        (
            ("export", EXAMPLE, "-o", "x.rtf"),
            'there is no export as ".rtf"; use one that ends in .md, .html, .pdf or .docx',
        ),
        (("export", EXAMPLE, "-o", "no/x.md"), "there is no folder"),
        (("export", EXAMPLE, "-o", "x.md", "--template", "none.j2"), "none.j2"),
        (("export", "none.md"), "there is no such file"),
        (("new", "x.md", "--from", "none.md"), "none.md: there is no such file"),
        (("new", "no/x.md"), "there is no folder"),
        (("lab", "none.md"), "there is no such file"),
        (("example", EXAMPLE), "name a folder that can be written"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(folder: Path, arguments: tuple[str, ...], said: str):
    (folder / "link.md").symlink_to(EXAMPLE)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    ran = run(folder, *arguments)

    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("archkit: ")
    assert said in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("arguments", [("nothing",), ("check",), ("export",), ("lab", "--port", "x", "a.md")])
def test_a_wrong_command_is_answered_with_the_usage(folder: Path, arguments: tuple[str, ...]):
    ran = run(folder, *arguments)

    assert ran.returncode == 2
    assert ran.stderr.startswith("usage: archkit")
    assert "Traceback" not in ran.stderr


def test_a_traceback_is_shown_only_when_it_is_asked_for(folder: Path):
    assert "Traceback" not in run(folder, "export", "none.md").stderr
    for arguments in (("--debug", "export", "none.md"), ("export", "none.md", "--debug")):
        assert "Traceback" in run(folder, *arguments).stderr


def test_a_bug_is_called_a_bug_and_shows_where_when_asked(
    folder: Path, monkeypatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(folder)
    monkeypatch.setattr(Path, "read_bytes", lambda _: 1 / 0)
    monkeypatch.setattr(Path, "open", lambda *_: 1 / 0)

    assert main(["check", EXAMPLE]) == 2
    assert capsys.readouterr().err == (
        "archkit: ZeroDivisionError: division by zero; this is a bug, --debug shows where\n"
    )
    with pytest.raises(ZeroDivisionError):
        main(["--debug", "check", EXAMPLE])


@pytest.fixture
def interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(given: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("archkit.commands.new", stopped)


@pytest.mark.usefixtures("interrupted")
def test_who_stops_a_command_gets_a_line_and_the_code_of_a_shell(capsys: pytest.CaptureFixture[str]):
    assert main(["new", "a.md"]) == 130
    assert capsys.readouterr().err == "archkit: stopped\n"


@pytest.mark.parametrize("command", ["check blank.md", "check blank.md wrong.md", "--help", "check --help"])
@pytest.mark.parametrize("reader", ["head -1", "true"])
def test_a_reader_that_goes_away_is_no_error_to_look_at(folder: Path, command: str, reader: str):
    (folder / "blank.md").write_text(template_text() * 30)

    ran = subprocess.run(
        f"{sys.executable} -m archkit.cli {command} | {reader}",
        shell=True,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert ran.stderr == ""


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_that_lacks_letters_gets_them_spelled_out(folder: Path, encoding: str):
    ran = run(folder, "check", "wrong.md", PYTHONIOENCODING=encoding, PYTHONUTF8="0")

    assert ran.returncode == 1
    assert "hgih" in ran.stdout
    assert ran.stderr == ""


def test_a_name_that_is_no_unicode_is_shown_somehow(folder: Path):
    ran = run(folder, "check", "caf\udce9.md")

    assert ran.returncode == 2
    assert "there is no such file" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_the_example_is_put_into_a_folder(folder: Path):
    assert run(folder, "example", "deep/er").stdout == f"{Path('deep/er') / EXAMPLE}\n"
    assert (folder / "deep" / "er" / EXAMPLE).read_bytes() == example_file().read_bytes()
