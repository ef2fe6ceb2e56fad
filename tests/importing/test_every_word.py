"""No import fails, no word is lost, and what is written reads back as the same document."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from archkit import import_document
from archkit.assets import example_file
from archkit.format.read import read
from archkit.format.write import write
from archkit.importing.importing import import_text
from archkit.importing.styles import NAMES
from tests.importing.records import GERMAN, LANGUAGES, STYLES, in_language

_ALL = [*STYLES.values(), GERMAN, *map(in_language, LANGUAGES)]
_LINES = sorted({line for text in _ALL for line in text.split("\n")})
_ODD = [
    "---", "```", "~~~", "<!--", "-->", "<div>", "# ", "<<<<<<< a", "=======", ">>>>>>> b", "===", "    c", "> q",
    "|a|b|", "|---|---|", "|a\\|b|c|", "[F2]: x", "&#45; &#91;", "[Approach Name]", "[Details]", "a\\", "\x00x",
    "- - - a", "x\n", "## Import Record", "# [Feature] Architecture", "graph LR", "```mermaid", "**x** + **y**",
    "_x_y", "1) a", "\u2028b", "status: a: b", "## Decision", "### Option 1: X", "**Pros:**", "+ a", "- b",
    "| Risk | Impact |", "## Risks", "-",
]  # fmt: skip
# A text of records takes longer than a word: fewer of them say as much.
some = settings(max_examples=60)
documents = st.lists(st.sampled_from(_LINES + _ODD), max_size=30).map("\n".join)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def assert_nothing_is_lost(text: str, style: str = "") -> None:
    imported = import_text(text, "0001-a.md", style)

    assert not words(text) - words(imported.text)
    assert imported.report.words == imported.report.kept
    if imported.report.style != "archkit":
        # The rest is archkit's own, with its promises for every text.
        assert read(write(imported.document)).document == imported.document


@pytest.mark.parametrize("text", _ALL)
def test_every_word_of_every_style_is_in_the_result(text: str) -> None:
    assert_nothing_is_lost(text)
    assert_nothing_is_lost(text.replace("\n", "\r\n"))


@some
@given(documents, st.sampled_from(["", *NAMES]))
@example("", "")
@example("\n\n", "")
@example("\ufeff# x\r\n", "")
@example("```\nnever closed", "plain")
@example("<!-- never closed\n# x", "madr-4")
def test_no_text_made_of_records_and_odd_lines_fails_or_loses_a_word(text: str, style: str) -> None:
    assert_nothing_is_lost(text, style)


@some
@given(st.text(max_size=300))
def test_no_text_at_all_fails_or_loses_a_word(text: str) -> None:
    assert_nothing_is_lost(text)


@some
@given(
    st.sampled_from(_ALL), st.integers(0, 3000), st.integers(0, 400), st.sampled_from(["", "\n", "`", "|", "*", "#"])
)
def test_no_damaged_record_fails_or_loses_a_word(text: str, at: int, length: int, put: str) -> None:
    assert_nothing_is_lost(text[:at] + put + text[at + length :])


@pytest.mark.parametrize("text", _ALL)
def test_a_second_import_changes_nothing(text: str) -> None:
    once = import_document(text)
    again = import_document(once.text)

    assert again.text == once.text
    assert again.document == once.document


@pytest.mark.parametrize("text", _ALL)
def test_the_canonical_text_of_an_import_is_imported_as_the_same_document(text: str) -> None:
    document = import_document(text).document

    assert import_document(write(document)).document == document


def test_a_document_of_archkit_is_kept_as_it_stands() -> None:
    text = example_file().read_text(encoding="utf-8")
    imported = import_document(text)

    assert (imported.text, imported.report.style) == (text, "archkit")


@pytest.mark.parametrize(
    "text",
    [
        "- " * 3000 + "deep",
        "> " * 3000 + "deep",
        "#" * 5000,
        "[" * 20000,
        "*" * 20000 + " a",
        "| a " * 5000 + "|\n" + "|---" * 5000 + "|\n",
        "## Options\n\n" + "* Good, because " * 2000,
        "a: " * 5000,
    ],
)
def test_hostile_nesting_and_repetition_do_no_harm(text: str) -> None:
    assert_nothing_is_lost(text)


def test_a_document_of_five_megabytes_is_imported() -> None:
    text = (
        "# Big\n\n" + ("## Notes\n\n" + "Some words that fill a line, and a [link](https://example.org).\n" * 160) * 500
    )
    imported = import_document(text)

    assert imported.report.kept == imported.report.words > 700_000


def test_lines_that_lose_more_than_their_form_are_kept_as_they_stand() -> None:
    text = (
        "# X\n\n## Context\n\n&#45; &#45; &#45; &#45; &#45; &#45; &#45; &#45; &#45; &#45; &#45;\n\n## Decision\n\na\n"
    )

    assert_nothing_is_lost(text)


def test_the_report_says_of_each_block_where_it_went() -> None:
    report = import_document(STYLES["madr-4"]).report
    where = {entry.text: entry.where for entry in report.entries}

    assert where['"## Decision Drivers"'] == "Option Comparison: criteria"
    assert where['"## More Information"'] == 'custom section "More Information"'
    assert report.entries[0].where == "front matter"
    assert report.found["options"] == 3
    assert "words: 163 of 163" in report.as_text()
    assert "| 1–7 | front matter | front matter |" in report.as_markdown()
    assert '"words": 163' in report.as_json()
