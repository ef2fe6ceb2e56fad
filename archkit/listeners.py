"""Who wants to hear of something, and how they are told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Teller = TypeVar("Teller")


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
        """Call all of them; one that fails keeps it from none of the others, and its error is raised at the end."""
        failed: Exception | None = None
        for listener in tuple(self._listeners):
            try:
                listener(teller)
            except Exception as error:
                failed = failed or error
        if failed is not None:
            raise failed
