"""Which draws are a work item's own: decided by what it is called, so that an edit moves only what it touches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple

from archkit.analysis.simulation import Stream

# Keeps these hashes apart from others of the same words.
_HASH_OF = b"work"


class Identity(NamedTuple):
    """What a work item is known by.

    Attributes:
        called: Its name, kind and option.
        ends: Low, likely and high; of several items that are called the same they say which is which.
        phase: The label of its phase, which tells them apart where the ends do not.
    """

    called: tuple[str, str, str]
    ends: tuple[float, float, float]
    phase: str


def work_streams(items: Sequence[Identity]) -> tuple[Stream, ...]:
    """Return for each item the stream of its draws: a hash of what it is called, and its number among its like.

    So neither the order of rows, nor another item, nor an edit of the estimate changes which draws an item has. A new
    name gives new draws: as good as the old ones, so that totals move by the noise of the draws.
    """
    alike: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        option, kind, name = (" ".join(word.split()) for word in item.called)
        alike[option, kind, name].append(place)
    streams: list[Stream] = [()] * len(items)
    for called, places in alike.items():
        digest = blake2b("\n".join(called).encode(errors="replace"), digest_size=8, person=_HASH_OF).digest()
        own = int.from_bytes(digest, "big")
        if len(places) > 1:
            places.sort(key=lambda place: (items[place].ends, items[place].phase, items[place].called))
        for number, place in enumerate(places, 1):
            streams[place] = (own, number)
    return tuple(streams)
