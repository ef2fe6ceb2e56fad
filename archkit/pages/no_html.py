"""Markdown in which raw HTML is text: what CommonMark would take for a tag gets a backslash, code stays as it is."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from archkit.format.escape import escaped_start

_MAY_BE_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_HARMLESS = re.compile(r"<(?:br[ \t]*/?|https?://[^\s<>]*)>", re.IGNORECASE)
#: Escaping one tag can lay another one bare; after so many rounds every `<` becomes an entity.
_ROUNDS = 8


def without_html(text: str, *, inline: bool = False) -> str:
    """Return Markdown without raw HTML but `<br>`.

    Args:
        text: Block Markdown, or that of one field.
        inline: Whether it stands within a line, so that no block begins in it.
    """
    if not _MAY_BE_TAG.search(_HARMLESS.sub("", text)):
        return text
    for _ in range(_ROUNDS):
        lines = text.split("\n")
        tokens = _parser().parseInline(text) if inline else _parser().parse(text)
        # From the end, so that the lines of what is still to come stay where they are.
        found = [token for token in tokens if _has_html(token)]
        if not found:
            return text
        for token in reversed(found):
            first, last = token.map if token.map and not inline else (0, len(lines))
            part = "\n".join(lines[first:last])
            lines[first:last] = _escaped(token, part).split("\n")
        text = "\n".join(lines)
    return _MAY_BE_TAG.sub("&lt;", text)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def _has_html(token: Token) -> bool:
    if token.type == "html_block":
        return True
    return any(_is_tag(child) for child in token.children or ())


def _is_tag(child: Token) -> bool:
    return child.type == "html_inline" and not _BREAK.fullmatch(child.content)


def _escaped(token: Token, part: str) -> str:
    """Return the source of a block in which its tags are text."""
    if token.type == "html_block":
        lines = _MAY_BE_TAG.sub(r"\\<", part).split("\n")
        # What the tag had hidden is text now, and must not become a heading.
        return "\n".join(escaped_start(line) for line in lines)
    pieces, begin = [], 0
    for child in token.children or ():
        if child.type not in ("html_inline", "code_inline"):
            continue
        at = part.find(child.content, begin)
        if at < 0:
            continue
        pieces.append(part[begin:at])
        pieces.append(_text_of(child.content) if _is_tag(child) else child.content)
        begin = at + len(child.content)
    escaped = "".join([*pieces, part[begin:]])
    return escaped if escaped != part else _MAY_BE_TAG.sub("&lt;", part)


def _text_of(tag: str) -> str:
    return f"\\{tag[0]}{_MAY_BE_TAG.sub('&lt;', tag[1:])}"
