"""docs/import.md says what the tables of the importer say."""

from __future__ import annotations

import re
from pathlib import Path

from archkit.importing.headings import HEADINGS
from archkit.importing.meanings import meaning_of
from archkit.importing.row_columns import ROWS
from archkit.importing.styles import STYLES

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "import.md").read_text(encoding="utf-8")


def test_the_page_has_every_style() -> None:
    rows = dict(re.findall(r"^\| `(\w[\w-]*)` \| ([^|]+) \|$", PAGE, re.MULTILINE))

    assert rows == {style.name: style.what for style in STYLES}


def test_the_page_has_every_meaning_with_examples_that_have_it() -> None:
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \| [^|]+ \|$", PAGE, re.MULTILINE)

    assert [meaning for meaning, _ in rows] == list(HEADINGS)
    for meaning, examples in rows:
        assert {meaning_of(example) for example in examples.split(", ")} == {meaning}


def test_the_page_names_every_section_that_a_list_can_fill() -> None:
    assert all(f"`{section}`" in PAGE or f"--as {section}" in PAGE for section in ROWS)
