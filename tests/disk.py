"""Files, folders and users for tests of the disk, and what a refusal says."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from archkit import store

OLD = "# Old\n"
NEW = "# New\n" + "words\n" * 20_000


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def problem(call: Callable[..., object], *given: object, **named: object) -> str:
    """Return the message of a refused call; it is one line."""
    with pytest.raises(store.ArchkitError) as caught:
        call(*given, **named)
    message = str(caught.value)
    assert "\n" not in message
    assert ";" in message, "it says what would be right"
    return message


def fail_at(monkeypatch: pytest.MonkeyPatch, name: str, number: int, error: OSError) -> list[int]:
    """Let the n-th call of a function of `os` fail; return the calls counted."""
    calls: list[int] = []
    real = getattr(os, name)

    def failing(*given: object, **named: object) -> object:
        calls.append(len(calls))
        if len(calls) - 1 == number:
            raise error
        return real(*given, **named)

    monkeypatch.setattr(os, name, failing)
    return calls


@contextmanager
def full_disk(room: int) -> Iterator[None]:
    """Let every write to a file end at so many bytes, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
