"""Escaping: what a field's text becomes in its place, so that it is read as the same text and breaks nothing around it.

The model undoes exactly this (`archkit.model.text`), whether the text comes from a file or from a form.
"""

from __future__ import annotations

import re

from archkit.format.inline import colons, dashes, split_label, split_point, unbalanced
from archkit.model.text import BLOCK_START, ENTITIES

_ENTITY_OF = {character: entity for entity, character in ENTITIES.items()}
_NUMBER_START = re.compile(r"\d{1,9}(?=[.)])")
_BOLD_START = re.compile(r"\*\*(?=.+?\*\*)", re.DOTALL)
_ID_START = re.compile(r"\[[A-Za-z][A-Za-z0-9_-]*\](?=\s|$)")
_LAST_MARK = re.compile(r"[:\\]$")
_DOUBLE_STAR = re.compile(r"\*(?=\*)|(?<=\*)\*|^\*|\*$")


def cell(text: str) -> str:
    r"""Write a text into a table cell: `|` as `\|`, a line break as `<br>`."""
    if "|" in text:
        text = re.sub(r"\\(\|)|\|", lambda found: "\\&#124;" if found[1] else "\\|", text)
    return text.replace("\n", "<br>")


def item(text: str, indent: str = "  ") -> str:
    """Write a text into a list item: later lines are indented, and no line opens a block."""
    first, *rest = text.split("\n")
    return "\n".join([first, *(indent + escaped_start(line) for line in rest)])


def escaped_start(line: str) -> str:
    """Escape the first mark of a text whose first line would open a block."""
    if not BLOCK_START.match(line.partition("\n")[0]):
        return line
    if line[0] == "[":
        return _ENTITY_OF["["] + line[1:]
    number = _NUMBER_START.match(line)
    return f"{number[0]}\\{line[number.end() :]}" if number else f"\\{line}"


def label(text: str) -> str:
    """Write a label between `**`: a star that would end it, and a last colon or backslash, become entities."""
    text = _DOUBLE_STAR.sub(_ENTITY_OF["*"], text) if "*" in text else text
    return _LAST_MARK.sub(lambda found: _ENTITY_OF[found[0]], text)


def unlabelled(text: str) -> str:
    """Write a text that has no label, so that its own bold start is not read as one."""
    if _BOLD_START.match(text):
        return _ENTITY_OF["*"] + text[1:]
    return escaped_start(text)


def without_id(text: str) -> str:
    """Write a finding's text that begins like an id although it has none."""
    return f"\\{text}" if _ID_START.match(text) else text


def claim(text: str, evidence: str) -> str:
    """Write `claim - evidence`; dashes and open brackets of the claim that would move the split are escaped."""
    written = escaped_start(_guard(text, dashes(text) if evidence or dashes(text) else []))
    joined = f"{written} - {evidence}" if evidence else written
    if split_point(joined) == (written, evidence):
        return joined
    written = escaped_start(_guard(text, sorted({*dashes(text), *unbalanced(text), *_ticks(text)})))
    return f"{written} - {evidence}" if evidence else written


def labelled(name: str, text: str) -> str:
    """Write `name: text`; a colon or an open bracket of the name that would move the split is escaped."""
    written = _guarded_label(name)
    return unlabelled(f"{written}: {text}" if text else written)


def detail(key: str, value: str) -> str:
    """Write a `Key: value` line, or a value without a key."""
    if key:
        written = _guarded_label(key)
        return escaped_start(f"{written}: {value}" if value else f"{written}:")
    split = split_label(value)
    return escaped_start(_guard(value, colons(value)) if split else value)


def _guarded_label(text: str) -> str:
    last = [len(text) - 1] if text.endswith("\\") else []
    return _guard(text, sorted({*colons(text), *unbalanced(text), *_ticks(text), *last}))


def _ticks(text: str) -> list[int]:
    """Return the backticks of a text that would open a fence: escaping the first alone would pair the others anew."""
    return [at for at, character in enumerate(text) if character == "`"] if text.startswith("```") else []


def _guard(text: str, places: list[int]) -> str:
    """Escape the characters at some places, given in their order."""
    pieces, begin = [], 0
    for at in places:
        character = text[at]
        plain_dash = character == "-" and "`" not in text and at > 0
        pieces += [text[begin:at], "\\-" if plain_dash else _ENTITY_OF.get(character, character)]
        begin = at + 1
    return "".join([*pieces, text[begin:]])
