"""The order of a list that both sides changed: what each moved or put in stands where that side put it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Hashable, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


def merge_order(base: Sequence[Key], mine: Sequence[Key], theirs: Sequence[Key]) -> tuple[list[Key], bool]:
    """Return the merged order of the keys, and whether both sides moved the same one to different places.

    Each sequence holds every key at most once; a key of `base` stands in `mine` or in `theirs`. Where both put
    something in at the same place, mine comes first; where both moved the same key, mine counts.
    """
    by_mine, by_theirs = moved(base, mine, ()), moved(base, theirs, ())
    disputed = _differs(mine, theirs, by_mine, by_theirs)
    if disputed:
        # Of two neighbours that changed places either may be said to have moved: the one that the other side let be.
        other_mine = moved(base, mine, by_theirs)
        other_theirs = moved(base, theirs, other_mine)
        if not _differs(mine, theirs, other_mine, other_theirs):
            by_mine, by_theirs, disputed = other_mine, other_theirs, False
    chain = _Chain([key for key in base if key not in by_mine and key not in by_theirs])
    known = set(base)
    chain.put([key for key in mine if key in chain or key in by_mine or key not in known], set(mine), ())
    chain.put(theirs, set(theirs) - by_mine, by_mine - by_theirs)
    return chain.keys(), disputed


def moved(base: Sequence[Key], side: Sequence[Key], stay: Collection[Key]) -> set[Key]:
    """Return the fewest keys that move to bring `base` into the order of `side`; those in `stay` stay if they can."""
    place = {key: number for number, key in enumerate(base)}
    common = [key for key in side if key in place]
    numbers = [place[key] for key in common]
    if all(first < second for first, second in pairwise(numbers)):
        return set()
    # One more key that stays counts for more than all wishes together.
    weights = [len(common) + 1 + (key in stay) for key in common]
    return set(common) - {common[at] for at in _heaviest_rise(numbers, weights)}


def _heaviest_rise(numbers: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Return the positions of the increasing subsequence with the largest sum of weights.

    Keeps, for the ends of subsequences, only those that no smaller end outweighs, sorted by number and by weight alike.
    """
    ends: list[tuple[int, int, int]] = []  # number, sum of weights, position
    above = [-1] * len(numbers)
    for position, (number, weight) in enumerate(zip(numbers, weights, strict=True)):
        at = bisect_left(ends, (number, 0, 0))
        total = weight
        if at:
            total += ends[at - 1][1]
            above[position] = ends[at - 1][2]
        last = at
        while last < len(ends) and ends[last][1] <= total:
            last += 1
        ends[at:last] = [(number, total, position)]
    found = []
    position = ends[-1][2] if ends else -1
    while position >= 0:
        found.append(position)
        position = above[position]
    return found


def _differs(mine: Sequence[Key], theirs: Sequence[Key], by_mine: set[Key], by_theirs: set[Key]) -> bool:
    """Whether keys that both sides moved stand behind different neighbours."""
    twice = by_mine & by_theirs
    stable = (set(mine) & set(theirs)) - by_mine - by_theirs

    def behind(side: Sequence[Key]) -> list[tuple[Key, Key | None]]:
        last: Key | None = None
        found: list[tuple[Key, Key | None]] = []
        for key in side:
            if key in twice:
                found.append((key, last))
            elif key in stable:
                last = key
        return found

    return bool(twice) and behind(mine) != behind(theirs)


class _Chain(Generic[Key]):
    """A list that keys are put into behind others at a constant cost."""

    def __init__(self, keys: Sequence[Key]) -> None:
        #: What follows each key; None is before the first one and behind the last one.
        self.next: dict[Key | None, Key | None] = dict(zip([None, *keys], [*keys, None], strict=True))

    def __contains__(self, key: Key) -> bool:
        return key in self.next

    def put(self, side: Sequence[Key], own: Collection[Key], gone: Collection[Key]) -> None:
        """Put each missing key behind the one it follows in `side`.

        Args:
            side: The order that one side gave.
            own: The keys that stand where this side has them; behind others that stand in between, the key is put.
            gone: Keys that the other side moved away: nothing follows them.
        """
        last: Key | None = None
        for key in side:
            if key not in self.next:
                while (after := self.next[last]) is not None and after not in own:
                    last = after
                self.next[key], self.next[last] = self.next[last], key
            if key not in gone:
                last = key

    def keys(self) -> list[Key]:
        """Return the keys in order."""
        found: list[Key] = []
        key = self.next[None]
        while key is not None:
            found.append(key)
            key = self.next[key]
        return found
