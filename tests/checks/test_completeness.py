"""How complete each section is: what is filled in, of how much, and a word by a printed rule."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from archkit.assets import example_file, template_text
from archkit.checks.completeness import OPTIONAL, RULE, WORDS, Completeness, completeness
from archkit.checks.missing import missing
from archkit.format.read import read
from archkit.model.document import outline
from tests.checks.reviewed import REVIEWED
from tests.checks.seeded import SEEDED

DAY = date(2026, 2, 1)
LINES = REVIEWED.split("\n")


def of(text: str) -> dict[str, Completeness]:
    return {item.section: item for item in completeness(read(text), today=DAY)}


def test_the_sections_stand_in_the_order_of_the_outline():
    assert list(of("")) == [spec.key for spec in outline()]


def test_an_untouched_template_is_empty_in_every_section():
    found = of(template_text())

    assert {item.word for item in found.values()} == {"empty"}
    assert {item.filled for item in found.values()} == {0}
    assert {key for key, item in found.items() if not item.of} == OPTIONAL
    assert {key: item.of for key, item in found.items()} == {key: item.of for key, item in of("").items()}


def test_the_worked_example_lacks_the_one_score_that_it_leaves_open():
    found = completeness(read(example_file().read_text(encoding="utf-8")), today=date(2026, 11, 23))

    assert {item.section: item.of - item.filled for item in found if item.word != "complete"} == {"comparison": 1}


def test_a_section_with_a_blank_is_begun():
    item = of(REVIEWED.replace("nobody | Tom", "").replace("Restart it | Tom", "Restart it | "))["risks"]

    assert (item.word, item.filled, item.of) == ("begun", 19, 20)


def test_a_section_with_a_fault_is_to_mend_though_all_is_filled_in():
    sound, faulty = of(REVIEWED)["risks"], of(REVIEWED.replace("| likely | major |", "| lkly | major |"))["risks"]

    assert (sound.word, sound.filled) == ("complete", sound.of)
    assert (faulty.word, faulty.filled) == ("to mend", sound.of)


def test_a_section_that_cannot_be_read_is_to_mend():
    item = of(REVIEWED.replace("- Disk: 2 TB for events", "| not | a list |\n|---|---|"))["dependencies"]

    assert (item.word, item.filled) == ("to mend", 0)


def test_an_option_that_cannot_be_read_makes_the_options_to_mend():
    item = of(REVIEWED.replace("- Small change - assumption", "- Small change\n\n  ```\n  code\n  ```"))["options"]

    assert item.word == "to mend"


def test_one_option_is_half_of_what_a_decision_needs():
    text = "## Technical Approach\n\n### Option 1: Outbox\nA table.\n\n**Pros:**\n- Small - assumption\n"

    assert (of(text)["options"].filled, of(text)["options"].of) == (4, 6)


def test_the_words_have_a_rule_each():
    assert all(f"{word}:" in RULE for word in WORDS)
    assert {item.word for item in of(SEEDED).values()} == set(WORDS)


@given(st.sets(st.integers(0, len(LINES) - 1), max_size=60))
def test_filled_never_exceeds_what_counts(gone: set[int]):
    for item in of("\n".join(line for at, line in enumerate(LINES) if at not in gone)).values():
        assert 0 <= item.filled <= item.of
        assert 0 <= item.share <= 1
        assert item.word in WORDS
        assert (item.word != "complete") or item.filled == item.of


def test_a_score_that_says_it_is_not_known_is_filled_in_and_not_asked_for():
    text = example_file().read_text(encoding="utf-8").replace("| 65 [F6] | |", "| 65 [F6] | ? |")

    assert {item.word for item in completeness(read(text), today=date(2026, 11, 23))} == {"complete"}
    assert missing(read(text), today=date(2026, 11, 23)) == ()
