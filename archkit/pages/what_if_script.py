"""The script behind what-if: files that stand in `templates/html`, joined and without what only people need."""

from __future__ import annotations

import re
from functools import cache

from archkit import assets

#: In this order; only the first one knows no page.
FILES = ("what_if_numbers.js", "what_if_page.js", "what_if_comparison.js", "what_if_effort.js", "what_if.js")

# Strings, templates and patterns stay as they are; a pattern stands behind a bracket, an equals sign or a comma.
_KEPT = re.compile(
    r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`"""
    r"""|(?<=[(=,])(?P<pattern> ?/(?![*/ ])(?:[^/\\\n]|\\.)+/)"""
)
_COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_AROUND = re.compile(r" *([=<>&|?:+*%,;{}()\[\]!-]) *")
_BREAK = re.compile(r"\s*\n\s*")
# A plus sign of its own before or behind another is another sign.
_APART = re.compile(r"([+-]) +(?=[+-])")


@cache
def what_if_script() -> str:
    """Return the script as it stands in a page, in a scope of its own."""
    folder = assets.folder("templates") / "html"
    return '"use strict";{' + "".join(squeezed((folder / name).read_text(encoding="utf-8")) for name in FILES) + "}"


@cache
def what_if_style() -> str:
    """Return what the style sheet of a page has besides where the script runs."""
    return (assets.folder("templates") / "html" / "what_if.css").read_text(encoding="utf-8")


def squeezed(source: str) -> str:
    """Return a script without comments, indentation and needless spaces; every statement must end in a semicolon.

    A comment takes a line of its own.
    """
    source, found, last = _COMMENT.sub("", source), [], 0
    for piece in _KEPT.finditer(source):
        found += [_code(source[last : piece.start()]), piece[0].strip() if piece["pattern"] else piece[0]]
        last = piece.end()
    return "".join([*found, _code(source[last:])]).strip()


def _code(text: str) -> str:
    joined = _AROUND.sub(r"\1", _APART.sub("\\1\x00", _BREAK.sub(" ", text)).replace(" / ", "/"))
    return re.sub(r",(?=[)\]}])", "", joined).replace("\x00", " ")
