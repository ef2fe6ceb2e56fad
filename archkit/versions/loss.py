"""Words that reading a section left out, and that writing it anew would lose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from archkit.errors import LossError
from archkit.format.manuscript import Manuscript
from archkit.format.render import render
from archkit.format.shapes import SHAPES
from archkit.format.write import FORMAT_WORDS, without_hints
from archkit.model.document import outline
from archkit.model.fields import Frozen, fields_of
from archkit.model.findings import DETAIL_FIELDS

_TITLES = {spec.key: spec.title for spec in outline()}
_WORD = re.compile(r"[^\W\d_]{3,}")


def refuse_loss(side: Manuscript, merged: str) -> None:
    """Refuse a merged text in which a section of one side was written anew without all of its words.

    Writing checks this for the text that a document was read from, and a merged one was read from two.

    Raises:
        LossError: naming the section and the words.
    """
    stated = [text for text, _ in side.stated.values()]
    for chunk in side.chunks:
        if chunk.value is None or chunk.place.part not in SHAPES or chunk.source in merged:
            continue
        said = without_hints(chunk.source)
        known = "\n".join([*stated, chunk.place.head])
        # Rendering is slow, and it adds no word that the data has not but those of the format.
        if not _missing(said, "\n".join([known, *_texts(chunk.value)])):
            continue
        if missing := _missing(said, f"{known}\n{render(chunk.place, chunk.value, {}, blanks=False)}"):
            title = chunk.place.name or _TITLES.get(chunk.place.part, chunk.place.part)
            raise LossError(title, f"the words {', '.join(missing[:5])}")


def _missing(said: str, kept: str) -> list[str]:
    """Return the words that one text has more often than another, but for those of the format."""
    # Splitting at white space is quick and cuts no word, so only what differs is looked at closely.
    ours, others = Counter(said.casefold().split()), Counter(kept.casefold().split())
    lost = _words(ours - others) - _words(others - ours)
    return [word for word in lost if word not in FORMAT_WORDS]


def _texts(value: object) -> Iterator[str]:
    """Yield all texts of a value, and the labels that stand before some of them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (str(part) for pair in value.items() for part in pair)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, Frozen):
        for key, label in _labelled_fields(type(value)):
            if part := getattr(value, key):
                if label:
                    yield label
                if isinstance(part, str):
                    yield part
                else:
                    yield from _texts(part)


@cache
def _labelled_fields(kind: type[Frozen]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a class, with the labels that stand before some of them."""
    return tuple((spec.key, spec.title if spec.title in DETAIL_FIELDS else "") for spec in fields_of(kind))


def _words(pieces: Counter[str]) -> Counter[str]:
    return Counter(_WORD.findall(" ".join(pieces.elements())))
