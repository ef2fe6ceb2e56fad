"""The law of the import: every word of the source is in the result, as often as it was there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

#: Words and numbers, with their case; addresses, code and cells are made of them.
WORD = re.compile(r"\w+")


def words_of(text: str) -> Counter[str]:
    """Count the words of a text."""
    return Counter(WORD.findall(text))


def missing_words(source: str, result: str) -> Counter[str]:
    """Return the words that the source has more often than the result."""
    # Most lines stand in both as they are, and no word goes over the end of a line: only what differs is looked at.
    lines = Counter(map(str.strip, source.split("\n")))
    lines.subtract(map(str.strip, result.split("\n")))
    more = [line for line, count in lines.items() for _ in range(count)]
    less = [line for line, count in lines.items() if count < 0 for _ in range(-count)]
    return words_of("\n".join(more)) - words_of("\n".join(less)) if any(more) else Counter()


def lines_with(missing: Counter[str], lines: Sequence[str], first: Sequence[int]) -> dict[int, list[str]]:
    """Return for each line the missing words that stand on it; each is counted once.

    Args:
        missing: The words to be found; emptied of what was found.
        lines: The source.
        first: The lines to look at, those that lost their form first.
    """
    found: dict[int, list[str]] = {}
    for at in first:
        if not missing:
            break
        for word in WORD.findall(lines[at]):
            if missing[word] > 0:
                missing[word] -= 1
                found.setdefault(at, []).append(word)
            if not missing[word]:
                del missing[word]
    return found
