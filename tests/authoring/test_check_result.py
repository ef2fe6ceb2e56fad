"""What `doc.check()` gives: lines, a table and a frame."""

from __future__ import annotations

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
