"""Numbers that are computed anew only when a section behind them has changed: an edit of a text costs none of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from archkit.model.document import Document
from archkit.pages.watched import Looked, looked_at, unwatched

Numbers = TypeVar("Numbers")
# As many documents are open beside each other, or come back by undoing, that this saves work.
_MOST = 4


class Kept(Generic[Numbers]):
    """A function of a document that remembers what it returned for the last few.

    What it returns must be plain and small, as it stays in memory, and nobody may change it.
    """

    def __init__(self, compute: Callable[[Document], Numbers], sections: tuple[Looked, ...], most: int = _MOST) -> None:
        self.compute, self.sections, self.most = compute, sections, most
        self._last: tuple[tuple[tuple[object, ...], Numbers], ...] = ()

    def __call__(self, document: Document) -> Numbers:
        """Return the numbers of a document."""
        asked = tuple(looked_at(document, what) for what in self.sections)
        # Rows that an edit left alone are the same objects, which makes them equal at a glance.
        for sections, numbers in self._last:
            if sections == asked:
                return numbers
        found = self.compute(unwatched(document))
        # One assignment, so that another thread sees the old entries or the new ones.
        self._last = ((asked, found), *self._last[: self.most - 1])
        return found


def kept(*sections: Looked, most: int = _MOST) -> Callable[[Callable[[Document], Numbers]], Kept[Numbers]]:
    """Make a function of a document remember what it returned.

    Args:
        sections: The keys of all sections that the result depends on, or what is made of one and all that counts of it.
        most: How many results are remembered; fewer of what is large.
    """
    return lambda compute: Kept(compute, sections, most)
