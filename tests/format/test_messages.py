"""Bad input: each message is one line that says where, what is wrong, and what would be right; the rest stays typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archkit.errors import LossError, UnreadSectionError
from archkit.format.read import read
from archkit.format.write import write
from archkit.model.edit import insert_row, set_value

RISKS = "## Risks and Mitigations\n\n| Risk | Impact | Mitigation |\n|---|---|---|\n"
COMPARISON = "## Technical Approach\n\n### Option 1: A\n\nText.\n\n### Option Comparison\n\n"
BROKEN = {
    "conflict markers": (
        "## Security Considerations\n\n<<<<<<< ours\n- a\n=======\n- b\n>>>>>>> theirs\n",
        (3, "a merge left conflict markers here; keep one side and delete the lines with <<<<<<<, ======= and >>>>>>>"),
    ),
    "conflict markers in prose": (
        "## Executive Summary\n\nx\n\n<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n",
        (5, "keep one side"),
    ),
    "conflict markers in a section of the author's own": (
        "## Glossary\n\n<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n",
        (3, "keep one side"),
    ),
    "two sections of one name": (
        "## Dependencies\n\n- a: b\n\n## Dependencies\n\n- c: d\n",
        (5, 'the section "Dependencies" stands here a second time; join it with the one on line 1'),
    ),
    "a row with too few cells": (
        f"{RISKS}| a | b |\n",
        (5, "the row has 2 cells and the header 3; write one cell for each column, and \\| for a bar inside a cell"),
    ),
    "a row with too many cells": (f"{RISKS}| a | b | c | d |\n", (5, "the row has 4 cells and the header 3")),
    "a table without the column that names its rows": (
        "## Risks and Mitigations\n\n| Impact |\n|---|\n| high |\n",
        (3, 'the table has no column "Risk"; it names the rows'),
    ),
    "two columns of one title but for a break": (
        "## Risks and Mitigations\n\n| Risk | Since<br> | Since |\n|---|---|---|\n| a | b | c |\n",
        (3, 'two columns are called "since"; give each its own title'),
    ),
    "a column whose title is a break": (
        "## Risks and Mitigations\n\n| Risk | <br> |\n|---|---|\n| a | b |\n",
        (3, "column 2 has no title; give it one"),
    ),
    "two columns of one title": (
        "## Risks and Mitigations\n\n| Risk | risk |\n|---|---|\n| a | b |\n",
        (3, 'two columns are called "risk"; give each its own title'),
    ),
    "text beside a table": (f"{RISKS}| a | b | c |\n\nMore.\n", (7, '"More." stands where one table is expected')),
    "a paragraph where a list is expected": (
        "## Dependencies\n\nNone.\n",
        (3, '"None." stands where a list is expected'),
    ),
    "a list nested three levels deep": (
        "## Dependencies\n\n- a: b\n  - c: d\n    - e: f\n",
        (5, "nested three levels deep; two are understood"),
    ),
    "a second paragraph in an item": (
        "## Dependencies\n\n- a: b\n\n  c\n",
        (5, "a list item has a second paragraph; one is understood"),
    ),
    "a block in an item": (
        "## Dependencies\n\n- a\n  > b\n",
        (4, '"> b" opens a block inside a list item; put a backslash before its first mark'),
    ),
    "a fence that is never closed": (
        "## Executive Summary\n\n```\ncode\n\n## Dependencies\n\n- a: b\n",
        (3, "the code fence is never closed, so all that follows belongs to it; close it"),
    ),
    "a comment that is never closed": (
        "## Executive Summary\n\n<!-- a\n\n## Dependencies\n",
        (3, "the HTML block or comment is never closed"),
    ),
    "a misspelt heading": ("## Riskz and Mitigation\n\nText.\n", (1, 'did you mean "## Risks and Mitigations"?')),
    "a heading in another place": (
        "## Recommended Approach\n\nText.\n",
        (1, 'did you mean "### Recommended Approach" below "## Technical Approach"?'),
    ),
    "a heading one level too low": (
        "## Technical Approach\n\n### Data Flow\n\nText.\n",
        (3, 'did you mean "## Data Flow"?'),
    ),
    "front matter with a nested entry": (
        "---\nstatus: draft\nowner:\n  name: x\n---\n",
        (4, "is not understood in the front matter; write key: text or key: [one, two]"),
    ),
    "front matter with an anchor": (
        "---\nstatus: &a draft\n---\n",
        (2, "more YAML than the front matter understands; put it in quotes"),
    ),
    "front matter with a text in several lines": ("---\nnote: |\n  x\n---\n", (2, "put it in quotes")),
    "front matter with one key twice": (
        "---\ndate: a\ndate: b\n---\n",
        (3, 'the front matter has "date" twice; keep one'),
    ),
    "front matter with an unfinished merge": (
        "---\nstatus: draft\n<<<<<<< ours\ndate: a\n=======\ndate: b\n>>>>>>> theirs\n---\n",
        (3, "a merge left conflict markers here; keep one side"),
    ),
    "front matter with an open quote": (
        '---\nstatus: "draft\n---\n',
        (2, '"\\"draft" has no closing quote'.replace("\\", "")),
    ),
    "a comparison without its first columns": (
        f"{COMPARISON}| A | B |\n|---|---|\n| x | 1 |\n",
        (9, "the comparison begins with the columns Criterion and Weight, then one for each option"),
    ),
    "two columns for one option": (
        f"{COMPARISON}| Criterion | Weight | A | Option 1 |\n|---|---|---|---|\n| x | 1 | 2 | 3 |\n",
        (9, 'two columns name the option "A"; a column names one option once'),
    ),
    "words in the computed row": (
        f"{COMPARISON}| Criterion | Weight | A |\n|---|---|---|\n| x | 1 | 2 |\n| **Weighted score** | | **ours** |\n",
        (12, '"ours" stands in the row that is computed, which holds numbers and out; write it below Recommended'),
    ),
    "two lists of pros": (
        "## Technical Approach\n\n### Option 1: A\n\n**Pros:**\n- a\n\n**Pros:**\n- b\n",
        (8, 'there is a second list "Pros" in this option; join the two'),
    ),
    "a list inside a point": (
        "## Technical Approach\n\n### Option 1: A\n\n**Pros:**\n- a\n  - b\n",
        (7, '"a" has a nested list; a point is one claim with its evidence'),
    ),
    "a total with a nested list": (
        "## Estimated Effort\n\n- Total: 3\n  - x\n",
        (4, "a nested list stands where a total is expected"),
    ),
    "estimates in two units": (
        "## Estimated Effort\n\n| Work item | Low (days) | Likely (weeks) | High (days) |\n"
        "|---|---|---|---|\n| a | 1 | 2 | 3 |\n",
        (3, "the estimates need one unit; use one of hours, days, weeks in all three columns"),
    ),
}


@pytest.mark.parametrize("text, expected", BROKEN.values(), ids=BROKEN.keys())
def test_a_message_says_where_what_and_what_would_be_right(text, expected):
    line, words = expected

    found = [diagnostic for diagnostic in read(text).diagnostics if words in diagnostic.message]

    assert [diagnostic.line for diagnostic in found] == [line], [str(one) for one in read(text).diagnostics]
    assert "\n" not in str(found[0])
    assert len(found[0].message) < 250


@pytest.mark.parametrize("text, expected", BROKEN.values(), ids=BROKEN.keys())
def test_a_bad_section_does_not_block_the_others(text, expected):
    head = "" if text.startswith("---") else "# Ledger\n\n## Implementation Phases\n\n1. **First**: x\n\n"
    manuscript = read(head + text)

    assert write(manuscript.document, manuscript) == head + text
    assert not head or manuscript.document.phases[0].phase == "First"
    if head:
        changed = write(set_value(manuscript.document, ("phases", 0, "what"), "y"), manuscript)
        assert changed == (head + text).replace("**First**: x", "**First**: y")


def test_a_section_that_is_kept_as_text_refuses_rows():
    document = read("## Dependencies\n\nNone.\n").document

    with pytest.raises(UnreadSectionError, match=r'"Dependencies" is kept as text because "None."'):
        insert_row(document, ("dependencies",), 0, {"dependency": "Kafka"})


@pytest.mark.parametrize("word", ["unseen", "zq", "ß"])
def test_a_section_whose_words_would_be_lost_is_not_written(word):
    text = "## Dependencies\n\n- Kafka: Carries events\n"
    manuscript = read(text)
    chunk = manuscript.chunks[-1]
    tampered = replace(manuscript, chunks=(*manuscript.chunks[:-1], replace(chunk, source=f"{chunk.source}\n{word}\n")))

    with pytest.raises(LossError, match=f"words {word.casefold()}"):
        write(set_value(manuscript.document, ("dependencies", 0, "why"), "x"), tampered)


def test_a_missing_last_newline_and_no_text_at_all_are_no_mistakes():
    assert read("").diagnostics == ()
    assert read("# Ledger").diagnostics == ()
