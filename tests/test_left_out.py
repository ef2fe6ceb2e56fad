"""A journal that fits in part brings back that part; what was left out is kept in a file and told."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archkit.journal import journals
from archkit.journal_lines import entries
from archkit.session import Session
from archkit.widgets.form import section_form
from tests.small_document import SMALL, on_disk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "a.md"
    file.write_text(SMALL)
    return file


@pytest.fixture
def die(path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Return what edits a document, ends as `kill -9` ends it, and gives its journal."""
    monkeypatch.setattr("archkit.saving.Saver.begin", lambda saver: setattr(saver, "_thread", True))

    def typed(*edits: Callable[[Session], Any]) -> Path:
        session = Session.open(path)
        session.while_typing()
        for edit in edits:
            edit(session)
        session._work.close()
        return journals(path)[-1]

    return typed


def says(title: str) -> Callable[[Session], None]:
    return lambda session: session.set(("title",), title)


def owns(owner: str) -> Callable[[Session], None]:
    return lambda session: session.set(("risks", 0, "owner"), owner)


def unfit(journal: Path, number: int) -> None:
    """Let an entry of a journal speak of a row that is not there."""
    lines = journal.read_bytes().splitlines(keepends=True)
    data = json.loads(lines[number][9:])
    data["changes"] = [["set", ["risks", 70, "owner"], data["changes"][0][2]]]
    body = json.dumps(data).encode()
    lines[number] = b"%08x %s\n" % (zlib.crc32(body), body)
    journal.write_bytes(b"".join(lines))


def test_all_before_the_unfit_entry_comes_back_and_the_rest_is_kept_in_words(path: Path, die: Callable[..., Path]):
    unfit(die(says("One"), owns("Ada"), owns("Grace"), says("Two")), 2)

    session = Session.open(path)

    assert (session.document.title, session.recovered.edits, session.recovered.unreadable) == ("One", 1, ())
    [aside] = session.recovered.left_out
    words = aside.read_text()
    assert aside.parent == path.parent / ".archkit"
    assert "risks.70.owner: Ada" in words and "risks.0.owner: Grace" in words and "title: Two" in words
    assert "title: One" not in words
    assert path.read_text() == SMALL


def test_the_notice_names_the_file_until_it_is_kept_or_discarded(path: Path, die: Callable[..., Path]):
    unfit(die(says("One"), owns("Ada")), 2)
    session = Session.open(path)
    form = section_form(session, "risks")
    aside = session.recovered.left_out[0]
    assert (
        f"Some edits could not be brought back; their words are kept in .archkit/{aside.name}."
        in (form.standing["recovered"])
    )

    session.keep_recovered()

    assert section_form(session, "risks").standing["recovered"] == []
    assert on_disk(session).startswith("# One\n")
    assert aside.exists()


def test_the_part_that_fits_goes_on_as_a_journal(path: Path, die: Callable[..., Path]):
    journal = die(says("One"), owns("Ada"), says("Two"))
    unfit(journal, 2)
    session = Session.open(path)
    session.while_typing()
    owns("Bob")(session)
    session._work.close()

    again = Session.open(path)

    assert (again.document.title, again.document.risks[0].owner) == ("One", "Bob")
    assert (again.recovered.edits, again.recovered.left_out) == (2, ())
    assert [entry.kind for entry in entries(journal)] == ["begin", "edit", "edit"]


def test_what_came_after_a_save_is_brought_back_over_an_unfit_entry_before_it(path: Path, die: Callable[..., Path]):
    journal = die(says("One"), owns("Ada"), Session.save, says("Two"), owns("Grace"))
    unfit(journal, 2)

    session = Session.open(path)

    assert (session.document.title, session.document.risks[0].owner) == ("Two", "Grace")
    assert (session.recovered.edits, session.recovered.left_out) == (2, ())
    session._work.close()
    assert Session.open(path).document == session.document


@pytest.mark.parametrize("number", [2, 4])
def test_a_line_that_the_disk_damaged_costs_no_word_behind_it(path: Path, die: Callable[..., Path], number: int):
    journal = die(says("One"), owns("Ada"), says("Two"), owns("Grace"))
    lines = journal.read_bytes().splitlines(keepends=True)
    lines[number] = lines[number][:12] + b"#" + lines[number][13:]
    journal.write_bytes(b"".join(lines))

    session = Session.open(path)

    assert session.recovered.edits == number - 1
    [aside] = session.recovered.left_out
    assert "Grace" in aside.read_text()
    assert all(line.decode() in aside.read_text() for line in lines[number:])


