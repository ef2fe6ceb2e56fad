"""What a text looks like once it is in the model: one spelling for each meaning, to be written and read back.

Each function is idempotent. The format layer writes escapes; what they stand for is what the model holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable

# Line separators of other systems, and control characters that no Markdown file should carry.
_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff]")

# A line that would open a block if it stood first in a list item or on a continuation line of one.
BLOCK_START = re.compile(
    r"#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|```|~~~|(?:[-_*][ \t]*){3,}$|=+\s*$|-+\s*$|"
    r"<[!?]|</?[A-Za-z][A-Za-z0-9-]*(?=[\s/>]|$)|<{7}|\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*(?::?-+:?[ \t]*|::?[ \t]*)?)*$|"
    r"\[(?:[^\[\]\\]|\\.)+\]:[ \t]*(?:(?:<[^<>]*>|[^\s<]\S*)(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*)?$"
)
_ESCAPED_START = re.compile(r"(\d{0,9})\\(?=\S)")
#: Characters that archkit writes as an entity where the plain one would be read as structure.
ENTITIES = {
    "&#91;": "[",
    "&#40;": "(",
    "&#60;": "<",
    "&#96;": "`",
    "&#8211;": "–",
    "&#8212;": "—",
    "&#42;": "*",
    "&#45;": "-",
    "&#58;": ":",
    "&#92;": "\\",
    "&#35;": "#",
}
_ENTITY = re.compile("|".join(map(re.escape, ENTITIES)))
_ESCAPED_DASH = re.compile(r"(?<=\s)\\-(?=\s|$)")
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)


def clean(text: str) -> str:
    """Return text with the line feed as its only line break and without control characters or lone surrogates."""
    return _CONTROLS.sub("\ufffd", _NEWLINES.sub("\n", text))


def prose(text: str) -> str:
    """Return block Markdown without blank lines around it."""
    lines = clean(text).split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    return "\n".join(lines).rstrip()


def line(text: str) -> str:
    """Return inline Markdown as a list item holds it: no blank lines, no escapes that archkit itself would add."""
    return text if is_plain(text) else _settled(_line, text)


def cell(text: str) -> str:
    """Return inline Markdown as a table cell holds it: `<br>` as a line break, `|` unescaped."""
    return text if is_plain(text) else _settled(_cell, text)


def label(text: str) -> str:
    """Return a label or name, which may stand in a list item, a heading or a cell: inline Markdown on one line."""
    return text if is_plain(text) else _settled(_label, text)


def folded(text: str) -> str:
    """Return a name as it is compared: case and the number of blanks make no other one."""
    return " ".join(text.casefold().split())


def is_plain(text: str) -> bool:
    """Whether a text is sure to be spelled as it is.

    So are words with one blank between them, without escapes, entities and breaks. Asked of every field of
    every row: a regular expression takes four times as long.
    """
    return (
        text.isprintable()
        and "\\" not in text
        and ("<" not in text or not _BREAK.search(text))
        and "&" not in text
        and "  " not in text
        and text == text.strip()
    )


def _settled(step: Callable[[str], str], text: str) -> str:
    """Apply a step until nothing changes: undoing one escape can lay another one bare."""
    while (after := step(text)) != text:
        text = after
    return text


def _line(text: str) -> str:
    text = _ENTITY.sub(lambda found: ENTITIES[found[0]], clean(text))
    if "\\-" in text and "`" not in text:
        text = _ESCAPED_DASH.sub("-", text)
    parts = (_undo_start(part.strip()) for part in text.split("\n"))
    return "\n".join(part for part in parts if part)


def _cell(text: str) -> str:
    text = _BREAK.sub("\n", clean(text)).replace("&#124;", "|").replace("\\|", "|")
    parts = (part.strip() for part in text.split("\n"))
    return "\n".join(part for part in parts if part)


def _label(text: str) -> str:
    return " ".join(_cell(_line(text)).split("\n"))


def _undo_start(part: str) -> str:
    while True:
        found = _ESCAPED_START.match(part)
        if not found:
            return part
        bare = found[1] + part[found.end() :]
        if not BLOCK_START.match(bare):
            return part
        part = bare
