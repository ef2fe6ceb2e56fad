"""A file that was deleted or moved away under a session is told soon, and written again by the next save."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from archkit.errors import FileProblem
from archkit.session import Session
from archkit.widgets.form import section_form
from tests.small_document import SMALL, on_disk

GONE = "the file is gone; the next save writes it again"


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """A session with a form open, whose clock stands still."""
    monkeypatch.setattr("archkit.saving.Saver.begin", lambda saver: setattr(saver, "_thread", True))
    session = Session.create(tmp_path / "a.md", SMALL)
    session.while_typing()
    return session


def test_a_look_tells_it_and_writes_nothing(session: Session):
    heard: list[str] = []
    session.on_state(lambda session: heard.append(session.state))
    session.path.unlink()

    session.look()
    session.look()

    assert heard == [GONE]
    assert not session.path.exists()


def test_a_save_without_an_edit_says_that_it_is_gone_and_the_next_one_writes_it(session: Session):
    session.path.unlink()
    with pytest.raises(FileProblem, match=GONE):
        session.save()
    assert session.state == GONE
    assert not session.path.exists()

    session.save()

    assert on_disk(session) == SMALL
    assert session.state.startswith("saved ")


def test_a_close_without_an_edit_writes_nothing_in_its_place(session: Session):
    session.path.unlink()
    session.look()

    session.close()

    assert not session.path.exists()


def test_the_next_edit_writes_it_again(session: Session):
    session.path.unlink()
    session.look()

    session.set(("title",), "Typed")
    session.save()

    assert on_disk(session) == SMALL.replace("# Ledger Architecture", "# Typed")
    assert session.state.startswith("saved ")


def test_a_save_that_finds_it_gone_waits_for_the_next_one(session: Session):
    session.set(("title",), "Typed")
    session.path.unlink()
    with pytest.raises(FileProblem, match="the file is gone"):
        session.save()
    assert session.state == f"1 edit not saved: {GONE}"
    assert not session.path.exists()

    session.save()

    assert on_disk(session).startswith("# Typed\n")


@pytest.mark.parametrize("text", [SMALL, SMALL.replace("It burns", "It floods")])
def test_a_file_that_comes_back_is_taken_as_it_is(session: Session, text: str):
    session.set(("title",), "Typed")
    session.path.unlink()
    session.look()
    session.path.write_text(text)

    session.look()
    assert session.state == "saving"
    session.save()

    assert on_disk(session) == text.replace("# Ledger Architecture", "# Typed")


def test_a_file_that_an_editor_puts_there_between_look_and_save_is_merged(session: Session):
    session.path.unlink()
    session.look()
    session.set(("title",), "Typed")
    session.path.write_text(SMALL.replace("It burns", "It floods"))

    session.save()

    assert on_disk(session).startswith("# Typed\n") and "It floods" in on_disk(session)


def test_a_script_is_told_before_its_edit_and_can_edit_again(tmp_path: Path):
    session = Session.create(tmp_path / "a.md", SMALL)
    session.path.unlink()
    with pytest.raises(FileProblem, match="the file is gone; the next save writes it again"):
        session.set(("title",), "Typed")
    assert session.document.title == "Ledger Architecture"

    session.set(("title",), "Typed")

    assert on_disk(session).startswith("# Typed\n")


def test_a_folder_that_is_gone_is_told_and_not_made(session: Session):
    aside = session.path.parent.with_name("aside")
    session.path.parent.rename(aside)

    session.look()

    assert session.state == "the folder of the file is gone; put it back, and it is saved"
    aside.rename(session.path.parent)
    session.look()
    assert session.state == "saved"


def test_every_form_says_it_and_takes_it_back(session: Session):
    forms = [section_form(session, key) for key in ("risks", "options")]
    session.path.unlink()
    session.look()
    assert [(form.standing["state"], form.standing["words"]) for form in forms] == [
        ("failed", GONE[0].upper() + GONE[1:])
    ] * 2

    session.path.write_text(SMALL)
    session.look()

    assert [form.standing["words"] for form in forms] == ["", ""]


def test_the_clock_tells_it_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("archkit.saving.LOOK", 0.05)
    session = Session.create(tmp_path / "a.md", SMALL)
    session.while_typing()
    session.path.unlink()

    wait_for(lambda: session.state == GONE)
    session.set(("title",), "Typed")
    wait_for(session.path.exists)

    session.close()
    assert on_disk(session).startswith("# Typed\n")


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)
