"""An open copy of the worked example, with what it leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

import archkit
from tests.full_document import full_text


@pytest.fixture
def doc(tmp_path: Path) -> archkit.ArchitectureDocument:
    path = archkit.example(tmp_path)
    path.write_text(full_text(), encoding="utf-8")
    return archkit.open(path)
