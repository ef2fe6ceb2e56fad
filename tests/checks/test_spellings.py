"""What authors spell in ways of their own is found on its line; what only looks like it is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from archkit.checks import check
from archkit.checks.fixes import fixed
from archkit.checks.missing import missing
from archkit.format.read import read
from tests.checks.changed import DISK, EFFORT, F3, NAMES, OUTBOX, RECORD, STORE, TODAY, TOTALS, WHY, found, one
from tests.checks.reviewed import REVIEWED

AS_IT_IS = (
    "Do nothing, Live with the batch job, No action, Business as usual, No migration, Don't change anything, Legacy job"
)


@pytest.mark.parametrize("name", AS_IT_IS.split(", "))
def test_an_option_that_changes_nothing_is_known_by_many_names(name: str):
    why = WHY.replace("the batch job", name)
    assert (
        found(
            (WHY, why),
            ("Option 3: Keep the batch job", f"Option 3: {name}"),
            (NAMES, NAMES.replace("Keep the batch job", name)),
        )
        == []
    )


@pytest.mark.parametrize("name", ["Keep-alive proxy", "Current-mode batch job", "New batch job"])
def test_an_option_that_only_has_such_a_word_changes_something(name: str):
    why = WHY.replace("the batch job", f"the {name}")
    edits = (
        (WHY, why),
        ("Option 3: Keep the batch job", f"Option 3: {name}"),
        (NAMES, NAMES.replace("Keep the batch job", name)),
    )

    assert one(found(*edits), "no-status-quo", "### Option 1")


def test_a_description_that_speaks_of_what_is_there_is_no_status_quo():
    name = "New batch job"
    edits = (
        (WHY, WHY.replace("the batch job", f"the {name}")),
        (
            "### Option 3: Keep the batch job\n",
            f"### Option 3: {name}\nReplaces the current job, which exists today.\n\n",
        ),
        (NAMES, NAMES.replace("Keep the batch job", name)),
    )

    assert one(found(*edits), "no-status-quo", "### Option 1")


@pytest.mark.parametrize("con", ["None", "n/a"])
def test_a_con_that_says_nothing_is_no_con(con: str):
    assert one(found(("- A day late - assumption", f"- {con}")), "one-sided-option", "")


def test_an_option_without_both_sides_is_found_beside_others():
    both = "**Pros:**\n- Nothing to build - assumption\n\n**Cons:**\n- A day late - assumption\n"

    assert one(found((both, "The job as it is.\n")), "one-sided-option", "### Option 3")


WORDS = ["Disk: TBD", "Disk: TODO", "Disk: ...", "Disk: TBC by Tom", "Disk: [describe the disk]", "Disk: ???"]


@pytest.mark.parametrize("words", WORDS)
def test_words_that_wait_to_be_written_are_found(words: str):
    assert one(found((DISK, f"- {words}")), "blank", "- Disk")


@pytest.mark.parametrize("words", ["TODO: write this.", "Lorem ipsum dolor sit amet.", "We record XXX postings."])
def test_prose_that_waits_to_be_written_is_found(words: str):
    assert one(found((RECORD, words)), "blank", words)


@pytest.mark.parametrize(
    "words", ["A todo app.", "See `TODO`.", "<!-- TODO -->Events.", "Waiting … and more.", "Mr. Xxavier."]
)
def test_what_only_looks_like_a_blank_is_none(words: str):
    assert found((RECORD, words)) == []


@pytest.mark.parametrize("rest", ["- ", "*"])
def test_a_list_without_text_leaves_its_section_empty(rest: str):
    assert one(found((DISK, rest)), "empty-section", "## Dependencies")


LINKS = ['<a href="gone.html">x</a>', "<img src='gone.png'>", "[![a](gone.png)](notes.md)", "[x][r]\n\n[r]: gone.md"]


@pytest.mark.parametrize("link", LINKS)
def test_links_in_every_spelling_are_followed(link: str, tmp_path: Path):
    (tmp_path / "notes.md").write_text("# Notes\n")

    items = found((f"{RECORD} See", f"{RECORD} {link}\n\nSee"), folder=tmp_path)

    assert one(items, "broken-link", "[r]:" if "[r]" in link else RECORD)


@pytest.mark.parametrize("link", ["<!-- [x](gone.md) -->", "`[x](gone.md)`", "[^1] note\n\n[^1]: gone.md"])
def test_what_is_no_link_is_not_followed(link: str, tmp_path: Path):
    (tmp_path / "notes.md").write_text("# Notes\n")

    assert found((f"{RECORD} See", f"{RECORD} {link}\n\nSee"), folder=tmp_path) == []


def test_a_day_that_is_said_otherwise_is_a_date_and_may_be_old():
    assert found((OUTBOX, OUTBOX.replace("Checked", "Accessed"))) == []
    old = found((OUTBOX, "  - Source: <https://example.org/outbox>\n  - Retrieved: redis 7, 2019-01-30T10:00\n"))
    assert one(old, "old-finding", "  - Retrieved")


@pytest.mark.parametrize(
    "text",
    ["The outbox adds 120 ms to a posting.", "To a posting, the outbox adds 120 ms"],
)
def test_a_finding_said_in_another_order_is_a_duplicate(text: str):
    assert one(
        found((F3, F3.replace("Replaying a year of events took nine hours", text))),
        "duplicate-finding",
        "- **Case Study**: [F3]",
    )


def test_two_findings_of_one_source_with_other_numbers_are_two():
    text = "[F3] The outbox adds 340 ms to a posting\n  - Source: <https://example.org/outbox>"

    assert found((F3, f"- **Case Study**: {text}")) == []


@pytest.mark.parametrize("words", ["The effort is 40 days.", "It takes 18 days.", "It can be built in 6 weeks."])
def test_effort_quoted_in_prose_says_how_sure_it_is(words: str):
    assert one(found((RECORD, f"{RECORD} {words}")), "no-percentile", RECORD)


@pytest.mark.parametrize(
    "words", ["Postings are kept for 30 days.", "The effort is 30–40 days.", "It takes 40 days (P80)."]
)
def test_times_that_are_no_bare_effort_are_left_alone(words: str):
    assert found((RECORD, f"{RECORD} {words}")) == []


def test_a_total_in_words_is_the_sum_of_what_stands_beside_it():
    stated = "- Development: 20 days\n- Testing: 5 days\n- Total: {} days (P80 60)\n"

    assert one(found((EFFORT, stated.format(45))), "stated-total", "- Total: 45")
    assert found((EFFORT, stated.format(25))) == []


@pytest.mark.parametrize("estimate", ["19 | 20 | 21", "8 | 8 | 8", "10 | 10.5 | 11"])
def test_a_range_of_a_tenth_is_hardly_one(estimate: str):
    assert one(found((STORE, STORE.replace("5 | 8 | 14", estimate)), (TOTALS, "")), "narrow-estimate", "| Event store")


def test_work_that_no_phase_has_is_said_once():
    edits = [
        (f"| {kind} | {number} |", f"| {kind} | |")
        for kind, number in (("development", 1), ("development", 2), ("testing", 1))
    ]

    assert one(found(*edits), "work-without-phase", "| Event store")


@pytest.mark.parametrize("score", ["84 %", "**84%**", "0.840"])
def test_a_score_may_be_stated_in_percent(score: str):
    assert found(("| **0.84** |", f"| {score} |")) == []
    assert one(found(("| **0.84** |", "| 86 % |")), "stated-score", "| **Weighted")


@pytest.mark.parametrize(
    "words",
    [
        "It won against the outbox, which is slower [F2], and the batch job is a day late.",
        "Despite its fame the outbox is slower [F2], and the batch job is a day late.",
        "It saves hours of audit work. The outbox is slower [F2], and the batch job a day late.",
    ],
)
def test_words_about_another_option_answer_no_con(words: str):
    why = f"**Event-sourced ledger**, because the audit needs every posting [F1]. {words}"

    assert one(found((WHY, why)), "unanswered-con", "**Event")


def test_options_that_are_called_by_number_are_spoken_of():
    why = "**Event-sourced ledger**, because of the audit [F1]. Replaying uses snapshots. Options 2 and 3 are slower."

    assert found((WHY, why)) == []


@pytest.mark.parametrize("name", ["Option 1", "Option 1: Event-sourced ledger", "event-sourced ledger."])
def test_an_option_that_is_called_otherwise_is_told_by_its_name(name: str):
    items = check(read(REVIEWED.replace("**Event-sourced ledger**,", f"**{name}**")), today=TODAY)

    assert [item.rule for item in items] == ["unknown-option"]
    assert 'call it by its name alone, "Event-sourced ledger"' in items[0].message


def test_an_option_that_is_recommended_later_in_the_sentence_has_to_be_listed():
    unknown = found((WHY, WHY.replace("**Event-sourced ledger**", "We recommend **Kafka Streams**")))
    known = found((WHY, WHY.replace("**Event-sourced ledger**", "We recommend **Event-sourced ledger**")))

    assert one(unknown, "unknown-option", "We recommend")
    assert one(known, "no-option-named", "We recommend")


def test_a_sum_of_the_author_is_left_to_the_author():
    text = REVIEWED.replace(EFFORT, "- Development: 20 days\n- Testing: 5 days\n- Total: 45 days (P80 60)\n")

    after, count = fixed(read(text))
    entry = next(item for item in missing(read(text), limit=None, today=TODAY) if item.rule == "stated-total")

    assert (after.text, count) == (text, 0)
    assert not entry.has_fix


def test_a_phase_that_is_called_phase_1_is_mended_to_its_number():
    text = REVIEWED.replace(STORE, STORE.replace("| 1 |", "| Phase 1 |"))

    after, count = fixed(read(text))

    assert (after.text, count) == (REVIEWED, 1)


def test_a_clear_winner_over_no_comparison_at_all_is_found():
    compared = REVIEWED[REVIEWED.index("### Option Comparison") : REVIEWED.index("### Recommended Approach")]
    why = WHY.replace("because", "which comes out best, because")

    assert found((compared, "")) == []
    assert one(found((compared, ""), (WHY, why)), "clear-winner", "**Event")
