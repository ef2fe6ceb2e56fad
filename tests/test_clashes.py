"""What clashed is settled by a person: mine or theirs, whatever kind of place it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from archkit.clashes import clash_from, plain_clash
from archkit.format.read import read
from archkit.session import Session
from tests.small_document import SMALL, on_disk

CASES: dict[str, tuple[Callable[[Session], None], str]] = {
    "a field": (
        lambda session: session.set(("risks", 0, "mitigation"), "Mine"),
        SMALL.replace("| Test it |", "| Theirs |"),
    ),
    "a score": (
        lambda session: session.set(("comparison", "criteria", 0, "scores", "Ledger"), "5"),
        SMALL.replace("| 30 | 4 | 2 |", "| 30 | 1 | 2 |"),
    ),
    "a row that mine deleted": (
        lambda session: session.delete(("risks", 0)),
        SMALL.replace("| Test it |", "| Theirs |"),
    ),
    "a row that theirs deleted": (
        lambda session: session.set(("risks", 0, "mitigation"), "Mine"),
        SMALL.replace("| It breaks | rare | minor | Test it |\n", ""),
    ),
}


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.setattr("archkit.saving.Saver.begin", lambda saver: setattr(saver, "_thread", True))
    session = Session.create(tmp_path / "a.md", SMALL)
    session.while_typing()
    return session


@pytest.mark.parametrize("keep", ["mine", "theirs"])
@pytest.mark.parametrize(("edit", "theirs"), CASES.values(), ids=CASES)
def test_either_side_can_be_taken(session: Session, edit: Callable[[Session], None], theirs: str, keep: str):
    edit(session)
    wanted = session.document if keep == "mine" else read(theirs).document
    session.path.write_text(theirs)
    session.look()
    assert len(session.clashes) == 1
    session.save()
    assert on_disk(session) == theirs

    session.settle_clash(session.clashes[0], keep)
    session.save()

    assert session.clashes == ()
    assert session.document.risks == wanted.risks
    assert session.document.comparison == wanted.comparison
    assert read(on_disk(session)).document.risks == wanted.risks


@pytest.mark.parametrize(("edit", "theirs"), CASES.values(), ids=CASES)
def test_a_clash_goes_through_a_journal(session: Session, edit: Callable[[Session], None], theirs: str):
    edit(session)
    session.path.write_text(theirs)
    session.look()
    found = session.clashes[0]

    copy = clash_from(json.loads(json.dumps(plain_clash(found))))

    assert (copy.path, copy.section, str(copy)) == (found.path, found.section, str(found))


@pytest.mark.parametrize("keep", ["mine", "theirs"])
def test_a_row_that_moved_meanwhile_is_settled_where_it_stands(session: Session, keep: str):
    session.set(("risks", 0, "mitigation"), "Mine")
    session.path.write_text(SMALL.replace("| Test it |", "| Theirs |"))
    session.look()
    asked = session.clashes[0]
    session.insert(("risks",), 0, {"risk": "It rusts", "mitigation": "Oil"})
    session.move(("risks", 1), 2)

    session.settle_clash(asked, keep)

    assert session.clashes == ()
    assert [row.mitigation for row in session.document.risks] == ["Oil", "Water", keep.capitalize()]


def test_a_second_foreign_change_of_a_clashing_field_is_one_clash_with_what_they_say_now(session: Session):
    session.set(("title",), "Mine")
    for title in ("Theirs", "Theirs again"):
        session.path.write_text(SMALL.replace("# Ledger Architecture", f"# {title}"))
        session.look()

    assert [clash.theirs for clash in session.clashes] == ["Theirs again"]


def test_two_clashes_are_settled_in_their_own_rows_after_a_death(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("archkit.saving.Saver.begin", lambda saver: setattr(saver, "_thread", True))
    session = Session.create(tmp_path / "a.md", SMALL)
    session.while_typing()
    for at in (0, 1):
        session.set(("risks", at, "mitigation"), f"Mine {at}")
    session.path.write_text(SMALL.replace("| Test it |", "| Theirs 0 |").replace("| Water |", "| Theirs 1 |"))
    session.look()
    session.insert(("risks",), 0, {"risk": "It rusts"})
    session.move(("risks", 2), 0)
    session._work.close()
    again = Session.open(session.path)
    assert [clash.path for clash in again.clashes] == [("risks", 2, "mitigation"), ("risks", 0, "mitigation")]

    for clash in again.clashes:
        again.settle_clash(clash, "theirs")

    assert [row.mitigation for row in again.document.risks] == ["Theirs 1", "", "Theirs 0"]
    assert on_disk(again) == again.text


@pytest.mark.parametrize("is_settled_first", [True, False])
def test_an_undo_elsewhere_leaves_a_clashing_field_to_the_person(session: Session, is_settled_first: bool):
    session.set(("risks", 0, "mitigation"), "Mine")
    session.set(("risks", 1, "mitigation"), "Other")
    session.path.write_text(SMALL.replace("| Test it |", "| Theirs |"))
    session.look()
    [clash] = session.clashes

    for settles in (is_settled_first, not is_settled_first):
        if settles:
            session.settle_clash(clash, "mine")
        else:
            session.undo()
    session.save()

    assert [row.mitigation for row in read(on_disk(session)).document.risks] == ["Mine", "Water"]


def test_a_row_that_both_sides_deleted_in_the_end_can_only_stay_away(session: Session):
    session.set(("risks", 0, "mitigation"), "Mine")
    session.path.write_text(SMALL.replace("| It breaks | rare | minor | Test it |\n", ""))
    session.look()
    session.delete(("risks", 0))
    [clash] = session.clashes
    assert session.choices(clash) == ("mine",)

    session.settle_clash(clash, "mine")
    session.save()

    assert [row.risk for row in read(on_disk(session)).document.risks] == ["It burns"]


def test_theirs_can_be_taken_for_row_after_row(session: Session):
    rows = [f"| Risk {name * 3} | rare | minor | Test {name} |\n" for name in "ABCDE"]
    text = SMALL.replace("| It breaks | rare | minor | Test it |\n", "".join(rows))
    session.path.write_text(text)
    session.look()
    for at in range(5):
        session.set(("risks", at, "mitigation"), f"Mine {at}")
    session.path.write_text(text.replace("".join(rows), "| It leaks | rare | minor | Tape |\n"))
    session.look()
    clashes = session.clashes
    assert len(clashes) == 5

    for clash in clashes:
        session.settle_clash(clash, "theirs")

    assert [row.risk for row in session.document.risks] == ["It leaks", "It burns"]


def test_a_clash_stays_with_its_row_when_somebody_else_moves_it_and_another_one_is_found(session: Session):
    session.set(("risks", 0, "mitigation"), "Mine 0")
    session.set(("risks", 1, "mitigation"), "Mine 1")
    theirs = SMALL.replace("| Test it |", "| Theirs 0 |")
    session.path.write_text(theirs)
    session.look()
    breaks, burns = "| It breaks | rare | minor | Theirs 0 |\n", "| It burns | likely | severe | {} |\n"
    assert breaks + burns.format("Water") in theirs
    session.path.write_text(theirs.replace(breaks + burns.format("Water"), burns.format("Theirs 1") + breaks))
    session.look()

    assert [(clash.path, clash.mine, clash.theirs) for clash in session.clashes] == [
        (("risks", 1, "mitigation"), "Mine 0", "Theirs 0"),
        (("risks", 0, "mitigation"), "Mine 1", "Theirs 1"),
    ]
    for clash in session.clashes:
        session.settle_clash(clash, "theirs")
    assert [row.mitigation for row in session.document.risks] == ["Theirs 1", "Theirs 0"]
    assert session.document.risks[0].risk == "It burns"
