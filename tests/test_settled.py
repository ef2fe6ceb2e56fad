"""Clashes of order, place and heading can be settled either way; what means something together can be kept together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from archkit.errors import ModelError
from archkit.format.read import read
from archkit.model.document import Document
from archkit.session import Session
from tests.small_document import SMALL, on_disk, place_of

ROW = "| {} | rare | minor | Test it |\n"
A, B, C = (ROW.format(name) for name in "ABC")
THREE = SMALL.replace("| It breaks | rare | minor | Test it |\n| It burns | likely | severe | Water |\n", A + B + C)
RISKS = "## Risks and Mitigations" + THREE.partition("## Risks and Mitigations")[2].partition("## Security")[0]
GLOSSARY = "## Glossary\nLedger: a book.\n\n"


def with_risks(names: str) -> str:
    return THREE.replace(A + B + C, "".join(ROW.format(name) for name in names))


def with_layout(text: str) -> Callable[[Session], None]:
    """Return an edit that lays the document out as a text does."""
    return lambda session: session.change(lambda document: document.replace(layout=read(text).document.layout))


def with_risks_in_order(names: str) -> Callable[[Session], None]:
    return lambda session: session.change(
        lambda document: document.replace(risks=read(with_risks(names)).document.risks)
    )


def glossary_at(document: Document) -> int:
    return next(at for at, place in enumerate(document.layout) if place.name == "Glossary")


UP = THREE.replace(GLOSSARY, "").replace("## Technical", f"{GLOSSARY}## Technical")
DOWN = THREE.replace(GLOSSARY, "") + f"\n{GLOSSARY}"
TERMS = THREE.replace("## Glossary", "## Terms")
WORDS = THREE.replace("## Glossary", "## Words")
FEWER = THREE.replace(GLOSSARY, "")
LONGER = THREE.replace("a book.", "a thick book.")

CASES: dict[str, tuple[Callable[[Session], None], str, str]] = {
    "the order of rows": (with_risks_in_order("BCDEA"), with_risks("BCADE"), "risks"),
    "the order of columns": (
        lambda session: session.set(("comparison", "options"), ("C", "Ledger", "Outbox")),
        THREE.replace("| Ledger | Outbox |", "| Ledger | C | Outbox |").replace("| 4 | 2 |", "| 4 | | 2 |"),
        "comparison",
    ),
    "the order of sections": (with_layout(UP), DOWN, "layout"),
    "a heading": (with_layout(TERMS), WORDS, "layout"),
    "a section that mine took out": (with_layout(FEWER), LONGER, "layout"),
    "a section that theirs took out": (
        lambda session: session.set_text(glossary_at(session.document), "Ledger: a thick book."),
        FEWER,
        "layout",
    ),
}


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.setattr("archkit.saving.Saver.begin", lambda saver: setattr(saver, "_thread", True))
    session = Session.create(tmp_path / "a.md", THREE)
    session.while_typing()
    return session


def layout_of(document: Document) -> list[tuple[str, str, str | None]]:
    return [(place.part, place.name, place.text) for place in document.layout]


@pytest.mark.parametrize("keep", ["mine", "theirs"])
@pytest.mark.parametrize(("edit", "theirs", "key"), CASES.values(), ids=CASES)
def test_either_side_can_be_kept(session: Session, edit: Callable[[Session], None], theirs: str, key: str, keep: str):
    if key == "risks":
        session.replace(session.document.replace(risks=read(with_risks("ABCDE")).document.risks))
        session.save()
    edit(session)
    wanted = session.document if keep == "mine" else read(theirs).document
    session.path.write_text(theirs)
    session.look()
    assert len(session.clashes) == 1
    assert {"mine", "theirs"} <= set(session.choices(session.clashes[0]))

    session.settle_clash(session.clashes[0], keep)
    session.save()

    assert session.clashes == ()
    for document in (session.document, read(on_disk(session)).document):
        assert (document.risks, document.comparison) == (wanted.risks, wanted.comparison)
        assert layout_of(document) == layout_of(wanted)


def test_their_order_holds_with_rows_that_were_added_here(session: Session):
    session.replace(session.document.replace(risks=read(with_risks("ABCDE")).document.risks))
    session.save()
    with_risks_in_order("BCDEA")(session)
    session.insert(("risks",), 0, {"risk": "New"})
    session.path.write_text(with_risks("BCADE"))
    session.look()

    session.settle_clash(session.clashes[0], "theirs")

    assert [row.risk for row in session.document.risks] == ["New", *"BCADE"]


def test_two_rows_that_both_put_in_under_one_name_can_both_be_kept(session: Session):
    session.insert(("risks",), 3, {"risk": "D", "mitigation": "Mine"})
    session.path.write_text(THREE.replace(C, C + "| D | rare | minor | Theirs |\n"))
    session.look()
    [clash] = session.clashes
    assert session.choices(clash) == ("mine", "theirs", "both")

    session.settle_clash(clash, "both")

    assert [row.mitigation for row in session.document.risks[3:]] == ["Mine", "Theirs"]


def test_names_that_both_put_in_can_both_be_kept(session: Session):
    session.set(("metadata", "authors"), ("Ada",))
    session.save()
    session.set(("metadata", "authors"), ("Grace",))
    session.path.write_text(on_disk(session).replace("Ada", "Tim"))
    session.look()
    [clash] = session.clashes

    session.settle_clash(clash, "both")

    assert session.document.metadata.authors == ("Grace", "Tim")


@pytest.mark.parametrize("keep", ["mine", "theirs"])
@pytest.mark.parametrize("text_here", [True, False])
def test_a_section_that_is_text_on_one_side_can_be_kept_as_either(session: Session, text_here: bool, keep: str):
    text = THREE.replace(RISKS, "## Risks and Mitigations\nNo table.\n\n")
    data = with_risks("ABD")
    if text_here:
        session.set_text(place_of(session, "risks"), "No table.")
    else:
        session.set(("risks", 2, "risk"), "D")
    session.path.write_text(data if text_here else text)
    session.look()

    session.settle_clash(session.clashes[0], keep)
    session.save()

    wanted = read(text if (keep == "mine") == text_here else data).document
    assert read(on_disk(session)).document.risks == wanted.risks
    assert session.document.risks == wanted.risks


def test_a_row_that_was_deleted_meanwhile_comes_back_as_theirs(session: Session):
    session.set(("risks", 1, "mitigation"), "Mine")
    session.path.write_text(THREE.replace("| B | rare | minor | Test it |", "| B | rare | minor | T |"))
    session.look()
    session.delete(("risks", 1))
    session.insert(("risks",), 0, {"risk": "Z"})

    session.settle_clash(session.clashes[0], "theirs")

    assert {row.risk: row.mitigation for row in session.document.risks}["B"] == "T"
    assert len(session.document.risks) == 4


def test_a_row_that_was_deleted_meanwhile_can_stay_away(session: Session):
    session.set(("risks", 1, "mitigation"), "Mine")
    session.path.write_text(THREE.replace("| B | rare | minor | Test it |", "| B | rare | minor | T |"))
    session.look()
    session.delete(("risks", 1))

    session.settle_clash(session.clashes[0], "mine")
    session.save()

    assert [row.risk for row in read(on_disk(session)).document.risks] == ["A", "C"]


def test_what_cannot_be_kept_is_refused_and_the_clash_stays(session: Session):
    session.set(("risks", 1, "likelihood"), "likely")
    session.path.write_text(THREE.replace("| B | rare", "| B | possible"))
    session.look()

    with pytest.raises(ModelError, match="cannot be kept here; keep mine or theirs"):
        session.settle_clash(session.clashes[0], "both")

    assert len(session.clashes) == 1


def test_a_clash_that_is_settled_can_be_asked_for_again(session: Session):
    session.set(("risks", 1, "mitigation"), "Mine")
    session.path.write_text(THREE.replace("| B | rare | minor | Test it |", "| B | rare | minor | T |"))
    session.look()
    [clash] = session.clashes
    session.settle_clash(clash, "theirs")

    session.settle_clash(clash, "mine")

    assert session.document.risks[1].mitigation == "T"
