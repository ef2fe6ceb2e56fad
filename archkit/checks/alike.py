"""Texts that say nearly the same, found without comparing each with each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

Words = frozenset[str]

#: Two texts are alike where at least this many words that both have stand for each word that only one has.
_COMMON_PER_DIFFERING = 8


class AlikeTexts:
    """The texts met so far, by the rare words of which two alike texts must share one.

    Prefix filtering of set similarity joins: where two sets have 8/9 of their words in common, then, in one order of
    all words, the first ninth of each shares a word with that of the other. With the rarest words first, few texts are
    left to be compared. (Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity Joins in Data Cleaning",
    ICDE 2006.)

    Args:
        texts: The words of all texts that will be asked for, which say how rare a word is.
    """

    def __init__(self, texts: Iterable[Words]) -> None:
        self._counts = Counter(word for words in texts for word in words)
        self._met: defaultdict[tuple[str, Words, str], list[tuple[int, Words]]] = defaultdict(list)

    def first(self, source: str, words: Words) -> int | None:
        """Return the number of the first text of a source that says nearly the same, with the same numbers."""
        found = [
            at
            for key in self._keys(source, words)
            for at, others in self._met.get(key, ())
            if len(words & others) >= _COMMON_PER_DIFFERING * len(words ^ others)
        ]
        return min(found, default=None)

    def meet(self, source: str, words: Words, number: int) -> None:
        """Keep a text under its number."""
        for key in self._keys(source, words):
            self._met[key].append((number, words))

    def _keys(self, source: str, words: Words) -> list[tuple[str, Words, str]]:
        numbers = frozenset(word for word in words if word[0].isdigit())
        rarest = sorted(words, key=lambda word: (self._counts[word], word))
        return [(source, numbers, word) for word in rarest[: len(words) // (_COMMON_PER_DIFFERING + 1) + 1]]
