"""The words in a mermaid label: entity codes, line breaks, Markdown and formatting tags → plain text."""

from __future__ import annotations

import html
import re

#: A label that is longer is cut in the drawing.
LONGEST = 600

_CODE = re.compile(r"#(\d{1,7}|[A-Za-z]\w{0,30});")
_BREAK = re.compile(r"<br\s*/?>|\\n", re.IGNORECASE)
_FORMAT = re.compile(
    r"</?(?:b|i|u|s|em|strong|small|big|sub|sup|code|tt|span|div|p|font|center)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE
)
_ICON = re.compile(r"\bfa[bklrs]?:fa-[\w-]+\s*")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,400}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_]{1,400})(?<=\S)\1(?![\w*])")
_SPACES = re.compile(r"[^\S\n]+")
# What XML does not allow, and marks that would change the direction of what follows.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def label_text(source: str) -> str:
    """Return the words of a label as a reader sees them; lines are kept."""
    text = source.strip()
    if len(text) >= 2 and text[0] == text[-1] == '"':
        text = text[1:-1].strip()
    if len(text) >= 2 and text[0] == text[-1] == "`":
        text = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text[1:-1]))
    text = _FORMAT.sub("", _BREAK.sub("\n", text))
    text = _ICON.sub("", text) or text
    text = html.unescape(_CODE.sub(_entity, text))
    lines = (_SPACES.sub(" ", line).strip() for line in plain_text(text).split("\n"))
    return "\n".join(line for line in lines if line)


def plain_text(text: str) -> str:
    """Return a text without what a drawing cannot hold."""
    return _SURROGATE.sub("\ufffd", _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\u2028", "\n")))


def _entity(found: re.Match[str]) -> str:
    return f"&#{found[1]};" if found[1].isdecimal() else f"&{found[1]};"
