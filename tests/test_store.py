"""A file is whole at every moment."""

from __future__ import annotations

import errno
import os
import resource
import signal
import stat
import tempfile
from pathlib import Path

import pytest

from archkit import store
from tests.disk import NEW, OLD, fail_at, names, problem


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(OLD)
    return path


def test_what_was_written_is_read():
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "a.md"
        text = "\ufeff# Ünïcode 👩‍💻\r\nlast line without a break"

        store.write_text(path, text)

        assert store.read_text(path) == text
        assert names(path.parent) == ["a.md"]


def test_a_new_file_has_the_mode_that_the_mask_gives(tmp_path: Path):
    before = os.umask(0o027)
    try:
        store.write_text(tmp_path / "a.md", NEW)
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_the_mode_of_a_file_is_kept(file: Path, mode: int):
    file.chmod(mode)

    store.write_text(file, NEW, expected="")

    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_a_symbolic_link_is_followed_and_stays_a_link(tmp_path: Path, file: Path):
    (tmp_path / "deep").mkdir()
    link = tmp_path / "deep" / "link.md"
    link.symlink_to("../a.md")

    store.write_text(link, NEW, expected=store.digest(OLD.encode()))

    assert link.is_symlink()
    assert file.read_text() == NEW
    assert names(tmp_path / "deep") == ["link.md"]


def test_a_link_to_a_file_that_is_not_there_yet_makes_that_file(tmp_path: Path):
    link = tmp_path / "link.md"
    link.symlink_to("target.md")

    store.write_text(link, NEW)

    assert link.is_symlink()
    assert (tmp_path / "target.md").read_text() == NEW


def test_a_name_as_long_as_the_disk_allows_can_be_written(tmp_path: Path):
    path = tmp_path / ("n" * 252 + ".md")

    store.write_text(path, NEW)

    assert path.read_text() == NEW


def test_a_file_that_changed_is_not_overwritten(file: Path):
    known = store.digest(OLD.encode())
    file.write_text("# Theirs\n")

    message = problem(store.write_text, file, NEW, expected=known)

    assert "changed by somebody else" in message
    assert file.read_text() == "# Theirs\n"
    assert names(file.parent) == ["a.md"]


def test_a_file_that_vanished_is_not_made_again(file: Path):
    file.unlink()

    message = problem(store.write_text, file, NEW, expected=store.digest(OLD.encode()))

    assert "changed by somebody else" in message
    assert names(file.parent) == []


@pytest.mark.parametrize("by", ["writing", "renaming", "deleting"])
def test_what_somebody_writes_while_the_new_text_is_copied_is_not_overwritten(
    file: Path, monkeypatch: pytest.MonkeyPatch, by: str
):
    known, real = store.digest(OLD.encode()), os.fsync

    def slow(handle: int) -> None:
        real(handle)
        if by == "writing":
            file.write_text("# Theirs\n")
        elif by == "renaming":
            (file.parent / "b.md").write_text("# Theirs\n")
            (file.parent / "b.md").rename(file)
        else:
            file.unlink()

    monkeypatch.setattr(os, "fsync", slow)
    message = problem(store.write_text, file, NEW, expected=known)

    assert "changed by somebody else" in message
    assert [path.read_text() for path in file.parent.iterdir()] == (["# Theirs\n"] if by != "deleting" else [])


def test_a_file_that_somebody_makes_while_a_new_one_is_copied_stays(file: Path, monkeypatch: pytest.MonkeyPatch):
    file.unlink()
    real = os.fsync

    def slow(handle: int) -> None:
        real(handle)
        file.write_text("# Theirs\n")

    monkeypatch.setattr(os, "fsync", slow)

    assert "there is a file already" in problem(store.write_text, file, NEW)
    assert file.read_text() == "# Theirs\n"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a file away")
def test_the_owner_and_the_group_of_a_file_are_kept(file: Path):
    os.chown(file, 1234, 4321)
    file.chmod(0o2664)

    store.write_text(file, NEW, expected="")

    found = file.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (1234, 4321, 0o2664)


