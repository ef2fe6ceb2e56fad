"""Places where a long word may be broken, so that no address or identifier runs out of its column."""

from __future__ import annotations

import re
from functools import cache

#: A place where a line may end and that nobody sees.
BREAK = "\u200b"
# After these an address or a name is broken first.
_AFTER = re.compile(r"(?<=[/._\-?&=:,;|+@()\[\]{}#%~])(?=\w)")


def breakable(text: str, longest: int) -> str:
    """Return a text in which no word has more than `longest` letters without a place to break it."""
    return _word(longest).sub(lambda found: _broken(found[0], longest), text) if len(text) > longest else text


@cache
def _word(longest: int) -> re.Pattern[str]:
    return re.compile(rf"\S{{{longest + 1},}}")


def _broken(word: str, longest: int) -> str:
    parts = [part for whole in _AFTER.split(word) for part in _cut(whole, longest)]
    return BREAK.join(parts)


def _cut(part: str, longest: int) -> list[str]:
    return [part[at : at + longest] for at in range(0, len(part), longest)]
