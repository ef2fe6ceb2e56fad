"""What all tests share."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _forget_sessions_of_other_tests() -> Iterator[None]:
    """A session that died in a test on purpose is not ended when the process ends."""
    yield
    if "archkit.unsaved" in sys.modules:
        sys.modules["archkit.unsaved"]._EDITED.clear()
