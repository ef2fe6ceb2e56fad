"""Undo and redo go through the steps of a session, back to the opening."""

from __future__ import annotations

from archkit.history import REST, WHOLE_STEPS, History
from archkit.model.document import Document
from archkit.model.edit import insert_row, set_value
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


def test_a_long_session_is_undone_back_to_its_opening_and_done_again():
    history = History(titled("begin"))
    count = 2 * WHOLE_STEPS + 137
    for number in range(count):
        history.push(titled(f"Title {number}"), (), float(number))
    back = []
    while history.can_undo:
        back.append(undone(history).title)
    again = []
    while history.can_redo:
        again.append(redone(history).title)

    assert back == [*(f"Title {number}" for number in range(count - 2, -1, -1)), "begin"]
    assert again == [f"Title {number}" for number in range(count)]


def test_rows_and_meetings_of_a_long_session_come_back_as_they_were():
    document = Document()
    history = History(document)
    stood = [document]
    for number in range(WHOLE_STEPS + 250):
        document = insert_row(document, ("risks",), 0, {"risk": f"Risk {number}", "cost": 1.5})
        history.push(document, (), float(number))
        stood.append(document)
    theirs = set_value(stood[-1], ("title",), "Theirs")
    history.meet(stood[-1], theirs, theirs)

    for before in reversed(stood[:-1]):
        assert undone(history) == set_value(before, ("title",), "Theirs")
    assert not history.can_undo


def test_an_edit_after_many_undone_steps_begins_there():
    history = History(titled("begin"))
    for number in range(WHOLE_STEPS + 300):
        history.push(titled(f"Title {number}"), (), float(number))
    for _ in range(WHOLE_STEPS + 280):
        undone(history)
    history.push(titled("Other"), (), 1e6)

    assert not history.can_redo
    assert [undone(history).title for _ in range(20)] == [f"Title {number}" for number in range(19, -1, -1)]
    assert undone(history).title == "begin"
