"""Every edit reaches the file; an edit that cannot be saved has not happened."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from archkit.assets import example_file, template_text
from archkit.errors import ArchkitError, FileProblem, UnreadSectionError
from archkit.format.read import read
from archkit.format.settle import as_written
from archkit.model.document import Document
from archkit.session import Session
from archkit.store import ChangedOnDiskError
from tests.small_document import SMALL, on_disk, place_of


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session.create(tmp_path / "a.md", SMALL)


def without_gaps(document: Document) -> Document:
    """Return a document whose headings do not say how many lines below them are blank."""
    return document.replace(layout=tuple(place.replace(head=place.head.rstrip()) for place in document.layout))


EDITS = {
    "a field": lambda session: session.set(("risks", 0, "owner"), "Ada"),
    "a text": lambda session: session.set(("executive_summary",), "Other words."),
    "the title": lambda session: session.set(("title",), "Books Architecture"),
    "an option's name": lambda session: session.set(("options", 1, "name"), "Outbox table"),
    "a score": lambda session: session.set(("comparison", "criteria", 0, "scores", "Outbox"), "5"),
    "a new row": lambda session: session.insert(("risks",), 1, {"risk": "It rains", "likelihood": "3"}),
    "a new section": lambda session: session.insert(("dependencies",), 0, {"dependency": "Clock", "why": "Time"}),
    "a point": lambda session: session.insert(("options", 0, "cons"), 0, {"claim": "Big", "evidence": "assumption"}),
    "a deleted row": lambda session: session.delete(("risks", 0)),
    "a deleted option": lambda session: session.delete(("options", 1)),
    "a moved row": lambda session: session.move(("risks", 1), 0),
    "a moved option": lambda session: session.move(("options", 1), 0),
    "a replaced document": lambda session: session.replace(session.document.replace(risks=())),
    "a change": lambda session: session.change(lambda document: document.replace(title="X")),
    "the front matter": lambda session: session.set(("metadata", "status"), "accepted"),
    "work": lambda session: session.insert(("effort", "work_items"), 0, {"work_item": "Build", "likely": 3}),
    "an own section": lambda session: session.set_text(place_of(session, "Glossary"), "Ledger: a *big* book."),
    "an unread section": lambda session: session.set_text(place_of(session, "security"), "- Lock it"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_every_kind_of_edit_reaches_the_file(session: Session, edit):
    edit(session)

    assert on_disk(session) == session.text != SMALL
    assert without_gaps(read(on_disk(session)).document) == without_gaps(as_written(session.document))
    assert session.version == 1


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
@pytest.mark.parametrize("step", ["replace", "fsync", "open"])
def test_an_edit_that_cannot_be_saved_has_not_happened(
    session: Session, edit, step: str, monkeypatch: pytest.MonkeyPatch
):
    heard: list[int] = []
    session.on_edit(lambda session: heard.append(session.version))
    before = session.document
    with monkeypatch.context() as patch:
        patch.setattr(os, step, _full)
        with pytest.raises(FileProblem, match="disk full"):
            edit(session)

    assert session.document is before
    assert session.text == on_disk(session) == SMALL
    assert (session.version, heard) == (0, [])
    edit(session)
    assert on_disk(session) == session.text != SMALL


def _full(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def test_an_edit_touches_only_its_own_section(session: Session):
    session.set(("risks", 1, "mitigation"), "Sand")

    assert on_disk(session) == SMALL.replace("| Water |", "| Sand |")


@pytest.mark.parametrize("text", [SMALL.replace("\n", "\r\n"), "\ufeff" + SMALL, SMALL.rstrip("\n")])
def test_line_breaks_mark_and_end_of_a_file_stay(tmp_path: Path, text: str):
    session = Session.create(tmp_path / "a.md", text)

    session.set(("risks", 1, "mitigation"), "Sand")

    assert on_disk(session) == text.replace("| Water |", "| Sand |")


def test_an_edit_to_what_is_there_already_writes_nothing(session: Session):
    before = session.path.stat()

    session.set(("risks", 0, "likelihood"), "rare")

    assert session.version == 0
    assert session.path.stat().st_mtime_ns == before.st_mtime_ns
    assert session.path.stat().st_ino == before.st_ino


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("risks", 7, "owner"), "x"),
        (("risks", 0, "nothing"), "x"),
        (("nothing",), "x"),
        (("risks", 0, "owner"), ["a", "list"]),
        (("security",), ()),
    ],
)
def test_a_refused_edit_changes_nothing(session: Session, path, value):
    with pytest.raises(ArchkitError) as caught:
        session.set(path, value)

    assert "\n" not in str(caught.value)
    assert on_disk(session) == session.text == SMALL


def test_a_section_that_is_kept_as_text_refuses_rows(session: Session):
    with pytest.raises(UnreadSectionError):
        session.insert(("security",), 0, {"consideration": "Lock it"})

    assert on_disk(session) == SMALL


def test_a_file_that_somebody_else_changed_is_not_overwritten(session: Session):
    session.path.write_text("# Theirs\n")

    with pytest.raises(ChangedOnDiskError):
        session.set(("title",), "Mine")

    assert on_disk(session) == "# Theirs\n"
    assert session.text == "# Theirs\n"


def test_a_symbolic_link_stays_one(tmp_path: Path, session: Session):
    link = tmp_path / "link.md"
    link.symlink_to("a.md")
    other = Session.open(link)

    other.set(("title",), "Through the link")

    assert link.is_symlink()
    assert on_disk(session).startswith("# Through the link\n")


def test_listeners_hear_of_an_edit_after_it_is_saved(session: Session):
    heard: list[tuple[int, bool]] = []
    end = session.on_edit(lambda session: heard.append((session.version, on_disk(session) == session.text)))

    session.set(("title",), "One")
    session.set(("title",), "Two")
    end()
    end()
    session.set(("title",), "Three")

    assert heard == [(1, True), (2, True)]


def test_a_listener_that_fails_keeps_nothing_from_the_others_or_the_file(session: Session):
    heard: list[int] = []
    session.on_edit(lambda session: 1 / 0)
    session.on_edit(lambda session: heard.append(session.version))

    session.set(("title",), "One")

    assert heard == [1]
    assert on_disk(session).startswith("# One\n")


def test_a_listener_may_edit(session: Session):
    def sign(session: Session) -> None:
        if not session.document.metadata.status:
            session.set(("metadata", "status"), "draft")

    session.on_edit(sign)

    session.set(("title",), "One")

    assert on_disk(session).startswith("---\nstatus: draft\n---\n\n# One\n")


def test_edits_from_many_threads_all_land(session: Session, monkeypatch: pytest.MonkeyPatch):
    # What a power cut would take is not asked here, and 400 waits for the disk take long.
    monkeypatch.setattr(os, "fsync", lambda _: None)
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for step in range(50):
                session.insert(("dependencies",), 0, {"dependency": f"d{number}-{step}", "why": "x"})
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert session.version == 400
    written = {row.dependency for row in read(on_disk(session)).document.dependencies}
    assert written == {f"d{number}-{step}" for number in range(8) for step in range(50)}


@pytest.mark.parametrize(
    "text", [template_text(), example_file().read_text(encoding="utf-8"), "", "no heading", "\r\n"]
)
def test_opening_writes_nothing_and_an_emptied_edit_leaves_the_rest(tmp_path: Path, text: str):
    path = tmp_path / "a.md"
    path.write_bytes(text.encode())
    session = Session.open(path)

    assert session.text == text
    assert session.manuscript().text == text
    assert path.read_bytes() == text.encode()


@pytest.mark.parametrize("text", [template_text(), example_file().read_text(encoding="utf-8")])
def test_a_title_is_one_line_of_difference(tmp_path: Path, text: str):
    session = Session.create(tmp_path / "a.md", text)

    session.set(("title",), "New Title")

    before, after = text.split("\n"), on_disk(session).split("\n")
    assert [line for line in after if line not in before] == ["# New Title"]
    assert len(before) == len(after)


def test_an_edit_gives_no_column_to_an_option_that_is_not_compared_yet(tmp_path: Path):
    text = SMALL.replace("| Ledger | Outbox |", "| Ledger |").replace("---:|---:|---:|", "---:|---:|")
    text = text.replace("| 4 | 2 |", "| 4 |")
    session = Session.create(tmp_path / "a.md", text)

    session.set(("risks", 1, "mitigation"), "Sand")

    assert on_disk(session) == text.replace("| Water |", "| Sand |")


def test_a_session_stays_with_its_file_when_the_process_goes_to_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.md").write_text(SMALL)
    monkeypatch.chdir(tmp_path / "one")
    session = Session.open("a.md")
    monkeypatch.chdir(tmp_path / "two")

    session.set(("title",), "One")

    assert (tmp_path / "one" / "a.md").read_text().startswith("# One\n")
    assert (tmp_path / "two" / "a.md").read_text() == SMALL
    assert sorted(entry.name for entry in (tmp_path / "two").iterdir()) == ["a.md"]


def test_what_is_not_there_is_named_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    with pytest.raises(FileProblem, match=r"^no\.md: there is no such file"):
        Session.open("no.md")


def test_a_refused_edit_stays_refused_on_a_disk_that_cannot_cut_the_journal(
    session: Session, monkeypatch: pytest.MonkeyPatch
):
    def broken(*_: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", broken)
        patch.setattr(os, "ftruncate", broken)
        with pytest.raises(FileProblem):
            session.set(("title",), "Refused")
    session._work.close()

    after = Session.open(session.path)

    assert (after.document.title, after.recovered.edits) == ("Ledger Architecture", 0)


def test_what_is_done_at_once_is_a_step_of_its_own_between_words_that_are_typed(tmp_path):
    session = Session.create(tmp_path / "a.md", "# Begun\n")
    session.set(("title",), "Typed")
    session.change(lambda document: document.replace(title="Mended"))
    session.set(("title",), "Typed on")

    titles = []
    while session.can_undo:
        session.undo()
        titles.append(session.document.title)
    session.close()

    assert titles == ["Mended", "Typed", "Begun"]
