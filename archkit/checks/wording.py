"""Rules about wording: a section says something, and speed is said in numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from archkit.checks.review import Found, Review
from archkit.errors import quoted
from archkit.model.document import outline
from archkit.model.edit import Path

_VAGUE = re.compile(
    r"\b(?:fast(?:er)?|quick(?:ly)?|scal(?:able|es\s+(?:well|easily|horizontally))|low\s+latency|performant|robust"
    r"|high(?:ly)?\s+(?:available|performan\w+|throughput|load)|efficient(?:ly)?|responsive|(?:near[- ])?real[- ]time"
    r"|sufficient(?:ly)?|reasonabl[ey]|acceptable|good\s+performance|web[- ]scale|blazing\w*|heavy\s+load"
    r"|many\s+users)\b",
    re.IGNORECASE,
)
_TITLES = {spec.key: spec.title for spec in outline()}
_LABELLED = ("expected_load", "scaling_approach", "bottlenecks")


def vague_words(review: Review) -> Iterator[Found]:
    """A vague word in a text about performance that has no number."""
    performance = review.document.performance
    texts: list[tuple[Path, str]] = [(("performance", key), getattr(performance, key)) for key in _LABELLED]
    texts += [(("performance", "details", at, "value"), item.value) for at, item in enumerate(performance.details)]
    for path, text in texts:
        if (found := _VAGUE.search(text)) and not re.search(r"\d", text):
            word = " ".join(found[0].split())
            yield path, f"{quoted(word)} has no number; say how much, how often and by when, with a unit", found[0]


def empty_sections(review: Review) -> Iterator[Found]:
    """A heading of the template with nothing below it, not even a heading of a lower level."""
    chunks = review.manuscript.chunks
    for chunk, below in pairwise((*chunks, None)):
        if chunk is None or chunk.place.part not in _TITLES or chunk.place.part in ("title", "metadata"):
            continue
        head = chunk.place.head
        lines = chunk.source.strip("\n").split("\n")[len(head.strip("\n").split("\n")) :]
        if not head or any(line.strip() for line in lines) or (below and _level(below.place.head) > _level(head)):
            continue
        title = chunk.place.name or _TITLES[chunk.place.part]
        yield ("line", chunk.line), f"{quoted(title)} is empty; fill it in, or delete the heading"


def _level(head: str) -> int:
    return len(head) - len(head.lstrip("#"))
