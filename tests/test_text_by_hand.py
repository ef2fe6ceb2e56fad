"""Markdown that is typed in place of a section: data where it can be read, and nothing around it is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from archkit.errors import ModelError
from archkit.session import Session
from tests.small_document import SMALL, on_disk, place_of


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session.create(tmp_path / "a.md", SMALL)


def test_text_that_can_be_read_becomes_data(session: Session):
    place = place_of(session, "security")
    assert session.document.layout[place].unread

    session.set_text(place, "*  Lock it\n*  Bolt it\n")

    assert [row.consideration for row in session.document.security] == ["Lock it", "Bolt it"]
    assert not session.document.layout[place].unread
    assert on_disk(session) == session.text
    assert "*  Lock it\n*  Bolt it\n" in session.text, "what was typed stands as it was typed"


def test_text_that_cannot_be_read_stays_text(session: Session):
    session.set_text(place_of(session, "security"), "| still | a |\n|---|---|\n| table | here |")

    assert session.document.security == ()
    assert "| table | here |" in on_disk(session)


@pytest.mark.parametrize(
    "hostile",
    [
        "```\nopen",
        "<!-- open",
        "## Risks and Mitigations\n- mine",
        "# Title",
        "a\n===",
        "~~~~\n```",
        "<script>",
        "---\na: b\n---",
    ],
)
def test_text_in_one_place_swallows_nothing_around_it(session: Session, hostile: str):
    place = place_of(session, "Glossary")
    others = [other.head for other in session.document.layout]
    risks = session.document.risks

    session.set_text(place, hostile)

    assert [other.head for other in session.document.layout] == others
    assert session.document.risks == risks
    assert SMALL[SMALL.index("## Risks") :] in on_disk(session)
    session.set_text(place, "Ledger: a book.")
    assert on_disk(session) == SMALL


def test_text_keeps_the_conflict_markers_that_a_person_is_working_on(tmp_path: Path):
    conflict = "<<<<<<< HEAD\n- mine\n- more\n=======\n- theirs\n>>>>>>> b"
    session = Session.create(
        tmp_path / "a.md", f"# T\n\n## Security Considerations\n{conflict}\n\n## Glossary\nWords.\n"
    )

    session.set_text(1, conflict.replace("- more\n", ""))

    assert conflict.replace("- more\n", "") in on_disk(session)
    session.set_text(1, "- mine\n- theirs")
    assert [row.consideration for row in session.document.security] == ["mine", "theirs"]


def test_text_leaves_a_row_that_is_not_filled_in_yet(session: Session):
    session.insert(("risks",), 0)

    session.set_text(place_of(session, "Glossary"), "Other words.")

    assert [row.is_empty for row in session.document.risks] == [True, False, False]


def test_text_can_be_emptied_and_the_heading_stays(session: Session):
    session.set_text(place_of(session, "Glossary"), "  \n")

    assert "## Glossary\n\n## Risks" in on_disk(session)


def test_front_matter_that_could_not_be_read_is_mended_as_text(tmp_path: Path):
    session = Session.create(tmp_path / "a.md", "---\nstatus: &x draft\n---\n\n# T\n")
    assert session.document.layout[0].unread

    session.set_text(0, "status: draft")

    assert session.document.metadata.status == "draft"
    assert on_disk(session) == "---\nstatus: draft\n---\n\n# T\n"


@pytest.mark.parametrize("place", [-1, 99])
def test_a_place_that_is_not_there_is_refused(session: Session, place: int):
    with pytest.raises(ModelError, match=f"there is no place {place}; the document has"):
        session.set_text(place, "x")


def test_a_text_without_meaning_to_utf8_is_kept_readable(session: Session):
    session.set_text(place_of(session, "Glossary"), "half \ud83d a pair")

    assert "half \ufffd a pair" in on_disk(session)
    assert on_disk(session) == session.text
