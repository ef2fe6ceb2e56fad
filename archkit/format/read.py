"""Text → manuscript: a section becomes data where nothing of it is left over, and stays Markdown where something is."""

from __future__ import annotations

from typing import Any

from archkit.errors import Diagnostic
from archkit.format.blanks import blanks_in
from archkit.format.body import CONFLICT, Body
from archkit.format.known import Known
from archkit.format.lists import Unreadable
from archkit.format.manuscript import Chunk, Manuscript
from archkit.format.parts import GROUPED, Part, folded, headings, misplaced
from archkit.format.pieces import Piece, front_matter_end, pieces_of
from archkit.format.sections import metadata
from archkit.format.shapes import SHAPES
from archkit.model.document import Document, Place, outline
from archkit.model.edit import Path
from archkit.model.metadata import Metadata
from archkit.model.placeholders import BLANK_TITLE

_TITLES = {spec.key: spec.title for spec in outline()}


def read(text: str, known: Manuscript | None = None) -> Manuscript:
    """Read a text; never fails, whatever the text is.

    What cannot be read as data is kept as text and has a diagnostic.

    Args:
        text: The text.
        known: What another text was read as. It changes nothing but the time: sections and rows that stand there
            in the same words are not read anew.
    """
    return _Reader(text, known).run()


