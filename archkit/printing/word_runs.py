"""Runs of words in a DOCX: looks, links to addresses, and citations that lead to their finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run as WordRun

from archkit.printing.blocks import Block, Run
from archkit.printing.findable import places_of_findings

_LINK = "0B5394"
#: An address that is longer is words alone: Word refuses the whole file.
_LONGEST_ADDRESS = 2000


class RunWriter:
    """Writes runs into paragraphs, and gives each bookmark its number."""

    def __init__(self, file: Any, blocks: Sequence[Block]) -> None:
        self._part = file.part
        self._marks = 0
        # The name of a bookmark has no hyphen and at most 40 letters.
        self._names = {finding: f"finding_{number}" for number, finding in enumerate(places_of_findings(blocks), 1)}

    def write(self, paragraph: Any, runs: Sequence[Run], *, bold: bool = False) -> None:
        """Write runs at the end of a paragraph."""
        for run in runs:
            self._write(paragraph, run, bold)

    def bookmarked(self, paragraph: Any, runs: Sequence[Run], name: str) -> None:
        """Write runs that a link can lead to."""
        start = self._mark("w:bookmarkStart", name)
        paragraph._p.append(start)
        self.write(paragraph, runs)
        end = OxmlElement("w:bookmarkEnd")
        end.set(qn("w:id"), start.get(qn("w:id")))
        paragraph._p.append(end)

    def _mark(self, tag: str, name: str) -> Any:
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(self._marks))
        mark.set(qn("w:name"), name)
        self._marks += 1
        return mark

    def _write(self, paragraph: Any, run: Run, bold: bool) -> None:
        if run.is_finding and run.finding in self._names:
            words = Run(run.text, run.bold, run.italic, run.code, run.strike)
            self.bookmarked(paragraph, (words,), self._names[run.finding])
            return
        written = paragraph.add_run(run.text)
        written.bold = run.bold or bold or None
        written.italic = run.italic or None
        written.font.strike = run.strike or None
        if run.code:
            written.font.name = "Courier New"
        if run.finding in self._names:
            self._linked(paragraph, written, anchor=self._names[run.finding])
        elif run.link and len(run.link) <= _LONGEST_ADDRESS:
            address = self._part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            self._linked(paragraph, written, address=address)

    def _linked(self, paragraph: Any, written: WordRun, *, anchor: str = "", address: str = "") -> None:
        from docx.shared import RGBColor

        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor") if anchor else qn("r:id"), anchor or address)
        written.font.color.rgb = RGBColor.from_string(_LINK)
        written.font.underline = bool(address) or None
        paragraph._p.append(link)
        link.append(written._r)
