"""In a document with one fault for each rule, every rule finds exactly its own, on the right line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from archkit.checks import RULES, check
from archkit.format.read import read
from tests.checks.seeded import LINES, SEEDED, UNNAMED, UNNAMED_LINE

TODAY = date(2026, 2, 1)


def found(text: str, folder: Path) -> list[tuple[str, str]]:
    lines = text.split("\n")
    return [(item.rule, lines[item.line - 1]) for item in check(read(text), today=TODAY, folder=folder)]


def test_every_rule_finds_its_fault_once_and_on_its_line(tmp_path: Path):
    items = found(SEEDED, tmp_path)

    assert sorted(rule for rule, _ in items) == sorted(LINES)
    assert [(rule, line) for rule, line in items if not line.startswith(LINES[rule])] == []


def test_the_one_rule_that_excludes_the_others_finds_its_fault(tmp_path: Path):
    items = found(UNNAMED, tmp_path)

    assert [line.startswith(UNNAMED_LINE) for rule, line in items if rule == "no-option-named"] == [True]


def test_no_rule_is_left_out():
    assert {*LINES, "no-option-named"} == {"format", *(rule.id for rule in RULES)}
