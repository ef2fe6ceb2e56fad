"""The full-text index: blocks of documents, each a script that a page loads from a folder as well as from a server.

A block holds its documents and one long text of words in order, separated by `|`. Of a word stands how many letters it
shares with the one before, its other letters, a blank, and its documents: the distance to the one before, and
the section, as one number of one to four signs. A changed document changes its own block alone.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archkit.site.words import SECTIONS

#: As many documents are in a block on average at most.
MOST = 128
_SIGNS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\|<')
_HALF = len(_SIGNS) // 2
_PLACE = {sign: place for place, sign in enumerate(_SIGNS)}
_CALL = "archkitSearch.add("


@dataclass(frozen=True)
class Entry:
    """A document in the index: address, title, status and date, a sentence, and its words with their sections."""

    shown: tuple[str, ...]
    words: Mapping[str, int]


Block = dict[str, Entry]


def block_count(documents: int) -> int:
    """Return how many blocks so many documents need: a power of two, so that it seldom changes."""
    count = 1
    while documents > count * MOST:
        count *= 2
    return count


def block_of(name: str, count: int) -> int:
    """Return the number of the block that a document is in; it depends on nothing but its name."""
    return int.from_bytes(hashlib.sha256(name.encode("utf-8", "surrogateescape")).digest()[:4], "big") % count


def written(number: int, block: Block) -> str:
    """Return a block as the script that it is stored as; names in order, so that the same block is the same text."""
    names = sorted(block)
    table: defaultdict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(names):
        first = at * len(SECTIONS)
        for word, section in block[name].words.items():
            table[word].append(first + section)
    pieces, before = [], ""
    for word in sorted(table):
        shared = _shared(before, word)
        pieces.append(f"{_SIGNS[shared]}{word[shared:]} {_postings(table[word])}")
        before = word
    documents = [[name, *block[name].shown] for name in names]
    given = json.dumps([number, documents, "|".join(pieces)], ensure_ascii=False, separators=(",", ":"))
    return f"{_CALL}{given[1:-1]});\n"


def block_read(text: str) -> Block:
    """Return the block that a script holds, the inverse of `written`.

    Raises:
        ValueError: it is no such script.
    """
    _, documents, words = json.loads(f"[{text.removeprefix(_CALL).rstrip()[:-2]}]")
    found: list[dict[str, int]] = [{} for _ in documents]
    word = ""
    for piece in words.split("|") if words else ():
        head, _, postings = piece.partition(" ")
        word = word[: _PLACE[head[0]]] + head[1:]
        _spread(word, postings, found)
    return {name: Entry(tuple(shown), own) for (name, *shown), own in zip(documents, found, strict=True)}


def _shared(one: str, other: str) -> int:
    """Return how many letters two words have in common at their beginning."""
    for count, (letter, same) in enumerate(zip(one, other, strict=False)):
        if letter != same:
            return count
    return min(len(one), len(other))


def _postings(places: Sequence[int]) -> str:
    signs, before, size = "", 0, len(SECTIONS)
    for place in places:
        at = place // size
        value = place - before * size
        signs += _SIGNS[value] if value < _HALF else _number(value)
        before = at
    return signs


def _number(value: int) -> str:
    """Write a number; signs of the second half say that more follow."""
    signs = ""
    while value >= _HALF:
        value, low = divmod(value, _HALF)
        signs += _SIGNS[_HALF + low]
    return signs + _SIGNS[value]


def _spread(word: str, postings: str, found: list[dict[str, int]]) -> None:
    value, weight, at, size = 0, 1, 0, len(SECTIONS)
    for sign in postings:
        place = _PLACE[sign]
        value += (place % _HALF) * weight
        if place >= _HALF:
            weight *= _HALF
            continue
        at += value // size
        found[at][word] = value % size
        value, weight = 0, 1
