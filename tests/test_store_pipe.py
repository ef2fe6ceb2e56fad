"""A pipe is no document: it is refused at once, and never waited for."""

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
