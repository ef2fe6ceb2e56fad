"""The page of a document in pieces, so that only what changed is sent: its frame, and one piece for each section."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Any

from archkit.analysis.evidence.strength import EvidenceSettings
from archkit.model.document import Document
from archkit.pages.export_html import render_page
from archkit.pages.kept import in_a_hurry
from archkit.pages.remembered import Remembered
from archkit.widgets.parts import Json

#: Only the page's own template writes a section; what an author typed is text.
_SECTION = re.compile(r'^<section aria-labelledby="([^"]+)">$', re.MULTILINE)
_END = "</section>\n"


@dataclass(frozen=True)
class Pieces:
    """A page: what stands before and after its sections, and its sections by anchor, in order."""

    before: str
    sections: dict[str, str]
    after: str

    def as_json(self, known: Pieces | None) -> Json:
        """Return what a browser that has `known` lacks."""
        had = known.sections if known else {}
        lacking = {anchor: text for anchor, text in self.sections.items() if had.get(anchor) != text}
        news: Json = {"order": list(self.sections), "sections": lacking, "digest": self.digest}
        if known is None or (known.before, known.after) != (self.before, self.after):
            news |= {"before": self.before, "after": self.after}
        return news | {"basis": known.digest if known else ""}

    @property
    def digest(self) -> str:
        """A name for this state of the page."""
        text = "\0".join([self.before, *self.sections.values(), self.after])
        return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def changed_keys(before: Document, after: Document) -> frozenset[str]:
    """Return the keys of the sections that are not the same."""
    return frozenset(key for key in Document.model_fields if getattr(before, key) != getattr(after, key))


def page_pieces(
    document: Document,
    remembered: Remembered[Any] | None = None,
    known: Document | None = None,
    evidence: EvidenceSettings | None = None,
) -> Pieces:
    """Return the still page of a document in pieces; what is remembered of it is not rendered again.

    Args:
        document: What is shown.
        remembered: The page as it was rendered last.
        known: The document told before, in a hurry: only the sections that changed since are looked at, and what else
            depends on them stays as it was. None to look at all.
        evidence: The day, and how fast findings grow old; the plain limits when None.
    """
    if remembered is not None:
        remembered.only = changed_keys(known, document) if known else None
    with in_a_hurry(known):
        text = render_page(document, remembered=remembered, is_still=True, evidence=evidence)
    starts = list(_SECTION.finditer(text))
    if not starts:
        main = text.rindex("</main>")
        return Pieces(text[:main], {}, text[main:])
    end = text.rindex(_END) + len(_END)
    ends = [*(start.start() for start in starts[1:]), end]
    sections = {start[1]: text[start.start() : stop] for start, stop in zip(starts, ends, strict=True)}
    return Pieces(text[: starts[0].start()], sections, text[end:])
