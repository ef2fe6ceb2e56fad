"""Two tabs on one kernel: of two edits to the same text both survive, or the second one is told."""

import pytest

from archkit.widgets.form import section_form
from tests.widgets.far_side import Browser

PATH = ["executive_summary"]
TEXT = "One.\n\nTwo."


@pytest.fixture
def form(session):
    session.set(("executive_summary",), TEXT)
    return Browser(section_form(session, "executive_summary"))


def typed(form, value, *before, client="tab"):
    return form.do("set", PATH, value=value, before=list(before), client=client)


def test_edits_of_two_paragraphs_both_survive(form, session):
    typed(form, "One!\n\nTwo.", TEXT, client="left")
    answer = typed(form, "One.\n\nTwo?", TEXT, client="right")

    assert session.document.executive_summary == answer["now"] == "One!\n\nTwo?"
    assert (answer["saved"], answer["merged"]) == (True, True)


def test_of_two_edits_to_the_same_words_the_second_is_told(form, session):
    typed(form, "Uno.\n\nTwo.", TEXT, client="left")
    answer = typed(form, "Eins.\n\nTwo.", TEXT, client="right")

    assert (answer["saved"], answer["now"]) == (False, "Uno.\n\nTwo.")
    assert "somebody else changed these words meanwhile" in answer["message"]
    assert session.document.executive_summary == "Uno.\n\nTwo."


def test_who_was_told_and_types_on_overwrites_nothing(form, session):
    typed(form, "Uno.\n\nTwo.", TEXT, client="left")
    typed(form, "Eins.\n\nTwo.", TEXT, client="right")

    answer = typed(form, "Eins.\n\nTwo and more.", TEXT, client="right")

    assert not answer["saved"]
    assert session.document.executive_summary == "Uno.\n\nTwo."


def test_who_chose_after_being_told_is_heard(form, session):
    typed(form, "Uno.\n\nTwo.", TEXT, client="left")

    answer = typed(form, "Eins.\n\nTwo.", "Uno.\n\nTwo.", client="right")

    assert answer["saved"]
    assert session.document.executive_summary == "Eins.\n\nTwo."


def test_fast_typing_does_not_take_its_own_words_for_somebody_elses(form, session):
    typed(form, "One. ", TEXT)
    typed(form, "One. A", TEXT, "One. ")
    answer = typed(form, "One. And", TEXT, "One. ", "One. A")

    assert (answer["saved"], answer["merged"]) == (True, False)
    assert session.document.executive_summary == "One. And"


def test_typing_on_after_a_merge_keeps_the_words_of_both(form, session):
    typed(form, "One!\n\nTwo.", TEXT, client="left")
    typed(form, "One.\n\nTwo?", TEXT, client="right")

    answer = typed(form, "One.\n\nTwo??", TEXT, "One.\n\nTwo?", client="right")

    assert answer["merged"]
    assert session.document.executive_summary == "One!\n\nTwo??"


def test_a_choice_made_in_two_tabs_tells_the_second(session):
    risks = Browser(section_form(session, "risks"))
    path = ["risks", risks.row(0), "likelihood"]
    risks.do("set", path, value="rare", before=["possible"], client="left")

    answer = risks.do("set", path, value="likely", before=["possible"], client="right")

    assert (answer["saved"], answer["now"]) == (False, "rare")
    assert session.document.risks[0].likelihood == "rare"


def test_the_same_edit_twice_is_no_quarrel(form, session):
    typed(form, "Same.", TEXT, client="left")

    assert typed(form, "Same.", TEXT, client="right")["saved"]
