import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from archkit.assets import example_file
from archkit.session import Session


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return Path(shutil.copy(example_file(), tmp_path / "example.md"))


@pytest.fixture
def session(example: Path) -> Iterator[Session]:
    session = Session.open(example)
    yield session
    session.close()
