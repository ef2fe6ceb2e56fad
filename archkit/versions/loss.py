"""Words that reading a section left out, and that writing it anew would lose."""

from __future__ import annotations

from archkit.errors import LossError
from archkit.format.lost_words import lost_words
from archkit.format.manuscript import Manuscript
from archkit.format.shapes import SHAPES
from archkit.model.document import outline

_TITLES = {spec.key: spec.title for spec in outline()}


def refuse_loss(side: Manuscript, merged: str) -> None:
    """Refuse a merged text in which a section of one side was written anew without all of its words.

    Writing checks this for the text that a document was read from, and a merged one was read from two.

    Raises:
        LossError: naming the section and the words.
    """
    for chunk in side.chunks:
        if chunk.value is None or chunk.place.part not in SHAPES or chunk.source in merged:
            continue
        if missing := lost_words(side, chunk):
            title = chunk.place.name or _TITLES.get(chunk.place.part, chunk.place.part)
            raise LossError(title, f"the words {', '.join(missing[:5])}")
