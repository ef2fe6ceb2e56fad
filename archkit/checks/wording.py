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
    r"\b(?:fast(?:er|est)?|quick(?:ly|er)?|rapid(?:ly)?|speedy|snappy|scalab(?:le|ly|ility)|elastic(?:ally|ity)?"
    r"|performant|robust"
    r"|scales?\s+(?:well|easily|nicely|horizontally|vertically|linearly|out|up|as\s+needed|infinitely|with)"
    r"|(?:low|minimal|small|negligible|good|acceptable|high)[- ](?:latency|latencies|overhead|delay|throughput"
    r"|performance|response)"
    r"|(?:high|heavy|large|huge|big|massive|significant|moderate|low)\s+(?:load|loads|volumes?|traffic|number\s+of"
    r"|amounts?\s+of|scale)"
    r"|high(?:ly)?[- ](?:available|performan\w+|throughput|concurren\w+)|efficient(?:ly)?|responsive(?:ness)?"
    r"|(?:near[- ])?real[- ]time|instant(?:ly|aneous(?:ly)?)?|immediate(?:ly)?|seamless(?:ly)?|smooth(?:ly)?"
    r"|sufficient(?:ly)?|adequate(?:ly)?|reasonabl[ey]|acceptable|web[- ]scale|blazing\w*|lightning\w*|slow(?:er)?"
    r"|(?:many|lots\s+of|a\s+lot\s+of|plenty\s+of|numerous|countless)\s+\w+|optimi[sz]ed|unlimited|well\s+enough)\b",
    re.IGNORECASE,
)
#: What counts as a number: a digit that stands in no id and no name of an option or phase, or a number in words.
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|hundreds?"
    r"|thousands?|millions?|billions?|dozens?|twice|half|double|percent)\b",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"\[[A-Za-z][\w,; -]*\]|\b(?:options?|phases?|steps?|version|v|http|tls|java|python|s|ipv)[ /.]?\d+", re.IGNORECASE
)
_EMPTY = re.compile(r"(?:[-*+]|\d+[.)])?\s*(?:<!--.*?-->)?")
_TITLES = {spec.key: spec.title for spec in outline()}
_LABELLED = ("expected_load", "scaling_approach", "bottlenecks")


def vague_words(review: Review) -> Iterator[Found]:
    """A vague word in a text about performance that has no number."""
    performance = review.document.performance
    texts: list[tuple[Path, str]] = [(("performance", key), getattr(performance, key)) for key in _LABELLED]
    texts += [(("performance", "details", at, "value"), item.value) for at, item in enumerate(performance.details)]
    for path, text in texts:
        if found := _vague(text):
            key = performance.details[int(path[2])].key if len(path) > 2 else ""
            yield path, _without_number(found), _on_the_line(review, key, found)
    if review.is_kept_as_text("performance"):
        for line, text in _kept_lines(review, "performance"):
            if found := _vague(text):
                yield ("line", line), _without_number(found), found


def _vague(text: str) -> str:
    """Return the vague word of a text that has no number, "" for none."""
    found = _VAGUE.search(text)
    return found[0] if found and not _NUMBER.search(_NAMES.sub(" ", text)) else ""


def _without_number(word: str) -> str:
    return f"{quoted(' '.join(word.split()))} has no number; say how much, how often and by when, with a unit"


def _on_the_line(review: Review, key: str, word: str) -> str:
    """Return the text of the line on which a detail says a word, as another line may say it, too."""
    if not key:
        return word
    lines = (text for _, text in _kept_lines(review, "performance") if key in text and word in text)
    return next(lines, word).strip().lstrip("-*+ ")


def _kept_lines(review: Review, part: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a section with their numbers, without its heading."""
    for chunk in review.manuscript.chunks:
        if chunk.place.part == part:
            for line, text in enumerate(chunk.source.split("\n"), chunk.line):
                if text.strip() and not text.startswith("#"):
                    yield line, text


def empty_sections(review: Review) -> Iterator[Found]:
    """A heading of the template with nothing below it, not even a heading of a lower level."""
    chunks = review.manuscript.chunks
    for chunk, below in pairwise((*chunks, None)):
        if chunk is None or chunk.place.part not in _TITLES or chunk.place.part in ("title", "metadata"):
            continue
        head = chunk.place.head
        lines = chunk.source.strip("\n").split("\n")[len(head.strip("\n").split("\n")) :]
        if (
            not head
            or any(not _EMPTY.fullmatch(line.strip()) for line in lines)
            or (below and _level(below.place.head) > _level(head))
        ):
            continue
        title = chunk.place.name or _TITLES[chunk.place.part]
        yield ("line", chunk.line), f"{quoted(title)} is empty; fill it in, or delete the heading"


def _level(head: str) -> int:
    return len(head) - len(head.lstrip("#"))
