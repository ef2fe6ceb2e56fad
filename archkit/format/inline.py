"""Where a text may be split: outside code spans, links, brackets and autolinks."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLOSERS = {"[": "]", "(": ")"}
_STOP = re.compile(r"[\\`\[(<]")
_MARK = re.compile(r"\\.|`+|<[^<>\s]+>|[\[\]()]", re.DOTALL)
_TICKS = re.compile(r"`+")
# The dash stands first, so that the search for it is one for a character.
_DASH = re.compile(r"[-–—](?!\S)(?<!\S.)", re.DOTALL)
_COLON = re.compile(r":(?=\s|$)")


def split_point(text: str) -> tuple[str, str]:
    """Split `claim - evidence` at the first dash between spaces that stands outside code, links and brackets."""
    for at in _outside(text, _DASH):
        if at > 0 and at + 1 < len(text):
            return text[:at].rstrip(), text[at + 1 :].lstrip()
    return text, ""


def split_label(text: str) -> tuple[str, str] | None:
    """Split `label: text` at the first colon before a space; None when there is none."""
    label, colon, rest = text.partition(": ")
    if colon and ":" not in label and not _STOP.search(label):
        # Nothing opens before it, as in most labels.
        return label.strip(), rest.strip()
    for at in _outside(text, _COLON):
        return text[:at].strip(), text[at + 1 :].strip()
    return None


def dashes(text: str) -> list[int]:
    """Return where a text holds a dash between spaces, outside code, links and brackets."""
    return list(_outside(text, _DASH))


def colons(text: str) -> list[int]:
    """Return where a text holds a colon before a space, outside code, links and brackets."""
    return list(_outside(text, _COLON))


def unbalanced(text: str) -> list[int]:
    """Return the openers of code spans and brackets that this text does not close."""
    spans, found, index = _spans(text), [], 0
    while stop := _STOP.search(text, index):
        at = stop.start()
        if at not in spans and stop[0] not in "\\<":
            found.append(at)
        index = spans.get(at, at + (2 if stop[0] == "\\" else 1))
    return found


def _outside(text: str, pattern: re.Pattern[str]) -> Iterator[int]:
    """Yield where a pattern is found outside code spans, links, brackets and autolinks."""
    found = pattern.search(text)
    if not found:
        return
    spans: dict[int, int] | None = None
    index = 0
    while found:
        stop = _STOP.search(text, index, found.start())
        if stop:
            spans = _spans(text) if spans is None else spans
            index = spans.get(stop.start(), stop.start() + (2 if stop[0] == "\\" else 1))
        else:
            yield found.start()
            index = found.end()
        if found.start() < index:
            found = pattern.search(text, index)


def _spans(text: str) -> dict[int, int]:
    """Return the end of each code span, bracket and autolink by where it opens, in one pass over the text."""
    spans = _code_spans(text) if "`" in text else {}
    openers: dict[str, list[int]] = {"]": [], ")": []}
    index = 0
    while mark := _MARK.search(text, index):
        at, index = mark.start(), mark.end()
        if mark[0][0] == "`":
            index = spans.get(at, index)
        elif mark[0][0] == "<":
            spans[at] = index
        elif mark[0] in _CLOSERS:
            openers[_CLOSERS[mark[0]]].append(at)
        elif openers.get(mark[0]):
            spans[openers[mark[0]].pop()] = index
    return spans


def _code_spans(text: str) -> dict[int, int]:
    """Return the end of the code span that each run of backticks would open: the next run of its length."""
    ends: dict[int, int] = {}
    later: dict[int, int] = {}
    for run in reversed(list(_TICKS.finditer(text))):
        size = len(run[0])
        if size in later:
            ends[run.start()] = later[size]
        later[size] = run.end()
    return ends