def test_an_owner_that_cannot_be_given_hinders_no_save(file: Path, monkeypatch: pytest.MonkeyPatch):
    def refused(handle: int, owner: int, group: int) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "fchown", refused)
    if os.geteuid() == 0:
        os.chown(file, 1234, 4321)

    store.write_text(file, NEW, expected="")

    assert file.read_text() == NEW


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no extended attributes here")
def test_the_attributes_of_a_file_are_kept(file: Path):
    try:
        os.setxattr(file, "user.origin", b"a wiki")
    except OSError as error:
        pytest.skip(f"no extended attributes here: {error}")

    store.write_text(file, NEW, expected="")

    assert os.getxattr(file, "user.origin") == b"a wiki"


def test_a_file_with_two_names_keeps_both(file: Path):
    other = file.parent / "b.md"
    other.hardlink_to(file)

    store.write_text(file, NEW, expected=store.digest(OLD.encode()))

    assert other.read_text() == file.read_text() == NEW
    assert other.samefile(file)
    assert names(file.parent / ".archkit") == [".gitignore"]


def test_what_a_kill_in_a_save_leaves_is_hidden_from_git_and_swept_at_the_next_opening(
    file: Path, monkeypatch: pytest.MonkeyPatch
):
    (file.parent / ".archkit").mkdir()
    with monkeypatch.context() as patch:
        # A process whose number no living one has.
        patch.setattr(os, "getpid", lambda: 2**30)
        patch.setattr(os, "unlink", lambda _: None)
        fail_at(patch, "replace", 0, OSError(errno.EIO, ""))
        problem(store.write_text, file, NEW, expected="")
    assert names(file.parent) == [".archkit", "a.md"]
    [left] = names(file.parent / ".archkit")

    store.sweep(file)

    assert left.endswith(".tmp")
    assert names(file.parent / ".archkit") == []


def test_a_sweep_takes_nothing_from_a_save_that_runs(file: Path, monkeypatch: pytest.MonkeyPatch):
    real = os.replace

    def swept(source: Path, target: Path) -> None:
        store.sweep(file)
        real(source, target)

    monkeypatch.setattr(os, "replace", swept)

    store.write_text(file, NEW, expected="")

    assert file.read_text() == NEW


def test_a_new_file_never_takes_the_place_of_another(file: Path):
    assert "there is a file already" in problem(store.write_text, file, NEW)
    assert file.read_text() == OLD


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
@pytest.mark.parametrize(("name", "number"), [("replace", 0), ("fsync", 0), ("fchmod", 0), ("fdopen", 0), ("open", 0)])
def test_a_failure_at_any_step_leaves_the_old_file_and_nothing_else(
    file: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int, code: int
):
    calls = fail_at(monkeypatch, name, number, OSError(code, os.strerror(code)))

    message = problem(store.write_text, file, NEW, expected=store.digest(OLD.encode()))

    assert len(calls) > number
    assert store.reason(OSError(code, os.strerror(code))) in message
    assert file.read_text() == OLD
    assert names(file.parent) == ["a.md"]


def test_a_folder_that_cannot_be_synced_undoes_no_save(file: Path, monkeypatch: pytest.MonkeyPatch):
    calls = fail_at(monkeypatch, "fsync", 1, OSError(errno.EINVAL, "Invalid argument"))

    written = store.write_text(file, NEW, expected="")

    assert len(calls) == 2
    assert written == store.digest(file.read_bytes()) == store.digest(NEW.encode())


@pytest.mark.parametrize("room", [0, 1, 4096, 8192, len(NEW) - 1])
def test_a_disk_that_fills_up_at_any_byte_leaves_the_old_file(file: Path, room: int):
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, limits[1]))
    try:
        message = problem(store.write_text, file, NEW, expected="")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)

    assert "file too large" in message
    assert file.read_text() == OLD
    assert names(file.parent) == ["a.md"]


def test_an_interrupted_save_leaves_the_old_file(file: Path, monkeypatch: pytest.MonkeyPatch):
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)

    with pytest.raises(KeyboardInterrupt):
        store.write_text(file, NEW, expected="")

    assert file.read_text() == OLD
    assert names(file.parent) == ["a.md"]
