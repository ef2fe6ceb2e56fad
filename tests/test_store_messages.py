"""What cannot be read or written is said in one line: what, where, and what would be right."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from archkit import store
from archkit.errors import FileProblem
from archkit.journal import journals
from archkit.session import Session
from tests.disk import NEW, OLD, names, problem
from tests.small_document import SMALL, on_disk


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


def test_a_folder_that_cannot_be_written_is_said_where_the_text_can_lie_nowhere_meanwhile(
    ordinary: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("XDG_STATE_HOME", str(ordinary / "none"))
    monkeypatch.setenv("TMPDIR", str(ordinary / "none"))
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


@pytest.mark.parametrize("name", ["docs", "docs.txt"])
def test_a_missing_name_that_is_no_markdown_files_is_not_to_be_made(tmp_path: Path, name: str):
    assert problem(store.read_text, tmp_path / name).endswith("there is no such file; check the name")


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


@pytest.fixture
def closed(ordinary: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that can be written in a folder that cannot; the state of programs can be kept."""
    (ordinary / "state").mkdir()
    monkeypatch.setenv("XDG_STATE_HOME", str(ordinary / "state"))
    (ordinary / "a.md").write_text(SMALL)
    ordinary.chmod(0o555)
    return ordinary / "a.md"


def test_a_file_in_a_folder_that_cannot_be_written_is_written_in_place(closed: Path):
    store.write_text(closed, NEW, expected=store.digest(SMALL.encode()))

    assert closed.read_text() == NEW
    assert names(closed.parent) == ["a.md", "state"]


def test_it_is_edited_and_what_was_not_saved_comes_back(closed: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("archkit.saving.Saver.begin", lambda saver: setattr(saver, "_thread", True))
    session = Session.open(closed)
    session.set(("risks", 0, "owner"), "Ada")
    session.while_typing()
    session.set(("title",), "Typed")
    session._work.close()
    assert "Ada" in closed.read_text() and "Typed" not in closed.read_text()

    after = Session.open(closed)
    after.close()

    assert (after.document.title, after.recovered.edits) == ("Typed", 1)
    assert on_disk(after).startswith("# Typed\n")
    assert names(closed.parent) == ["a.md", "state"]


def test_it_is_edited_by_a_user_without_a_home_too(closed: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(closed.parent / "none"))
    monkeypatch.setenv("TMPDIR", str(closed.parent / "state"))
    session = Session.open(closed)

    session.set(("title",), "Typed")

    assert on_disk(session).startswith("# Typed\n")
    assert journals(closed)
    assert stat.S_IMODE((closed.parent / "state" / f"archkit-{os.geteuid()}").stat().st_mode) == 0o700


def test_a_folder_that_somebody_else_made_for_our_state_is_not_used(closed: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(closed.parent / "none"))
    monkeypatch.setenv("TMPDIR", str(closed.parent / "state"))
    trap = closed.parent / "state" / "elsewhere"
    trap.mkdir()
    (closed.parent / "state" / f"archkit-{os.geteuid()}").symlink_to(trap)

    assert "permission denied" in problem(Session.open(closed).set, ("title",), "Typed")
    assert names(trap) == []


def test_a_file_that_has_the_name_of_our_folder_hinders_no_edit(ordinary: Path, monkeypatch: pytest.MonkeyPatch):
    (ordinary / "state").mkdir()
    monkeypatch.setenv("XDG_STATE_HOME", str(ordinary / "state"))
    (ordinary / ".archkit").write_text("mine")
    session = Session.create(ordinary / "a.md", SMALL)

    session.set(("title",), "Typed")

    assert on_disk(session).startswith("# Typed\n")
    assert (ordinary / ".archkit").read_text() == "mine"
