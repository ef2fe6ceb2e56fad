"""What a person is told of a merge that has to be finished: the section in words, its line, and what stands there."""

import re

import pytest

from archkit.git import clash_words
from archkit.versions.merge_text import merge_text
from tests.format.documents import EXAMPLE

RISK = "| The queue slows down the order database at peak | 20% | major | 6 |"


def said(mine, theirs, base=EXAMPLE):
    merged = merge_text(base, mine, theirs)
    return list(clash_words(merged)), merged.text


@pytest.mark.parametrize(
    ("mine", "theirs", "words"),
    [
        (("# Order Events", "# Mine Order Events"), ("# Order Events", "# Their Order Events"), "changed Title"),
        (
            ("No change; shipping", "Mine; shipping"),
            ("No change; shipping", "Theirs; shipping"),
            "[-Mine;-] {+Theirs;+}",
        ),
        (("Apache Kafka", "Kafka 4"), ("Apache Kafka", "Redpanda"), "option 2 renamed from Kafka 4 to Redpanda"),
        (("status: proposed", "status: draft"), ("status: proposed", "status: done"), "status draft → done"),
    ],
)
def test_what_stands_between_markers_is_told_once_with_its_line(mine, theirs, words):
    (line,), text = said(EXAMPLE.replace(*mine), EXAMPLE.replace(*theirs))

    number = text[: text.index("<<<<<<<")].count("\n") + 1
    assert line.startswith(f"{number}: both sides changed ")
    assert words in line
    assert "both stand between conflict markers" in line


def test_a_section_of_ones_own_is_told_with_its_line_too():
    sides = (f"{EXAMPLE}\n## Appendix\n\n{words}.\n" for words in ("One", "Two", "Three"))
    base, mine, theirs = sides

    (line,), text = said(mine, theirs, base)

    number = text[: text.index("<<<<<<<")].count("\n") + 1
    assert line.startswith(f"{number}: both sides changed a section of your own differently")


def test_rows_that_both_put_elsewhere_stand_between_markers_and_nothing_else_is_said():
    rows = EXAMPLE.splitlines(keepends=True)
    at = next(n for n, line in enumerate(rows) if line.startswith(RISK))
    row = rows.pop(at)
    mine, theirs = ("".join([*rows[:to], row, *rows[to:]]) for to in (at + 2, at - 2))

    (line,), text = said(mine, theirs)

    assert "<<<<<<<" in text
    assert "moved from place 6 to 2" in line
    assert "mine was kept" not in line


def test_sections_that_both_put_elsewhere_have_no_markers_and_mine_is_kept():
    parts = re.split("(?m)^(?=## )", EXAMPLE)
    part = parts.pop(5)
    mine, theirs = ("".join([*parts[:to], part, *parts[to:]]) for to in (7, 3))

    lines, text = said(mine, theirs)

    assert "<<<<<<<" not in text
    assert lines == [" the sections: both sides changed the order; mine was kept"]


def test_no_message_shows_a_path_of_the_model():
    mine = EXAMPLE.replace(RISK, RISK.replace("20%", "30%")).replace("## Data Flow\n", "## Flow of mine\n")
    theirs = EXAMPLE.replace(RISK, RISK.replace("20%", "40%")).replace("## Data Flow\n", "## Flow of theirs\n")

    lines, _ = said(mine, theirs)

    assert lines
    assert not any(re.search(r"[a-z]\.\d", line) for line in lines), lines
