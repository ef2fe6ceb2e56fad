"""Whichever call of the disk fails: document, file and journal agree, and nothing acknowledged is lost."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from archkit.errors import ArchkitError, FileProblem
from archkit.format.read import read
from archkit.session import Session
from tests.disk import fail_at
from tests.small_document import SMALL, on_disk

CALLS = ("write", "fsync", "replace", "open", "ftruncate", "fdopen", "fchmod", "mkdir", "stat", "fstat")


@pytest.fixture(params=["at once", "patient"])
def session(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Session:
    session = Session.create(tmp_path / "a.md", SMALL)
    if request.param == "patient":
        monkeypatch.setattr("archkit.saving.Saver.begin", lambda saver: setattr(saver, "_thread", True))
        session.while_typing()
    return session


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


@pytest.mark.parametrize("code", [errno.ENOSPC])
@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("number", range(12))
def test_the_nth_failing_call_loses_nothing(
    session: Session, name: str, number: int, code: int, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as patch:
        calls = fail_at(patch, name, number, OSError(code, os.strerror(code)))
        acknowledged = set(edits(session))

    assert names(session) == acknowledged
    # What is on the disk now is what a kill would leave.
    session._work.close()
    after = Session.open(session.path)
    assert names(after) == acknowledged, f"{name} {number} of {len(calls)}"
    assert after.clashes == ()
    after.set(("title",), "Goes on")
    assert read(on_disk(after)).document.dependencies == after.document.dependencies
    while after.undo():
        pass
    assert names(after) == set()


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
