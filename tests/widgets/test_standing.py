"""What the head of a form says: the state of the file, steps back and on, what was recovered."""

import re
import subprocess
import sys
import time

import pytest

from archkit.session import Session
from archkit.widgets.form import section_form
from archkit.widgets.studio import studio
from tests.widgets.far_side import TYPE_AND_DIE, Browser


@pytest.fixture
def risks(session):
    return Browser(section_form(session, "risks"))


@pytest.fixture
def crashed(example):
    subprocess.run([sys.executable, "-c", TYPE_AND_DIE, str(example)], check=False)
    session = Session.open(example)
    yield session
    session.close()


def wait_for(condition):
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_form_says_nothing_of_a_file_that_nobody_changed(risks):
    assert (risks.form.standing["state"], risks.form.standing["words"]) == ("idle", "")


def test_an_edit_is_saved_by_the_clock_and_every_form_says_when(risks, session, example):
    other = section_form(session, "options")

    risks.do("set", ["risks", risks.row(0), "owner"], value="Ada")
    assert risks.form.standing["words"] == other.standing["words"] == "Saving…"

    wait_for(lambda: other.standing["state"] == "saved")
    assert re.fullmatch(r"Saved \d\d:\d\d:\d\d", other.standing["words"])
    assert "Ada" in example.read_text()


def test_a_save_that_fails_is_said_until_one_succeeds(risks, session, example):
    text = example.read_text()
    example.unlink()
    example.mkdir()
    risks.do("set", ["risks", risks.row(0), "owner"], value="Ada")
    wait_for(lambda: risks.form.standing["state"] == "failed")
    assert risks.form.standing["words"].startswith("1 edit not saved: ")

    example.rmdir()
    example.write_text(text)
    session.save()

    assert risks.form.standing["state"] == "saved"


def test_undo_and_redo_are_offered_as_the_session_has_them(risks, session):
    owner = session.document.risks[0].owner
    assert not risks.form.standing["undo"]
    risks.do("set", ["risks", risks.row(0), "owner"], value="Ada")
    assert (risks.form.standing["undo"], risks.form.standing["redo"]) == (True, False)

    answer = risks.do("undo")
    assert session.document.risks[0].owner == owner
    assert answer["values"] == [[("risks", risks.row(0), "owner"), owner]]
    assert (risks.form.standing["undo"], risks.form.standing["redo"]) == (False, True)

    risks.do("redo")
    assert session.document.risks[0].owner == "Ada"


def test_what_was_recovered_is_said_once_at_the_head_of_the_studio(crashed):
    [words] = studio(crashed).standing["recovered"]

    assert re.fullmatch(r"Recovered 2 edits from \d\d:\d\d that were not saved\.", words)


def test_the_difference_is_told_in_the_authors_words(crashed):
    form = Browser(section_form(crashed, "risks"))

    lines = form.do("difference")["lines"]

    assert len(lines) == 2
    assert "Ada" in lines[0] and "Grace" in lines[1]


def test_what_is_kept_is_saved_and_the_notice_goes_from_every_form(crashed, example):
    one, other = Browser(section_form(crashed, "risks")), section_form(crashed, "risks")

    one.do("keep")

    assert one.form.standing["recovered"] == other.standing["recovered"] == []
    assert "Ada" in example.read_text()


def test_a_notice_that_is_closed_when_all_is_saved_goes_from_every_form(crashed):
    one, other = Browser(section_form(crashed, "risks")), section_form(crashed, "risks")
    crashed.save()

    one.do("keep")

    assert other.standing["recovered"] == []


def test_what_is_discarded_after_more_was_typed_leaves_that(crashed):
    form = Browser(section_form(crashed, "risks"))
    form.do("set", ["risks", form.row(2), "owner"], value="Linus")
    crashed.save()

    form.do("discard")

    assert [risk.owner for risk in crashed.document.risks[:3]] == ["Tom Okafor", "Mara Lindqvist", "Linus"]


def test_what_is_discarded_is_gone_and_can_be_had_back(crashed, example):
    form = Browser(section_form(crashed, "risks"))

    form.do("discard")
    assert form.form.standing["recovered"] == []
    assert crashed.document.risks[0].owner == "Tom Okafor"
    assert "Grace" not in example.read_text()

    form.do("undo")
    assert [risk.owner for risk in crashed.document.risks[:2]] == ["Ada", "Grace"]
