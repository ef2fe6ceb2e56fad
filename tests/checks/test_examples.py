"""Each rule finds exactly one thing in its bad example, on the right line, and nothing in its good one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archkit.checks import RULES, Settings, check
from archkit.checks.examples import EXAMPLES
from archkit.errors import Diagnostic
from archkit.format.read import read
from tests.checks.reviewed import REVIEWED

TODAY = date(2026, 2, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "notes.md").write_text("# Notes\n")
    return tmp_path


def found(text: str, folder: Path, *rules: str) -> list[Diagnostic]:
    return list(check(read(text), Settings(select=rules), today=TODAY, folder=folder))


def test_a_reviewed_document_has_nothing_to_mend(folder: Path):
    assert found(REVIEWED, folder) == []


def test_every_rule_has_an_example():
    assert set(EXAMPLES) == {"format", *(rule.id for rule in RULES)}


@pytest.mark.parametrize("rule", EXAMPLES)
def test_a_bad_example_is_found_once_on_its_line_and_the_good_one_is_not(rule: str, folder: Path):
    example = EXAMPLES[rule]
    assert REVIEWED.count(example.good) == 1

    text = REVIEWED.replace(example.good, example.bad)
    items = found(text, folder, rule)

    assert [item.rule for item in items] == [rule]
    line = text.split("\n")[items[0].line - 1]
    assert line.startswith(example.at) if example.at else any(part in line for part in example.bad.split("\n"))
    assert line not in REVIEWED.split("\n") or example.at or rule in HOLDERS
    assert 1 <= items[0].column <= len(line)


#: What lacks something is reported where it would stand.
HOLDERS = {"swallowed-label", "undated-finding", "empty-section"}
