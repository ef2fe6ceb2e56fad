"""Document → DOCX, through python-docx: real headings, lists and tables, for Word and LibreOffice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from archkit.errors import ExportError
from archkit.model.document import Document
from archkit.outputs.made import Made
from archkit.printing.blocks import Block, Code, Heading, Listing, Paragraph, Picture, Printed, Quote, Rule, Run, Table
from archkit.printing.page_turns import on_pages
from archkit.printing.printed import printed
from archkit.printing.runs import words_of

_INDENT = 0.25


def made(document: Document, source: Path | None) -> Made:
    """Return a document as DOCX.

    Raises:
        ExportError: python-docx is not installed.
    """
    return Made({"x.docx": docx(document, source.parent if source else None)}, None)


def docx(document: Document, folder: Path | None = None) -> bytes:
    """Return a document as DOCX; the same document gives the same bytes.

    Args:
        document: What is printed.
        folder: Where its file lies; its pictures are looked for there and below.

    Raises:
        ExportError: python-docx is not installed.
    """
    try:
        import docx as engine
    except ImportError:
        raise ExportError('a DOCX needs python-docx; install it with: pip install "archkit[docx]"') from None
    return _Writer(engine.Document(), printed(document, folder, "png")).written()


class _Writer:
    """Writes the blocks of a printed document one after the other."""

    def __init__(self, file: Any, document: Printed) -> None:
        from archkit.printing.word_frame import Frame
        from archkit.printing.word_runs import RunWriter

        self.file, self.document = file, document
        self.runs = RunWriter(file, document.blocks)
        self.frame = Frame(file, document)
        self._numbers = 0

    def written(self) -> bytes:
        """Return the file."""
        from archkit.printing.word_lists import add_numbering

        self._lists = add_numbering(self.file)
        self.frame.begin()
        self._front()
        for pages in on_pages(self.document.blocks):
            self.frame.turn(is_wide=pages.is_wide)
            self._blocks(pages.blocks, 0)
        return self.frame.saved()

    def _front(self) -> None:
        """Write the title block and the contents."""
        self.runs.write(self.file.add_paragraph(style="Title"), self.document.heading)
        if self.document.status:
            self._said("Status", self.document.status)
        if self.document.lead:
            self._said("Recommended", self.document.lead)
        for label, text in self.document.facts:
            self._said(label, text)
        headings = [block for block in self.document.blocks if isinstance(block, Heading)]
        self.frame.contents([(words_of(block.runs), block.level) for block in headings])

    def _said(self, label: str, text: str) -> None:
        paragraph = self.file.add_paragraph(style="Facts")
        self.runs.write(paragraph, (Run(f"{label}: ", bold=True), Run(text)))

    def _blocks(self, blocks: Any, depth: int) -> None:
        for block in blocks:
            self._block(block, depth)

    def _block(self, block: Block, depth: int) -> None:
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Paragraph):
            paragraph = self._paragraph("Note" if block.is_note else "Normal", depth)
            if block.is_label:
                paragraph.paragraph_format.keep_with_next = True
            self.runs.write(paragraph, block.runs)
        elif isinstance(block, Code):
            self.runs.write(self._paragraph("Code", depth), (Run(block.text),))
        elif isinstance(block, Rule):
            self._paragraph("Rule", depth)
        elif isinstance(block, Table):
            from archkit.printing.word_tables import add_table

            add_table(self.file, block, self.runs)
        elif isinstance(block, Listing):
            self._listing(block, depth)
        elif isinstance(block, Quote):
            self._blocks(block.blocks, depth + 1)
        elif isinstance(block, Picture):
            self._picture(block)

    def _heading(self, block: Heading) -> None:
        self._numbers += 1
        paragraph = self.file.add_paragraph(style=f"Heading {min(block.level, 9)}")
        self.runs.bookmarked(paragraph, block.runs, f"heading_{self._numbers}")

    def _paragraph(self, style: str, depth: int) -> Any:
        from docx.shared import Inches

        paragraph = self.file.add_paragraph(style=style)
        if depth:
            paragraph.paragraph_format.left_indent = Inches(_INDENT * depth)
        return paragraph

    def _listing(self, block: Listing, depth: int) -> None:
        number = self._lists.number(block.start)
        for item in block.items:
            first = item[0] if item and isinstance(item[0], Paragraph) else None
            paragraph = self._paragraph("List Paragraph", 0)
            self._lists.mark(paragraph, number, depth)
            self.runs.write(paragraph, first.runs if first else ())
            self._blocks(item[1:] if first else item, depth + 1)

    def _picture(self, block: Picture) -> None:
        from archkit.printing.word_pictures import add_picture

        if add_picture(self.file, block, self.document.pictures[block.name]) and block.caption:
            self.runs.write(self.file.add_paragraph(style="Caption"), (Run(block.caption),))
