"""Three-way merge of texts: a section that one side changed keeps its bytes, a clash is marked as git does."""

from __future__ import annotations

from dataclasses import dataclass, replace

from archkit.errors import LossError, UnreadSectionError
from archkit.format.manuscript import Manuscript
from archkit.format.read import read
from archkit.format.settle import settle
from archkit.format.shapes import SHAPES
from archkit.format.write import Totals, places, write
from archkit.model.document import Document, Place, outline
from archkit.versions.clash import Clash, Three
from archkit.versions.conflicts import clashing_places, in_conflict
from archkit.versions.envelope import merged_envelope
from archkit.versions.kept_words import missing_words
from archkit.versions.lines import merge_lines
from archkit.versions.loss import refuse_loss
from archkit.versions.merge import merge

_TITLES = {spec.key: spec.title for spec in outline()}


@dataclass(frozen=True, slots=True)
class MergedText:
    """A merged text, and what nobody but a person can decide.

    Attributes:
        text: The text; sections with a clash hold both sides between conflict markers.
        clashes: What the sides disagree on.
    """

    text: str
    clashes: tuple[Clash, ...] = ()


def merge_text(
    base: str,
    mine: str,
    theirs: str,
    labels: tuple[str, str] = ("mine", "theirs"),
    totals: Totals | None = None,
) -> MergedText:
    """Merge what two sides made of one text.

    Args:
        base: The text that both sides began with.
        mine: What one side made of it.
        theirs: What the other side made of it.
        labels: What the conflict markers call the two sides.
        totals: Gives the computed effort texts of an effort that both sides changed.
    """
    if mine == theirs or theirs == base:
        return MergedText(mine)
    if mine == base:
        return MergedText(theirs)
    envelope = merged_envelope(base, mine, theirs)
    plain = replace(envelope, mark=False, end=1)
    texts = Three(*(plain.put_on(text) for text in (base, mine, theirs)))
    merged = _merge_read(texts, labels, totals) or _merge_whole(texts, labels)
    return MergedText(envelope.put_on(merged.text), merged.clashes)


def _merge_read(texts: Three[str], labels: tuple[str, str], totals: Totals | None) -> MergedText | None:
    """Merge by what the texts say; None where that is nothing that archkit knows, or would lose a word."""
    first = read(texts.base)
    three = Three(first, read(texts.mine, first), read(texts.theirs, first))
    documents = Three(*(manuscript.document for manuscript in three))
    if not any(place.part in SHAPES for document in documents for place in document.layout):
        return None
    merged = _merge_sections(three, labels, totals)
    if merged is None or missing_words(texts, merged.text, documents):
        return None
    return merged


def _merge_sections(three: Three[Manuscript], labels: tuple[str, str], totals: Totals | None) -> MergedText | None:
    """Merge section by section; None when the sections cannot be told apart."""
    merged = merge(*(manuscript.document for manuscript in three))
    known = _known_sections(three, merged.document)
    clashes = list(merged.clashes)
    try:
        settled = settle(merged.document, known)
        marked = clashing_places(clashes, merged.document, settled)
        for _ in settled.layout:
            try:
                document = in_conflict(settled, marked, three, labels)
                text = write(document, _basis(three, document, known), totals)
                refuse_loss(three.mine, text)
                refuse_loss(three.theirs, text)
                return MergedText(text, tuple(clashes))
            except LossError as error:
                more = _named(settled, str(error)) - marked
                if not more:
                    return None
                marked |= more
                clashes += [_loss(settled, at, three) for at in sorted(more)]
    except UnreadSectionError:
        return None
    return None


def _merge_whole(texts: Three[str], labels: tuple[str, str]) -> MergedText:
    """Merge line by line, as git does."""
    text, clashed = merge_lines(*texts, labels)
    return MergedText(text, (Clash(("layout",), *texts, "layout"),) if clashed else ())


def _known_sections(three: Three[Manuscript], merged: Document) -> Document:
    """Return a document of those sections that one of the versions has as they are; writing takes them as they are."""
    sections = {
        spec.key: value
        for spec in outline()
        if any(getattr(side.document, spec.key) == (value := getattr(merged, spec.key)) for side in three)
    }
    return Document().replace(**sections)


def _basis(three: Three[Manuscript], document: Document, known: Document) -> Manuscript:
    """Return the chunks of both sides that can be written as they stand; those that a side rewrote come first."""
    base = {chunk.source for chunk in three.base.chunks}
    wanted: dict[Place, list[object]] = {}
    for place, value in places(document):
        wanted.setdefault(place, []).append(value[1] if place.part == "option" and value else value)
    chunks = [
        chunk for chunk in (*three.mine.chunks, *three.theirs.chunks) if chunk.value in wanted.get(chunk.place, ())
    ]
    chunks.sort(key=lambda chunk: chunk.source in base)
    return replace(three.mine, text="", chunks=tuple(chunks), document=known)


def _named(settled: Document, message: str) -> set[int]:
    """Return the places that the message of a loss names."""
    return {
        at
        for at, place in enumerate(settled.layout)
        if message.startswith(f'"{place.name or _TITLES.get(place.part, place.part)}" ') and place.text is None
    }


def _loss(settled: Document, at: int, three: Three[Manuscript]) -> Clash:
    place = settled.layout[at]
    section = "options" if place.part == "option" else place.part
    base, mine, theirs = (
        next(
            (chunk.source for chunk in side.chunks if (chunk.place.part, chunk.place.name) == (place.part, place.name)),
            "",
        )
        for side in three
    )
    return Clash((section,), base, mine, theirs, section)
