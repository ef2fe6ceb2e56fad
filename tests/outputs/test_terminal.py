"""Nothing that archkit prints is obeyed by a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archkit.assets import example_file
from archkit.cli import main
from archkit.outputs.terminal import shown

MARKS = ("\x1b[31m", "\x1b]0;t\x07", "\x9b2J", "\u202e", "\u2066", "\r", "\x08")


@pytest.mark.parametrize("mark", MARKS, ids=ascii)
def test_the_name_of_a_file_does_not_reach_the_terminal(tmp_path: Path, capsys, mark: str):
    source = tmp_path / f"a{mark}b.md"
    source.write_text(example_file().read_text(encoding="utf-8"), encoding="utf-8")

    assert main(["export", str(source), "--to", "nygard"]) == 0
    assert main(["check", str(tmp_path / f"none{mark}.md")]) == 2
    assert main(["import", str(source), "-o", str(tmp_path / "x.md")]) == 0

    said = "".join(capsys.readouterr())
    assert mark[0] not in said
    assert f"\\u{ord(mark[0]):04x}" in said


@pytest.mark.parametrize("mark", MARKS, ids=ascii)
def test_what_is_shown_in_json_reads_back(mark: str):
    assert json.loads(shown(json.dumps({"a": mark}, ensure_ascii=False))) == {"a": mark}
