"""Conflict markers in the file, as a form shows them: both sides as text, and rows again when one is kept."""

import json

import pytest

from archkit.session import Session
from archkit.versions.merge_text import merge_text
from archkit.widgets.form import section_form
from archkit.widgets.schema import section_keys
from archkit.widgets.studio import studio
from tests.format.documents import EXAMPLE
from tests.widgets.far_side import Browser, outside

OWNER = "Tom Okafor | PostgreSQL outbox with SKIP LOCKED | 5"


@pytest.fixture
def merged(example):
    mine, theirs = (EXAMPLE.replace(OWNER, OWNER.replace("Tom Okafor", name), 1) for name in ("Ada", "Tim"))
    text = merge_text(EXAMPLE, mine, theirs, ("HEAD", "branch")).text
    example.write_text(text)
    session = Session.open(example)
    yield session
    session.close()


def test_both_sides_and_what_differs_are_shown_above_the_text(merged):
    form = section_form(merged, "risks")

    [found] = form.standing["conflicts"]

    assert found["titles"] == ["Ours (HEAD)", "Theirs (branch)"]
    assert "| Ada |" in found["ours"] and "| Tim |" in found["theirs"]
    assert [line.endswith("owner Ada → Tim") for line in found["words"]] == [True]
    assert found["choices"] == ["ours", "theirs", "both"]
    assert form.section["parts"][0]["part"] == "text"
    assert section_form(merged, "options").standing["conflicts"] == []
    json.dumps(form.standing)


@pytest.mark.parametrize(("choice", "owners"), [("ours", ["Ada"]), ("theirs", ["Tim"]), ("both", ["Ada", "Tim"])])
def test_a_conflict_becomes_rows_again_as_it_was_chosen(merged, example, choice, owners):
    form = Browser(section_form(merged, "risks"))
    [found] = form.form.standing["conflicts"]

    assert form.do("finish", number=found["number"], value=choice)["saved"]
    merged.save()

    assert form.form.standing["conflicts"] == []
    assert form.form.section["parts"][0]["part"] == "rows"
    assert [risk.owner for risk in merged.document.risks if risk.owner in ("Ada", "Tim")] == owners
    assert "<<<<<<<" not in example.read_text()


def test_a_conflict_that_another_view_finished_is_gone_from_every_form(merged):
    one, other = (Browser(section_form(merged, "risks")) for _ in range(2))
    number = other.form.standing["conflicts"][0]["number"]
    one.do("finish", number=one.form.standing["conflicts"][0]["number"], value="theirs")

    assert other.form.standing["conflicts"] == []
    answer = other.do("finish", number=number, value="ours")

    assert not answer["saved"] and "finished already" in answer["message"]
    assert merged.document.risks[0].owner == "Tim"


@pytest.mark.parametrize(("number", "choice"), [(99, "ours"), (None, "ours"), (1, "mine"), (1, ["x"]), ([], "ours")])
def test_a_choice_that_is_none_changes_nothing(merged, number, choice):
    form = Browser(section_form(merged, "risks"))

    answer = form.do("finish", number=number, value=choice)

    assert not answer["saved"] and answer["message"]
    assert len(merged.conflicts) == 1


def test_a_conflict_keeps_its_number_while_lines_come_above_it(merged):
    form = section_form(merged, "risks")
    [before] = form.standing["conflicts"]

    merged.set(("executive_summary",), "One.\n\nTwo.\n\nThree.")

    [after] = form.standing["conflicts"]
    assert after["number"] == before["number"] and after["line"] != before["line"]


def test_markers_that_come_from_outside_are_shown_by_every_open_form(session, example):
    forms = [section_form(session, key) for key in section_keys()]
    whole = studio(session)
    outside(session, "## Dependencies\n", "## Dependencies\n<<<<<<< HEAD\n- A: x\n=======\n- A: y\n>>>>>>> b\n")

    told = [form.key for form in forms if form.standing["conflicts"]]

    assert told == ["dependencies"]
    assert len(whole.standing["conflicts"]) == 1


def test_a_conflict_of_titles_is_finished_in_the_form_of_the_title(example):
    mine, theirs = (EXAMPLE.replace("# Order Events Arch", f"# {name} Arch") for name in "AB")
    example.write_text(merge_text(EXAMPLE, mine, theirs).text)
    session = Session.open(example)
    form = Browser(section_form(session, "title"))
    [found] = form.form.standing["conflicts"]

    form.do("finish", number=found["number"], value="theirs")
    session.close()

    assert example.read_text() == theirs
