"""Words that stand for what is still to be written: TODO, TBD, three dots, lorem ipsum, a blank of the author's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archkit.checks.review import Review
from archkit.checks.suppressions import KEY

#: What every such word has in it, in lower case. Most documents have none of them, so that no line is looked at.
_ASKS = ("insert", "describe", "enter", "your ", "fill", "explain", "specify", "placeholder", "to be", "todo", "tbd")
_WORDS = ("tba", "tbc", "tbd", "todo", "fixme", "xxx", "???", "lorem", "coming soon", "fill this", "write this")
_MARKS = (*_WORDS, *(f"{opening}{ask}" for ask in _ASKS for opening in "[<"), "...\n", "…\n")
_ASKED = "|".join(ask.replace(" ", r"\s+") for ask in _ASKS)
_LEFT = re.compile(
    r"\b(?:TB[ACD]|TODO|FIXME|XXX+)\b|(?<!\w)tb[acd](?!\w)|\btodo:|\?\?\?"
    r"|(?i:\blorem\s+ipsum\b|\bcoming\s+soon\b|\b(?:fill|write)\s+this\s+(?:in|up|later)\b)"
    rf"|(?i:\[(?:{_ASKED})\b[^\]\n]{{0,80}}\](?![(\[:])|<(?:{_ASKED})\b[^<>\n=]{{0,80}}>)"
    r"|^\s*(?:[-*+]\s+(?:[^|:\n]{1,60}:\s*)?)?(?:\.\.\.|…)\s*$"
)
#: A longer line is no prose, and the look for code in it may take long.
_LONGEST = 5_000
_CODE = re.compile(r"(`+)[^`]*\1|<!--.*?-->|\]\([^)]*\)|https?://\S+")
#: What other rules say of: a cell, or the evidence of a claim, that says nothing.
_BARE = re.compile(r"(?:\||\s[-–—]\s)[^\w|]*(?:TB[ACD]|TODO|\?+)[^\w|]*(?=\||$)", re.IGNORECASE)


def leftovers(review: Review) -> Iterator[tuple[int, str]]:
    """Yield the line and the words of each thing that is still to be written, one a line, outside code and comments."""
    folded = f"{review.text}\n".lower()
    if not any(mark in folded for mark in _MARKS):
        return
    told = {line for line, _ in review.blanks}
    code, ignored = False, False
    for number, line in enumerate(review.text_lines, 1):
        if line.lstrip().startswith(("```", "~~~")):
            code = not code
        # What an author lets pass may name such a word.
        ignored = line.startswith(KEY) or (ignored and line.startswith((" ", "-")) and line.rstrip() != "---")
        if not code and not ignored and number not in told and (found := _left(line)):
            yield number, found


def _left(line: str) -> str:
    folded = f"{line}\n".lower()
    if len(line) > _LONGEST or not any(mark in folded for mark in _MARKS):
        return ""
    found = _LEFT.search(_BARE.sub("|", _CODE.sub(" ", line)))
    return found[0].strip(" \t-*+") if found else ""
