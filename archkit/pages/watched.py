"""A stand-in for a document or its numbers that notes what is looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from types import FunctionType, MethodType
from typing import Any

from archkit.model.document import Document

#: A field, or what is computed from a document and looked at in place of fields: they may change around it.
Looked = str | Callable[[Document], Any]


class Watched:
    """Stands for a document or for the numbers of a page, and notes which of their fields are looked at."""

    def __init__(self, real: Any) -> None:
        self.real = real
        self.seen: set[Looked] = set()
        kind = type(real)
        self._fields = frozenset(kind.model_fields if isinstance(real, Document) else kind.__dataclass_fields__)

    def __getattr__(self, name: str) -> Any:
        kind = type(self.real)
        if name in self._fields:
            self.seen.add(name)
            return getattr(self.real, name)
        own = vars(kind).get(name)
        # What is computed from fields is computed from those of the stand-in, so that they are noted, too.
        if isinstance(own, property) and own.fget is not None:
            return own.fget(self)
        if isinstance(own, cached_property):
            return own.func(self)
        if isinstance(own, FunctionType) and not isinstance(self.real, Document):
            return MethodType(own, self)
        self.seen |= self._fields
        return getattr(self.real, name)

    def values(self) -> dict[Looked, Any]:
        """Return what was looked at."""
        return {what: looked_at(self.real, what) for what in self.seen}


def looked_at(document: Any, what: Looked) -> Any:
    """Return a field of a document or of numbers, or what is computed from it; a stand-in notes which."""
    if isinstance(what, str):
        return getattr(document, what)
    if not isinstance(document, Watched):
        return what(document)
    document.seen.add(what)
    return what(document.real)


def unwatched(document: Document) -> Document:
    """Return the document that a watched one stands for."""
    return document.real if isinstance(document, Watched) else document
