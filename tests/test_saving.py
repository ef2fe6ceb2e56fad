"""A form saves by itself, tells how the file stands, and finds what somebody else wrote."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archkit import saving
from archkit.document_file import DocumentFile
from archkit.session import Session
from tests.disk import fail_at
from tests.small_document import SMALL, on_disk


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A session whose clock goes faster than a person's."""
    for name, seconds in {"REST": 0.15, "LATEST": 0.6, "SYNC": 0.02, "LOOK": 0.1, "AGAIN": 0.2}.items():
        monkeypatch.setattr(saving, name, seconds)
    session = Session.create(tmp_path / "a.md", SMALL)
    session.while_typing()
    yield session
    session.close()


def until(is_so: Callable[[], bool], seconds: float = 5.0) -> float:
    """Wait until something is so, and return how long that took."""
    begin = time.monotonic()
    while not is_so():
        assert time.monotonic() - begin < seconds, "it did not become so"
        time.sleep(0.005)
    return time.monotonic() - begin


def test_the_file_is_written_when_the_hand_rests(session: Session):
    session.set(("title",), "Typed")
    assert (on_disk(session), session.state) == (SMALL, "saving")

    until(lambda: session.unsaved == 0)

    assert on_disk(session).startswith("# Typed\n")
    assert session.state == time.strftime("saved %H:%M:%S", time.localtime(session.saved_at))


def test_a_hand_that_never_rests_is_saved_all_the_same(session: Session):
    begin = time.monotonic()
    while on_disk(session) == SMALL:
        session.set(("title",), f"Typed {time.monotonic()}")
        time.sleep(0.01)
        assert time.monotonic() - begin < 30

    assert time.monotonic() - begin > 0.5


def test_what_somebody_else_wrote_is_found(session: Session):
    session.path.write_text(SMALL.replace("It burns", "It floods"))

    until(lambda: session.document.risks[1].risk == "It floods", 2.0)

    assert session.state == "saved"


def test_a_clash_is_told_and_overwrites_nothing(session: Session):
    session.set(("title",), "Mine")
    session.path.write_text(SMALL.replace("# Ledger Architecture", "# Theirs"))

    until(lambda: bool(session.clashes))
    time.sleep(0.3)

    assert session.state == "changed on disk: 1 to settle"
    assert on_disk(session).startswith("# Theirs\n")
    session.settle_clash(session.clashes[0], "mine")
    until(lambda: session.unsaved == 0)
    assert on_disk(session).startswith("# Mine\n")


def test_a_full_disk_is_told_and_the_save_is_tried_again(session: Session, monkeypatch: pytest.MonkeyPatch):
    told: list[str] = []
    session.on_state(lambda session: told.append(session.state.split(" ")[0]))

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        session.set(("title",), "Typed")
        session.set(("risks", 0, "owner"), "Ada")
        until(lambda: bool(session.problem))
        assert session.state == "2 edits not saved: disk full"
    until(lambda: session.unsaved == 0)

    assert session.problem == ""
    assert told == ["saving", "2", "saved"]
    assert on_disk(session) == session.text


def test_a_sync_that_fails_keeps_nothing_from_being_saved(session: Session, monkeypatch: pytest.MonkeyPatch):
    fail_at(monkeypatch, "fsync", 0, OSError(errno.EIO, "Input/output error"))

    session.set(("title",), "Typed")

    until(lambda: on_disk(session).startswith("# Typed\n"))


def test_a_listener_that_fails_ends_no_clock(session: Session):
    session.on_edit(lambda session: 1 / 0)
    session.path.write_text(SMALL.replace("It burns", "It floods"))
    until(lambda: session.document.risks[1].risk == "It floods")

    session.set(("title",), "Typed")

    until(lambda: on_disk(session).startswith("# Typed\n"))


def test_an_error_inside_a_save_is_told_and_the_save_is_tried_again(session: Session, monkeypatch: pytest.MonkeyPatch):
    told: list[str] = []
    session.on_state(lambda session: told.append(session.state))

    def broken(*_: object) -> None:
        raise RuntimeError("no such thing")

    with monkeypatch.context() as patch:
        patch.setattr(DocumentFile, "save", broken)
        session.set(("title",), "Typed")
        until(lambda: told[-1] != "saving")
    until(lambda: session.unsaved == 0)

    assert told[1] == "1 edit not saved: an error inside archkit: RuntimeError: no such thing"
    assert on_disk(session) == session.text
    assert session.problem == ""


def test_a_listener_that_fails_in_a_save_is_no_problem_of_the_save(session: Session):
    session.on_state(lambda session: 1 / 0)

    session.set(("title",), "Typed")
    until(lambda: session.unsaved == 0)

    assert session.problem == ""
    assert session.state.startswith("saved ")


def test_a_listener_that_edits_may_hear_of_a_foreign_change_in_a_save(session: Session):
    def sign(session: Session) -> None:
        if session.document.risks[1].risk == "It floods" and not session.document.metadata.status:
            session.set(("metadata", "status"), "draft")

    session.on_edit(sign)
    with session.lock:
        session.set(("title",), "Typed")
        session.path.write_text(SMALL.replace("It burns", "It floods"))
        session.save()

    until(lambda: "status: draft" in on_disk(session))
    assert "It floods" in on_disk(session)


def test_what_was_recovered_is_saved_by_the_clock(session: Session, tmp_path: Path):
    session.set(("title",), "Typed")
    session._saver.end()
    session._work.close()

    again = Session.open(session.path)
    assert again.state == "1 edit not saved"
    again.while_typing()

    until(lambda: on_disk(again).startswith("# Typed\n"))
    again.close()


def test_a_session_that_was_closed_can_be_typed_in_again(session: Session):
    session.close()
    session.while_typing()
    session.set(("title",), "Typed")

    until(lambda: on_disk(session).startswith("# Typed\n"))


def test_a_clock_that_was_ended_does_not_go_on_beside_a_new_one(session: Session):
    clocks = [session._saver._thread]
    for _ in range(10):
        session.close()
        session.while_typing()
        clocks.append(session._saver._thread)

    *old, now = clocks
    for clock in old:
        assert clock is not None
        clock.join(5)

    assert not any(clock is None or clock.is_alive() for clock in old)
    assert now is not None and now.is_alive()


def test_two_sessions_in_one_process_see_each_other(session: Session):
    other = Session.open(session.path)
    other.while_typing()

    session.set(("title",), "One")
    other.set(("risks", 0, "owner"), "Two")

    until(lambda: session.document == other.document and session.unsaved == other.unsaved == 0)
    assert (session.document.title, session.document.risks[0].owner) == ("One", "Two")
    other.close()


def test_the_end_of_the_process_saves(tmp_path: Path):
    path = tmp_path / "a.md"
    path.write_text(SMALL)
    script = (
        "from archkit.session import Session\n"
        f"session = Session.open({str(path)!r})\n"
        "session.while_typing()\n"
        "session.set(('title',), 'Typed')\n"
    )

    subprocess.run([sys.executable, "-c", script], check=True)

    assert path.read_text().startswith("# Typed\n")
