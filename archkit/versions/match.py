"""Which row of one version is which row of the other: by name, then by equal content, then by the most alike."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property

from archkit.model.data_flow import Flow, Node
from archkit.model.effort import WorkItem
from archkit.model.fields import Detail, Frozen, Row, fields_of
from archkit.model.ratings import Judgement, Rating
from archkit.model.scale_steps import ScaleStep

#: Fields that name a row of these classes; the others are named by `Row.called`.
NAMED_BY: dict[type[Row], tuple[str, ...]] = {
    Detail: ("key",),
    Node: ("id",),
    Flow: ("source", "target"),
    WorkItem: ("work_item", "option", "phase"),
    Judgement: ("criterion", "against"),
    Rating: ("rater", "criterion"),
    ScaleStep: ("scale", "word"),
}
#: Kinds of fields whose few words say little about which row it is.
_COMMON = frozenset({"word", "choice", "date", "likelihood", "impact", "weight", "option", "phase"})

ALIKE = 0.5  # rows with fewer words in common are strangers …
ALIKE_IN_PLACE = 0.34  # … unless each is the only stranger between the same neighbours
_ALL_PAIRS = 2_500
_NEAR = 6
_MAX_WORDS = 400
_WORD = re.compile(r"\w+")


class Item:
    """What is compared of a row or a text: its name, its whole content, and its own words; worked out when needed."""

    def __init__(self, name: str, content: Callable[[], str], words: Callable[[], list[str]] = list) -> None:
        self.name = name
        self._content = content
        self._words = words

    @cached_property
    def content(self) -> str:
        """The whole content as one text."""
        return self._content()

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that say which row it is."""
        return frozenset(self._words()[:_MAX_WORDS])


def row_item(row: Row) -> Item:
    """Return what is compared of a row."""
    named = NAMED_BY.get(type(row))
    name = "\n".join(str(getattr(row, key)) for key in named).strip("\n") if named else row.called
    return Item(name, row.model_dump_json, lambda: _words(row))


def text_item(name: str, text: str) -> Item:
    """Return what is compared of a named text."""
    return Item(name, lambda: text, lambda: _WORD.findall(text.casefold()))


def name_item(name: str) -> Item:
    """Return what is compared of something that is only a name."""
    return Item(name, lambda: name)


def match(left: Sequence[Item], right: Sequence[Item], *, alike: bool = True) -> dict[int, int]:
    """Return the index in `right` for each index in `left` that has a partner there.

    The cost grows with the number of items, not with its square: among many strangers only near ones are compared.

    Args:
        left: The items of one version.
        right: The items of the other version.
        alike: Whether items of another name and content may be partners when they are alike.
    """
    pairs = _by_name(left, right)
    taken = set(pairs.values())
    _by_content(left, right, pairs, taken)
    if alike:
        _by_likeness(left, right, pairs, taken)
    return pairs


def likeness(left: frozenset[str], right: frozenset[str]) -> float:
    """Return the share of words (0–1) that two sets of words have in common."""
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 0.0


def _words(value: Frozen) -> list[str]:
    found: list[str] = []
    for spec in fields_of(type(value)):
        if spec.kind not in _COMMON:
            _collect(getattr(value, spec.key), found)
    return found[:_MAX_WORDS]


def _collect(value: object, found: list[str]) -> None:
    if isinstance(value, Frozen):
        found.extend(_words(value))
    elif isinstance(value, tuple):
        for part in value:
            _collect(part, found)
    elif isinstance(value, dict):
        for key, part in value.items():
            found.extend(f"{key} {word}" for word in _WORD.findall(str(part).casefold()))
    elif value is not None:
        found.extend(_WORD.findall(str(value).casefold()))


def _by_name(left: Sequence[Item], right: Sequence[Item]) -> dict[int, int]:
    there = _unique_names(right)
    here = _unique_names(left)
    return {index: there[name] for name, index in here.items() if name in there}


def _unique_names(items: Sequence[Item]) -> dict[str, int]:
    counts = Counter(item.name for item in items)
    return {item.name: index for index, item in enumerate(items) if item.name and counts[item.name] == 1}


def _by_content(left: Sequence[Item], right: Sequence[Item], pairs: dict[int, int], taken: set[int]) -> None:
    waiting: dict[str, list[int]] = {}
    for index in range(len(right) - 1, -1, -1):
        if index not in taken:
            waiting.setdefault(right[index].content, []).append(index)
    for index, item in enumerate(left):
        if index not in pairs and (found := waiting.get(item.content)):
            pairs[index] = found.pop()
            taken.add(pairs[index])


def _by_likeness(left: Sequence[Item], right: Sequence[Item], pairs: dict[int, int], taken: set[int]) -> None:
    strangers = [index for index in range(len(left)) if index not in pairs]
    others = [index for index in range(len(right)) if index not in taken]
    if not strangers or not others:
        return
    expected = _expected(len(left), pairs)
    alone = _alone(strangers, others, pairs)
    found: list[tuple[float, int, int, int]] = []
    few = len(strangers) * len(others) <= _ALL_PAIRS
    for index in strangers:
        middle = bisect(others, expected[index])
        near = others if few else others[max(0, middle - _NEAR) : middle + _NEAR]
        for other in near:
            alike = likeness(left[index].words, right[other].words)
            if alike >= (ALIKE_IN_PLACE if alone.get(index) == other else ALIKE):
                found.append((-alike, abs(other - expected[index]), index, other))
    for _, _, index, other in sorted(found):
        if index not in pairs and other not in taken:
            pairs[index] = other
            taken.add(other)


def _expected(count: int, pairs: dict[int, int]) -> list[int]:
    """Return where each left item would stand on the right: behind its nearest neighbour above that has a partner."""
    places, last = [], -1
    for index in range(count):
        last = pairs.get(index, last + 1 if index not in pairs else last)
        places.append(last)
    return places


def _alone(strangers: list[int], others: list[int], pairs: dict[int, int]) -> dict[int, int]:
    """Return the strangers that stand between the same two neighbours as exactly one other stranger."""
    back = {other: index for index, other in pairs.items()}
    known, free = set(strangers), set(others)
    found = {}
    for index in strangers:
        if index - 1 in known or index + 1 in known:
            continue
        above, below = pairs.get(index - 1), pairs.get(index + 1)
        other = above + 1 if above is not None else (below - 1 if below is not None else 0)
        same_above = back.get(other - 1) == (None if above is None else index - 1)
        same_below = back.get(other + 1) == (None if below is None else index + 1)
        if other in free and other + 1 not in free and same_above and same_below:
            found[index] = other
    return found
