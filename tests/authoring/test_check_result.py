"""What `doc.check()` gives: lines, a table and a frame."""

from __future__ import annotations

import re
from pathlib import Path

import archkit
from tests.checks.seeded import SEEDED


def test_a_check_is_a_frame_too(tmp_path: Path):
    (tmp_path / "a.md").write_text(SEEDED)

    checked = archkit.open(tmp_path / "a.md").check()

    assert list(checked.frame.columns) == ["line", "column", "severity", "rule", "section", "message"]
    assert list(checked.frame["rule"]) == [item.rule for item in checked]
    assert checked.frame["line"].is_monotonic_increasing
    assert set(checked.frame["severity"]) == {"error", "warning", "hint"}


def test_a_check_of_a_sound_document_is_an_empty_frame_with_its_columns(tmp_path: Path):
    checked = archkit.open(archkit.example(tmp_path)).check()

    assert (len(checked), checked._repr_html_()) == (0, "<p>nothing to mend</p>")
    assert list(checked.frame.columns)[:2] == ["line", "column"]
    assert checked.frame["line"].dtype == int


def test_a_check_shows_itself_as_a_table_in_which_text_is_text(tmp_path: Path):
    (tmp_path / "a.md").write_text(SEEDED.replace("| A key leaks | liekly |", "| A key leaks | <b>x</b> |"))

    html = archkit.open(tmp_path / "a.md").check()._repr_html_()

    assert html.count("<tr>") == 1 + len(archkit.open(tmp_path / "a.md").check())
    assert "&lt;b&gt;x&lt;/b&gt;" in html
    assert "<b>" not in html


def test_settings_beside_the_document_hold(tmp_path: Path):
    (tmp_path / "a.md").write_text(SEEDED)
    (tmp_path / "pyproject.toml").write_text('[tool.archkit]\nselect = ["no-owner"]\nstrict = true\n')

    [item] = archkit.open(tmp_path / "a.md").check()

    assert (item.rule, item.severity) == ("no-owner", "error")
    assert item.path == ("risks", 5, "owner")


def test_what_is_missing_shows_itself_as_lines_a_table_and_a_frame(tmp_path: Path):
    (tmp_path / "a.md").write_text(SEEDED.replace("| A key leaks | liekly |", "| A key leaks | <b>x</b> |"))
    doc = archkit.open(tmp_path / "a.md")

    todo = doc.missing(limit=5)

    assert [line.split(".")[0] for line in repr(todo).split("\n")] == ["1", "2", "3", "4", "5"]
    assert todo._repr_html_().count("<tr>") == 6
    assert re.findall(r'<th scope="col">(.*?)</th>', todo._repr_html_()) == ["Step", "What to do", "Line"]
    assert "<b>" not in todo._repr_html_()
    assert list(todo.frame["words"]) == [item.words for item in todo]
    assert list(todo.frame["path"]) == [item.path for item in todo]
    assert len(doc.missing(limit=None)) > 40


def test_nothing_missing_says_so(tmp_path: Path):
    todo = archkit.open(archkit.example(tmp_path)).missing()

    assert (len(todo), repr(todo), todo._repr_html_()) == (0, "nothing is missing", "<p>nothing is missing</p>")
    assert list(todo.frame.columns)[:3] == ["step", "section", "words"]


def test_completeness_shows_itself_with_its_rule(tmp_path: Path):
    complete = archkit.new(tmp_path / "a.md", title="Ledger").completeness()

    assert repr(complete).split("\n")[:3] == [
        "Front Matter: empty (optional)",
        "Title: complete (1 of 1)",
        "Executive Summary: empty (0 of 1)",
    ]
    assert complete.rule in complete._repr_html_()
    assert re.findall(r'<th scope="col">(.*?)</th>', complete._repr_html_()) == ["Section", "Filled", "Of", "State"]
    assert list(complete.frame["filled"]) == [item.filled for item in complete]
    assert complete.frame["share"].between(0, 1).all()
