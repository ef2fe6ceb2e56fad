"""What clashed is settled by a person: mine or theirs, whatever kind of place it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from archkit.clashes import clash_from, plain_clash
from archkit.errors import ModelError
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


@pytest.mark.parametrize("mine", [True, False])
@pytest.mark.parametrize(("edit", "theirs"), CASES.values(), ids=CASES)
def test_either_side_can_be_taken(session: Session, edit: Callable[[Session], None], theirs: str, mine: bool):
    edit(session)
    wanted = session.document if mine else read(theirs).document
    session.path.write_text(theirs)
    session.look()
    assert len(session.clashes) == 1
    session.save()
    assert on_disk(session) == theirs

    session.settle_clash(session.clashes[0], mine=mine)
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


def test_a_place_that_moved_meanwhile_is_not_overwritten(session: Session):
    session.set(("risks", 0, "mitigation"), "Mine")
    session.path.write_text(SMALL.replace("| Test it |", "| Theirs |"))
    session.look()
    session.insert(("risks",), 0, {"risk": "It rusts", "mitigation": "Oil"})
    before = session.document

    with pytest.raises(ModelError, match="edited or moved meanwhile; keep mine"):
        session.settle_clash(session.clashes[0], mine=False)

    assert session.document is before
    session.settle_clash(session.clashes[0], mine=True)
    assert (session.clashes, session.document) == ((), before)


def test_a_second_foreign_change_of_a_clashing_field_is_one_clash_with_what_they_say_now(session: Session):
    session.set(("title",), "Mine")
    for title in ("Theirs", "Theirs again"):
        session.path.write_text(SMALL.replace("# Ledger Architecture", f"# {title}"))
        session.look()

    assert [clash.theirs for clash in session.clashes] == ["Theirs again"]
