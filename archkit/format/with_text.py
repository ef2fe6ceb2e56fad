"""The Markdown of one place replaced by hand: what can be read becomes data, and nothing around it is touched."""

from __future__ import annotations

from archkit.errors import ModelError
from archkit.format.contain import contain
from archkit.format.filled import without_empty_rows
from archkit.format.manuscript import Manuscript
from archkit.format.parts import BELOW, GROUPED
from archkit.format.read import read
from archkit.model.document import Document, Place, outline
from archkit.model.text import clean

#: Parts in which a heading of the third level begins another part.
_DEEP = frozenset({"options", "option", *BELOW, *GROUPED})


def with_text(manuscript: Manuscript, place: int, markdown: str) -> Manuscript:
    """Return a manuscript in which other Markdown stands below the heading of a place.

    Args:
        manuscript: What was read.
        place: Which chunk, counted from 0.
        markdown: Its text without the heading. Where it would swallow what follows or begin another section, an open
            fence is closed and a heading is lowered.

    Raises:
        ModelError: there is no such place, or the text cannot be kept in it.
    """
    chunks = manuscript.chunks
    if not 0 <= place < len(chunks):
        raise ModelError("text", f"there is no place {place}", f"the document has {len(chunks)} places")
    text = clean(markdown).strip("\n")
    highest = 4 if chunks[place].place.part in _DEEP or chunks[place].place.head.startswith("###") else 3
    for tried in (text, contain(text, highest)):
        after = read(_joined(manuscript, place, tried if tried.strip() else ""))
        if _others(after, place) == _others(manuscript, place) or (
            not tried and _all(after) == _others(manuscript, place)
        ):
            return after
    raise ModelError("text", "it would change what stands around it", "close its fences, comments and markers")


def keep_empty_rows(document: Document, before: Document) -> Document:
    """Return a document that was read, with the rows of `before` that are not filled in yet and so not in the file."""
    kept = {
        spec.key: value
        for spec in outline()
        if (value := getattr(before, spec.key)) != (read_again := getattr(document, spec.key))
        and without_empty_rows(value) == read_again
    }
    return document.replace(**kept) if kept else document


def _joined(manuscript: Manuscript, place: int, text: str) -> str:
    pieces = [chunk.source for chunk in manuscript.chunks]
    pieces[place] = _piece(manuscript.chunks[place].place, text)
    return "".join(pieces)


def _piece(place: Place, text: str) -> str:
    if place.part == "metadata":
        return f"---\n{text}\n---\n\n" if text else ""
    if not text:
        return f"{place.head.rstrip()}\n\n" if place.head else ""
    return f"{place.head}{text}\n\n"


def _others(manuscript: Manuscript, place: int) -> list[str]:
    return [chunk.source for number, chunk in enumerate(manuscript.chunks) if number != place]


def _all(manuscript: Manuscript) -> list[str]:
    return [chunk.source for chunk in manuscript.chunks]
