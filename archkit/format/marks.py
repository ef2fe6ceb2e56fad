"""The marks that open a block, in one line of text without its indentation."""

from __future__ import annotations

import re

from archkit.format.columns import width

ATX = re.compile(r"(#{1,6})(?=[ \t]|$)")
FENCE = re.compile(r"(`{3,})([^`]*)$|(~{3,})(.*)$")
RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
SETEXT = re.compile(r"(=+|-+)[ \t]*$")
BULLETS = ("-", "+", "*")
BULLET = re.compile(r"([-+*])(?=[ \t]|$)")
ORDERED = re.compile(r"(\d{1,9})([.)])(?=[ \t]|$)")
#: An item of one bullet and words that open nothing: its indentation, its mark, and what begins its text.
PLAIN_ITEM = re.compile(r"( *)([-+*] )(?:\*{0,2}[^\W\d_]|\[[^\[\]\\]+\] \S)")
DEFINITION = re.compile(
    r"\[(?!\s*\])(?:[^\[\]\\]|\\.)+\]:[ \t]*(?:<[^<>]*>|[^\s<]\S*)(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*$"
)


def item_mark(rest: str) -> re.Match[str] | None:
    """Return the mark of the list item that a line begins, if it begins one."""
    if rest[:1] in BULLETS:
        return BULLET.match(rest)
    return ORDERED.match(rest) if rest[:1].isdigit() else None


def list_item(rest: str, column: int, interrupts: bool) -> tuple[int, int, str] | None:
    """Return a list item's indent, the columns left of its text, and its text; or None."""
    found = item_mark(rest)
    if not found:
        return None
    after = rest[found.end() :]
    if interrupts and (not after.strip() or (found.re is ORDERED and found[1] != "1")):
        return None
    mark = column + found.end()
    if not after.strip():
        return mark + 1, 0, ""
    count, _ = width(after)
    start = mark
    for character in after[:count]:
        start += 4 - start % 4 if character == "\t" else 1
    spaces = start - mark
    if spaces > 4:
        return mark + 1, spaces - 1, after[count:]
    return mark + spaces, 0, after[count:]


def heading_text(text: str) -> str:
    """Return a heading's text without closing marks."""
    text = text.strip()
    bare = text.rstrip("#")
    return bare.rstrip() if not bare or bare[-1] in " \t" else text


def list_mark(line: str) -> str:
    """Return the mark that tells one list from another: its bullet, or what follows its number."""
    stripped = line.strip()
    found = item_mark(stripped)
    return found[found.re.groups] if found else ""
