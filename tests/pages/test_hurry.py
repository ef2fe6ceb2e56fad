"""In a hurry, numbers that may come a moment later stay those of the same document, and never those of another one."""

from __future__ import annotations

from archkit.model.document import Document
from archkit.model.risks import Risk
from archkit.pages.analyses import charts_of_risk
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


def test_the_charts_of_many_risks_come_a_moment_later_and_never_stand_beside_other_rows():
    few = Document(risks=[Risk(risk=f"It breaks {n}", likelihood="3", impact="3") for n in range(3)])
    many = few.replace(risks=[few.risks[0].replace(risk=f"It breaks {n}") for n in range(300)])

    for before, is_late in ((few, False), (many, True)):
        charts = charts_of_risk(before)
        first, *others = before.risks
        with in_a_hurry(before):
            assert (charts_of_risk(before.replace(risks=[first.replace(impact="5"), *others])) is charts) == is_late
            assert hurry().was_late == is_late
            fewer = charts_of_risk(before.replace(risks=others))
        assert [row.number for row in fewer.rows] == list(range(1, len(others) + 1))
        assert fewer.rows[0].name.endswith(others[0].risk)
