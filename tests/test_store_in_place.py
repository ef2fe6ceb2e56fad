"""A file that is mounted by itself can only be written in place; it is whole after any interruption all the same."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from archkit import replacing, store
from archkit.session import Session
from tests.disk import names
from tests.small_document import SMALL, on_disk


@pytest.fixture
def mounted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "a.md"
    path.write_text(SMALL)
    real = os.replace

    def busy(source: Path, target: Path) -> None:
        if Path(target) == path:
            raise OSError(errno.EBUSY, "Device or resource busy")
        real(source, target)

    monkeypatch.setattr(os, "replace", busy)
    return path


def stopped_after(count: int, error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the next writing in place end after some bytes."""
    real = replacing._overwrite

    def half(target: Path, content: bytes) -> None:
        monkeypatch.setattr(replacing, "_overwrite", real)
        with open(target, "r+b") as stream:
            stream.write(content[:count])
        raise error

    monkeypatch.setattr(replacing, "_overwrite", half)


def test_it_is_written_and_keeps_its_inode(mounted: Path):
    before = mounted.stat().st_ino
    session = Session.open(mounted)

    session.set(("title",), "New")
    session.set(("risks",), [])

    assert on_disk(session) == session.text
    assert mounted.stat().st_ino == before
    assert names(mounted.parent) == [".archkit", "a.md"]


def test_a_disk_that_fails_half_way_gives_the_old_text_back(mounted: Path, monkeypatch: pytest.MonkeyPatch):
    session = Session.open(mounted)
    stopped_after(100, OSError(errno.ENOSPC, "No space left on device"), monkeypatch)

    with pytest.raises(store.ArchkitError, match="disk full"):
        session.set(("title",), "A much longer title than before")

    assert on_disk(session) == session.text == SMALL
    assert names(mounted.parent) == [".archkit", "a.md"]


@pytest.mark.parametrize("count", [0, 1, 100, 400])
def test_a_kill_half_way_is_ended_at_the_next_opening(mounted: Path, count: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("archkit.saving.Saver.begin", lambda saver: setattr(saver, "_thread", True))
    session = Session.open(mounted)
    session.while_typing()
    session.set(("title",), "A much longer title than before")
    stopped_after(count, KeyboardInterrupt(), monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        session.save()
    session._work.close()

    after = Session.open(mounted)

    assert after.clashes == ()
    assert (
        after.text
        == on_disk(after)
        == SMALL.replace("Ledger Arch", "X").replace("# Xitecture", "# A much longer title than before")
    )
    assert names(mounted.parent) == [".archkit", "a.md"]


def test_what_somebody_wrote_after_a_kill_stays(mounted: Path, monkeypatch: pytest.MonkeyPatch):
    session = Session.open(mounted)
    stopped_after(100, KeyboardInterrupt(), monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        session.set(("title",), "New")
    session._work.close()
    mounted.write_text("# Theirs\n")
    late = mounted.stat().st_mtime + 60
    os.utime(mounted, (late, late))

    assert Session.open(mounted).text.startswith("# Theirs\n")


def test_an_old_file_that_was_put_back_with_its_time_after_a_kill_stays(mounted: Path, monkeypatch: pytest.MonkeyPatch):
    session = Session.open(mounted)
    stopped_after(100, KeyboardInterrupt(), monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        session.set(("title",), "New")
    session._work.close()
    mounted.write_text("# Yesterday\n")
    early = mounted.stat().st_mtime - 86_400
    os.utime(mounted, (early, early))

    assert Session.open(mounted).text.startswith("# Yesterday\n")
    assert not store.is_unfinished(mounted)
