"""Text from outside is data: it moves no cursor, turns no direction, hides no words, and cites no finding."""

from __future__ import annotations

import re
from typing import Any

from archkit.model.findings import CITATION
from archkit.model.text import BLOCK_START

# Commands to a terminal go as a whole: colours, titles, links, cursor movements.
_TERMINAL = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"
    "|(?:\x1b[\\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\\\|\x9c)"
    "|\x1b[ -/]*[0-~]"
)
# What turns the direction, takes no room, or smuggles words past the eye. Joiners stay: scripts and emoji need them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)

_CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


def visible(text: str) -> str:
    """Return a text without commands to a terminal, with every other character that is not seen by its number."""
    plain = _TERMINAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", plain)


def one_line(text: str, limit: int = 200) -> str:
    """Return a text on one line, cut at `limit` characters."""
    line = " ".join(visible(text[: limit * 20]).split())
    return f"{line[: limit - 1].rstrip()}…" if len(line) > limit else line


def text_of(value: Any, limit: int = 200_000) -> str:
    """Return what a JSON value says where a text is expected: "" for what is none."""
    return visible(value[:limit]).strip("\n") if isinstance(value, str) else ""


def uncited(text: str) -> str:
    """Return inline Markdown that cites no finding, opens no comment and loads no picture; code stays as it is."""
    pieces, begin = [], 0
    for code in _CODE_SPAN.finditer(text):
        pieces += [_plain(text[begin : code.start()]), code[0]]
        begin = code.end()
    return "".join([*pieces, _plain(text[begin:])])


def _plain(text: str) -> str:
    text = text.replace("![", "!\\[").replace("<!--", "`<!--`")
    return CITATION.sub(lambda found: f"`{found[0]}`", text)


def inline(text: str) -> str:
    """Return one line of prose for a list item: no block begins with it, no finding is cited."""
    line = uncited(text.strip()[:20_000])
    return f"\\{line}" if BLOCK_START.match(line) and not line[0].isalnum() else line


def code_span(line: str) -> str:
    """Return one line as a code span, with more backticks around it than it has inside."""
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"
