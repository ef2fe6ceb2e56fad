"""Lines that were appended are there, whatever happened after them."""

from __future__ import annotations

import errno
import os
import resource
import signal
from pathlib import Path

import pytest

from archkit.journal import Journal, journals
from archkit.journal_lines import entries, last_entry, lines_of
from tests.disk import fail_at


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return tmp_path / "a.md"


def numbers(path: Path) -> list[int]:
    return [entry.data["number"] for entry in entries(path)]


def with_lines(document: Path, count: int = 3) -> Journal:
    journal = Journal.create(document)
    for number in range(count):
        journal.append("edit", number=number, text="Ünïcode\n\ud800")
    return journal


def test_what_was_appended_is_read(document: Path):
    journal = with_lines(document)

    assert numbers(journal.path) == [0, 1, 2]
    assert last_entry(journal.path) == list(entries(journal.path))[-1]
    assert journal.size == journal.path.stat().st_size


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_torn_tail_is_cut_when_the_journal_is_adopted(document: Path, cut: int):
    journal = with_lines(document)
    journal.close()
    os.truncate(journal.path, journal.size - cut)
    assert last_entry(journal.path) is None

    adopted = Journal.adopt(journal.path)
    assert adopted is not None
    adopted.append("edit", number=9)

    assert numbers(journal.path) in ([0, 1, 9], [0, 9])


def test_nothing_behind_a_wrong_checksum_is_read(document: Path):
    journal = with_lines(document)
    content = bytearray(journal.path.read_bytes())
    content[len(content) // 2] ^= 1
    journal.path.write_bytes(content)

    assert numbers(journal.path) == [0]


def test_a_living_journal_is_not_adopted_and_an_ended_one_by_one_session_only(document: Path):
    journal = with_lines(document)
    assert Journal.adopt(journal.path) is None

    journal.close()
    assert Journal.adopt(journal.path) is not None

    first = Journal.adopt(journal.path)
    assert first is not None
    assert Journal.adopt(journal.path) is None


def test_a_removed_journal_leaves_nothing(document: Path):
    with_lines(document).close(remove=True)

    assert sorted(os.listdir(document.parent / ".archkit")) == [".gitignore"]
    assert Journal.adopt(document.parent / ".archkit" / "gone.journal") is None
    assert sorted(os.listdir(document.parent / ".archkit")) == [".gitignore"]


def test_journals_of_documents_whose_names_begin_alike_are_told_apart(tmp_path: Path):
    names = ["a.md", "a.md.md", "a.md.00000000000000000001", "a", "n" * 251 + ".md", "n" * 250 + "m.md"]
    made = {name: [with_lines(tmp_path / name).path] for name in names}

    assert {name: journals(tmp_path / name) for name in names} == made


def test_a_disk_that_fills_up_in_a_line_leaves_the_lines_before_and_takes_those_after(document: Path):
    journal = with_lines(document)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (journal.size + 10, limits[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            journal.append("edit", number=3)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)

    assert journal.path.stat().st_size == journal.size
    journal.append("edit", number=4)
    assert numbers(journal.path) == [0, 1, 2, 4]


def test_a_line_that_could_not_be_taken_back_is_taken_back_before_the_next(
    document: Path, monkeypatch: pytest.MonkeyPatch
):
    journal = with_lines(document)
    real = os.write

    def torn(handle: int, line: bytes) -> int:
        real(handle, line[:9])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", torn)
        fail_at(patch, "ftruncate", 0, OSError(errno.EIO, "Input/output error"))
        with pytest.raises(OSError, match="No space left"):
            journal.append("edit", number=3)
    journal.append("edit", number=4)

    assert numbers(journal.path) == [0, 1, 2, 4]


def test_a_sync_that_fails_is_tried_again(document: Path, monkeypatch: pytest.MonkeyPatch):
    journal = with_lines(document)
    with monkeypatch.context() as patch:
        fail_at(patch, "fsync", 0, OSError(errno.EIO, "Input/output error"))
        with pytest.raises(OSError, match="Input/output"):
            journal.sync()
    with monkeypatch.context() as patch:
        calls = fail_at(patch, "fsync", -2, OSError())
        journal.sync()
        journal.sync()

    # The journal once, and the two folders that hold its name.
    assert len(calls) == 3


def test_a_deleted_journal_knows_it(document: Path):
    journal = with_lines(document)
    assert not journal.is_gone

    journal.path.unlink()

    assert journal.is_gone


def test_a_disk_that_cannot_cut_is_told_by_a_line(document: Path, monkeypatch: pytest.MonkeyPatch):
    journal = with_lines(document, 1)
    size = journal.size
    journal.append("edit", number=1)
    with monkeypatch.context() as patch:
        fail_at(patch, "ftruncate", 0, OSError(errno.EIO, "Input/output error"))
        journal.cut(size)
    assert numbers(journal.path) == [0]
    assert last_entry(journal.path) != next(entries(journal.path))

    journal.append("edit", number=2)
    journal.append("edit", number=3)
    journal.cut(lines_of(journal.path)[1].end)

    assert numbers(journal.path) == [0, 2]
