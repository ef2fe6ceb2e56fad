"""What a merge gives: the document, and each place where the two sides said different things."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Any, Generic, NamedTuple, TypeVar

from archkit.model.document import Document
from archkit.model.edit import Path

Value = TypeVar("Value")

_KEYS = count(1)


class Three(NamedTuple, Generic[Value]):
    """One thing in three versions: as both sides found it, as mine is, as theirs is."""

    base: Value
    mine: Value
    theirs: Value


@dataclass(frozen=True, slots=True)
class Clash:
    """A place that both sides changed differently.

    Attributes:
        path: Where it stands in the merged document, which holds mine there.
        base: What both sides found; None when it was not there.
        mine: What mine says; None when mine deleted it, and then the merged document keeps theirs.
        theirs: What theirs says; None when theirs deleted it.
        section: The key of the section; `layout` for text that belongs to no section of the template.
        lost: The row that it stood in, once that was deleted here, and the step of the path that led to it.
        trail: The rows that it stood in before they were edited, each with its step of the path; the newest last.
        key: What it is known by while its path follows its row.
    """

    path: Path
    base: object
    mine: object
    theirs: object
    section: str
    lost: tuple[int, object] | None = None
    trail: tuple[tuple[int, object], ...] = field(default=(), compare=False, repr=False)
    key: int = field(default_factory=_KEYS.__next__, compare=False, repr=False)

    def __str__(self) -> str:
        where = ".".join(map(str, self.path))
        if self.mine is None or self.theirs is None:
            return f"{where}: one side deleted it, the other one changed it; it was kept"
        return f"{where}: both sides changed it differently; mine was kept"


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged document and what nobody but a person can decide."""

    document: Document
    clashes: tuple[Clash, ...] = ()


class Clashes(list[Clash]):
    """The clashes found so far."""

    def tell(self, path: Path, three: Three[Any]) -> None:
        """Remember a clash."""
        self.append(Clash(path, three.base, three.mine, three.theirs, str(path[0])))
