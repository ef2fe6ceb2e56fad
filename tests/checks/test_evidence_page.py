"""The page on evidence says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from archkit.analysis.evidence.strength import AGE_LIMITS, BEGINS
from archkit.checks.completeness import WORDS
from archkit.checks.missing import STEPS
from archkit.model.findings import STRENGTHS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "evidence.md").read_text(encoding="utf-8")


def rows_below(head: str) -> list[list[str]]:
    table = PAGE[PAGE.index(head) :].split("\n\n")[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.split("\n")[2:]]


def test_the_kinds_of_source_begin_and_grow_old_as_the_page_says():
    rows = rows_below("| Source kind | Begins as")

    said = {kind: (begin, int(re.sub(r"\D", "", days))) for kind, begin, days in rows if kind != "not said"}
    assert said == {kind: (STRENGTHS[3 - BEGINS[kind]], AGE_LIMITS[kind]) for kind in BEGINS}


def test_the_order_of_value_is_that_of_the_page():
    assert rows_below("| Step | Why") == [[step.name, step.reason] for step in STEPS]


def test_the_words_of_completeness_are_those_of_the_page():
    assert [row[0] for row in rows_below("| Word | When")] == list(WORDS)
