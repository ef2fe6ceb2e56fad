"""Tables in a DOCX: widths that are said, a header that is repeated, rows that stay together."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from archkit.printing.blocks import Align, Runs, Table
from archkit.printing.runs import words_of
from archkit.printing.word_runs import RunWriter

_ALIGN = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
#: Width of the text in millimetres, upright and in landscape.
UPRIGHT, LANDSCAPE = 170.0, 257.0
# A row that is longer than so many letters may be broken between two pages.
_TOGETHER = 700


def add_table(file: Any, table: Table, runs: RunWriter) -> None:
    """Add a table at the end of a file, and room below it."""
    made = file.add_table(rows=0, cols=len(table.head), style="Table Grid")
    made.autofit = False
    room = LANDSCAPE if table.is_wide else UPRIGHT
    widths = [Mm(share * room) for share in table.shares]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for at, row in enumerate((table.head, *table.rows)):
        cells = made.add_row().cells
        for cell, words, width, align in zip(cells, row, widths, table.aligns, strict=True):
            cell.width = width
            _fill(cell, words, align, table.size, runs, is_head=at == 0)
        properties = made.rows[-1]._tr.get_or_add_trPr()
        if max(len(words_of(words)) for words in row) < _TOGETHER:
            properties.append(OxmlElement("w:cantSplit"))
        if at == 0:
            properties.append(OxmlElement("w:tblHeader"))
    file.add_paragraph(style="Room")


def _fill(cell: Any, words: Runs, align: Align, size: float, runs: RunWriter, *, is_head: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = "Cell"
    paragraph.alignment = _ALIGN[align]
    runs.write(paragraph, words, bold=is_head)
    for run in paragraph._p.iter(qn("w:r")):
        _sized(run, size)
    if is_head:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), "EEEEEE")
        cell._tc.get_or_add_tcPr().append(shade)


def _sized(run: Any, size: float) -> None:
    run.get_or_add_rPr().sz_val = Pt(size)
