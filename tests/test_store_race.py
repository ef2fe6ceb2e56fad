"""Another program that writes the file while it is saved: what it wrote is seen up to the last look, and stays."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from archkit import store
from archkit.store import ChangedOnDiskError
from tests.disk import NEW, OLD, names, problem

THEIRS = OLD.swapcase()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(OLD)
    return path


def replaced(file: Path) -> None:
    beside = file.with_name("theirs")
    beside.write_text(THEIRS)
    beside.replace(file)


def overwritten(file: Path) -> None:
    file.write_text(THEIRS + "more")


def deleted(file: Path) -> None:
    file.unlink()


def after_comparison(monkeypatch: pytest.MonkeyPatch, number: int, act: Callable[[], None]) -> list[int]:
    """Let something happen right after the file was compared for the n-th time, before anything else is done."""
    real, calls = store.digest, []

    def compared(content: bytes) -> str:
        found = real(content)
        calls.append(1)
        if len(calls) == number:
            act()
        return found

    monkeypatch.setattr(store, "digest", compared)
    return calls


@pytest.mark.parametrize("write", [replaced, overwritten, deleted])
@pytest.mark.parametrize("number", [1, 2])
def test_what_another_program_writes_after_the_comparison_is_not_overwritten(
    file: Path, monkeypatch: pytest.MonkeyPatch, number: int, write: Callable[[Path], None]
):
    expected = store.digest(OLD.encode())
    after_comparison(monkeypatch, number, lambda: write(file))

    with pytest.raises(ChangedOnDiskError):
        store.write_text(file, NEW, expected=expected)

    monkeypatch.undo()
    assert (file.read_text() if file.exists() else "gone") == {
        replaced: THEIRS,
        overwritten: THEIRS + "more",
        deleted: "gone",
    }[write]
    assert names(file.parent) == (["a.md"] if file.exists() else [])


def test_a_file_that_only_looks_changed_is_compared_again_and_saved(file: Path, monkeypatch: pytest.MonkeyPatch):
    expected = store.digest(OLD.encode())
    calls = after_comparison(monkeypatch, 2, lambda: os.utime(file, (1, 1)))

    store.write_text(file, NEW, expected=expected)

    assert file.read_text() == NEW
    # Once before the copy, twice before the file was replaced, once for the new text.
    assert len(calls) == 4


def test_a_disk_that_never_says_the_same_twice_hinders_no_save(file: Path, monkeypatch: pytest.MonkeyPatch):
    expected, times = store.digest(OLD.encode()), iter(range(1, 100))
    real = store.digest

    def compared(content: bytes) -> str:
        os.utime(file, (next(times), 1))
        return real(content)

    monkeypatch.setattr(store, "digest", compared)

    store.write_text(file, NEW, expected=expected)

    assert file.read_text() == NEW


def test_a_new_file_takes_the_place_of_none_that_came_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file, real = tmp_path / "a.md", os.link

    def late(source: Path, target: Path) -> None:
        file.write_text(THEIRS)
        real(source, target)

    monkeypatch.setattr(os, "link", late)

    assert "there is a file already" in problem(store.write_text, file, NEW)
    assert (file.read_text(), names(tmp_path)) == (THEIRS, ["a.md"])


def test_a_disk_without_second_names_takes_a_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refused(source: Path, target: Path) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refused)

    store.write_text(tmp_path / "a.md", NEW)

    assert ((tmp_path / "a.md").read_text(), names(tmp_path)) == (NEW, ["a.md"])


def test_a_new_file_has_one_name(tmp_path: Path):
    store.write_text(tmp_path / "a.md", NEW)

    assert (tmp_path / "a.md").stat().st_nlink == 1
