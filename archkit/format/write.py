"""Document → text: what was not edited is written as it was read, what was edited canonically, and read again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from archkit.errors import LossError
from archkit.format.body import Body
from archkit.format.filled import filled_part, without_empty_rows
from archkit.format.known import Known
from archkit.format.lists import Unreadable
from archkit.format.lost_words import lost_words
from archkit.format.manuscript import Chunk, Manuscript
from archkit.format.parts import Part, read_option_heading
from archkit.format.pieces import Piece
from archkit.format.render import render
from archkit.format.scan import scan
from archkit.format.settle import settle
from archkit.format.shapes import SHAPES
from archkit.model.document import Document, Place, outline

Totals = Callable[[Document], Mapping[str, str]]

BYTE_ORDER_MARK = "\ufeff"
_TITLES = {spec.key: spec.title for spec in outline()}
_BY_NUMBER = re.compile(r"\|\s*option\s+\d+\s*\|", re.IGNORECASE)


def write(document: Document, basis: Manuscript | None = None, totals: Totals | None = None) -> str:
    """Return a document as text.

    Args:
        document: What to write; it is settled first.
        basis: The text that the document was read from. What is unchanged is taken from it as it stands.
        totals: Gives the computed effort texts; without it none are written beside work items.

    Raises:
        LossError: the canonical form of an edited section would not hold all that stood there.
    """
    if basis is not None and document == basis.document:
        return basis.text
    document = settle(document, basis.document if basis else None)
    chunks = list(basis.chunks) if basis else []
    reread = _Reread(document, basis)
    texts: list[str] = []
    previous: Chunk | None = None
    for place, value in places(document):
        source = _unchanged(chunks, place, value)
        if source and basis and _counts_options(source) and basis.document.option_names != document.option_names:
            source = None
        if source:
            texts.append(
                _joined(
                    texts, source.source.removeprefix(BYTE_ORDER_MARK), previous, source, basis.chunks if basis else ()
                )
            )
        else:
            texts.append(_separated(texts, _rendered(reread, place, value, totals)))
        previous = source
    text = "".join(texts)
    if basis and basis.text.startswith(BYTE_ORDER_MARK):
        text = BYTE_ORDER_MARK + text
    if not basis:
        return text.rstrip("\n") + "\n" if text else ""
    if basis.chunks and previous is not basis.chunks[-1]:
        text = text.rstrip("\n") + "\n"
    return _with_newlines(text, basis)


def places(document: Document) -> Iterator[tuple[Place, Any]]:
    """Yield every place of a settled document with the data that stands there."""
    options = iter([option for option in document.options if not option.is_empty])
    number = 0
    for place in document.layout:
        if place.part == "option":
            number += 1
            yield place, (number, without_empty_rows(next(options))) if place.text is None else None
        else:
            yield place, filled_part(document, place)


def _counts_options(chunk: Chunk) -> bool:
    """Whether a comparison names an option by its number, which is another option's once they are rearranged."""
    return chunk.place.part == "comparison" and bool(_BY_NUMBER.search(chunk.source))


def _unchanged(chunks: list[Chunk], place: Place, value: Any) -> Chunk | None:
    """Return the chunk that was read as exactly this, and take it out of the list."""
    wanted = value[1] if place.part == "option" and value else value
    for index, chunk in enumerate(chunks):
        if chunk.place == place and chunk.value == wanted:
            return chunks.pop(index)
    return None


def _rendered(reread: _Reread, place: Place, value: Any, totals: Totals | None) -> str:
    if place.part == "metadata":
        body = f"---\n{place.text}\n---" if place.text is not None else render(place, value, {})
        return f"{body}\n\n" if body else ""
    body = _body(reread, place, value, totals)
    if reread.basis and place.text is None and place.part in SHAPES:
        _refuse_loss(reread.basis, place)
    head = place.head
    if not body:
        return head.rstrip("\n") + "\n\n" if head else ""
    return f"{head}{body}\n\n"


def _body(reread: _Reread, place: Place, value: Any, totals: Totals | None) -> str:
    if place.text is not None or place.part in ("title", "options", "custom", "preface"):
        return place.text or ""
    data = value[1] if place.part == "option" else value
    computed = totals(reread.document) if totals and place.part == "effort" and data.work_items else {}
    body = render(place, data, computed)
    again = reread.section(place, f"{place.head}{body}")
    if again != data:
        title = place.name or _TITLES.get(place.part, place.part)
        raise LossError(title, f"it would be read as {str(again)[:200]}")
    return body


class _Reread:
    """Reads rendered sections back, each by itself; rows that stand in the text before are taken from there."""

    def __init__(self, document: Document, basis: Manuscript | None) -> None:
        self.document = document
        self.basis = basis

    @cached_property
    def _known(self) -> Known | None:
        return Known(self.basis) if self.basis else None

    def section(self, place: Place, text: str) -> Any:
        """Return the data that a section's text is read as, or in words why it is not."""
        lines = text.split("\n")
        blocks = scan(lines)
        begin = len(place.head.rstrip("\n").split("\n")) if place.head else 0
        body = Body(lines, begin, len(lines), [block for block in blocks if block.first >= begin])
        given: Any = place.name
        if place.part == "option":
            part = read_option_heading(next(block.text for block in blocks if block.kind == "heading"))
            given = part.name if part else ""
        elif place.part == "comparison":
            given = tuple(option.name for option in self.document.options)
        try:
            if self._known and given == place.name:
                piece = Piece(Part(place.part, place.name), 0, len(lines), blocks=body.blocks)
                return self._known.read(piece, text, body, place.name)
            return SHAPES[place.part].read(body, given)
        except Unreadable as problem:
            return problem.reason


def _refuse_loss(basis: Manuscript, place: Place) -> None:
    """Refuse to rewrite a section whose reading left words out.

    Raises:
        LossError: naming the words.
    """
    for chunk in basis.chunks:
        if chunk.place.part != place.part or chunk.place.name != place.name or chunk.value is None:
            continue
        if place.part == "option" and chunk.place.head != place.head:
            continue
        if missing := lost_words(basis, chunk):
            title = place.name or _TITLES.get(place.part, place.part)
            raise LossError(title, f"the words {', '.join(missing[:5])}")
        return


def _joined(texts: list[str], source: str, previous: Chunk | None, chunk: Chunk, known: Sequence[Chunk]) -> str:
    """Return an unchanged chunk; where its neighbour above is another than it was, a blank line stands between."""
    above = next((other for other in reversed(known) if other.line < chunk.line), None)
    if texts and (previous is not above or not texts[-1].endswith("\n")):
        return _separated(texts, source)
    return source


def _separated(texts: list[str], text: str) -> str:
    if not texts or not text:
        return text
    above = texts[-1].replace("\r\n", "\n")
    missing = 0 if above.endswith("\n\n") or not above else (1 if above.endswith("\n") else 2)
    return "\n" * missing + text


def _with_newlines(text: str, basis: Manuscript) -> str:
    if basis.newline == "\n":
        return text
    return re.sub(r"(?<!\r)\n", "\r\n", text)
