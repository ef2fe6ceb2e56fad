"""Numbers that are computed anew only when a section behind them has changed: an edit of a text costs none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Generic, TypeVar

from archkit.model.document import Document
from archkit.pages.watched import Looked, looked_at, unwatched

Numbers = TypeVar("Numbers")
# As many documents are open beside each other, or come back by undoing, that this saves work.
_MOST = 4


@dataclass
class Hurry:
    """A page that is told at once: numbers that may come a moment later stay those of the document told before.

    Attributes:
        known: That document.
        was_late: Whether something has stayed.
    """

    known: Document
    was_late: bool = False


_hurry: ContextVar[Hurry | None] = ContextVar("hurry", default=None)


@contextmanager
def in_a_hurry(known: Document | None) -> Iterator[None]:
    """Let numbers that may come a moment later stay as they were for a document; None is no hurry."""
    token = _hurry.set(Hurry(known) if known else None)
    try:
        yield
    finally:
        _hurry.reset(token)


def hurry() -> Hurry | None:
    """Return the hurry that the page is in, if it is in one."""
    return _hurry.get()


class Kept(Generic[Numbers]):
    """A function of a document that remembers what it returned for the last few.

    What it returns must be plain and small, as it stays in memory, and nobody may change it.
    """

    def __init__(
        self,
        compute: Callable[[Document], Numbers],
        sections: tuple[Looked, ...],
        most: int = _MOST,
        own: tuple[Looked, ...] | None = None,
    ) -> None:
        # What is made of a section is compared first: its texts say sooner than rows that a document is another one.
        self.compute, self.sections, self.most = compute, tuple(sorted(sections, key=callable, reverse=True)), most
        self.own = sections if own is None else own
        self._last: tuple[tuple[tuple[object, ...], Numbers], ...] = ()

    def __call__(self, document: Document) -> Numbers:
        """Return the numbers of a document."""
        asked = tuple(looked_at(document, what) for what in self.sections)
        # Rows that an edit left alone are the same objects, which makes them equal at a glance.
        for sections, numbers in self._last:
            if sections == asked:
                return numbers
        if (late := self._late(document)) is not None:
            return late
        found = self.compute(unwatched(document))
        # One assignment, so that another thread sees the old entries or the new ones.
        self._last = ((asked, found), *self._last[: self.most - 1])
        return found

    def _late(self, document: Document) -> Numbers | None:
        """Return the numbers of the document told before, if nothing that is shown beside them has changed since."""
        now = hurry()
        if now is None or any(looked_at(document, what) != looked_at(now.known, what) for what in self.own):
            return None
        asked = tuple(looked_at(now.known, what) for what in self.sections)
        for sections, numbers in self._last:
            if sections == asked:
                now.was_late = True
                return numbers
        return None


def kept(
    *sections: Looked, most: int = _MOST, own: tuple[Looked, ...] | None = None
) -> Callable[[Callable[[Document], Numbers]], Kept[Numbers]]:
    """Make a function of a document remember what it returned.

    Args:
        sections: The keys of all sections that the result depends on, or what is made of one and all that counts of it.
        most: How many results are remembered; fewer of what is large.
        own: The sections beside which the result is shown; after an edit of another one it may come a moment later.
            None for all of `sections`.
    """
    return lambda compute: Kept(compute, sections, most, own)
