"""What changed, in the author's words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archkit.analysis.document_effort import document_effort
from archkit.analysis.estimate_mean import estimate_mean
from archkit.format.read import read
from archkit.model.document import Document, outline, rows_at
from archkit.model.edit import delete_row, insert_row, move_row, set_value
from archkit.model.effort import Effort, WorkItem
from archkit.versions.diff import diff
from archkit.versions.normal_text import normal_text
from archkit.versions.show import as_json, as_markdown, as_text
from archkit.versions.words import excerpts
from tests.format.documents import EXAMPLE, documents
from tests.versions.test_merge import EXAMPLE_DOCUMENT, changed

KAFKA = ("comparison", "criteria", 2, "scores", "Apache Kafka")
FIRST_ITEM = ("effort", "work_items", 0)


def words(change, document=EXAMPLE_DOCUMENT):
    return [found.words for found in diff(document, change(document))]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda base: set_value(base, KAFKA, "40"),
            ['option 2 ("Apache Kafka") scored 50 → 40 on First consumer live'],
        ),
        (
            lambda base: set_value(base, KAFKA, ""),
            ['option 2 ("Apache Kafka") is no longer scored on First consumer live (was 50)'],
        ),
        (
            lambda base: set_value(base, ("recommendation", "options"), ("Apache Kafka",)),
            [
                "recommended option changed from PostgreSQL outbox with SKIP LOCKED to Apache Kafka",
                "effort +13.3 days (71.5 → 84.8, sums of means)",
            ],
        ),
        (
            lambda base: set_value(base, ("options", 1, "name"), "Kafka 4"),
            ["option 2 renamed from Apache Kafka to Kafka 4"],
        ),
        (
            lambda base: set_value(base, ("risks", 3, "likelihood"), "likely"),
            ['risk "The queue slows down the order database at peak": likelihood 20% → likely'],
        ),
        (
            lambda base: delete_row(base, ("risks", 3)),
            ['risk "The queue slows down the order database at peak" removed'],
        ),
        (lambda base: insert_row(base, ("risks",), 3, {"risk": "Fire"}), ['risk "Fire" added']),
        (
            lambda base: move_row(base, ("risks", 3), 0),
            ['risk "The queue slows down the order database at peak" moved from place 4 to 1'],
        ),
        (
            lambda base: set_value(base, ("options", 0, "pros", 0, "evidence"), ""),
            None,
        ),
        (
            lambda base: set_value(base, (*FIRST_ITEM, "likely"), 8),
            [
                'work item "Event envelope and JSON schemas": likely 3 → 8',
                'work item "Event envelope and JSON schemas" no longer counts: '
                "likely 8 lies outside 2 to 6; low ≤ likely ≤ high",
                "effort -3.3 days (71.5 → 68.2, sums of means)",
            ],
        ),
        (
            lambda base: set_value(base, (*FIRST_ITEM, "high"), "six"),
            [
                'work item "Event envelope and JSON schemas": high 6 → six',
                'work item "Event envelope and JSON schemas" no longer counts: '
                'high "six" is not a number; use digits with a point, such as 12.5, and no unit',
                "effort -3.3 days (71.5 → 68.2, sums of means)",
            ],
        ),
        (
            lambda base: insert_row(base, ("effort", "work_items"), 0, {"work_item": "Cake", "low": 3}),
            [
                'work item "Cake" added',
                'work item "Cake" does not count: the estimate has no likely value; give it, low and high alone say '
                "too little",
            ],
        ),
        (lambda base: set_value(base, ("metadata", "status"), "accepted"), ["status proposed → accepted"]),
        (lambda base: set_value(base, ("title",), "New"), ["title Order Events Architecture → New"]),
        (
            lambda base: set_value(base, ("executive_summary",), f"New.\n\n{base.executive_summary}"),
            ["1 paragraph of Executive Summary changed: {+New.+} The checkout of …"],
        ),
    ],
)
def test_each_kind_of_change_has_its_words(change, said):
    found = words(change)

    assert found == said if said is not None else len(found) == 1 and found[0].startswith('option 1 ("RabbitMQ')


def test_a_work_item_that_is_mended_counts_again():
    broken = set_value(EXAMPLE_DOCUMENT, (*FIRST_ITEM, "likely"), 8)

    found = [change.words for change in diff(broken, EXAMPLE_DOCUMENT)]

    assert 'work item "Event envelope and JSON schemas" counts now' in found


def test_equal_documents_have_no_changes():
    assert diff(EXAMPLE_DOCUMENT, read(EXAMPLE).document) == ()


@given(st.data())
def test_any_two_documents_can_be_compared_and_shown(data):
    old = data.draw(documents | st.just(EXAMPLE_DOCUMENT))
    new = data.draw(changed(old))

    changes = diff(old, new)

    keys = [spec.key for spec in outline()]
    if [getattr(old, key) for key in keys if key != "layout"] != [getattr(new, key) for key in keys]:
        assert len(changes) > 0 or _only_empty_rows(old, new)
    for change in changes:
        assert change.section in {*keys, "layout"}
        assert "\n" not in change.words or change.section
        if change.kind == "added":
            assert rows_at(new, change.path) is not None
        elif change.kind == "removed":
            assert rows_at(old, change.path) is not None
    assert as_text(changes).count("\n") >= len(changes)
    assert len(json.loads(as_json(changes))) == len(changes)
    as_markdown(changes)


def _only_empty_rows(old, new):
    from archkit.format.settle import without_empty_rows

    return all(
        without_empty_rows(getattr(old, spec.key)) == without_empty_rows(getattr(new, spec.key)) for spec in outline()
    )


def test_sections_of_the_authors_own_are_told():
    old = read("# T\n\n## Glossary\n\nOne.\n\n## Data Flow\n\nx\n\n## Old\n\nGone.\n").document
    new = read("# T\n\n## Data Flow\n\nx\n\n## Glossary\n\nOne and two.\n\n## Notes\n\nFresh words.\n").document

    assert [change.words for change in diff(old, new)] == [
        'section "Old" removed',
        'section "Data Flow" moved',
        "1 paragraph of Glossary changed: [-One.-] {+One and two.+}",
        'section "Notes" added',
    ]


def test_a_section_that_cannot_be_read_any_more_is_told_once():
    new = read(EXAMPLE.replace("## Dependencies\n", "## Dependencies\n\n> stray\n", 1)).document

    (change,) = diff(EXAMPLE_DOCUMENT, new)

    assert change.words.startswith("Dependencies is kept as text now: ")


def test_markdown_for_a_pull_request_takes_what_authors_typed_as_text():
    new = insert_row(EXAMPLE_DOCUMENT, ("risks",), 0, {"risk": "<img src=x> [a](b) @all #1 | *x*"})

    shown = as_markdown(diff(EXAMPLE_DOCUMENT, new))

    assert shown == (
        "### What changed\n\n**Risks and Mitigations**\n\n"
        '- risk "\\<img src=x\\> \\[a\\](b) \\@all \\#1 \\| \\*x\\*" added\n'
    )


def test_excerpts_show_the_words_around_a_change():
    old = "we try the call at most three times before we park it for good"

    assert excerpts(old, old.replace("three", "five")) == "… call at most [-three-] {+five+} times before we …"


class TestNormalText:
    def test_each_line_says_what_it_belongs_to(self):
        lines = normal_text(EXAMPLE).splitlines()

        assert "Title: Order Events Architecture" in lines
        assert "Risks and Mitigations | The queue slows down the order database at peak | Likelihood: 20%" in lines

    def test_a_reformatted_document_has_the_same_lines(self):
        assert normal_text(EXAMPLE.replace("- Carrier", "*   Carrier").replace("\n", "\r\n")) == normal_text(EXAMPLE)

    def test_another_text_stays_as_it_is(self):
        assert normal_text("# Read me\n\nWords.\n") == "# Read me\n\nWords.\n"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("```\na:\n  b: 1\nc: 2\n```", "```\na:\n  b: 1\n  c: 2\n```", 'only the indentation of "c: 2"'),
        ("- a\n- b\n- c", "- a\n  - b\n  - c", 'only the indentation of "- b" and 1 more'),
        ("one\n\ntwo", "one\ntwo", "only blank lines"),
        ("one two", "one\ntwo", "only line breaks"),
        ("one two", "one  two", "only spaces"),
    ],
)
def test_a_change_of_spaces_says_which(old, new, said):
    assert excerpts(old, new) == said


def test_a_change_behind_many_words_is_shown():
    old = " ".join(f"w{number}" for number in range(9_000))

    assert excerpts(old, f"{old} end") == "… w8997 w8998 w8999 {+end+}"
    assert excerpts(f"{old} end", old) == "… w8997 w8998 w8999 [-end-]"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({}, "effort +2.5 days (8.7 → 11.2, sums of means)"),
        ({"distribution": "triangular"}, "effort +5.0 days (9.3 → 14.3, sums of means)"),
        ({"ends": "90 % range"}, "effort +5.4 days (9.4 → 14.8, sums of means)"),
    ],
)
def test_an_effort_is_told_by_the_means_that_its_totals_have(settings, said):
    """5, 8, 15 days and 5, 8, 30 days: the same numbers as in the totals of the two documents."""
    before, after = (
        Document(effort=Effort(work_items=(WorkItem(work_item="a", low=5, likely=8, high=high),), **settings))
        for high in (15, 30)
    )

    assert said in [change.words for change in diff(before, after, mean=estimate_mean)]
    assert f"{document_effort(before).mean():.1f} → {document_effort(after).mean():.1f}" in said


def test_without_a_search_for_the_ends_of_ranges_their_effort_is_not_told():
    items = [WorkItem(work_item="a", low=5, likely=8, high=high) for high in (15, 30)]
    before, after = (Document(effort=Effort(work_items=(item,), ends="90 % range")) for item in items)

    assert not [change for change in diff(before, after) if change.words.startswith("effort ")]


def test_another_distribution_is_told_as_a_change_of_the_effort():
    items = (WorkItem(work_item="a", low=5, likely=8, high=15),)
    before, after = (Document(effort=Effort(work_items=items, distribution=name)) for name in ("", "triangular"))

    assert "effort +0.7 days (8.7 → 9.3, sums of means)" in [change.words for change in diff(before, after)]
