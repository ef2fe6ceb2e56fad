"""A small generated portfolio on disk."""

from __future__ import annotations

from pathlib import Path

from archkit.portfolios.generate import generate


def made(folder: Path, documents: int, *, size: float = 0.3, faulty: float = 0.0) -> Path:
    for one in generate(documents, size=size, faulty=faulty):
        file = folder / one.name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(one.data)
    return folder


def assert_same(one: object, other: object) -> None:
    first, second = one.frames(), other.frames()  # type: ignore[attr-defined]
    assert list(first) == list(second)
    for name, frame in first.items():
        assert frame.index.equals(second[name].index), name
        assert frame.equals(second[name]), name
