"""References in three versions: each keeps to the row that it means, whatever that row's name and number become."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from archkit.model.document import Document, rows_at
from archkit.model.fields import Frozen, Row
from archkit.model.phases import split_after
from archkit.model.references import Names, Referred, references, with_references
from archkit.versions.align import Entry, align
from archkit.versions.clash import Clash, Clashes, Three
from archkit.versions.match import match, row_item

#: While versions are merged a row has one number in all of them, which is none that a reference can have.
_FIRST = 1_000_000_000
_STANDING = re.compile(r"(?<!\d)1\d{9}(?!\d)")


@dataclass(frozen=True, slots=True)
class Followed:
    """Three versions with each reference under the name that its row has after the merge, and one number for a row.

    Attributes:
        three: The versions; the names of the rows themselves are as they were.
        referred: Which rows.
        entries: The rows, each with its partners.
        names: What each of them is called after the merge.
        wanted: The index of each entry that one side deleted and the other one says something new of.
        renumbered: Whether the versions hold numbers that only a merge has.
        fixed: The number of each entry that has the same one in all versions.
    """

    three: Three[Document]
    referred: Referred
    entries: tuple[Entry, ...]
    names: tuple[str, ...]
    wanted: frozenset[int]
    renumbered: bool
    fixed: dict[int, int]


def follow(three: Three[Document], referred: Referred) -> Followed:
    """Let each version say what it says of rows as the merged document will say it."""
    rows: Three[Any] = Three(*(referred.rows(document) for document in three))
    entries = tuple(align(Three(*(list(map(row_item, version)) for version in rows))))
    names = tuple(_name(referred, entry.of(rows)) for entry in entries)
    found = Three(*(Names(document, referred) for document in three))
    orders = [_in_order(found[version], entries, version) for version in range(3)]
    renumbered = referred.number is not None and not orders[0] == orders[1] == orders[2]
    changed = Three(
        *(_rewritten(version, three, referred, entries, names, found, renumbered=renumbered) for version in range(3))
    )
    wanted = _wanted(three, changed, referred, entries, found)
    alike = (set(keys) for keys in zip(*orders, strict=False))
    fixed = {keys.pop(): number for number, keys in enumerate(alike, 1) if len(keys) == 1}
    return Followed(changed, referred, entries, names, wanted, renumbered, fixed)


def with_numbers(document: Document, followed: Followed, ordered: Sequence[Entry], clashes: Clashes) -> Document:
    """Return the merged document, and let the clashes tell, with each row under the number that it has there.

    Where a person still decides on the rows, and with them on their numbers, a row goes by its name.
    """
    if not followed.renumbered:
        return document
    referred = followed.referred
    is_open = any(clash.path[0] == referred.path[0] for clash in clashes)
    numbers = _Numbers(document, followed, ordered, is_open=is_open)
    document = with_references(document, referred, numbers.reference, referred.names(document))
    clashes[:] = [_clash_with(clash, numbers.shown) for clash in clashes]
    return document


class _Numbers:
    """The numbers of the rows in the merged document."""

    def __init__(self, document: Document, followed: Followed, ordered: Sequence[Entry], *, is_open: bool) -> None:
        self._names = Names(document, followed.referred)
        self._followed = followed
        self._is_open = is_open
        places = {entry: at for at, entry in enumerate(ordered)}
        self._places = [places.get(entry, -1) for entry in followed.entries]
        self._numbers = {at: number for number, at in enumerate(self._names.numbered, 1)}

    def shown(self, text: str) -> str:
        """Return a text with the numbers that rows have after the merge; one that is gone goes by its name."""
        return _STANDING.sub(self._called, text)

    def reference(self, text: str) -> str:
        """Return a reference as the merged document has it."""
        standing = _STANDING.search(text)
        key = int(standing[0]) - _FIRST if standing else len(self._places)
        if key >= len(self._places):
            return text
        at, name = self._places[key], self._followed.names[key]
        pattern = self._followed.referred.number
        is_plain = not (pattern and pattern.fullmatch(name)) and split_after(name) == (name,)
        if at not in self._numbers:
            return name if is_plain else ""
        is_safe = not self._is_open or self._followed.fixed.get(key) == self._numbers[at]
        return self.shown(text) if is_safe or not is_plain or self._names.named(name) != at else name

    def _called(self, standing: re.Match[str]) -> str:
        key = int(standing[0]) - _FIRST
        if key >= len(self._places):
            return standing[0]
        at = self._places[key]
        return str(self._numbers[at]) if at in self._numbers else self._followed.names[key]


def _rewritten(
    version: int,
    three: Three[Document],
    referred: Referred,
    entries: Sequence[Entry],
    names: Sequence[str],
    found: Three[Names],
    *,
    renumbered: bool,
) -> Document:
    keys = {entry.indexes[version]: key for key, entry in enumerate(entries)}
    gone = {
        entry.base: key
        for key, entry in enumerate(entries)
        if entry.base is not None and entry.indexes[version] is None
    }
    rows, before = referred.rows(three[version]), referred.rows(three.base)

    def rewrite(text: str) -> str:
        meant = found[version].find(text)
        if meant is None:
            # What this side deleted can still be named, and the other side may keep it under another name.
            was = None if found[version].is_name(text) else found.base.named(text)
            if was is None or was not in gone:
                return text
            return text if names[gone[was]] in ("", referred.name(before[was])) else names[gone[was]]
        key = keys[meant.at]
        if meant.number:
            begin, end = meant.number
            return f"{text[:begin]}{_FIRST + key}{text[end:]}" if renumbered else text
        return text if names[key] in ("", referred.name(rows[meant.at])) else names[key]

    return with_references(three[version], referred, rewrite, referred.names(three[version]))


def _name(referred: Referred, versions: Three[Row | None]) -> str:
    """Return the name of a row after the merge: the one that a side gave it, mine before theirs."""
    base, *sides = (None if row is None else referred.name(row) for row in versions)
    given = [name for name in sides if name is not None]
    return next((name for name in given if name != base), given[0] if given else base or "")


def _in_order(names: Names, entries: Sequence[Entry], version: int) -> list[int]:
    """Return the entries that have a number in a version, in the order of their numbers."""
    keys = {entry.indexes[version]: key for key, entry in enumerate(entries)}
    return [keys[at] for at in names.numbered]


def _wanted(
    three: Three[Document],
    changed: Three[Document],
    referred: Referred,
    entries: Sequence[Entry],
    found: Three[Names],
) -> frozenset[int]:
    """Return the entries that one side deleted although the other one refers to them anew."""
    wanted: set[int] = set()
    for version, other in ((1, 2), (2, 1)):
        deleted = {
            entry.indexes[version]: key
            for key, entry in enumerate(entries)
            if entry.base is not None and entry.indexes[other] is None and entry.indexes[version] is not None
        }
        if deleted:
            meant = _new_references(three, changed, referred, found, version, entries)
            wanted |= {key for at, key in deleted.items() if at in meant}
    return frozenset(wanted)


def _new_references(
    three: Three[Document],
    changed: Three[Document],
    referred: Referred,
    found: Three[Names],
    version: int,
    entries: Sequence[Entry],
) -> set[int]:
    """Return the rows of a version that it refers to where the base does not."""
    partner = {entry.base: entry.indexes[version] for entry in entries if entry.base is not None}
    known = Three(*(referred.names(document) for document in three))
    meant: set[int] = set()
    for path, key in referred.places:
        rows, before = (_rows(document, path) for document in (three[version], three.base))
        now, then = (list(map(row_item, _rows(document, path))) for document in (changed[version], changed.base))
        pairs = match(now, then)
        for at, row in enumerate(rows):
            said = set(_meant(row, key, found[version], known[version]))
            if at in pairs:
                was = _meant(before[pairs[at]], key, found.base, known.base)
                said -= {partner[index] for index in was}
            meant |= said
    return meant


def _rows(document: Document, path: tuple[str | int, ...]) -> tuple[Any, ...]:
    """Return the rows at a path; what a section itself says is its one statement, and none of its rows."""
    found = rows_at(document, path)
    return found if isinstance(found, tuple) else ()


def _meant(row: Any, key: str, names: Names, known: tuple[str, ...]) -> Iterator[int]:
    for text in references(row, key, known):
        if meant := names.find(text):
            yield meant.at


def _clash_with(clash: Clash, shown: Any) -> Clash:
    path = tuple(shown(step) if isinstance(step, str) else step for step in clash.path)
    values = {key: _value_with(getattr(clash, key), shown) for key in ("base", "mine", "theirs")}
    return replace(clash, path=path, **values)


def _value_with(value: Any, shown: Any) -> Any:
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, tuple):
        return tuple(_value_with(item, shown) for item in value)
    if isinstance(value, dict):
        return {_value_with(name, shown): _value_with(item, shown) for name, item in value.items()}
    if isinstance(value, Frozen):
        return value.replace(**{key: _value_with(getattr(value, key), shown) for key in type(value).model_fields})
    return value
