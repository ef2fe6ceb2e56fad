"""Bad input: one line that says what is wrong, where, and what would be right; the file on disk stays as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import archkit
from archkit.errors import ArchkitError
from tests.checks.sound import SOUND

GRID = "| Risk | Likelihood | Impact | Mitigation |\n|---|---|---|---|\n"


def instead(old: str, new: str) -> str:
    """Return the sound document with something wrong in it."""
    assert SOUND.count(old) == 1
    return SOUND.replace(old, new)


#: The text, the piece of the line that is to be named, and the message.
DOCUMENTS = {
    "conflict markers": (
        instead("## Risks and Mitigations\n", "## Risks and Mitigations\n<<<<<<< HEAD\n").replace(
            "\n\n## Estimated", f"\n=======\n{GRID}| It burns | rare | minor | Water |\n>>>>>>> branch\n\n## Estimated"
        ),
        "<<<<<<< HEAD",
        "a merge left conflict markers here; keep one side and delete the lines with",
    ),
    "two sections of the same name": (
        f"{SOUND}\n## Risks and Mitigations\n{GRID}| It burns | rare | minor | Water |\n",
        "## Risks and Mitigations",
        'the section "Risks and Mitigations" stands here a second time; join it with the one on line',
    ),
    "too few cells": (
        instead("| It breaks | possible | major | 3 |", "| It breaks | possible | major |"),
        "| It breaks |",
        "the row has 5 cells and the header 6; write one cell for each column",
    ),
    "too many cells": (
        instead("| It breaks | possible |", "| It breaks | badly | possible |"),
        "| It breaks |",
        "the row has 7 cells and the header 6",
    ),
    "a score for an option that is not there": (
        instead("| Event-sourced ledger | Outbox table |", "| Event-sourced ledger | Outbax table |"),
        "Outbax",
        'the comparison scores the option "Outbax table", which is not there; did you mean "Outbox table"?',
    ),
    "hgih": (instead("| possible |", "| hgih |"), "| hgih |", 'likelihood "hgih" is not on the scale; use 1–5'),
    "low above high": (instead("| 5 | 8 | 11 |", "| 9 | 8 | 7 |"), "| 9 | 8 | 7 |", "low 9 is above high 7"),
    "below zero": (
        instead("| 5 | 8 | 11 |", "| −3 | 8 | 11 |"),
        "| −3 |",
        "low −3 is below 0; use a number at least 0",
    ),
    "NaN": (
        instead("| 5 | 8 | 11 |", "| NaN | 8 | 11 |"),
        "| NaN |",
        'low "NaN" is not a plain finite number; write it out',
    ),
    "1e999": (instead("| 5 | 8 | 11 |", "| 5 | 8 | 1e999 |"), "| 1e999 |", 'high "1e999" is not a plain finite number'),
    "a misspelt heading": (
        instead("## Risks and Mitigations", "## Risks and Mitigation"),
        "## Risks and Mitigation",
        'is not a heading of the template and is kept as text; did you mean "## Risks and Mitigations"?',
    ),
    "no table": (
        instead("| Risk | Likelihood |", "It breaks.\n\n| Risk | Likelihood |"),
        "It breaks.",
        '"It breaks." stands where',
    ),
    "an open fence": (
        instead("**Event-sourced ledger**, because", "**Event-sourced ledger**, because\n\n```\n"),
        "```",
        "the code fence is never closed, so all that follows belongs to it; close it",
    ),
    "front matter": (instead("status: draft", "status: &a draft"), "status: &a", "put it in quotes"),
}
#: What follows from what is wrong and is said, too: computed rows, and sections that an open fence swallowed.
FOLLOWS = ("stated-score", "stated-total", "uncited-recommendation")


def lines(path: Path, *command: str) -> tuple[int, list[str]]:
    """Run archkit on a file; return its exit code and what it says, hints left out."""
    before = path.read_bytes() if path.is_file() else b""
    ran = subprocess.run(
        [sys.executable, "-m", "archkit.cli", *command, path.name],
        cwd=path.parent,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in ran.stderr
    assert (path.read_bytes() if path.is_file() else b"") == before
    return ran.returncode, [line for line in (ran.stdout + ran.stderr).splitlines() if ": hint " not in line]


@pytest.mark.parametrize(("text", "where", "said"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_wrong_document_gets_one_line_and_stays_as_it_is(tmp_path: Path, text: str, where: str, said: str):
    path = tmp_path / "a.md"
    path.write_text(text)

    code, found = lines(path, "check")

    found = [line for line in found if not any(f" {rule} " in line for rule in FOLLOWS)]
    assert code == 1
    assert len(found) == 1, found
    name, line, message = found[0].split(":", 2)
    assert (name, said in message) == ("a.md", True), found[0]
    assert where in text.split("\n")[int(line) - 1], found[0]


@pytest.mark.parametrize(("text", "where", "said"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_wrong_document_can_be_opened_edited_elsewhere_and_exported(tmp_path: Path, text: str, where: str, said: str):
    path = tmp_path / "a.md"
    path.write_text(text)

    doc = archkit.open(path)
    doc.title = "Other"

    # Only an open fence is closed, so that nothing can be written into it.
    written = path.read_text().removesuffix("```\n") if where == "```" else path.read_text()
    assert written == text.replace("# Ledger Architecture", "# Other", 1)
    assert doc.export(tmp_path / "x.md").exists()
    assert "<html" in doc.export(tmp_path / "x.html").read_text()


def _fifty_megabytes(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(50_000_000)


FILES = {
    "missing": (lambda path: None, "there is no such file; check the name, or make the file with: archkit new a.md"),
    "a folder": (lambda path: path.mkdir(), "there is no architecture document in this folder; name a file"),
    "too large": (_fifty_megabytes, "the file is too large; a document has at most 10 MB; name another file"),
    "not UTF-8": (
        lambda path: path.write_bytes("# T\n\ncafé\n".encode("latin-1")),
        ":3: the text is not UTF-8 (byte 0xe9); save the file as UTF-8 in your editor",
    ),
    "UTF-16": (lambda path: path.write_text("# T\n", encoding="utf-16"), ":1: the text is not UTF-8 (byte 0xff)"),
    "a circle": (lambda path: path.symlink_to(path.name), "too many levels of symbolic links; check the name"),
}


@pytest.mark.parametrize(("make", "said"), FILES.values(), ids=FILES)
def test_a_file_that_cannot_be_read_gets_one_line(tmp_path: Path, make, said: str):
    path = tmp_path / "a.md"
    make(path)

    code, found = lines(path, "check")

    assert code == 2
    assert len(found) == 1, found
    assert said in found[0]
    with pytest.raises(ArchkitError):
        archkit.open(path)


@pytest.mark.parametrize("command", ["export", "lab"])
@pytest.mark.parametrize(("make", "said"), [FILES["too large"], FILES["not UTF-8"]], ids=["too large", "not UTF-8"])
def test_no_command_takes_a_file_that_cannot_be_read(tmp_path: Path, command: str, make, said: str):
    path = tmp_path / "a.md"
    make(path)

    code, found = lines(path, command)

    assert (code, len(found)) == (2, 1)
    assert said in found[0]
    assert os.listdir(tmp_path) == ["a.md"]


def test_an_unreadable_file_gets_one_line(tmp_path: Path):
    if os.geteuid() == 0:
        with pytest.raises(ArchkitError, match=r"mem: .*; check"):
            archkit.open("/proc/self/mem")
        return
    path = tmp_path / "a.md"
    path.write_text(SOUND)
    path.chmod(0)

    assert lines(path, "check")[1][0].endswith("permission denied; check the permissions of the file and its folder")


def test_a_long_hostile_document_is_checked_in_seconds(tmp_path: Path):
    path = tmp_path / "a.md"
    path.write_text(SOUND + GRID + "".join(f"| {n} | hgih | `[` | [x |\n" for n in range(20_000)))

    code, _ = lines(path, "check")

    assert code == 1
