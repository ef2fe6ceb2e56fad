"""Three-way merge of texts: a section that one side changed keeps its bytes, a clash is marked as git does."""

from __future__ import annotations

from dataclasses import dataclass, replace

from archkit.errors import LossError, UnreadSectionError
from archkit.format.manuscript import Manuscript
from archkit.format.read import read
from archkit.format.settle import settle
from archkit.format.shapes import SHAPES
from archkit.format.write import Totals, mean_totals, write
from archkit.model.document import Document, outline
from archkit.versions.clash import Clash, Three
from archkit.versions.conflicts import clashing_places, in_conflict
from archkit.versions.envelope import merged_envelope
from archkit.versions.lines import merge_lines
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
    totals: Totals = mean_totals,
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
    three = Three(*map(read, texts))
    merged = None
    if any(place.part in SHAPES for manuscript in three for place in manuscript.document.layout):
        merged = _merge_sections(three, labels, totals)
    merged = merged or _merge_whole(texts, labels)
    return MergedText(envelope.put_on(merged.text), merged.clashes)


def _merge_sections(three: Three[Manuscript], labels: tuple[str, str], totals: Totals) -> MergedText | None:
    """Merge section by section; None when the sections cannot be told apart."""
    merged = merge(*(manuscript.document for manuscript in three))
    try:
        settled = settle(merged.document)
    except UnreadSectionError:
        return None
    clashes = list(merged.clashes)
    places = clashing_places(clashes, merged.document, settled)
    for _ in range(len(settled.layout) + 1):
        document, _ = in_conflict(settled, places, three, labels)
        try:
            text = write(document, _basis(three), totals)
            write(document, _basis(Three(three.base, three.theirs, three.mine)), totals)
        except LossError as error:
            more = _named(settled, str(error)) - places
            if not more:
                return None
            places |= more
            clashes += [_loss(settled, at, three) for at in sorted(more)]
            continue
        except UnreadSectionError:
            return None
        return MergedText(text, tuple(clashes))
    return None


def _merge_whole(texts: Three[str], labels: tuple[str, str]) -> MergedText:
    """Merge line by line, as git does."""
    text, clashed = merge_lines(*texts, labels)
    return MergedText(text, (Clash(("layout",), *texts, "layout"),) if clashed else ())


def _basis(three: Three[Manuscript]) -> Manuscript:
    """Return the chunks of both sides as the source of what is unchanged; those that a side rewrote come first."""
    known = {chunk.source for chunk in three.base.chunks}
    chunks = [*three.mine.chunks, *three.theirs.chunks]
    chunks.sort(key=lambda chunk: chunk.source in known)
    stated = {**three.theirs.stated, **three.mine.stated}
    return replace(three.mine, chunks=tuple(chunks), document=Document(), stated=stated)


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
