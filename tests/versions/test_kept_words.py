"""No merge loses a word that neither side took out, whatever the sides do to the structure of the text."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archkit.assets import example_file
from archkit.format.read import read
from archkit.versions.clash import Three
from archkit.versions.kept_words import missing_words
from archkit.versions.merge_text import merge_text

TEXT = example_file().read_text(encoding="utf-8")


def replaced(pattern: str, new: str) -> str:
    text = re.sub(pattern, new, TEXT, count=1, flags=re.MULTILINE)
    assert text != TEXT
    return text


def without_section(heading: str) -> str:
    level = heading.split(" ")[0]
    begin = TEXT.index(f"\n{heading}") + 1
    end = TEXT.index(f"\n{level} ", begin) + 1 if f"\n{level} " in TEXT[begin:] else len(TEXT)
    return TEXT[:begin] + TEXT[end:]


def with_word(section: str, word: str) -> str:
    """Return the text with a word behind one of the first long words below a heading."""
    at = TEXT.index(f"\n{section}")
    found = re.compile(r"(?<=[a-z]{4}) (?=[a-z]{3})").search(TEXT, at + len(section) + 20)
    assert found
    return f"{TEXT[: found.start()]} {word} {TEXT[found.end() :]}"


@pytest.mark.parametrize(
    "section",
    [
        "## Executive Summary",
        "### Recommended Approach",
        "## Data Flow",
        "## Performance Implications",
        "## Security Considerations",
        "## Estimated Effort",
        "### Option 2: Apache Kafka",
    ],
)
@pytest.mark.parametrize("is_mine", [True, False])
def test_a_section_that_one_side_deletes_and_the_other_one_edits_stands_between_markers(section, is_mine):
    sides = (without_section(section), with_word(section, "Zwiebel"))

    merged = merge_text(TEXT, *(sides if is_mine else reversed(sides)))

    assert "Zwiebel" in merged.text
    assert "<<<<<<< " in merged.text
    assert merged.clashes


def test_a_heading_that_both_sides_rename_is_a_clash():
    merged = merge_text(
        TEXT, replaced("^## Integration Points", "## Ours"), replaced("^## Integration Points", "## Theirs")
    )

    assert merged.clashes
    assert ("## Ours" in merged.text, "## Theirs" in merged.text) == (True, True)


@pytest.mark.parametrize("is_mine", [True, False])
def test_an_option_whose_heading_is_lost_on_one_side_keeps_its_words(is_mine):
    sides = (replaced("^### Option 4: Keep.*\n", ""), replaced("^- Carries such a load", "- Zwiebel such a load"))

    merged = merge_text(TEXT, *(sides if is_mine else reversed(sides)))

    for words in ("Zwiebel", "Nothing to build and nothing new to run", "A slow mail service stops the sale"):
        assert words in merged.text


def ways(number: int, rng: random.Random, text: str) -> str:
    """Change the lines of a text as no form would: heads, fences, parts and words go and come."""
    lines = text.split("\n")
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(len(lines))
        heads = [index for index, line in enumerate(lines) if line.startswith("#")]
        match rng.randrange(5):
            case 0:
                lines[at] += f" word{'abcdefgh'[number]}{'xyzuvw'[rng.randrange(6)]}"
            case 1:
                del lines[at]
            case 2 if heads:
                del lines[rng.choice(heads)]
            case 3 if heads:
                lines[rng.choice(heads)] += f" head{'abcdefgh'[number]}{'xyzuvw'[rng.randrange(6)]}"
            case _:
                lines.insert(at, rng.choice(["```", "", "<!--", "| a | b |", f"- entry{'abcdefgh'[number]}"]))
    return "\n".join(lines)


@settings(max_examples=60)
@given(st.integers(0, 10**9))
def test_words_that_only_one_side_puts_in_are_in_every_merge(seed):
    rng = random.Random(seed)
    mine, theirs = (ways(number, rng, TEXT) for number in range(2))

    merged = merge_text(TEXT, mine, theirs)

    documents = Three(*(read(text).document for text in (TEXT, mine, theirs)))
    assert missing_words(Three(TEXT, mine, theirs), merged.text, documents) == []


def test_a_word_that_both_sides_keep_is_missed_and_one_that_a_side_took_out_is_not():
    documents = Three(*(read("# Title\n").document,) * 3)

    assert missing_words(Three("one two", "one two", "one two"), "one", documents) == ["two"]
    assert missing_words(Three("one two", "one", "one two"), "one", documents) == []
    assert missing_words(Three("one", "one two", "one"), "one, two.", documents) == []
    assert missing_words(Three("one", "one two", "one six"), "one two", documents) == ["six"]
