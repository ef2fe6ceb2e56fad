"""Clashes in a form: what both sides changed is shown, and becomes what a person chooses."""

import json

import pytest

from archkit.session import Session
from archkit.widgets.clashes import place_words, value_text
from archkit.widgets.form import section_form
from tests.widgets.far_side import Browser, outside


@pytest.fixture
def risks(session):
    return Browser(section_form(session, "risks"))


@pytest.fixture
def clashing(risks, session):
    """A form whose first owner was changed here to Ada, and in the file to Tim."""
    risks.do("set", ["risks", risks.row(0), "owner"], value="Ada")
    outside(
        session, "Tom Okafor | PostgreSQL outbox with SKIP LOCKED | 5", "Tim | PostgreSQL outbox with SKIP LOCKED | 5"
    )
    return risks


def test_a_clash_shows_mine_and_theirs_and_overwrites_nothing(clashing, session, example):
    session.save()

    [clash] = clashing.form.standing["clashes"]
    assert (clash["mine"], clash["theirs"], clash["choices"]) == ("Ada", "Tim", ["mine", "theirs", "both"])
    assert clash["field"].startswith('Owner, risk "')
    assert clashing.form.standing["words"] == "Changed on disk: 1 to settle"
    assert "Tim" in example.read_text() and "Ada" not in example.read_text()
    assert section_form(session, "options").standing["clashes"] == []
    json.dumps(clashing.form.standing)


@pytest.mark.parametrize(("choice", "owner"), [("mine", "Ada"), ("theirs", "Tim")])
def test_a_clash_is_settled_as_it_was_chosen(clashing, session, example, choice, owner):
    [clash] = clashing.form.standing["clashes"]

    assert clashing.do("settle", number=clash["number"], value=choice)["saved"]
    session.save()

    assert clashing.form.standing["clashes"] == []
    assert Session.open(example).document.risks[0].owner == session.document.risks[0].owner == owner


def test_a_clash_stays_with_its_row_when_rows_come_above_it(clashing, session):
    [clash] = clashing.form.standing["clashes"]
    clashing.do("insert", ["risks"], index=0)

    clashing.do("settle", number=clash["number"], value="theirs")

    assert [risk.owner for risk in session.document.risks[:2]] == ["", "Tim"]


def test_both_texts_are_kept_below_each_other(session):
    summary = Browser(section_form(session, "executive_summary"))
    first = session.document.executive_summary.split("\n")[0]
    summary.do("set", ["executive_summary"], value=session.document.executive_summary.replace(first, "Mine."))
    outside(session, first, "Theirs.")
    [clash] = summary.form.standing["clashes"]
    assert clash["choices"] == ["mine", "theirs", "both"]

    summary.do("settle", number=clash["number"], value="both")

    text = session.document.executive_summary
    assert "Mine." in text and "Theirs." in text
    assert text.index("Mine.") < text.index("Theirs.")


def test_a_row_that_they_deleted_and_i_changed_is_a_choice(risks, session):
    risks.do("set", ["risks", risks.row(0), "owner"], value="Ada")
    row = next(line for line in session.path.read_text().splitlines() if session.document.risks[0].risk in line)
    outside(session, row + "\n", "")
    [clash] = risks.form.standing["clashes"]
    assert clash["theirs"] is None and "Cost: 8\n" in clash["mine"] and "Owner: Ada" in clash["mine"]

    risks.do("settle", number=clash["number"], value="theirs")

    assert len(session.document.risks) == 9


@pytest.mark.parametrize(("choice", "count"), [("mine", 9), ("theirs", 10)])
def test_a_row_that_i_deleted_and_they_changed_is_a_choice(risks, session, choice, count):
    risks.do("delete", ["risks", risks.row(0)])
    outside(session, "Tom Okafor | PostgreSQL", "Tim | PostgreSQL")
    [clash] = risks.form.standing["clashes"]
    assert clash["mine"] is None and "Owner: Tim" in clash["theirs"]

    risks.do("settle", number=clash["number"], value=choice)

    assert len(session.document.risks) == count
    assert risks.form.standing["clashes"] == []


def test_a_section_that_they_made_a_text_can_be_taken_as_text(risks, session, example):
    risks.do("set", ["risks", risks.row(0), "owner"], value="Ada")
    start, end = (example.read_text().index(heading) for heading in ("## Risks", "## Dependencies"))
    outside(session, example.read_text()[start:end], "## Risks and Mitigations\n\nNo table.\n\n")
    [clash] = risks.form.standing["clashes"]
    assert (clash["theirs"], clash["choices"]) == ("No table.", ["mine", "theirs"])

    assert risks.do("settle", number=clash["number"], value="theirs")["saved"]
    session.save()

    assert "## Risks and Mitigations\nNo table.\n\n" in example.read_text()
    assert risks.form.section["parts"][0]["part"] == "text"


def test_texts_of_the_authors_own_sections_clash_in_their_form(tmp_path):
    file = tmp_path / "notes.md"
    file.write_text("# Ledger Architecture\n\n## Notes\n\nFirst.\n")
    session = Session.open(file)
    form = Browser(section_form(session, "custom"))
    form.do("text", list(form.form.state.known["parts"][0]["path"]), value="Mine.")
    outside(session, "First.", "Theirs.")

    form.do("settle", number=form.form.standing["clashes"][0]["number"], value="both")
    session.close()

    assert "## Notes\n\nMine.\nTheirs.\n" in file.read_text()


@pytest.mark.parametrize(("number", "choice"), [(99, "mine"), (None, "mine"), (1, "neither"), (1, ["x"]), ([], "mine")])
def test_a_choice_that_is_none_changes_nothing(clashing, session, number, choice):
    version = session.version

    answer = clashing.do("settle", number=number, value=choice)

    assert not answer["saved"] and answer["message"]
    assert (session.version, len(session.clashes)) == (version, 1)


def test_places_and_values_are_called_what_a_person_calls_them(session):
    document = session.document

    assert place_words(document, ("title",)) == "Title"
    assert place_words(document, ("recommendation", "rationale")) == "Rationale"
    assert place_words(document, ("options", 0, "pros", 0, "claim")).startswith('Claim, pro "Confirmed')
    assert place_words(document, ("risks", 99, "owner")) == "risks"
    assert value_text(("a", "b")) == "a\nb"
    assert value_text(None) is None
    assert value_text({"Team": "blue", "Floor": ""}) == "Team: blue"


@pytest.mark.parametrize("dies", [True, False], ids=["after a death", "while the kernel lives"])
def test_a_form_that_is_made_later_settles_the_clash_where_its_row_is_now(clashing, session, example, dies):
    name = session.document.risks[0].risk
    session.move(("risks", 0), 2)
    if dies:
        session._saver.end()
        session._work.close()
        session = Session.open(example)
    later = Browser(section_form(session, "risks"))
    [clash] = later.form.standing["clashes"]
    assert name[:40] in clash["field"]

    assert later.do("settle", number=clash["number"], value="theirs")["saved"]

    assert (session.document.risks[2].risk, session.document.risks[2].owner) == (name, "Tim")
    assert session.clashes == ()
    session.close()
