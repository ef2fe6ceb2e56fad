from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archkit.research.cache import Cache
from archkit.research.fetch import Patience
from archkit.research.look_up import LookUp
from archkit.research.server import Server
from tests.research.context7_server import Context7Server, running_server


@pytest.fixture
def server() -> Iterator[Context7Server]:
    with running_server() as server:
        yield server


@pytest.fixture
def pauses() -> list[float]:
    """How long was waited, without waiting."""
    return []


@pytest.fixture
def look_up(server: Context7Server, tmp_path: Path, pauses: list[float]) -> LookUp:
    patience = Patience(sleep=pauses.append, chance=lambda: 1.0)
    return LookUp(Server(server.base, "ctx7sk-secret"), Cache(tmp_path / "cache", now=lambda: 1795435200.0), patience)
