"""In a hurry, numbers that may come a moment later stay those of the same document, and never those of another one."""

from __future__ import annotations

from archkit.model.document import Document
from archkit.model.risks import Risk
from archkit.pages.kept import hurry, in_a_hurry, kept

BEFORE = Document(title="A", risks=(Risk(risk="It breaks"),))


def counting():
    made: list[str] = []

    @kept("title", "risks", own=("risks",))
    def words(document: Document) -> str:
        made.append(document.title)
        return f"{document.title}: {len(document.risks)}"

    return words, made


def test_what_is_shown_beside_another_section_stays_until_there_is_time():
    words, made = counting()
    words(BEFORE)
    after = BEFORE.replace(title="B")

    with in_a_hurry(BEFORE):
        assert words(after) == "A: 1"
        assert hurry().was_late

    assert words(after) == "B: 1"
    assert made == ["A", "B"]


def test_what_is_shown_beside_the_edited_section_is_fresh_at_once():
    words, _ = counting()
    words(BEFORE)

    with in_a_hurry(BEFORE):
        assert words(BEFORE.replace(risks=(*BEFORE.risks, *BEFORE.risks))) == "A: 2"
        assert not hurry().was_late


def test_the_numbers_of_another_document_are_never_shown():
    words, _ = counting()
    words(BEFORE)
    other = Document(title="Other", risks=BEFORE.risks)

    with in_a_hurry(other):
        assert words(other.replace(title="New")) == "New: 1"
    assert hurry() is None
