"""Undo and redo go through the steps of a session, back to the opening."""

from __future__ import annotations

from archkit.history import REST, History
from archkit.model.document import Document
from archkit.model.risks import Risk

OPENED = Document(title="A", risks=(Risk(risk="It breaks"), Risk(risk="It burns")))
TITLE = (("title",),)


def undone(history: History) -> Document:
    document = history.seen("undo")
    history.go("undo", document)
    return document


def redone(history: History) -> Document:
    document = history.seen("redo")
    history.go("redo", document)
    return document


def titled(title: str) -> Document:
    return OPENED.replace(title=title)


def test_typing_in_one_field_is_one_step():
    history = History(OPENED)
    for number, title in enumerate(("Ab", "Abc", "Abcd")):
        history.push(titled(title), TITLE, 100 + number)

    assert undone(history) == OPENED
    assert not history.can_undo
    assert redone(history).title == "Abcd"
    assert not history.can_redo


def test_typing_after_a_rest_in_another_field_or_after_an_undo_is_a_step_of_its_own():
    history = History(OPENED)
    history.push(titled("B"), TITLE, 100)
    history.push(titled("C"), TITLE, 100 + REST)
    history.push(titled("D"), (("executive_summary",),), 100 + REST)
    assert undone(history).title == "C"
    history.push(titled("E"), TITLE, 100 + REST)

    assert not history.can_redo
    assert [undone(history).title for _ in range(3)] == ["C", "B", "A"]


def test_rows_that_are_put_in_one_after_the_other_are_steps():
    history = History(OPENED)
    history.push(titled("B"), (), 100)
    history.push(titled("C"), (), 100)

    assert undone(history).title == "B"


def test_an_undo_keeps_what_somebody_else_changed():
    history = History(OPENED)
    mine = titled("Mine")
    history.push(mine, TITLE, 100)
    theirs = mine.replace(risks=(Risk(risk="It breaks"), Risk(risk="It floods")))
    history.meet(mine, theirs, theirs)

    assert undone(history) == theirs.replace(title="A")
    assert redone(history) == theirs


def test_an_undo_of_a_field_that_somebody_else_changed_too_keeps_theirs():
    history = History(OPENED)
    history.push(titled("Mine"), TITLE, 100)
    history.meet(titled("Mine"), titled("Theirs"), titled("Theirs"))

    assert undone(history).title == "Theirs"


def test_what_clashed_at_a_meeting_stays_mine_in_the_steps_before_it():
    history = History(OPENED)
    history.push(titled("Mine"), TITLE, 100)
    mine = titled("Mine").replace(executive_summary="Words")
    history.push(mine, (("executive_summary",),), 110)
    theirs = titled("Theirs").replace(risks=(Risk(risk="It floods"),))
    history.meet(OPENED, theirs, theirs.replace(title="Mine", executive_summary="Words"))

    assert undone(history) == theirs.replace(title="Mine")
    assert undone(history) == theirs
    assert redone(history).title == "Mine"


def test_a_copy_goes_on_apart():
    history = History(OPENED)
    copy = history.copy()
    history.push(titled("B"), TITLE, 100)

    assert (copy.document, history.document) == (OPENED, titled("B"))
    assert not copy.can_undo
