"""Where a text may be split: outside code spans, links, brackets and autolinks."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLOSERS = {"[": "]", "(": ")"}
_STOP = re.compile(r"[\\`\[(<]")
_AUTOLINK = re.compile(r"<[^<>\s]+>")
_TICKS = re.compile(r"`+")
_DASH = re.compile(r"(?:^|(?<=\s))[-–—](?=\s|$)")
_COLON = re.compile(r":(?=\s|$)")


def split_point(text: str) -> tuple[str, str]:
    """Split `claim - evidence` at the first dash between spaces that stands outside code, links and brackets."""
    for at in _outside(text, _DASH):
        if at > 0 and at + 1 < len(text):
            return text[:at].rstrip(), text[at + 1 :].lstrip()
    return text, ""


def split_label(text: str) -> tuple[str, str] | None:
    """Split `label: text` at the first colon before a space; None when there is none."""
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
    found = []
    index = 0
    while stop := _STOP.search(text, index):
        end = _skip(text, stop.start())
        if end == stop.start() and stop[0] != "\\":
            found.append(stop.start())
        index = max(end, stop.start() + (2 if stop[0] == "\\" else 1))
    return found


def _outside(text: str, pattern: re.Pattern[str]) -> Iterator[int]:
    index = 0
    while index < len(text):
        found = pattern.search(text, index)
        if not found:
            return
        stop = _STOP.search(text, index, found.start())
        if stop:
            index = max(_skip(text, stop.start()), stop.start() + (2 if stop[0] == "\\" else 1))
            continue
        yield found.start()
        index = found.end()


def _skip(text: str, at: int) -> int:
    """Return the end of the code span, link, bracket or autolink that opens at `at`, or `at` when it is not closed."""
    opener = text[at]
    if opener == "`":
        ticks = _TICKS.match(text, at)
        assert ticks
        end = ticks.end()
        while closing := _TICKS.search(text, end):
            if len(closing[0]) == len(ticks[0]):
                return closing.end()
            end = closing.end()
        return at
    if opener == "<":
        link = _AUTOLINK.match(text, at)
        return link.end() if link else at
    if opener in _CLOSERS:
        return _matching(text, at)
    return at


def _matching(text: str, at: int) -> int:
    opener, closer, depth, index = text[at], _CLOSERS[text[at]], 0, at
    while index < len(text):
        character = text[index]
        if character == "\\":
            index += 2
            continue
        if character == "`":
            end = _skip(text, index)
            ticks = _TICKS.match(text, index)
            index = end if end > index else (ticks.end() if ticks else index + 1)
            continue
        if character == opener:
            depth += 1
        elif character == closer:
            depth -= 1
            if not depth:
                return index + 1
        index += 1
    return at
