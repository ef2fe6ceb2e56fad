"""Options by their names, so that each of many is found without a look at all the others."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

_Option = TypeVar("_Option")
#: A name is compared with the beginning of another one up to this length.
_LONGEST = 400
_SHORTEST = 3


class OptionIndex(Generic[_Option]):
    """The names of a growing list; `name_of` gives the plain name of an option, which stays as it is."""

    def __init__(self, name_of: Callable[[_Option], str]) -> None:
        self._name_of = name_of
        self._clear()

    def _clear(self) -> None:
        self._count = 0
        self._last: _Option | None = None
        self._by_name: dict[str, list[_Option]] = {}
        self._by_letters: dict[str, list[_Option]] = {}
        self._sorted: list[str] = []

    def of(self, options: Sequence[_Option]) -> OptionIndex[_Option]:
        """Return this index with all of some options; those behind the last one that it knows are added."""
        is_same = self._count <= len(options) and (not self._count or options[self._count - 1] is self._last)
        if not is_same:
            self._clear()
        for option in options[self._count :]:
            self._add(option)
        self._count, self._last = len(options), options[-1] if options else None
        return self

    def _add(self, option: _Option) -> None:
        name = self._name_of(option)
        if name not in self._by_name:
            insort(self._sorted, name)
        self._by_name.setdefault(name, []).append(option)
        self._by_letters.setdefault(name.replace(" ", ""), []).append(option)

    def named(self, wanted: str) -> _Option | None:
        """Return the first option of a name; languages that put no blank between words differ in their commas."""
        if not wanted:
            return None
        if same := self._by_name.get(wanted):
            return same[0]
        same = self._by_letters.get(wanted.replace(" ", ""), [])
        return same[0] if len(same) == 1 else None

    def alike(self, wanted: str) -> _Option | None:
        """Return the only option of which this name is the beginning, or the other way round, at the end of a word."""
        found: list[_Option] = []
        end = wanted.find(" ", _SHORTEST)
        while 0 < end <= _LONGEST and len(found) < 2:
            found += self._by_name.get(wanted[:end], [])
            end = wanted.find(" ", end + 1)
        at = bisect_left(self._sorted, f"{wanted} ") if len(wanted) >= _SHORTEST else len(self._sorted)
        while at < len(self._sorted) and self._sorted[at].startswith(f"{wanted} ") and len(found) < 2:
            found += self._by_name[self._sorted[at]]
            at += 1
        return found[0] if len(found) == 1 else None
