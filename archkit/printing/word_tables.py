"""Tables in a DOCX: widths that are said, a header that is repeated, rows that stay together."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from archkit.printing.blocks import Align, Runs, Table
from archkit.printing.runs import words_of
from archkit.printing.word_runs import RunWriter

_ALIGN = {"center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
#: Width of the text in millimetres, upright and in landscape.
UPRIGHT, LANDSCAPE = 170.0, 257.0
_SHADE = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="EEEEEE"/>'
# A row that is longer than so many letters may be broken between two pages.
_TOGETHER = 700


def add_table(file: Any, table: Table, runs: RunWriter) -> None:
    """Add a table at the end of a file, and room below it."""
    made = file.add_table(rows=1 + len(table.rows), cols=len(table.head), style="Table Grid")
    made.autofit = False
    room = LANDSCAPE if table.is_wide else UPRIGHT
    widths = [Mm(share * room) for share in table.shares]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    # The elements themselves: asking the table for a cell looks through all of them.
    for at, (element, row) in enumerate(zip(made._tbl.tr_lst, (table.head, *table.rows), strict=True)):
        for place, (cell, words) in enumerate(zip(element.tc_lst, row, strict=True)):
            cell.width = widths[place]
            paragraph = Paragraph(cell.p_lst[0], file._body)
            _fill(paragraph, words, table.aligns[place], table.size, runs, is_head=at == 0)
            # The last row does not stand on a page alone.
            if at == len(table.rows) - 1:
                paragraph.paragraph_format.keep_with_next = True
            if at == 0:
                cell.get_or_add_tcPr().append(parse_xml(_SHADE))
        properties = element.get_or_add_trPr()
        if max((len(words_of(words)) for words in row), default=0) < _TOGETHER:
            properties.append(OxmlElement("w:cantSplit"))
        if at == 0:
            properties.append(OxmlElement("w:tblHeader"))
    file.add_paragraph(style="Room")


def _fill(paragraph: Paragraph, words: Runs, align: Align, size: float, runs: RunWriter, *, is_head: bool) -> None:
    element: Any = paragraph._p
    element.style = "Cell"
    if align != "left":
        element.alignment = _ALIGN[align]
    runs.write(paragraph, words, bold=is_head)
    for run in element.iter(qn("w:r")):
        _sized(run, size)


def _sized(run: Any, size: float) -> None:
    run.get_or_add_rPr().sz_val = Pt(size)
