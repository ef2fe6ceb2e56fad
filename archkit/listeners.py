"""Who wants to hear of something, and how they are told."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Generic, TypeVar

Teller = TypeVar("Teller")

_LOG = logging.getLogger("archkit")


class Listeners(Generic[Teller]):
    """Functions that are called when something happens."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Teller], None]] = []

    def add(self, listener: Callable[[Teller], None]) -> Callable[[], None]:
        """Call `listener` from now on; return a function that ends it."""
        self._listeners.append(listener)

        def end() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    def tell(self, teller: Teller) -> None:
        """Call all of them; one that fails is logged.

        What they hear of has happened: an error of one must not look like its failure, nor keep it from the others.
        """
        for listener in tuple(self._listeners):
            try:
                listener(teller)
            except Exception:
                _LOG.exception("a listener of a document failed")
