"""Whichever call of the disk fails: document, file and journal agree, and nothing acknowledged is lost."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from archkit.errors import ArchkitError, FileProblem
from archkit.format.read import read
from archkit.session import Session
from tests.disk import fail_at
from tests.small_document import SMALL, on_disk

#: What a session asks of the disk; `ftruncate`, which is called when a write has failed, has a test of its own.
CALLS = ("write", "fsync", "replace", "open", "fdopen", "fchmod", "mkdir", "stat", "fstat")


@pytest.fixture(params=["at once", "patient"])
def begin(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Session]:
    """Return what makes a session on a file of its own."""
    folders = (tmp_path / str(number) for number in count())
    if request.param == "patient":
        monkeypatch.setattr("archkit.saving.Saver.begin", lambda saver: setattr(saver, "_thread", True))

    def make() -> Session:
        folder = next(folders)
        folder.mkdir()
        session = Session.create(folder / "a.md", SMALL)
        if request.param == "patient":
            session.while_typing()
        return session

    return make


@pytest.fixture
def session(begin: Callable[[], Session]) -> Session:
    return begin()


def edits(session: Session) -> Iterator[str]:
    """Edit a few times, and name each row that was acknowledged."""
    for number in range(4):
        name = f"row {number}"
        try:
            session.insert(("dependencies",), 0, {"dependency": name, "why": "x"})
        except ArchkitError:
            assert name not in names(session)
        else:
            yield name
        try:
            session.save()
        except ArchkitError:
            assert session.unsaved
            assert "not saved: disk full" in session.state


def names(session: Session) -> set[str]:
    return {row.dependency for row in session.document.dependencies}


@pytest.mark.parametrize("name", CALLS)
def test_whichever_call_fails_nothing_is_lost(begin: Callable[[], Session], name: str, monkeypatch: pytest.MonkeyPatch):
    for number in count():
        session = begin()
        with monkeypatch.context() as patch:
            calls = fail_at(patch, name, number, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
            acknowledged = set(edits(session))
        if len(calls) <= number:
            break
        check(session, acknowledged, f"{name} {number}")

    assert number > 0, f"a session does not call {name} any more"


@pytest.mark.parametrize("times", [1, 2, 3, 4])
def test_a_journal_that_can_neither_be_written_nor_cut_loses_nothing(
    begin: Callable[[], Session], times: int, monkeypatch: pytest.MonkeyPatch
):
    for number in count():
        session = begin()
        with monkeypatch.context() as patch:
            writes = fill_at(patch, number, times)
            tried = [fail_at(patch, "ftruncate", 0, OSError(errno.EIO, os.strerror(errno.EIO))) for _ in range(times)]
            acknowledged = set(edits(session))
        if len(writes) <= number:
            break
        assert tried[-1], "a write that failed is cut off"
        # What was refused can be taken back in the journal once the disk takes a line again.
        session.set(("title",), "Taken")
        check(session, acknowledged, f"write {number}")

    assert number > 0


def fill_at(monkeypatch: pytest.MonkeyPatch, number: int, times: int) -> list[int]:
    """Let the disk take half of the n-th write and nothing of so many after it; return the writes counted."""
    writes: list[int] = []
    real = os.write

    def filling(handle: int, content: bytes) -> int:
        writes.append(len(writes))
        if len(writes) - 1 == number:
            return real(handle, content[: len(content) // 2])
        if number < len(writes) - 1 <= number + times:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(handle, content)

    monkeypatch.setattr(os, "write", filling)
    return writes


def check(session: Session, acknowledged: set[str], failed: str) -> None:
    """See that all that was acknowledged is there, before and after a kill, and that the session can go on."""
    assert names(session) == acknowledged, failed
    # What is on the disk now is what a kill would leave.
    session._work.close()
    after = Session.open(session.path)
    assert names(after) == acknowledged, failed
    assert after.clashes == (), failed
    after.set(("title",), "Goes on")
    assert read(on_disk(after)).document.dependencies == after.document.dependencies, failed
    while after.undo():
        pass
    assert names(after) == set(), failed
    after.close()


@pytest.mark.parametrize("name", ["write", "fsync", "replace"])
def test_a_disk_that_stays_full_refuses_each_edit_or_keeps_it(
    session: Session, name: str, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as patch:

        def full(*_: object, **__: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        patch.setattr(os, name, full)
        acknowledged = set(edits(session))
        assert on_disk(session) == SMALL
        assert names(session) == acknowledged
    session.close()

    assert {row.dependency for row in read(on_disk(session)).document.dependencies} == acknowledged


def test_a_read_only_folder_is_said(session: Session, monkeypatch: pytest.MonkeyPatch):
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "mkdir", refused)

    with pytest.raises(FileProblem, match="permission denied; check the permissions of the file and its folder"):
        session.set(("title",), "New")

    assert session.text == on_disk(session) == SMALL
