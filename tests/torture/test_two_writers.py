"""Two processes that edit one file lose nothing of each other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from archkit.format.read import read
from tests.small_document import SMALL
from tests.torture.test_killed import LONG, REPOSITORY

pytestmark = pytest.mark.slow

SAVES = 300 if LONG else 60


def test_two_writers_lose_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "a.md"
    path.write_text(SMALL)

    writers = [
        subprocess.Popen([sys.executable, "-m", "tests.torture.writer", str(path), name, str(SAVES)], cwd=REPOSITORY)
        for name in ("a", "b")
    ]
    codes = [writer.wait() for writer in writers]

    found = [row.dependency for row in read(path.read_text()).document.dependencies]
    wanted = {f"{name}-{number}" for name in ("a", "b") for number in range(SAVES)}
    with capsys.disabled():
        print(f"\n2 writers x {SAVES} saves: {len(wanted - set(found))} lost")
    assert codes == [0, 0]
    assert set(found) == wanted
    assert len(found) == len(wanted)
