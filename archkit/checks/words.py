"""Words by which a text is known to speak of something."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

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


# The same texts are asked for once for each option.
@lru_cache(maxsize=256)
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text that carry a meaning, in lower case and without a plural's s."""
    found = (word.rstrip("s") if len(word) > 3 else word for word in _WORD.findall(text.casefold()))
    return frozenset(word for word in found if word not in COMMON)


def speaks_of(text: str, name: str, others: Iterable[str] = ()) -> bool:
    """Whether a text has a name, or a word of it that none of the others has."""
    if " ".join(name.casefold().split()) in " ".join(text.casefold().split()):
        return True
    shared = {word for other in others if other != name for word in words_of(other)}
    return bool((words_of(name) - shared) & words_of(text))
