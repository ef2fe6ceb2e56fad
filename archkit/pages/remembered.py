"""Blocks of a page that are rendered anew only when something that they were made of has changed.

What a block was made of is not declared but watched: every field of the document and of the numbers that its
rendering looked at, and the ids and citations that stood on the page before it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar, cast

from archkit.model.document import Document
from archkit.pages.arrange import Block
from archkit.pages.kept import hurry
from archkit.pages.markdown import Place, RichText
from archkit.pages.numbers import PageNumbers
from archkit.pages.views.page import Page
from archkit.pages.watched import Looked, Watched, looked_at

Shown = TypeVar("Shown")


@dataclass(frozen=True)
class _Before:
    """What of the page before a block goes into it."""

    ids: frozenset[str]
    tables: int
    cited: tuple[tuple[str, int], ...]
    targets: tuple[tuple[str, str], ...]
    findings: tuple[Any, ...]

    @classmethod
    def of(cls, page: Page) -> _Before:
        """Take what stands on the page so far."""
        rich = page.rich
        counts = tuple((finding, len(places)) for finding, places in sorted(rich.cited.items()))
        ids, tables = rich.anchors.state
        return cls(ids, tables, counts, tuple(rich.targets.items()), page.findings)


@dataclass(frozen=True)
class _Entry(Generic[Shown]):
    block: Block
    section: str
    document: dict[Looked, Any]
    numbers: dict[Looked, Any]
    before: _Before
    ids: frozenset[str]
    tables: int
    cited: dict[str, list[Place]]
    shown: Shown

    def fits(self, page: Page, block: Block, section: str, before: _Before) -> bool:
        """Whether nothing that the block was made of has changed."""
        # Rows that an edit left alone are the same objects, which makes them equal at a glance.
        return (
            (self.block, self.section) == (block, section)
            and all(looked_at(page.document, what) == value for what, value in self.document.items())
            and all(looked_at(page.numbers, what) == value for what, value in self.numbers.items())
            and self.before == before
        )


class OvertakenError(Exception):
    """A page is wanted no longer: there is a newer one to render."""


class Remembered(Generic[Shown]):
    """The blocks of one page as they were rendered last."""

    def __init__(self) -> None:
        self._entries: dict[tuple[str, str, str, int], _Entry[Shown]] = {}
        self._numbers: dict[tuple[str, str, str], int] = {}
        #: The kinds of blocks that are looked at; None for all. The others stay as they were until the next time.
        self.only: frozenset[str] | None = None
        #: Asked before each block, whether the page is wanted no longer.
        self.is_overtaken: Callable[[], bool] | None = None

    def begin(self) -> None:
        """Begin the page again from its top."""
        self._numbers = {}

    def block(self, page: Page, block: Block, section: str, render: Callable[[Page, Block, str], Shown]) -> Shown:
        """Return a block as it was rendered last if it would be the same again, else render it."""
        if self.is_overtaken and self.is_overtaken():
            raise OvertakenError
        name = (block.kind, block.title, section)
        self._numbers[name] = number = self._numbers.get(name, 0) + 1
        before = _Before.of(page)
        entry = self._entries.get((*name, number))
        is_left = self.only is not None and block.kind not in self.only
        if entry is None or not (is_left or entry.fits(page, block, section, before)):
            now = hurry()
            if now:
                now.was_late = False
            entry = self._entries[*name, number] = _rendered(page, block, section, before, render)
            if now and now.was_late:
                # What stayed as it was is rendered with its own numbers the next time.
                del self._entries[*name, number]
        else:
            _go_on(page.rich, entry)
        return entry.shown


def _rendered(
    page: Page, block: Block, section: str, before: _Before, render: Callable[[Page, Block, str], Shown]
) -> _Entry[Shown]:
    document, numbers = Watched(page.document), Watched(page.numbers)
    # Views only look; what they look at is noted on the way.
    watched = replace(page, document=cast("Document", document), numbers=cast("PageNumbers", numbers))
    shown = render(watched, block, section)
    ids, tables = page.rich.anchors.state
    counts = dict(before.cited)
    cited = {name: places[counts.get(name, 0) :] for name, places in page.rich.cited.items()}
    cited = {name: places for name, places in cited.items() if places}
    return _Entry(block, section, document.values(), numbers.values(), before, ids, tables, cited, shown)


def _go_on(rich: RichText, entry: _Entry[Any]) -> None:
    """Let the page stand as if the block had been rendered."""
    rich.anchors.state = entry.ids, entry.tables
    for name, places in entry.cited.items():
        rich.cited.setdefault(name, []).extend(places)
