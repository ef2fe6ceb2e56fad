"""Texts in the cells of a CSV file: none is taken for a formula, and each is read back as it was."""

from __future__ import annotations

import re

# What nobody sees before the first letter: blanks, controls, marks of direction, letters without a shape.
_UNSEEN = (
    r"\s\x00-\x20\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
)
#: A spreadsheet takes a cell that begins like this for a formula, some also after blanks, or with wide or small signs.
FORMULA = re.compile(rf"[{_UNSEEN}]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b\u2212|%]|[\t\r\n]")
_NUMBER = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)*(?:[eE][-+]?[0-9]{1,3})?\s?%?")
_MARKS = re.compile(r"'*")


def safe_cell(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: `'` goes before it; a number stays as it is."""
    return f"'{text}" if _is_marked(text) else text


def plain_cell(text: str) -> str:
    """Return the text of which `safe_cell` made a cell."""
    return text[1:] if text.startswith("'") and _is_marked(text[1:]) else text


def _is_marked(text: str) -> bool:
    """Whether a text gets a mark; one that has marks before a formula already gets another, so that it is told."""
    bare = text[_MARKS.match(text).end() :]  # type: ignore[union-attr]
    return bool(FORMULA.match(bare)) and not _NUMBER.fullmatch(bare)
