"""Unsaved edits of a file that was renamed come back under its new name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from archkit.errors import FileProblem
from archkit.journal import journals
from archkit.session import Session
from tests.small_document import SMALL, on_disk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "a.md"
    file.write_text(SMALL)
    return file


@pytest.fixture
def die(path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return what edits the document and ends as `kill -9` ends it."""
    monkeypatch.setattr("archkit.saving.Saver.begin", lambda saver: setattr(saver, "_thread", True))

    def typed(*titles: str, end: Callable[[Session], None] = lambda session: None) -> None:
        session = Session.open(path)
        session.while_typing()
        for title in titles:
            session.set(("title",), title)
        end(session)
        session._work.close()

    return typed


@pytest.mark.parametrize("name", ["b.md", "a.md.md", "n" * 252 + ".md"])
def test_edits_of_a_renamed_file_come_back(path: Path, die: Callable[..., None], name: str):
    die("Typed")
    there = path.rename(path.with_name(name))

    session = Session.open(there)

    assert (session.document.title, session.recovered.edits) == ("Typed", 1)
    assert journals(path) == [] and len(journals(there)) == 1
    session.close()
    assert on_disk(session).startswith("# Typed\n")
    assert [entry.name for entry in path.parent.glob(".archkit/a.md.0*.lock")] == []


def test_edits_after_a_save_come_back_and_no_others(path: Path, die: Callable[..., None]):
    die("Saved", end=Session.save)
    die("Typed")
    there = path.rename(path.with_name("b.md"))

    session = Session.open(there)

    assert (session.document.title, session.recovered.edits) == ("Typed", 1)


def test_edits_of_a_file_that_was_put_back_and_renamed_come_back(path: Path, die: Callable[..., None]):
    die("Saved", end=Session.save)
    die("Typed")
    path.unlink()
    there = path.with_name("b.md")
    there.write_text(SMALL)

    session = Session.open(there)

    assert session.recovered.edits == 1
    assert [(clash.mine, clash.theirs) for clash in session.clashes] == [("Typed", "Ledger Architecture")]


def test_a_file_with_another_content_takes_nothing(path: Path, die: Callable[..., None]):
    die("Typed")
    path.unlink()
    other = path.with_name("b.md")
    other.write_text(SMALL.replace("It burns", "It floods"))

    assert Session.open(other).recovered.edits == 0
    path.write_text(SMALL)
    assert Session.open(path).recovered.edits == 1


def test_a_copy_takes_nothing_from_a_file_that_is_there(path: Path, die: Callable[..., None]):
    die("Typed")
    copy = path.with_name("b.md")
    copy.write_text(SMALL)

    assert Session.open(copy).recovered.edits == 0
    assert Session.open(path).recovered.edits == 1


def test_the_old_name_says_that_edits_wait(path: Path, die: Callable[..., None]):
    die("Typed")
    path.rename(path.with_name("b.md"))

    with pytest.raises(FileProblem, match="there is no such file, but edits of it that were not saved wait; if it has"):
        Session.open(path)


def test_a_name_without_unsaved_edits_is_just_not_there(path: Path, die: Callable[..., None]):
    die("Typed", end=Session.save)
    path.unlink()

    with pytest.raises(FileProblem, match="there is no such file; check the name"):
        Session.open(path)