class _Reader:
    def __init__(self, text: str, known: Manuscript | None) -> None:
        self.text = text
        self.known = Known(known) if known else None
        self.raw = text.split("\n")
        self.lines = [line[:-1] if line.endswith("\r") else line for line in self.raw] if "\r" in text else self.raw
        if self.lines[0].startswith("\ufeff"):
            self.lines = [self.lines[0][1:], *self.lines[1:]]
        self.values: dict[str, Any] = {}
        self.options: list[Any] = []
        self.chunks: list[Chunk] = []
        self.diagnostics: list[Diagnostic] = []
        self.places: dict[Path, int] = {}
        self.stated: dict[tuple[str, str], tuple[str, int]] = {}
        self.seen: dict[tuple[str, str], int] = {}
        #: Lines (1-based) that are code, where brackets mean nothing.
        self.code: set[int] = set()

    def run(self) -> Manuscript:
        front = front_matter_end(self.lines)
        if front:
            self._front_matter(front)
        # Nothing but the end of the text is no piece; a lone carriage return or byte order mark is one.
        pieces = pieces_of(self.lines, front) if any(self.raw[front:]) or len(self.raw) > front + 1 else []
        for piece in self._ordered(pieces):
            self._piece(piece)
            for block in piece.blocks:
                if block.kind in ("fence", "code"):
                    self.code.update(range(block.first + 1, block.last + 1))
        self.chunks.sort(key=lambda chunk: chunk.line)
        layout = tuple(chunk.place for chunk in self.chunks)
        document = Document.model_construct(
            **_defaults() | self.values | {"options": tuple(self.options), "layout": layout}
        )
        return Manuscript(
            text=self.text,
            document=document,
            chunks=tuple(self.chunks),
            newline="\r\n" if "\r" in self.text and self.text.count("\r\n") * 2 > len(self.raw) - 1 else "\n",
            diagnostics=tuple(sorted(self.diagnostics)),
            lines=self.places,
            stated=self.stated,
            blanks=blanks_in(self.text, self.lines, self.code),
        )

    def _ordered(self, pieces: list[Piece]) -> list[Piece]:
        # The comparison names options, so it is read after all of them, wherever it stands.
        return sorted(pieces, key=lambda piece: piece.part.part == "comparison")

    def _front_matter(self, end: int) -> None:
        self.places[("metadata",)] = 1
        try:
            value: Metadata | None = metadata.read(self.lines[1 : end - 1], 1)
            place = Place(part="metadata", head="")
        except Unreadable as problem:
            value = None
            self._report(problem, "metadata", "Front Matter")
            body = "\n".join(self.lines[1 : end - 1])
            place = Place(part="metadata", text=body, unread=problem.reason)
        while end < len(self.lines) and not self.lines[end].strip() and end + 1 < len(self.lines):
            end += 1
        if value is not None:
            self.values["metadata"] = value
        self.front_end = end
        self.chunks.append(Chunk(place, value, self._source(0, end), 1))

    def _piece(self, piece: Piece) -> None:
        part, heading = piece.part, piece.heading
        begin = heading.last if heading else piece.first
        body = Body(self.lines, begin, piece.last, piece.blocks)
        head = self._head(piece)
        if part.part == "title":
            self._title(piece, body, head)
            return
        if part.part in ("custom", "preface", "options"):
            self._custom(piece, body, head)
            return
        key = (part.part, part.name)
        if part.part != "option" and key in self.seen:
            title = _TITLES[part.part] if not part.name else part.name
            first = self.seen[key]
            reason = f'the section "{title}" stands here a second time; join it with the one on line {first}'
            self._add(Diagnostic(piece.first + 1, reason, "error", "format", part.part))
            text = body.part(body.blocks)
            self._chunk(piece, Place(part="custom", name=heading.text if heading else "", head=head, text=text), None)
            return
        self.seen[key] = piece.first + 1
        self._section(piece, body, head)

    def _section(self, piece: Piece, body: Body, head: str) -> None:
        part = piece.part
        given: Any = tuple(option.name for option in self.options) if part.part == "comparison" else part.name
        try:
            value = self._data(piece, body, given)
        except Unreadable as problem:
            name = part.name or _TITLES.get(part.part, part.part)
            if part.part in ("findings", "components") and not self._is_expected(part):
                # Text below a heading of the author's own, or above the first group, belongs to the author.
                self._chunk(piece, Place(part="custom", name=name, head=head, text=body.part(body.blocks)), None)
                return
            self._report(problem, part.part, name)
            text = body.part(body.blocks)
            place = Place(part=part.part, name=part.name, head=head, text=text, unread=problem.reason)
            self._chunk(piece, place, None)
            return
        if part.part == "option" and value is None:
            blank = Place(part="blank", name=part.name, head=head, text=body.part(body.blocks))
            self._chunk(piece, blank, None)
            return
        self._keep(part, value, body, piece.first + 1)
        name = "" if part.part == "option" else part.name
        self._chunk(piece, Place(part=part.part, name=name, head=head), value, body)

    def _data(self, piece: Piece, body: Body, given: Any) -> Any:
        # What is given more than its name depends on other sections.
        if self.known and given == piece.part.name:
            return self.known.read(piece, self._source(piece.first, piece.last), body, given)
        return SHAPES[piece.part.part].read(body, given)

    def _is_expected(self, part: Part) -> bool:
        return part.name in GROUPED[part.part]

    def _keep(self, part: Part, value: Any, body: Body, line: int) -> None:
        """Put what was read into the document, and remember where each row stands."""
        key = part.part
        path: Path = (key,)
        offset = 0
        if key == "option":
            path = ("options", len(self.options))
            self.options.append(value)
        elif isinstance(value, tuple) and key in self.values:
            offset = len(self.values[key])
            self.values[key] = self.values[key] + value
        else:
            self.values[key] = value
        self.places.setdefault(path, line)
        for below, at in body.places.items():
            if offset and isinstance(below[0], int):
                below = (below[0] + offset, *below[1:])
            self.places[(*path, *below)] = at + 1
        self.stated |= {name: (stated, at + 1) for name, (stated, at) in body.stated.items()}

    def _title(self, piece: Piece, body: Body, head: str) -> None:
        title = piece.part.name
        self.places[("title",)] = piece.first + 1
        self.values["title"] = "" if title == BLANK_TITLE else title
        text = body.part(body.blocks) or None
        self._conflicts(body, "title")
        value = Document.model_validate({"title": self.values["title"]}).title
        self.values["title"] = value
        self._chunk(piece, Place(part="title", head=head, text=text), value)

    def _custom(self, piece: Piece, body: Body, head: str) -> None:
        part, heading = piece.part, piece.heading
        self._conflicts(body, part.name)
        if heading and part.part == "custom" and (meant := misplaced(part.name, heading.level)):
            message = f'"{heading.text}" is not a heading of the template and is kept as text; did you mean {meant}?'
            self._add(Diagnostic(piece.first + 1, message, "warning", "format", "custom"))
        name = part.name if part.part == "custom" else ""
        text = body.part(body.blocks)
        if part.part == "preface" and text.startswith("---"):
            # At the top of a file it would open front matter.
            text = f"\n{text}"
        keeps = part.part != "options" or bool(text)
        self._chunk(piece, Place(part=part.part, name=name, head=head, text=text if keeps else None), None)

    def _conflicts(self, body: Body, section: str) -> None:
        for block in body.blocks:
            if block.kind == "conflict":
                self._add(Diagnostic(block.first + 1, CONFLICT, "error", "format", section))

    def _head(self, piece: Piece) -> str:
        if not piece.heading:
            return ""
        heading = "\n".join(line.rstrip() for line in self.lines[piece.heading.first : piece.heading.last])
        below = piece.heading.last
        gap = not piece.blocks or (below < piece.last and not self.lines[below].strip() and below + 1 < len(self.lines))
        return f"{heading}\n\n" if gap else f"{heading}\n"

    def _chunk(self, piece: Piece, place: Place, value: object, body: Body | None = None) -> None:
        first = piece.first
        lines = [(path, line - first) for path, line in body.places.items()] if body else ()
        stated = [(name, (text, line - first)) for name, (text, line) in body.stated.items()] if body else ()
        self.chunks.append(Chunk(place, value, self._source(first, piece.last), first + 1, tuple(lines), tuple(stated)))
        self._open_ends(piece)

    def _open_ends(self, piece: Piece) -> None:
        for block in piece.blocks:
            if block.kind == "heading" and folded(block.text) in headings():
                message = (
                    f'"{block.text}" stands inside another section; did you mean {misplaced(block.text, block.level)}?'
                )
                self._add(Diagnostic(block.first + 1, message, "warning", "format", piece.part.part))
            if not block.closed:
                what = "code fence" if block.kind == "fence" else "HTML block or comment"
                message = f"the {what} is never closed, so all that follows belongs to it; close it"
                self._add(Diagnostic(block.first + 1, message, "warning", "format", piece.part.part))

    def _source(self, first: int, last: int) -> str:
        return "\n".join(self.raw[first:last]) + ("\n" if last < len(self.raw) else "")

    def _report(self, problem: Unreadable, section: str, title: str) -> None:
        message = f"{problem.reason} (so this part of the document stays text: {title})"
        self._add(Diagnostic(problem.line + 1, message, "error", "format", section))

    def _add(self, diagnostic: Diagnostic) -> None:
        self.diagnostics.append(diagnostic)


def _defaults() -> dict[str, Any]:
    return {name: info.default for name, info in Document.model_fields.items()}
