"""Sections that one version holds as data and another one as text: one counts as a whole, or a person decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from archkit.model.document import Document, Place
from archkit.versions.clash import Clashes, Three

Key = tuple[str, str]
_GROUPED = ("findings", "components")


@dataclass(frozen=True, slots=True)
class State:
    """What stands at a place: kept text, or data."""

    place: Place
    value: Any

    def says_the_same(self, other: State) -> bool:
        """Whether two versions of a place say the same."""
        return self.place.text == other.place.text and bool(self.value == other.value)

    @property
    def shown(self) -> object:
        """The text or the data."""
        return self.value if self.place.text is None else self.place.text


def level(three: Three[Document], clashes: Clashes) -> Three[Document]:
    """Return the versions made equal wherever not all of them could be read as data.

    A section that only one side changed counts as that side has it; where both did, mine counts and it is a clash.
    """
    keys = dict.fromkeys((place.part, place.name) for document in three for place in document.layout if place.unread)
    for key in keys:
        states = Three(*(state_at(document, key) for document in three))
        base, mine, theirs = states
        texts = {state.place.text is None for state in states if state is not None}
        if mine is None or theirs is None or len(texts) < 2:
            continue
        if base is not None and mine.says_the_same(base):
            mine = theirs
        elif not mine.says_the_same(theirs) and (base is None or not theirs.says_the_same(base)):
            section = "options" if key[0] == "option" else key[0]
            shown = Three(*(state.shown if state else None for state in states))
            clashes.tell((section,), shown)
        three = Three(
            *(put(document, key, mine) if state else document for document, state in zip(three, states, strict=True))
        )
    return three


def state_at(document: Document, key: Key) -> State | None:
    """Return what stands at a place, None when there is no such place; an option goes by its name."""
    part, name = key
    if part == "option":
        return _option_at(document, name)
    for place in document.layout:
        if (place.part, place.name) == key:
            return State(place, _data(document, place) if place.text is None else None)
    return None


def put(document: Document, key: Key, state: State) -> Document:
    """Return the document with another state of a place that it has."""
    part, name = key
    at = _index(document, key)
    layout = (*document.layout[:at], state.place, *document.layout[at + 1 :])
    if part == "option":
        options = [option for option in document.options if option.name != name]
        if state.value is not None:
            above = sum(place.part == "option" and place.text is None for place in layout[:at])
            options.insert(_after_filled(options, above), state.value)
        return document.replace(layout=layout, options=tuple(options))
    if part in _GROUPED:
        rows = getattr(document, part)
        others = tuple(row for row in rows if row.group != name)
        first = next((n for n, row in enumerate(rows) if row.group == name), len(others))
        return document.replace(layout=layout, **{part: (*others[:first], *(state.value or ()), *others[first:])})
    value = Document.model_fields[part].default if state.value is None else state.value
    return document.replace(layout=layout, **{part: value})


def option_places(document: Document) -> list[tuple[int, int]]:
    """Return the index in the layout and among the options for every option that is data."""
    places = [at for at, place in enumerate(document.layout) if place.part == "option" and place.text is None]
    filled = [index for index, option in enumerate(document.options) if not option.is_empty]
    return list(zip(places, filled, strict=False))


def _data(document: Document, place: Place) -> Any:
    value = getattr(document, place.part)
    return tuple(row for row in value if row.group == place.name) if place.part in _GROUPED else value


def _option_at(document: Document, name: str) -> State | None:
    for at, index in option_places(document):
        if document.options[index].name == name:
            return State(document.layout[at], document.options[index])
    for place in document.layout:
        if place.part == "option" and place.text is not None and place.name == name:
            return State(place, None)
    return None


def _index(document: Document, key: Key) -> int:
    if key[0] == "option":
        for at, index in option_places(document):
            if document.options[index].name == key[1]:
                return at
    return next(at for at, place in enumerate(document.layout) if (place.part, place.name) == key)


def _after_filled(options: list[Any], count: int) -> int:
    """Return the index behind so many options that hold something."""
    seen = 0
    for index, option in enumerate(options):
        if seen == count:
            return index
        seen += not option.is_empty
    return len(options)
