"""Document → what is printed: its completed Markdown in its order, the figures below their tables, the title block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from archkit.format.complete import completed
from archkit.model.document import Document, Place
from archkit.pages.markdown import RichText
from archkit.pages.numbers import PageNumbers, page_numbers
from archkit.pages.title import facts, lead
from archkit.pages.visible import visible
from archkit.printing.blocks import Block, Code, Heading, Paragraph, Printed, Run
from archkit.printing.figures import Figures
from archkit.printing.markdown import Walk
from archkit.printing.pictures import Pictures
from archkit.printing.runs import Cited, plain_runs
from archkit.session import effort_texts

if TYPE_CHECKING:
    from archkit.pages.views.page import Page

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_FRONT_MATTER = re.compile(r"---\n(.*)\n---", re.DOTALL)
_NO_TITLE, _NOTHING = "Architecture document", "Nothing is written in this document yet."


@dataclass(frozen=True)
class _Told:
    """What the title block is made from."""

    document: Document
    numbers: PageNumbers
    rich: RichText


def printed(document: Document, folder: Path | None, form: Literal["svg", "png"]) -> Printed:
    """Return a document as it is printed.

    Args:
        document: What is printed.
        folder: Where its file lies; its pictures are looked for there and below.
        form: What its figures are drawn as.
    """
    numbers = page_numbers(document)
    # The page itself would bring along all its views and the checks behind them.
    page = cast("Page", _Told(document, numbers, RichText()))
    pictures = Pictures(folder)
    walk = Walk(Cited(frozenset(row.id for row in document.findings if row.id), set()), pictures)
    figures = Figures(document, numbers, pictures, form)
    heading = walk.blocks(document.title)
    blocks = [block for piece in completed(document, effort_texts) for block in _blocks(*piece, walk, figures)]
    blocks = blocks or [Paragraph(plain_runs(_NOTHING), is_note=True)]
    title = visible(page.rich.plain(document.title)) or _NO_TITLE
    return Printed(
        title=title,
        heading=next((block.runs for block in heading if isinstance(block, Heading)), (Run(title),)),
        lead=visible(lead(page)),
        status=visible(document.metadata.status),
        facts=tuple((visible(label), visible(str(value.striptags()))) for label, value in facts(page)),
        language=_language(document),
        blocks=tuple(blocks),
        pictures=pictures.files,
    )


def _blocks(place: Place, text: str, walk: Walk, figures: Figures) -> Iterator[Block]:
    if place.part == "metadata":
        found = _FRONT_MATTER.match(text) if place.unread else None
        if found:
            yield Code(visible(found[1]))
        return
    if place.part == "title":
        text = text[len(place.head.rstrip("\n")) :]
    walk.cited.in_findings = place.part == "findings"
    yield from walk.blocks(text)
    walk.cited.in_findings = False
    yield from figures.below(place.part)


def _language(document: Document) -> str:
    wish = document.metadata.extra.get("lang", "")
    return wish if isinstance(wish, str) and _LANGUAGE.fullmatch(wish) else "en"
