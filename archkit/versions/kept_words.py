"""The last look at a merged text: are all the words in it that neither side took out?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import and_

from archkit.format.format_words import FORMAT_WORDS
from archkit.format.lost_words import counted_words
from archkit.model.document import Document
from archkit.model.references import REFERRED
from archkit.versions.clash import Three


def missing_words(texts: Three[str], merged: str, documents: Three[Document]) -> list[str]:
    """Return the words that a merged text should have and does not have, in any order.

    A word counts as often as both sides keep it, and as often as one of them put it in. Words of names that a side
    changed are left out, because what refers to them follows; so are the words of the format.
    """
    base, mine, theirs, found = _pieces(*texts, merged)
    lost: Counter[str] = Counter()
    gained: Counter[str] = Counter()
    for piece in {*base, *mine, *theirs, *found}:
        least = _least(base[piece], mine[piece], theirs[piece])
        if found[piece] < least:
            lost[piece] = least - found[piece]
        elif found[piece] > least:
            gained[piece] = found[piece] - least
    if not lost:
        return []
    missing = counted_words(lost.elements()) - counted_words(gained.elements())
    if not missing:
        return []
    known = FORMAT_WORDS | counted_words(_changed_names(documents)).keys()
    return [word for word in missing if word not in known]


def _pieces(*texts: str) -> Iterator[Counter[str]]:
    """Yield what stands between the blanks of each text, without the lines that all of them have."""
    lines = [Counter(text.split("\n")) for text in texts]
    shared = reduce(and_, lines)
    for counted in lines:
        yield Counter("\n".join((counted - shared).elements()).casefold().split())


def _least(base: int, mine: int, theirs: int) -> int:
    """Return how often a piece stands in a merged text at least."""
    my, their = mine - base, theirs - base
    return base + max(my, their) if my >= 0 and their >= 0 else max(0, base + my + their)


def _changed_names(documents: Three[Document]) -> Iterable[str]:
    for referred in REFERRED:
        base, mine, theirs = (set(referred.names(document)) for document in documents)
        yield from (name.casefold() for name in (base | mine | theirs) - (base & mine & theirs))
