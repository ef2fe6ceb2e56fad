"""A pipe in a folder is no document: it is refused at once, and never waited for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from archkit import store
from archkit.errors import FileProblem


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_without_a_writer_is_refused(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.md")

    with pytest.raises(FileProblem, match="no ordinary file"):
        store.read_text(tmp_path / "pipe.md")


@pytest.mark.skipif(not os.path.isdir("/dev/fd"), reason="open files have no names here")
def test_a_pipe_that_a_shell_opened_is_read() -> None:
    reading, writing = os.pipe()
    try:
        os.write(writing, b"# Ledger\n")
        os.close(writing)

        assert store.read_text(Path(f"/dev/fd/{reading}")) == "# Ledger\n"
    finally:
        os.close(reading)
