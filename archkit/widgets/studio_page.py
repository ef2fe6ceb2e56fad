"""The page of a document in pieces, so that only what changed is sent: its frame, and one piece for each section."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from secrets import token_hex
from typing import Any

from archkit.analysis.evidence.strength import EvidenceSettings
from archkit.model.document import Document
from archkit.pages.export_html import render_page
from archkit.pages.kept import in_a_hurry
from archkit.pages.remembered import Remembered
from archkit.widgets.parts import Json
from archkit.widgets.text_runs import text_runs

#: Only the page's own template writes these; what an author typed is text.
_SECTION = '\n<section aria-labelledby="'
_END = "</section>\n"
_TITLE = '<header class="title">\n'
_MAIN = '<main id="content">\n'


@dataclass(frozen=True)
class Pieces:
    """A page: what stands around its sections, and its sections by anchor, in order.

    Attributes:
        frame: `head`, `title` (with the contents), what is `leading` to the first section, and what stands `after` all.
        sections: The text of each section.
        digest: A name for this state of the page, unlike any other.
    """

    frame: dict[str, str]
    sections: dict[str, str]
    digest: str = field(default_factory=lambda: token_hex(8), compare=False)

    def as_json(self, known: Pieces | None) -> Json:
        """Return what a browser that has `known` lacks; of a section that it has, the lines that are new."""
        frame, sections = (known.frame, known.sections) if known else ({}, {})
        return {
            "order": list(self.sections),
            "sections": {
                name: text_runs(text, sections[name]) if name in sections else text
                for name, text in _lacking(self.sections, sections).items()
            },
            "frame": _lacking(self.frame, frame),
            "digest": self.digest,
            "basis": known.digest if known else "",
        }


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
    *,
    since: Document | None = None,
) -> Pieces:
    """Return the still page of a document in pieces; what is remembered of it is not rendered again.

    Args:
        document: What is shown.
        remembered: The page as it was rendered last.
        known: The document told before, in a hurry: only the sections that changed since are looked at, and what else
            depends on them stays as it was. None to look at all.
        evidence: The day, and how fast findings grow old; the plain limits when None.
        since: A document told in a hurry after `known`: what a person took back changes again.
    """
    if remembered is not None:
        remembered.only = changed_keys(known, document) | changed_keys(since or known, document) if known else None
    with in_a_hurry(known):
        text = render_page(document, remembered=remembered, is_still=True, evidence=evidence)
    starts = _starts(text)
    end = text.rindex(_END) + len(_END) if starts else text.rindex("</main>")
    pieces = [text[start:stop] for start, stop in pairwise([*starts, end])]
    # The name of a section stands in its first line.
    sections = {piece.split('"', 2)[1]: piece for piece in pieces}
    return Pieces(_frame(text[: starts[0] if starts else end], text[end:]), sections)


def _starts(text: str) -> list[int]:
    """Return where the sections begin."""
    starts = []
    at = text.find(_SECTION)
    while at >= 0:
        starts.append(at + 1)
        at = text.find(_SECTION, at + 1)
    return starts


def _frame(before: str, after: str) -> dict[str, str]:
    title = before.index(_TITLE)
    main = before.index(_MAIN, title) + len(_MAIN)
    return {"head": before[:title], "title": before[title:main], "leading": before[main:], "after": after}
