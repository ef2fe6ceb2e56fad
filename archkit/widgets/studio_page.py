"""The page of a document in pieces, so that only what changed is sent: its frame, and one piece for each section."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from archkit.analysis.evidence.strength import EvidenceSettings
from archkit.model.document import Document
from archkit.pages.export_html import render_page
from archkit.pages.kept import in_a_hurry
from archkit.pages.remembered import Remembered
from archkit.widgets.parts import Json

#: Only the page's own template writes these; what an author typed is text.
_SECTION = re.compile(r'^<section aria-labelledby="([^"]+)">$', re.MULTILINE)
_END = "</section>\n"
_TITLE = '<header class="title">\n'
_MAIN = '<main id="content">\n'


@dataclass(frozen=True)
class Pieces:
    """A page: what stands around its sections, and its sections by anchor, in order.

    Attributes:
        frame: `head`, `title` (with the contents), what is `leading` to the first section, and what stands `after` all.
        sections: The text of each section.
    """

    frame: dict[str, str]
    sections: dict[str, str]

    def as_json(self, known: Pieces | None) -> Json:
        """Return what a browser that has `known` lacks."""
        frame, sections = (known.frame, known.sections) if known else ({}, {})
        return {
            "order": list(self.sections),
            "sections": _lacking(self.sections, sections),
            "frame": _lacking(self.frame, frame),
            "digest": self.digest,
            "basis": known.digest if known else "",
        }

    @cached_property
    def digest(self) -> str:
        """A name for this state of the page."""
        text = "\0".join([*self.frame.values(), *self.sections.values()])
        return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def _lacking(texts: dict[str, str], had: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in texts.items() if had.get(name) != text}


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
    end = text.rindex(_END) + len(_END) if starts else text.rindex("</main>")
    first = starts[0].start() if starts else end
    ends = [*(start.start() for start in starts[1:]), end]
    sections = {start[1]: text[start.start() : stop] for start, stop in zip(starts, ends, strict=False)}
    return Pieces(_frame(text[:first], text[end:]), sections)


def _frame(before: str, after: str) -> dict[str, str]:
    title = before.index(_TITLE)
    main = before.index(_MAIN, title) + len(_MAIN)
    return {"head": before[:title], "title": before[title:main], "leading": before[main:], "after": after}
