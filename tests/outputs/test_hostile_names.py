"""Hostile titles as names of files and as values of YAML: one file for each, and the same text read back."""

from __future__ import annotations

import datetime
import unicodedata
from pathlib import Path

import pytest

from archkit.model.document import Document
from archkit.outputs.made import put
from archkit.outputs.style import Style, StyleFile
from archkit.outputs.styled import render_style
from archkit.outputs.styles import styles
from archkit.pages.text_filters import choice, day, heading, slug, yaml, yaml_key

pyyaml = pytest.importorskip("yaml")

STYLES = {style.name: style for style in styles()[0]}
TITLES = (
    "../../x", "CON", "nul.txt", "x" * 300, "字" * 300, "😀", ".", "..", "a. ", "a", "A", "café", "cafe\u0301", "...",
    "COM1", "aux", "\u202egpj.exe", "a:b", "a\x00b", "straße", "STRASSE", " ", "-rf",
)  # fmt: skip
TEXTS = (
    "no", "NO", "On", "y", "~", "null", "1.10", "1e3", "0x1F", "010", "1_000", "12:30:45", "2026-01-02", "2026-02-30",
    "0000-01-01", "2026-01-02T10:00:00Z", ": x", "a: b", "a:", "- x", "-", "?", "? x", "#x", "a #x", "&a", "*a", "!x",
    "!!python/object/apply:os.system ['id']", "a\nb", "a\u2028b", "a\u2029b", "a\x85b", '"q"', "'q'", "it's", "\\n",
    "{a}", "[a]", "a, b", "%x", "@x", "`x`", "|", ">", "=", "<<", "...", "---", "\ufeffx", "\x7f", "😀", " x ", "a\tb",
    ".inf", ".NaN", "inf", "", "x" * 5_000, "a@b (c)", "a\rb", "\x00", "\ud800",
)  # fmt: skip


def test_each_phase_has_a_file_of_its_own_inside_the_folder(tmp_path: Path):
    document = Document.model_validate({"phases": [{"phase": title, "what": "x"} for title in TITLES]})
    made = render_style(STYLES["tasks"], document)

    put(made, tmp_path / "out")

    assert sorted(path.name for path in tmp_path.rglob("*.md")) == sorted(made.files)
    folded = {unicodedata.normalize("NFC", name).casefold() for name in made.files}
    assert len(folded) == len(made.files) == len(document.phases)
    assert all(path.parent == tmp_path / "out" for path in tmp_path.rglob("*.md"))


def test_names_without_a_number_are_no_devices_and_differ(tmp_path: Path):
    (tmp_path / "x.j2").write_text("{{ this.phase }}")
    file = StyleFile("x.j2", "{phase}.txt", "phases")
    style = Style("x", "X", "1", "", ">=1", (file,), tmp_path, "named")
    titles = [title for title in TITLES if title.strip() and "\x00" not in title]
    document = Document.model_validate({"phases": [{"phase": title} for title in titles]})

    names = list(render_style(style, document).files)

    stems = {name.partition(".")[0] for name in names}
    assert not stems & {"con", "aux", "nul", "com1"}
    assert {"con-", "aux-", "com1-", "nul-txt"} <= stems
    assert len({unicodedata.normalize("NFC", name).casefold() for name in names}) == len(titles)


def test_forms_of_one_letter_make_one_name():
    assert slug("cafe\u0301") == slug("café") == "café"


@pytest.mark.parametrize("text", TEXTS)
def test_every_text_is_the_same_text_to_a_reader_of_yaml(text: str):
    read = pyyaml.safe_load(f"{yaml_key(text)}: {yaml(text)}\nlist: {yaml([text, 'z'])}\n")

    assert read == {text: text, "list": [text, "z"]}


@pytest.mark.parametrize("text", TEXTS)
def test_every_text_in_a_document_is_the_same_text_in_its_front_matter(text: str):
    metadata = {"status": text, "authors": [text, "b"], "decision_makers": [text], "extra": {"own": text}}
    document = Document.model_validate({"metadata": metadata, "phases": [{"phase": text, "what": "x"}]})

    record, task = (str(next(iter(render_style(STYLES[name], document).files.values()))) for name in ("madr", "tasks"))

    front = pyyaml.safe_load(record[4:].partition("\n---\n")[0])
    assert front["own"] == document.metadata.extra["own"]
    assert front.get("status", "") == document.metadata.status
    assert tuple(front["authors"]) == document.metadata.authors
    assert tuple(front.get("decision-makers", ())) == document.metadata.decision_makers
    title = pyyaml.safe_load(task[4:].partition("\n---\n")[0])["title"]
    assert title == (document.phases[0].phase or "Phase 1")


@pytest.mark.parametrize("text", ["2026-02-30", "0000-01-01", "today", "2026-1-2", "20260102"])
def test_a_day_that_there_is_not_is_a_text(text: str):
    assert pyyaml.safe_load(f"date: {day(text)}") == {"date": text}
    assert pyyaml.safe_load(f"date: {day('2026-01-02')}") == {"date": datetime.date(2026, 1, 2)}


@pytest.mark.parametrize(
    ("text", "expected"), [("x ##", "x \\##"), ("x \\#", "x \\#"), ("x \\##", "x \\#\\#"), ("#", "\\#"), ("x", "x")]
)
def test_marks_at_the_end_of_a_heading_stay(text: str, expected: str):
    assert heading(text) == expected


def test_long_runs_of_marks_take_no_long_time():
    # Each would take hours if its time grew with the square of its length.
    marks, letters = "#" * 1_000_000 + "x", "a" * 1_000_000 + "!"

    assert heading(marks) == marks
    assert choice(marks).endswith(marks)
    assert yaml(letters) == f'"{letters}"'
