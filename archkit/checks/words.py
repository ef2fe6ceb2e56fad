"""Words by which a text is known to speak of something."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]{2,}")
#: Words that say nothing of what is meant.
COMMON = frozenset(
    _WORD.findall(
        "about after again also and approach based been before being both build can current does each every "
        "existing for from have into it its just keep more most much must need new not of on one only option or "
        "our own service should solution some such system than that the their them then there these they this to "
        "use uses using very we what when where which while will with without would "
    )
)


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text that carry a meaning, in lower case and without a plural's s."""
    found = (word.rstrip("s") if len(word) > 3 else word for word in _WORD.findall(text.casefold()))
    return frozenset(word for word in found if word not in COMMON)


class Spoken:
    """What a text speaks of.

    Args:
        text: The text.
        names: The names of which it may speak; a word that two of them have means neither.
    """

    def __init__(self, text: str, names: Iterable[str]) -> None:
        self._text = " ".join(text.casefold().split())
        self._words = words_of(text)
        self._count = Counter(word for name in {*names} for word in words_of(name))

    def has(self, name: str) -> bool:
        """Whether the text has the name, or a word of it that no other name has."""
        if " ".join(name.casefold().split()) in self._text:
            return True
        return any(word in self._words for word in words_of(name) if self._count[word] <= 1)
