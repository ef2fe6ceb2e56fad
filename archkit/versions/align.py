"""Which items of three versions are the same one, which of them stay, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from archkit.versions.clash import Three
from archkit.versions.match import Item, match
from archkit.versions.order import merge_order

#: Whether the second version of an item says the same as the first.
Same = Callable[[Any, Any], bool]


@dataclass(frozen=True, slots=True)
class Entry:
    """One item: its index in each version, None where it is not."""

    base: int | None
    mine: int | None
    theirs: int | None

    @property
    def indexes(self) -> Three[int | None]:
        """The three indexes."""
        return Three(self.base, self.mine, self.theirs)

    def of(self, three: Three[Sequence[Any]]) -> Three[Any]:
        """Return the item in each version, None where it is not."""
        pairs = zip(self.indexes, three, strict=True)
        return Three(*(None if index is None else items[index] for index, items in pairs))


def align(three: Three[Sequence[Item]]) -> list[Entry]:
    """Return the items of three versions, each with its partners."""
    to_mine, to_theirs = match(three.base, three.mine), match(three.base, three.theirs)
    entries = [Entry(index, to_mine.get(index), to_theirs.get(index)) for index in range(len(three.base))]
    new_mine = _without(len(three.mine), to_mine)
    new_theirs = _without(len(three.theirs), to_theirs)
    both = match([three.mine[at] for at in new_mine], [three.theirs[at] for at in new_theirs], alike=False)
    entries += [Entry(None, at, new_theirs[both[n]] if n in both else None) for n, at in enumerate(new_mine)]
    told = set(both.values())
    return entries + [Entry(None, None, at) for n, at in enumerate(new_theirs) if n not in told]


def kept(entries: Sequence[Entry], three: Three[Sequence[Any]], same: Same) -> tuple[list[Entry], bool]:
    """Return the items that stay, in their merged order, and whether both sides moved one to different places.

    What one side deleted goes, unless the other one changed it.
    """
    staying = [entry for entry in entries if _stays(entry.of(three), same)]
    orders = []
    for version in range(3):
        there = [(at, entry) for entry in staying if (at := entry.indexes[version]) is not None]
        orders.append([entry for _, entry in sorted(there, key=lambda pair: pair[0])])
    return merge_order(*orders)


def _stays(versions: Three[Any], same: Same) -> bool:
    base, mine, theirs = versions
    if base is None or (mine is not None and theirs is not None):
        return True
    left = mine if mine is not None else theirs
    return left is not None and not same(base, left)


def _without(count: int, pairs: dict[int, int]) -> list[int]:
    taken = set(pairs.values())
    return [index for index in range(count) if index not in taken]
