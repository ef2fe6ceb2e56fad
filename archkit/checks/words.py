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


#: Endings that make another word of the same thing.
_ENDING = re.compile(
    r"(?<=\w{4})(?:abilit(?:y|ies)|ibility|at(?:ions?|ing|e)|[ae]nce|ness|ment|[ai]ble|ings?|ions?|ity|ies|als?|ed|ly|es|[sey])$"
)
#: Words for the same thing, each with the one that stands for it; and such as an ending would make another thing.
_SAME = dict.fromkeys(("delay", "lag"), "latency") | dict.fromkeys(("price", "expense", "expenses"), "cost")
_SAME |= dict.fromkeys(("maintenance", "maintainability"), "maintain") | dict.fromkeys(("safety", "secure"), "security")
_SAME |= dict.fromkeys(("simple", "simplicity", "easy"), "ease") | {"integrity": "integrity_"}
_SAME |= dict.fromkeys(("speed", "fast", "performant", "quick"), "performance")
#: Words that only say how much of a criterion there is.
_LEFT_OUT = (COMMON - {"build"}).union(_WORD.findall("amount degree good great high level low overall quality total"))


def stems_of(text: str) -> frozenset[str]:
    """Return what the words of a name stand for, so that `Audit` and `Auditability` are the same."""
    words = [word for word in _WORD.findall(text.casefold()) if word not in _LEFT_OUT]
    return frozenset(map(_stem, words))


def _stem(word: str) -> str:
    stem = _ENDING.sub("", word)
    same = _SAME.get(word) or _SAME.get(stem)
    return _stem(same) if same else stem


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
