"""A script hears of edits that are not in the file: at the opening, at an edit, and at its end."""

from __future__ import annotations

import subprocess
import sys
import warnings
from pathlib import Path

import pytest

import archkit
from archkit.errors import ArchkitError
from archkit.session import Session
from archkit.unsaved import UnsavedWarning, UnsettledError
from tests.small_document import SMALL, on_disk

THEIRS = SMALL.replace("# Ledger Architecture", "# Theirs")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "a.md"
    file.write_text(SMALL)
    return file


@pytest.fixture
def typed(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A document of which a session typed the title and died."""
    with monkeypatch.context() as patch:
        patch.setattr("archkit.saving.Saver.begin", lambda saver: setattr(saver, "_thread", True))
        session = Session.open(path)
        session.while_typing()
        session.set(("title",), "Mine")
        session._work.close()
    return path


def opened(path: Path, *words: str) -> archkit.ArchitectureDocument:
    """Open a document, which warns with one sentence for each of some words."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        document = archkit.open(path)
    assert [warning.filename for warning in caught] == [__file__] * len(words)
    assert all(warning.category is UnsavedWarning for warning in caught)
    assert all(word in str(warning.message) for warning, word in zip(caught, words, strict=True))
    return document


def test_an_opening_says_what_came_back(typed: Path):
    document = opened(typed, "a.md: 1 edit of an earlier session came back, not saved before; the next edit saves it")

    document.executive_summary = "Words of a script."

    assert on_disk(document.session).startswith("# Mine\n")
    assert "Words of a script." in on_disk(document.session)


def test_an_opening_with_nothing_to_tell_says_nothing(path: Path):
    opened(path)


def test_an_opening_says_what_could_not_come_back(typed: Path):
    journal = next((typed.parent / ".archkit").glob("*.journal"))
    journal.write_bytes(b"#" + journal.read_bytes())

    opened(typed, "edits that could not be brought back are kept in words in ")


def test_an_edit_of_a_script_while_a_clash_waits_is_refused_and_says_how_to_settle_it(typed: Path):
    typed.write_text(THEIRS)
    document = opened(typed, "1 edit of", "1 place was changed here and by somebody else (title), and no edit is made")
    session = document.session

    with pytest.raises(
        UnsettledError, match=r"the edit is not made, for 1 place was changed .* \(title\); look at doc\."
    ):
        session.insert(("risks",), 0, {"risk": "It rains"})
    assert len(session.document.risks) == 2

    session.settle_clash(session.clashes[0], "mine")
    session.insert(("risks",), 0, {"risk": "It rains"})

    assert on_disk(session).startswith("# Mine\n") and "It rains" in on_disk(session)


def test_of_two_clashes_one_after_the_other_is_settled_in_a_script(typed: Path, monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as patch:
        patch.setattr("archkit.saving.Saver.begin", lambda saver: setattr(saver, "_thread", True))
        session = Session.open(typed)
        session.while_typing()
        session.set(("executive_summary",), "Mine.")
        session._work.close()
    typed.write_text(THEIRS.replace("Words.", "Theirs."))
    document = opened(typed, "2 edits of", "2 places were changed here and by somebody else (title, executive_summary)")

    for clash in document.session.clashes:
        document.session.settle_clash(clash, "theirs")

    assert document.session.state.startswith("saved ")
    assert on_disk(document.session) == THEIRS.replace("Words.", "Theirs.")


def test_a_close_that_leaves_edits_unsaved_warns(typed: Path):
    typed.write_text(THEIRS)
    session = Session.open(typed)

    with pytest.warns(UnsavedWarning, match=r"1 edit not saved: 1 place was changed .* comes back at the next opening"):
        session.close()

    assert typed.read_text() == THEIRS
    assert Session.open(typed).document.title == "Mine"


SCRIPT = """
import sys
from archkit.session import Session

session = Session.open(sys.argv[1])
session.while_typing()
session._saver.wake = lambda: None
session.set(("title",), "Mine")
"""
CLASH = """
open(sys.argv[1], "w").write(session.text.replace("# Mine", "# Theirs"))
session.look()
"""
BROKEN = """
import os
def broken(*_):
    raise OSError(28, "No space left on device")
os.replace = broken
"""


@pytest.mark.parametrize(
    ("how", "words"),
    [(CLASH, "1 edit not saved: 1 place was changed here and by somebody else (title);"), (BROKEN, "disk full;")],
)
def test_a_process_that_ends_with_edits_unsaved_says_so(path: Path, how: str, words: str):
    ended = subprocess.run([sys.executable, "-c", SCRIPT + how, path], capture_output=True, text=True, check=True)

    assert f"UnsavedWarning: {path}: " in ended.stderr
    assert words in ended.stderr
    assert ended.stderr.count("UnsavedWarning") == 1
    assert Session.open(path).document.title == "Mine"


def test_a_process_that_saved_everything_says_nothing(path: Path):
    ended = subprocess.run([sys.executable, "-c", SCRIPT, path], capture_output=True, text=True, check=True)

    assert ended.stderr == ""
    assert path.read_text().startswith("# Mine\n")


def test_the_state_counts_what_was_refused_and_forgets_it_with_the_next_edit_that_is_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("archkit.saving.Saver.begin", lambda saver: setattr(saver, "_thread", True))
    session = Session.open(path)
    session.while_typing()
    session.set(("title",), "Kept")
    told: list[str] = []
    session.on_state(lambda session: told.append(session.state))

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.write", full)
        for number in range(4):
            with pytest.raises(ArchkitError, match="disk full"):
                session.set(("risks", 0, "owner"), f"Ada {number}")
    session.set(("risks", 0, "owner"), "Ada")
    session.save()

    assert told[3] == "5 edits not saved: disk full"
    assert session.refused == 0
    assert told[4] == "saving"
    assert session.state.startswith("saved ")


def test_a_refused_edit_of_a_script_is_no_saved_document(path: Path, monkeypatch: pytest.MonkeyPatch):
    session = Session.open(path)
    path.unlink()

    with pytest.raises(ArchkitError, match="the file is gone"):
        session.set(("title",), "Mine")

    assert session.state == "1 edit not saved: the file is gone; the next save writes it again"
    session.set(("title",), "Mine")
    assert session.state.startswith("saved ")
