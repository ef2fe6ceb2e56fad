"""A file is whole at every moment, and a failure says what, where, and what would be right."""

from __future__ import annotations

import errno
import os
import resource
import signal
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archkit import store
from archkit.errors import FileProblem

OLD = "# Old\n"
NEW = "# New\n" + "words\n" * 20_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(OLD)
    return path


@pytest.fixture
def ordinary() -> Iterator[Path]:
    """A folder, seen by a user without special rights."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        is_root = os.geteuid() == 0
        if is_root:
            os.chown(folder, 65534, -1)
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if is_root:
                os.seteuid(0)
            folder.chmod(0o777)


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
    assert os.strerror(code).lower() in message
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


def test_a_folder_that_cannot_be_written_is_said(ordinary: Path):
    (ordinary / "a.md").write_text(OLD)
    ordinary.chmod(0o555)

    message = problem(store.write_text, ordinary / "a.md", NEW, expected="")

    assert message.endswith("permission denied; check the permissions of the file and its folder")
    assert (ordinary / "a.md").read_text() == OLD
    assert names(ordinary) == ["a.md"]


def test_a_file_that_its_owner_made_read_only_is_not_replaced(ordinary: Path):
    (ordinary / "a.md").write_text(OLD)
    (ordinary / "a.md").chmod(0o444)

    message = problem(store.write_text, ordinary / "a.md", NEW, expected="")

    assert "the file is read-only; make it writable" in message
    assert (ordinary / "a.md").read_text() == OLD


def test_a_missing_folder_is_named(tmp_path: Path):
    message = problem(store.write_text, tmp_path / "no" / "a.md", NEW)

    assert f"there is no folder {tmp_path / 'no'}; make it first" in message


def test_a_folder_is_no_document(tmp_path: Path):
    assert problem(store.read_text, tmp_path).endswith("it is a folder; name a file in it")
    assert problem(store.write_text, tmp_path, NEW, expected="").endswith("it is a folder; name a file in it")


def test_a_missing_file_says_how_to_make_one(tmp_path: Path):
    path = tmp_path / "docs" / "a.md"

    assert problem(store.read_text, path).endswith(
        f"there is no such file; check the name, or make the file with: archkit new {path}"
    )


def test_an_unreadable_file_is_said(ordinary: Path):
    (ordinary / "a.md").write_text(OLD)
    (ordinary / "a.md").chmod(0)

    assert "permission denied; check the permissions" in problem(store.read_text, ordinary / "a.md")


def test_a_text_that_is_not_utf8_is_said_with_its_line(tmp_path: Path):
    path = tmp_path / "a.md"
    path.write_bytes(b"# A\n\ncaf\xe9\n")

    assert problem(store.read_text, path).endswith(
        "a.md:3: the text is not UTF-8 (byte 0xe9); save the file as UTF-8 in your editor"
    )


def test_a_file_of_another_kind_and_size_is_refused_before_it_is_read(tmp_path: Path):
    path = tmp_path / "a.md"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)

    assert problem(store.read_text, path).endswith(
        "the file is too large; a document has at most 10 MB; name another file"
    )
    assert "the file is too large" in problem(store.read_text, Path("/dev/zero"))


@pytest.mark.parametrize("name", ["a.md/b.md", "n" * 300 + ".md", "loop.md", "a\0b.md"])
def test_an_impossible_name_is_said(tmp_path: Path, name: str):
    (tmp_path / "a.md").write_text(OLD)
    (tmp_path / "loop.md").symlink_to("loop.md")

    assert problem(store.read_text, tmp_path / name)
    assert problem(store.write_text, tmp_path / name, NEW)
    assert names(tmp_path) == ["a.md", "loop.md"]


def test_every_problem_is_one_that_a_person_can_read():
    assert issubclass(FileProblem, store.ArchkitError)
    assert issubclass(store.ChangedOnDiskError, store.ArchkitError)
