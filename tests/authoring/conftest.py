"""An open copy of the worked example."""

from __future__ import annotations

from pathlib import Path

import pytest

import archkit


@pytest.fixture
def doc(tmp_path: Path) -> archkit.ArchitectureDocument:
    return archkit.open(archkit.example(tmp_path))
