"""`kill -9` at any moment: nothing that was acknowledged is lost, and the file can be read."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from archkit.format.read import read
from archkit.format.write import write
from archkit.session import Session
from tests.small_document import SMALL, on_disk

pytestmark = pytest.mark.slow

LONG = bool(os.environ.get("ARCHKIT_LONG"))
ROUNDS = 200 if LONG else 20
REPOSITORY = Path(__file__).parents[2]


def killed(path: Path, name: str, patient: str, seconds: float) -> int:
    """Run the editor for a time after it is ready, kill it, and return how many edits it was given back."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.torture.editor", str(path), name, patient],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"ready\n"
    time.sleep(seconds)
    child.kill()
    lines = child.stdout.read().split(b"\n")
    child.wait()
    child.stdout.close()
    # The last line may be torn; a number before the last line break was said in full.
    return len(lines) - 1


def is_whole(text: str) -> bool:
    """Whether a file has its first line, what it had before, and the end of its last line."""
    return text.startswith("# Ledger Architecture\n") and "| not | a list |" in text and text.endswith("\n")


def test_no_acknowledged_edit_is_lost_when_the_process_is_killed(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    chance = random.Random(3)
    acknowledged = lost = unreadable = in_the_file = 0
    wrong: list[str] = []
    for number in range(ROUNDS):
        path = tmp_path / f"{number}.md"
        path.write_text(SMALL)
        given = killed(path, f"r{number}", ("patient", "at once")[number % 4 == 3], chance.uniform(0.0, 0.4))
        unreadable += not is_whole(path.read_text())
        before = {row.dependency for row in read(path.read_text()).document.dependencies}
        session = Session.open(path)
        after = {row.dependency for row in session.document.dependencies}
        wanted = {f"r{number}-{step}" for step in range(given)}
        acknowledged += len(wanted)
        lost += len(wanted - after)
        if wanted - after or session.clashes or session.recovered.unreadable:
            wrong.append(f"{path}: {sorted(wanted - after)}, {session.clashes}, {session.recovered.unreadable}")
        in_the_file += len(wanted & before)
        session.close()
        lost += len(wanted - {row.dependency for row in read(on_disk(session)).document.dependencies})

    with capsys.disabled():
        print(
            f"\n{ROUNDS} kills, {acknowledged} acknowledged edits ({in_the_file} of them in the file):"
            f" {lost} lost, {unreadable} files unreadable"
        )
    assert (lost, unreadable, wrong) == (0, 0, [])
    assert acknowledged > 0


def test_edits_survive_one_kill_after_the_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "a.md"
    path.write_text(SMALL)
    wanted: set[str] = set()
    rounds = ROUNDS // 10 + 1
    for number in range(rounds):
        given = killed(path, f"k{number}", "patient", 0.3)
        wanted |= {f"k{number}-{step}" for step in range(given)}
        if number % 3 == 1:
            # Somebody else edits the file before it is opened again.
            theirs = read(path.read_text())
            path.write_text(write(theirs.document.replace(title=f"Title {number}"), theirs))

    session = Session.open(path)
    found = {row.dependency for row in session.document.dependencies}
    steps = 0
    while session.undo():
        steps += 1

    with capsys.disabled():
        print(f"\n{rounds} kills of one document: {len(wanted - found)} of {len(wanted)} edits lost, {steps} undone")
    assert wanted <= found
    assert not session.clashes
    assert session.document.dependencies == ()
