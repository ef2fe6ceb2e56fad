"""What was typed and not saved is there when the document is opened again."""

from __future__ import annotations

import gc
import os
import shutil
import time
from pathlib import Path

import pytest

from archkit import store
from archkit.errors import ArchkitError
from archkit.format.read import read
from archkit.journal import journals
from archkit.journal_lines import entries
from archkit.session import Session
from tests.small_document import SMALL, on_disk, place_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "a.md"
    file.write_text(SMALL)
    return file


class Dying:
    """A session whose edits wait for a save that never comes."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("archkit.saving.Saver.begin", lambda saver: setattr(saver, "_thread", True))
        self.session = Session.open(path)
        self.session.while_typing()

    def die(self) -> None:
        """End as `kill -9` ends a process: the locks go, and nothing is written any more."""
        journal = self.session._work._file._journal
        if journal is not None:
            journal.close()


@pytest.fixture
def typed(path: Path, monkeypatch: pytest.MonkeyPatch) -> Dying:
    dying = Dying(path, monkeypatch)
    dying.session.set(("title",), "Typed")
    return dying


def test_edits_that_were_not_saved_come_back(typed: Dying, path: Path):
    typed.session.set(("risks", 0, "owner"), "Ada")
    typed.die()

    session = Session.open(path)

    assert session.document == typed.session.document
    assert session.recovered.edits == session.unsaved == 2
    assert session.state == "2 edits not saved"
    assert path.read_text() == SMALL
    session.close()
    assert on_disk(session).startswith("# Typed\n")


def test_a_journal_of_a_living_session_is_left_alone(typed: Dying, path: Path):
    session = Session.open(path)

    assert session.recovered.edits == 0
    assert session.document.title == "Ledger Architecture"


def test_an_opening_after_everything_was_saved_recovers_nothing(typed: Dying, path: Path):
    typed.session.save()
    typed.die()

    assert Session.open(path).recovered.edits == 0


def test_a_file_that_was_taken_back_on_purpose_is_not_recovered(typed: Dying, path: Path):
    typed.session.save()
    typed.die()
    path.write_text(SMALL)

    session = Session.open(path)

    assert session.recovered.edits == 0
    assert session.text == SMALL


@pytest.mark.parametrize("is_replaced", [False, True])
def test_a_save_that_was_killed_on_either_side_of_its_replacing(
    typed: Dying, path: Path, is_replaced: bool, monkeypatch: pytest.MonkeyPatch
):
    real = store.write_text

    def killed(*given, **named):
        if is_replaced:
            real(*given, **named)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(store, "write_text", killed)
        with pytest.raises(KeyboardInterrupt):
            typed.session.save()
    typed.session.set(("risks", 0, "owner"), "Ada")
    typed.die()

    session = Session.open(path)

    assert session.document == typed.session.document
    assert session.recovered.edits == (1 if is_replaced else 2)
    assert session.clashes == ()


@pytest.mark.parametrize("cut", [1, 5, 40])
def test_a_torn_tail_costs_only_its_own_line(typed: Dying, path: Path, cut: int):
    typed.session.set(("risks", 0, "owner"), "Ada")
    typed.die()
    journal = journals(path)[0]
    os.truncate(journal, journal.stat().st_size - cut)

    session = Session.open(path)
    session.set(("risks", 0, "owner"), "Bob")
    kinds = [entry.kind for entry in entries(journal)]

    assert session.document.title == "Typed"
    assert session.document.risks[0].owner == "Bob"
    assert kinds == ["begin", "edit", "edit", "write", "saved"]


def test_what_somebody_else_wrote_meanwhile_is_merged_with_what_comes_back(typed: Dying, path: Path):
    typed.die()
    path.write_text(SMALL.replace("It burns", "It floods"))

    session = Session.open(path)
    session.close()

    assert session.clashes == ()
    assert on_disk(session) == SMALL.replace("It burns", "It floods").replace("# Ledger Architecture", "# Typed")


def test_a_merged_recovery_can_be_killed_again(typed: Dying, path: Path, monkeypatch: pytest.MonkeyPatch):
    typed.die()
    path.write_text(SMALL.replace("| It breaks | rare | minor | Test it |\n", ""))
    again = Dying(path, monkeypatch)
    again.session.set(("risks", 0, "owner"), "Ada")
    again.die()

    session = Session.open(path)

    assert session.document == again.session.document
    assert (session.document.title, session.document.risks[0].risk) == ("Typed", "It burns")
    assert session.document.risks[0].owner == "Ada"
    assert len(journals(path)) == 1


def test_a_row_that_is_still_empty_is_no_foreign_change(typed: Dying, path: Path):
    typed.session.insert(("risks",), 0, {})
    typed.session.save()
    typed.session.set(("risks", 0, "risk"), "It rusts")
    typed.die()
    path.write_text(path.read_text().replace("It burns", "It floods"))

    session = Session.open(path)

    assert session.clashes == ()
    assert [row.risk for row in session.document.risks] == ["It rusts", "It breaks", "It floods"]


def test_a_form_keeps_its_empty_row_when_somebody_else_changes_the_file(typed: Dying, path: Path):
    typed.session.insert(("risks",), 0, {})
    typed.session.save()
    path.write_text(path.read_text().replace("It burns", "It floods"))

    typed.session.look()

    assert [row.risk for row in typed.session.document.risks] == ["", "It breaks", "It floods"]


def test_two_sessions_that_died_come_back_as_one(path: Path, monkeypatch: pytest.MonkeyPatch):
    one, two = Dying(path, monkeypatch), Dying(path, monkeypatch)
    one.session.set(("title",), "One")
    two.session.set(("risks", 0, "owner"), "Two")
    two.session.insert(("dependencies",), 0, {"dependency": "Clock", "why": "Time"})
    one.die()
    two.die()

    session = Session.open(path)

    assert session.recovered.edits == 3
    assert (session.document.title, session.document.risks[0].owner) == ("One", "Two")
    assert len(journals(path)) == 1
    session._work.close()
    assert Session.open(path).document == session.document


def test_two_journals_of_the_same_edits_bring_them_back_once(typed: Dying, path: Path):
    typed.session.insert(("risks",), 1, {"risk": "It rains"})
    typed.die()
    journal = journals(path)[0]
    shutil.copy(journal, str(journal).replace(f"-{os.getpid()}-", "-1-"))

    session = Session.open(path)

    assert session.document == typed.session.document
    assert session.clashes == ()


def test_a_clash_waits_over_the_death_of_the_kernel(typed: Dying, path: Path, monkeypatch: pytest.MonkeyPatch):
    path.write_text(SMALL.replace("# Ledger Architecture", "# Theirs"))
    typed.session.save()
    typed.session.set(("risks", 0, "owner"), "Ada")
    typed.die()

    session = Session.open(path)

    assert [clash.path for clash in session.clashes] == [("title",)]
    assert session.state == "changed on disk: 1 to settle"
    session.save()
    assert path.read_text().startswith("# Theirs\n")
    session.settle_clash(session.clashes[0], "theirs")
    assert (session.document.title, session.document.risks[0].owner) == ("Theirs", "Ada")
    assert session.clashes == ()
    assert on_disk(session).startswith("# Theirs\n")
    assert "Ada" in on_disk(session)


def test_a_clash_that_was_settled_is_settled_after_the_death_of_the_kernel(typed: Dying, path: Path):
    path.write_text(SMALL.replace("# Ledger Architecture", "# Theirs"))
    typed.session.look()
    typed.session.settle_clash(typed.session.clashes[0], "mine")
    typed.die()

    session = Session.open(path)

    assert session.clashes == ()
    assert session.document.title == "Typed"
    session.close()
    assert on_disk(session).startswith("# Typed\n")


def test_recovered_edits_are_not_dropped_by_an_edit_that_clashes(typed: Dying, path: Path):
    typed.die()
    session = Session.open(path)
    path.write_text(SMALL.replace("| Test it |", "| Theirs |"))

    with pytest.raises(store.ChangedOnDiskError):
        session.set(("risks", 0, "mitigation"), "Mine")

    assert (session.document.title, session.document.risks[0].mitigation) == ("Typed", "Theirs")
    assert session.unsaved == 1


def test_recovered_edits_can_be_discarded_and_later_ones_stay(typed: Dying, path: Path):
    typed.die()
    session = Session.open(path)
    session.set(("risks", 0, "owner"), "Ada")

    session.discard_recovered()

    assert (session.document.title, session.document.risks[0].owner) == ("Ledger Architecture", "Ada")
    assert on_disk(session) == session.text
    assert session.recovered.edits == 0


ODD = SMALL.replace("| It breaks | rare |", "|It breaks|    rare |").replace(
    "## Glossary\n", "Glossary\n--------\n\n\n"
)


@pytest.mark.parametrize("text", [SMALL, ODD, ODD.replace("\n", "\r\n"), ODD.rstrip("\n"), f"\ufeff{ODD}"])
@pytest.mark.parametrize("is_saved", [True, False])
def test_what_is_discarded_leaves_the_file_as_it_was_even_after_it_was_saved(
    path: Path, monkeypatch: pytest.MonkeyPatch, text: str, is_saved: bool
):
    path.write_bytes(text.encode())
    dying = Dying(path, monkeypatch)
    dying.session.set(("title",), "Typed")
    dying.session.set(("risks", 0, "owner"), "Ada")
    dying.session.delete(("options", 1))
    dying.session.insert(("dependencies",), 0, {"dependency": "Clock", "why": "Time"})
    dying.session.set_text(place_of(dying.session, "Glossary"), "Other words.")
    dying.die()
    session = Session.open(path)
    session.while_typing()
    if is_saved:
        session.save()
        assert "# Typed" in on_disk(session)

    session.discard_recovered()
    session.save()

    assert on_disk(session) == text
    assert session.recovered.edits == session.unsaved == 0
    assert session.undo() and session.document.title == "Typed"


def test_what_is_discarded_after_a_save_takes_back_nothing_of_somebody_else(typed: Dying, path: Path):
    typed.die()
    session = Session.open(path)
    session.while_typing()
    session.save()
    path.write_text(path.read_text().replace("It burns", "It floods"))
    session.look()

    session.discard_recovered()
    session.save()

    assert on_disk(session) == SMALL.replace("It burns", "It floods")


def test_what_is_discarded_leaves_a_clash_of_what_was_typed_since(typed: Dying, path: Path):
    typed.die()
    session = Session.open(path)
    session.while_typing()
    session.set(("risks", 1, "mitigation"), "Mine")
    path.write_text(SMALL.replace("| Water |", "| Theirs |"))
    session.look()

    session.discard_recovered()

    assert session.document.title == "Ledger Architecture"
    assert [(clash.mine, clash.theirs) for clash in session.clashes] == [("Mine", "Theirs")]
    session.save()
    assert "| Theirs |" in on_disk(session)


@pytest.mark.parametrize("is_open", [True, False], ids=["while it was open", "before the opening"])
def test_what_is_discarded_gives_way_to_what_somebody_else_wrote_there(typed: Dying, path: Path, is_open: bool):
    typed.die()
    theirs = SMALL.replace("# Ledger Architecture", "# Theirs")
    if not is_open:
        path.write_text(theirs)
    session = Session.open(path)
    session.while_typing()
    path.write_text(theirs)
    session.look()
    assert len(session.clashes) == 1

    session.discard_recovered()
    session.save()

    assert (session.clashes, session.document.title, on_disk(session)) == ((), "Theirs", theirs)


def test_what_is_discarded_leaves_words_that_were_typed_into_a_recovered_row(typed: Dying, path: Path):
    typed.session.set(("risks", 0, "mitigation"), "Recovered")
    typed.die()
    session = Session.open(path)
    session.while_typing()
    session.set(("risks", 0, "owner"), "Ada")
    path.write_text(SMALL.replace("| It breaks | rare | minor | Test it |\n", ""))
    session.look()
    assert len(session.clashes) == 1

    session.discard_recovered()

    assert (session.document.risks[0].mitigation, session.document.risks[0].owner) == ("Test it", "Ada")
    assert len(session.clashes) == 1


def test_what_is_kept_is_saved_and_nobody_is_asked_again(typed: Dying, path: Path):
    typed.die()
    session = Session.open(path)

    session.keep_recovered()
    session.discard_recovered()

    assert on_disk(session) == session.text == SMALL.replace("# Ledger Architecture", "# Typed")
    assert session.recovered.edits == 0
    session.close()
    assert Session.open(path).recovered.edits == 0


def test_what_was_recovered_saves_itself_and_the_question_stays(
    typed: Dying, path: Path, monkeypatch: pytest.MonkeyPatch
):
    typed.die()
    monkeypatch.undo()
    monkeypatch.setattr("archkit.saving.REST", 0.01)
    session = Session.open(path)

    session.while_typing()
    deadline = time.monotonic() + 10
    while session.unsaved and time.monotonic() < deadline:
        time.sleep(0.02)

    assert on_disk(session).startswith("# Typed\n")
    assert session.recovered.edits == 1
    session.discard_recovered()
    session.close()
    assert on_disk(session) == SMALL


def test_steps_can_be_taken_back_across_a_restart(typed: Dying, path: Path):
    typed.session.insert(("risks",), 0, {"risk": "It rusts"})
    typed.session.undo()
    typed.session.set(("risks", 0, "owner"), "Ada")
    typed.session.save()
    typed.die()
    session = Session.open(path)

    steps = 0
    while session.undo():
        steps += 1

    assert steps == 2
    assert on_disk(session) == SMALL
    while session.redo():
        pass
    assert session.document == typed.session.document


def test_a_restart_knows_whether_a_step_can_be_done_again(path: Path, monkeypatch: pytest.MonkeyPatch):
    known = []
    for edit in (
        lambda session: session.set(("title",), "One"),
        Session.undo,
        Session.redo,
        Session.undo,
        lambda session: session.set(("title",), "Two"),
    ):
        dying = Dying(path, monkeypatch)
        assert dying.session.can_redo is (known[-1] if known else False)
        edit(dying.session)
        known.append(dying.session.can_redo)
        dying.session.save()
        dying.die()

    assert known == [False, True, False, True, False]


def test_an_undo_takes_back_nothing_of_somebody_else(typed: Dying, path: Path):
    typed.session.save()
    path.write_text(path.read_text().replace("It burns", "It floods"))
    typed.session.look()
    typed.session.save()

    typed.session.undo()

    assert typed.session.document.title == "Ledger Architecture"
    assert typed.session.document.risks[1].risk == "It floods"


def test_a_session_that_meets_somebody_else_often_keeps_a_small_journal_and_all_its_steps(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    path.write_text(SMALL + "\n## Appendix\n" + "Words that nobody edits.\n" * 1000)
    opened = path.read_text()
    dying = Dying(path, monkeypatch)
    for number in range(30):
        dying.session.set(("risks", 0, "owner"), f"Ada {number}")
        dying.session.save()
        path.write_text(path.read_text().replace("It burns", f"{number} It burns"))
        dying.session.look()
    dying.session.set(("title",), "Typed")
    dying.die()
    [journal] = journals(path)
    assert journal.stat().st_size < 2 * len(opened)

    session = Session.open(path)

    assert session.document == dying.session.document
    assert session.recovered.edits == 1
    steps = 0
    while session.undo():
        steps += 1
    assert steps == 31
    assert session.document.risks[0].owner == ""
    assert session.document.risks[1].risk.endswith("27 28 29 It burns")


def test_a_journal_that_cannot_be_applied_is_kept_and_told(typed: Dying, path: Path):
    typed.die()
    journal = journals(path)[0]
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(lines[1] + lines[1])

    session = Session.open(path)

    assert session.recovered.unreadable == (journal,)
    assert session.text == SMALL
    session.set(("title",), "Goes on")
    assert on_disk(session).startswith("# Goes on\n")
    assert journal.exists()


def test_an_empty_journal_is_swept(typed: Dying, path: Path):
    typed.die()
    os.truncate(journals(path)[0], 0)

    assert Session.open(path).recovered.edits == 0
    assert journals(path) == []


@pytest.mark.parametrize("is_folder", [False, True])
def test_a_journal_that_was_deleted_under_a_session_is_begun_anew(typed: Dying, path: Path, is_folder: bool):
    shutil.rmtree(path.parent / ".archkit") if is_folder else journals(path)[0].unlink()
    typed.session.set(("risks", 0, "owner"), "Ada")
    typed.die()

    session = Session.open(path)

    assert session.document == typed.session.document
    assert session.recovered.edits == 2


def test_a_journal_that_was_deleted_is_begun_anew_by_the_clock(typed: Dying, path: Path):
    journals(path)[0].unlink()
    typed.session.sync()
    typed.die()

    assert Session.open(path).document.title == "Typed"


def test_the_folder_ignores_itself_in_git(typed: Dying, path: Path):
    assert (path.parent / ".archkit" / ".gitignore").read_text() == "*\n"


def test_edits_go_on_after_a_close(typed: Dying, path: Path):
    typed.session.close()
    typed.session.set(("title",), "Later")
    typed.session.close()

    session = Session.open(path)
    assert session.document.title == "Later"
    assert (session.undo(), session.document.title) == (True, "Typed")
    assert (session.undo(), session.text) == (True, SMALL)


def test_a_session_that_nobody_has_any_more_is_saved(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("archkit.saving.REST", 0.05)
    session = Session.open(path)
    session.while_typing()
    thread = session._saver._thread
    assert thread is not None
    session.set(("title",), "Typed")
    del session
    gc.collect()

    thread.join(5)

    assert not thread.is_alive() or read(path.read_text()).document.title == "Typed"
    assert path.read_text().startswith("# Typed\n")


def test_a_session_through_a_link_recovers_what_one_at_the_file_left(typed: Dying, path: Path):
    typed.die()
    link = path.parent / "deep"
    link.mkdir()
    (link / "b.md").symlink_to("../a.md")

    assert Session.open(link / "b.md").document.title == "Typed"


def test_a_vanished_folder_is_said_and_the_session_goes_on_when_it_is_back(typed: Dying, path: Path):
    aside = path.parent.with_name("aside")
    path.parent.rename(aside)
    with pytest.raises(ArchkitError, match="there is no such file"):
        typed.session.save()
    assert typed.session.state == "1 edit not saved: there is no such file"

    aside.rename(path.parent)
    typed.session.save()

    assert path.read_text().startswith("# Typed\n")
    assert typed.session.state.startswith("saved ")