def test_a_line_that_was_never_written_to_its_end_is_no_matter_to_tell(path: Path, die: Callable[..., Path]):
    journal = die(says("One"), owns("Ada"))
    journal.write_bytes(journal.read_bytes()[:-5])

    assert Session.open(path).recovered.left_out == ()


def test_where_the_rest_cannot_be_kept_the_journal_stays_whole(
    path: Path, die: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
):
    journal = die(says("One"), owns("Ada"))
    unfit(journal, 2)
    before = journal.read_bytes()

    def full(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("archkit.recovery.keep_aside", full)
    session = Session.open(path)

    assert session.recovered.unreadable == (journal,)
    assert journal.read_bytes() == before
    assert session.text == SMALL


def test_two_openings_keep_what_each_left_out(path: Path, die: Callable[..., Path]):
    journal = die(says("One"), owns("Ada"))
    unfit(journal, 2)
    first = Session.open(path)
    first._work.close()
    unfit(die(owns("Grace")), 2)

    second = Session.open(path)

    assert second.recovered.left_out and second.recovered.left_out != first.recovered.left_out
    assert "Ada" in first.recovered.left_out[0].read_text()
    assert "Grace" in second.recovered.left_out[0].read_text()


def damage(journal: Path, number: int) -> bytes:
    """Let the disk change one character of a line."""
    lines = journal.read_bytes().splitlines(keepends=True)
    lines[number] = lines[number][:12] + b"#" + lines[number][13:]
    journal.write_bytes(b"".join(lines))
    return b"".join(lines[number:])


def test_a_journal_whose_first_line_is_damaged_is_set_aside_and_told(path: Path, die: Callable[..., Path]):
    journal = die(says("One"), owns("Ada"))
    rest = damage(journal, 0)

    session = Session.open(path)

    assert (session.text, session.recovered.edits, session.recovered.unreadable) == (SMALL, 0, ())
    [aside] = session.recovered.left_out
    assert "title: One" in aside.read_text() and "risks.0.owner: Ada" in aside.read_text()
    assert rest.decode() in aside.read_text()
    assert not journal.exists()


@pytest.mark.parametrize("number", [0, 1, 2])
def test_damage_before_a_line_that_tells_all_costs_nothing(path: Path, die: Callable[..., Path], number: int):
    die(says("One"), owns("Ada"))
    journal = die(says("Two"), lambda session: path.write_text(SMALL.replace("It burns", "It floods")), Session.look)
    die(owns("Grace"))
    damage(journal, number)

    session = Session.open(path)

    assert (session.document.title, session.document.risks[0].owner) == ("Two", "Grace")
    assert session.document.risks[1].risk == "It floods"
    assert session.recovered.left_out == ()


def test_damage_in_a_journal_that_was_saved_is_no_matter_to_tell(path: Path, die: Callable[..., Path]):
    damage(die(says("One"), owns("Ada"), Session.save), 1)

    session = Session.open(path)

    assert (session.recovered.edits, session.recovered.left_out, session.clashes) == (0, (), ())
    assert session.text == on_disk(session)


@pytest.mark.parametrize(
    "line",
    [
        {"nokind": 1},
        {"kind": 7},
        [1, 2],
        "edit",
        {"kind": "from the future", "at": 1},
        {"kind": "edit", "changes": 7, "at": 1},
        {"kind": "edit", "changes": [7, ["set"]], "at": 1},
        {"kind": "edit", "changes": [["set", "title", "x"]], "at": 1},
        {"kind": "clashes", "clashes": [[1]]},
        {"kind": "base", "digest": "x", "text": 7, "changes": [], "edits": 1, "clashes": [], "at": 1},
    ],
    ids=str,
)
def test_a_whole_line_that_is_no_entry_costs_no_word_before_or_behind_it(
    path: Path, die: Callable[..., Path], line: object
):
    journal = die(says("One"), owns("Ada"))
    body = json.dumps(line).encode()
    whole = b"%08x %s\n" % (zlib.crc32(body), body)
    first, second, third = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(first + second + whole + third)

    session = Session.open(path)

    assert session.document.title == "One"
    [aside] = session.recovered.left_out
    assert "Ada" in aside.read_text()
