"""What is missing next: the most valuable first, each with the field that it leads to."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from archkit.assets import example_file, template_text
from archkit.checks import RULES, check
from archkit.checks.missing import LIMIT, STEPS, Missing, missing
from archkit.format.manuscript import Manuscript
from archkit.format.read import read
from archkit.format.write import write
from archkit.model.document import Document, outline, rows_at
from archkit.model.edit import Path, insert_row, set_value
from tests.checks.reviewed import REVIEWED
from tests.checks.seeded import SEEDED

DAY = date(2026, 2, 1)
LINES = SEEDED.split("\n")


def all_missing(text: str) -> tuple[Missing, ...]:
    return missing(read(text), limit=None, today=DAY)


def paths(text: str) -> list[Path]:
    return [item.path for item in all_missing(text)]


def test_each_rule_stands_once_in_the_order_of_value():
    ordered = [rule for step in STEPS for rule in step.rules]

    assert sorted(ordered) == sorted({"format", *(rule.id for rule in RULES)})
    assert all(step.reason.endswith(".") for step in STEPS)


def test_an_empty_template_is_led_from_the_title_to_the_recommendation():
    first = missing(read(template_text()), today=DAY)

    assert [item.section for item in first] == [
        "title",
        "executive_summary",
        "options",
        "findings",
        "recommendation",
        "risks",
        "effort",
    ]
    assert len(first) == LIMIT
    assert {item.rule for item in first} == {""}


def test_a_text_of_nothing_misses_what_the_template_misses():
    ours = [item.words for item in all_missing("") if item.rule != "blank"]

    assert ours == [item.words for item in all_missing(template_text()) if item.rule != "blank"]


def test_nothing_is_missing_in_the_worked_example():
    assert missing(read(example_file().read_text(encoding="utf-8")), today=date(2026, 11, 23)) == ()


def test_a_single_option_asks_for_another_one_before_its_sides():
    text = "# Ledger\n\n## Executive Summary\nWhy.\n\n## Technical Approach\n\n### Option 1: Outbox\nA table.\n"

    first, second, *_ = all_missing(text)

    assert (first.path, first.words) == (
        ("options",),
        'name another way beside "Outbox"; to keep things as they are is one',
    )
    assert second.path == ("options", 0, "pros")


def test_findings_of_one_rule_are_one_entry_that_counts_the_others():
    text = REVIEWED.replace("| Mara |", "| |").replace("| Tom |", "| |")

    [owners] = [item for item in all_missing(text) if item.rule == "no-owner"]

    count = sum(item.rule == "no-owner" for item in check(read(text), today=DAY))
    assert (owners.path, owners.more, count) == (("risks", 0, "owner"), 3, 4)
    assert str(owners).endswith("(and 3 more like it)")


def test_what_a_program_can_mend_is_marked():
    by_rule = {item.rule: item.has_fix for item in all_missing(SEEDED)}

    assert by_rule["value"]
    assert by_rule["unknown-option"]
    assert by_rule["stated-total"]
    assert not by_rule["no-owner"]
    assert not by_rule["gated-choice"]


def test_a_word_that_resembles_no_other_has_no_fix():
    text = REVIEWED.replace("| possible | major |", "| xyzzy | major |")

    [item] = [item for item in all_missing(text) if item.rule == "value"]

    assert (item.path, item.has_fix) == (("risks", 0, "likelihood"), False)


def test_what_is_kept_as_text_is_mended_and_not_filled_in():
    text = REVIEWED.replace("- Disk: 2 TB for events", "| not | a list |\n|---|---|")

    [item] = [item for item in all_missing(text) if item.section == "dependencies"]

    assert (item.rule, item.step, item.path) == ("format", "readable", ("dependencies",))


def test_a_blank_is_not_named_beside_the_gap_that_it_is():
    text = template_text().replace("[Purpose and responsibilities]", "Posts [Details] twice")

    named = [item for item in all_missing(text) if item.section == "components"]

    assert [item.rule for item in named] == ["blank"]
    assert [item.words for item in all_missing(template_text()) if item.section == "risks"] == [
        "name what may go wrong, and what is done about it"
    ]


def test_the_limit_is_kept_and_the_order_does_not_depend_on_it():
    everything = all_missing(SEEDED)

    for limit in (0, 1, 5, 100):
        assert missing(read(SEEDED), limit=limit, today=DAY) == everything[:limit]


def test_what_a_check_has_found_is_not_looked_for_again():
    manuscript = read(SEEDED)

    assert missing(manuscript, limit=None, today=DAY, found=()) == tuple(
        item for item in all_missing(SEEDED) if not item.rule
    )
    found = check(manuscript, today=DAY)
    assert missing(manuscript, limit=None, today=DAY, found=found) == all_missing(SEEDED)


#: What a person types when asked for a field: the path without its numbers, and what is done about it.
ANSWERS = {
    ("title",): "Ledger Architecture",
    ("executive_summary",): "We record postings.",
    ("recommendation", "options"): ("Outbox",),
    ("recommendation", "rationale"): "It is small [F1], against the batch job of today, which is late.",
    ("options", "description"): "A table beside the postings.",
    ("comparison", "criteria", "weight"): "30",
    ("comparison", "criteria", "scores"): {"Outbox": "4", "Keep the batch job": "2"},
    ("comparison", "criteria"): [{"criterion": "Delay", "scale": "1 a day … 5 a second"}],
    ("options",): [{"name": "Outbox"}, {"name": "Keep the batch job"}],
    ("options", "pros"): [{"claim": "Cheap", "evidence": "[F1]"}],
    ("options", "cons"): [{"claim": "Late", "evidence": "assumption"}],
    ("findings",): [{"text": "It took 3 ms", "id": "F1", "checked": "2026-01-30", "source": "spike"}],
    ("risks",): [{"risk": "Fire", "likelihood": "rare", "impact": "major", "mitigation": "Water", "owner": "Tom"}],
    ("effort", "work_items"): [{"work_item": "Table", "kind": "development", "phase": "1", "low": 1, "likely": 2}],
    ("effort", "work_items", "phase"): "1",
    ("components",): [{"component": "Relay", "purpose": "Sends"}],
    ("data_flow", "flows"): [{"source": "Shop", "target": "Relay", "what": "events"}],
    ("phases",): [{"phase": "Table", "what": "Build it"}],
    ("integration_points",): [{"system": "Bank", "how": "Files"}],
    ("security",): [{"consideration": "Keys rotate"}],
    ("performance", "expected_load"): "40 a second",
    ("performance", "scaling_approach"): "1 more reader for 200 accounts",
    ("performance", "bottlenecks"): "The disk, from 900 a second on",
    ("dependencies",): [{"dependency": "Disk", "why": "Events"}],
}


def answered(document: Document, path: Path) -> Document:
    answer = ANSWERS[tuple(part for part in path if isinstance(part, str))]
    if not isinstance(answer, list):
        return set_value(document, path, answer)
    for row in answer:
        held = rows_at(document, path)
        document = insert_row(document, path, len(held) if isinstance(held, tuple) else 0, row)
    return document


def test_whoever_does_what_is_asked_first_gets_to_the_end():
    manuscript: Manuscript = read(template_text())
    asked: list[str] = []
    while todo := [item for item in missing(manuscript, limit=None, today=DAY) if item.path and item.rule != "blank"]:
        first = todo[0]
        asked.append(first.words)
        assert len(asked) == len(set(asked)), asked
        assert len(asked) < 60
        manuscript = read(write(answered(manuscript.document, first.path), manuscript))

    assert asked[:2] == [
        "give it a title: what is designed",
        "say in a paragraph which problem is solved, for whom, and what is proposed",
    ]
    assert [item for item in missing(manuscript, limit=None, today=DAY) if not item.rule] == []


@given(gone=st.sets(st.integers(0, len(LINES) - 1), max_size=60))
def test_each_entry_leads_to_a_place_of_the_document(gone: set[int]):
    text = "\n".join(line for at, line in enumerate(LINES) if at not in gone)

    keys = {spec.key for spec in outline()}
    steps = [step.name for step in STEPS]
    manuscript = read(text)
    todo = missing(manuscript, limit=None, today=DAY)
    assert [steps.index(item.step) for item in todo] == sorted(steps.index(item.step) for item in todo)
    for item in todo:
        assert item.section in keys or (item.section == "" and item.rule)
        assert "\n" not in item.words
        if not item.rule:
            rows_at(manuscript.document, item.path)
            assert item.path[0] == item.section


@given(st.sets(st.sampled_from(sorted({item.section for item in all_missing(template_text()) if item.section}))))
def test_the_gaps_shrink_as_sections_are_filled(kept: set[str]):
    sound = read(example_file().read_text(encoding="utf-8")).document
    document = read("").document
    for key in kept:
        document = document.replace(**{key: getattr(sound, key)})

    asked = {item.section for item in missing(read(write(document, read(""))), limit=None, found=())}

    assert asked & kept == set()
