"""`archkit check`: which files, which rules, which form, which exit code, and what it mends."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from archkit.assets import example_file
from archkit.checks.reports import REPORTS
from archkit.cli import main
from tests.checks.reviewed import REVIEWED

ROOT = Path(__file__).resolve().parent.parent
HINT = REVIEWED.replace("- Small change - assumption", "- Small change")
WARNING = REVIEWED.replace("- Testing: 4.5 days", "- Testing: 6 days")
ERROR = REVIEWED.replace("120 ms more [F2]", "120 ms more [F9]")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769904000")
    for name, text in {"sound": REVIEWED, "hint": HINT, "warning": WARNING, "error": ERROR}.items():
        (tmp_path / f"{name}-architecture.md").write_text(text)
    (tmp_path / "notes.md").write_text("# Notes\n")
    return tmp_path


def rules(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [line.split()[2] for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["sound-architecture.md"], 0),
        (["hint-architecture.md"], 0),
        (["warning-architecture.md"], 1),
        (["error-architecture.md"], 1),
        (["hint-architecture.md", "--fail-on", "hint"], 1),
        (["warning-architecture.md", "--fail-on", "error"], 0),
        (["error-architecture.md", "--fail-on", "error"], 1),
        (["hint-architecture.md", "--strict"], 1),
        (["hint-architecture.md", "--strict", "--fail-on", "error"], 1),
        (["none.md", "sound-architecture.md"], 2),
        (["sound-architecture.md", "--select", "nonsense"], 2),
    ],
)
def test_the_exit_code_says_how_bad_it_is(arguments: list[str], code: int):
    assert main(["check", *arguments]) == code


def test_rules_are_selected_and_ignored(capsys: pytest.CaptureFixture[str]):
    main(["check", ".", "--select", "stated-total,undefined-citation"])
    assert sorted(rules(capsys)) == ["stated-total", "undefined-citation"]

    main(["check", ".", "--ignore", "stated-total,undefined-citation"])
    assert set(rules(capsys)) & {"stated-total", "undefined-citation"} == set()


def test_an_unknown_rule_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]):
    assert main(["check", ".", "--ignore", "stated-totals"]) == 2

    assert capsys.readouterr().err == ('archkit: rules: there is no rule "stated-totals"; did you mean stated-total?\n')


def test_settings_are_found_upwards_and_the_command_line_goes_before_them(
    folder: Path, capsys: pytest.CaptureFixture[str]
):
    deep = folder / "docs" / "deep"
    deep.mkdir(parents=True)
    (deep / "a-architecture.md").write_text(ERROR)
    (deep / "notes.md").write_text("# Notes\n")
    (folder / "docs" / "pyproject.toml").write_text('[project]\nname = "x"\n')
    (folder / "pyproject.toml").write_text('[tool.archkit]\nignore = ["undefined-citation"]\n')

    main(["check", "docs"])
    assert "undefined-citation" not in rules(capsys)
    main(["check", "docs", "--isolated"])
    assert "undefined-citation" in rules(capsys)


def test_the_age_of_a_finding_is_a_setting(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["check", "sound-architecture.md"]) == 0
    other = folder / "strict"
    other.mkdir()
    (other / "notes.md").write_text("# Notes\n")
    (other / "a-architecture.md").write_text(REVIEWED)
    (other / "pyproject.toml").write_text("[tool.archkit]\nmax-finding-age = 1\n")

    main(["check", "strict"])

    assert set(rules(capsys)) == {"old-finding"}


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("ignored = []", '[tool.archkit] has no setting "ignored"; did you mean ignore?'),
        ('ignore = "all"', 'ignore is not a list of rules; write ignore = ["unused-finding"]'),
        ("strict = 1", "strict is neither true nor false; write strict = true"),
        ("close-call = -1", "close-call is not a number at least 0; write close-call = 0.05"),
        ("close-call = ", "the file cannot be read"),
    ],
)
def test_a_setting_that_does_not_fit_is_said(folder: Path, setting: str, said: str, capsys: pytest.CaptureFixture[str]):
    (folder / "pyproject.toml").write_text(f"[tool.archkit]\n{setting}\n")

    assert main(["check", "sound-architecture.md"]) == 2

    assert said in capsys.readouterr().err


def test_a_fix_mends_the_file_in_place_once(folder: Path, capsys: pytest.CaptureFixture[str]):
    file = folder / "warning-architecture.md"

    assert main(["check", str(file), "--fix"]) == 0
    assert capsys.readouterr().err == f"{file}: mended 1 thing\n"
    mended = file.read_bytes()
    assert mended.decode().replace(" ", "") == REVIEWED.replace(" ", "")

    assert main(["check", str(file), "--fix"]) == 0
    assert (file.read_bytes(), capsys.readouterr().err) == (mended, "")


def test_without_fix_no_file_is_touched(folder: Path):
    before = {file: file.read_bytes() for file in folder.iterdir()}

    main(["check", "."])

    assert {file: file.read_bytes() for file in folder.iterdir()} == before


def test_a_folder_is_searched_for_documents_and_what_is_hidden_is_not(folder: Path, capsys: pytest.CaptureFixture[str]):
    for place in (".git", "sub/.venv", "sub/deep"):
        (folder / place).mkdir(parents=True)
        (folder / place / "x-architecture.md").write_text("# Empty\n\n## Dependencies\n")

    main(["check", ".", "--format", "json", "--select", "empty-section"])

    assert [row["file"] for row in json.loads(capsys.readouterr().out)] == [str(Path("sub/deep/x-architecture.md"))]


def test_every_form_of_a_report_can_be_asked_for(capsys: pytest.CaptureFixture[str]):
    for form in REPORTS:
        assert main(["check", "error-architecture.md", "--format", form]) == 1
        assert "undefined-citation" in capsys.readouterr().out


def test_settings_that_change_are_read_anew(folder: Path, capsys: pytest.CaptureFixture[str]):
    for setting, expected in (("ignore", []), ("select", ["undefined-citation"])):
        (folder / "pyproject.toml").write_text(f'[tool.archkit]\n{setting} = ["undefined-citation"]\n')
        main(["check", "error-architecture.md"])
        assert [rule for rule in rules(capsys) if rule == "undefined-citation"] == expected


def test_a_report_can_go_to_a_file(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["check", "error-architecture.md", "--format", "sarif", "-o", "found.sarif"]) == 1

    assert capsys.readouterr().out == ""
    assert json.loads((folder / "found.sarif").read_text())["version"] == "2.1.0"


def test_the_worked_example_passes_a_strict_check():
    assert main(["check", "--strict", "--isolated", str(example_file())]) == 0


def test_the_hooks_call_commands_that_there_are(folder: Path):
    entries = re.findall(r"(?m)^  entry: archkit (.*)$", (ROOT / ".pre-commit-hooks.yaml").read_text())

    assert entries == ["check", "check --fix"]
    for entry in entries:
        assert main([*shlex.split(entry), "sound-architecture.md"]) == 0


def test_the_action_hands_every_input_on(folder: Path):
    text = (ROOT / "action.yml").read_text()
    inputs = re.findall(r"(?m)^  ([a-z-]+):\n    description:", text)

    assert inputs
    assert [name for name in inputs if f"${{{{ inputs.{name} }}}}" not in text] == []
    # What a person gives never stands in the script itself.
    assert "${{" not in text.partition("      run: |")[2]
    for option in re.findall(r"--[a-z-]+(?= \"?\$|\))", text.partition("      run: |")[2]):
        assert option in {"--format", "--fail-on", "--strict", "--output"}


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n"])
def test_an_empty_file_is_an_error(text: str, folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "x.md").write_text(text)

    assert main(["check", "x.md"]) == 2
    assert capsys.readouterr().err == "x.md: the file is empty; fill it, or delete it and run: archkit new x.md\n"


@pytest.mark.parametrize("text", ["hello\n", "# Title\n\nwords\n", "---\nstatus: draft\n---\n# T\n\n## Other\n\nx\n"])
def test_a_file_without_a_section_of_the_template_is_said(text: str, folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "x.md").write_text(text)

    assert main(["check", "x.md"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("x.md:1:1: hint format none of the template's sections is in this file")
    assert "archkit import x.md" in said
    assert main(["check", "--ignore", "format", "x.md"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("command", [["check"], ["export", "-o", "x.html"]])
def test_a_file_with_nul_bytes_is_no_text(folder: Path, command: list[str], capsys: pytest.CaptureFixture[str]):
    (folder / "x-architecture.md").write_bytes(b"# T\n\nwords\0\n")

    assert main([*command, "x-architecture.md"]) == 2
    assert "x-architecture.md:3: this is no text (it has NUL bytes)" in capsys.readouterr().err
    assert not (folder / "x.html").exists()
