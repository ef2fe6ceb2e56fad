from pathlib import Path

import pytest

from archkit.format.read import read
from archkit.model.document import Document

_EXAMPLE = Path(__file__).parents[2] / "notebooks" / "order-events-architecture.md"


@pytest.fixture(scope="session")
def example() -> Document:
    return read(_EXAMPLE.read_text(encoding="utf-8")).document
