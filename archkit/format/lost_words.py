"""Words of a section that its data has not, and that writing it anew would lose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from archkit.format.format_words import FORMAT_WORDS
from archkit.format.manuscript import Chunk, Manuscript
from archkit.format.render import render
from archkit.model.fields import Frozen, fields_of
from archkit.model.findings import DETAIL_FIELDS
from archkit.model.placeholders import PLACEHOLDERS, TEMPLATE_LABELS

#: Numbers are not looked at: archkit numbers lists and options, and writes `1.50` as `1.5`.
_WORD = re.compile(r"[^\W\d_]+")


def lost_words(manuscript: Manuscript, chunk: Chunk) -> list[str]:
    """Return the words in the source of a chunk of data that are neither in its data nor computed."""
    said = without_hints(chunk.source)
    known = "\n".join([*(text for text, _ in manuscript.stated.values()), chunk.place.head])
    # Rendering is slow, and it adds no word that the data has not but those of the format.
    if not _missing(said, "\n".join([known, *_texts(chunk.value)])):
        return []
    return _missing(said, f"{known}\n{render(chunk.place, chunk.value, {}, blanks=False)}")


def without_hints(text: str) -> str:
    """Return a text without the template's blanks and the labels that it gives to them."""
    return "\n".join(map(_without_hint, text.split("\n"))) if "[" in text else text


def _without_hint(line: str) -> str:
    blanks = [blank for blank in PLACEHOLDERS if blank in line] if "[" in line else []
    for hint in (*blanks, *(TEMPLATE_LABELS if blanks else ())):
        line = line.replace(hint, "")
    return line


def _missing(said: str, kept: str) -> list[str]:
    """Return the words that one text has more often than another, but for those of the format."""
    # Splitting at white space is quick and cuts no word, so only what differs is looked at closely.
    ours, others = Counter(said.casefold().split()), Counter(kept.casefold().split())
    lost = counted_words((ours - others).elements()) - counted_words((others - ours).elements())
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


def counted_words(texts: Iterable[str]) -> Counter[str]:
    """Count the words of texts; numbers are none."""
    return Counter(_WORD.findall(" ".join(texts)))
