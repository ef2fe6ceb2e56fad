"""What stands around the text of a DOCX: styles, pages, header and footer, contents; and how it is saved."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from archkit.printing.blocks import Printed

_EPOCH = (1980, 1, 1, 0, 0, 0)
_INK, _SOFT = RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x5C, 0x5C, 0x5C)
#: Size of a heading by its level, in points.
_HEADINGS = {1: 16, 2: 13, 3: 11.5, 4: 11, 5: 10.5, 6: 10.5}
# Word wants the properties of a paragraph in their order; these come after its border and its shade.
_BEHIND = ("w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr")
#: Styles of our own: size, room below in points, font.
_STYLES = {
    "Facts": (10, 2, ""),
    "Note": (8.5, 8, ""),
    "Code": (8.5, 8, "Courier New"),
    "Cell": (9, 1, ""),
    "Room": (6, 4, ""),
    "Rule": (6, 6, ""),
    "Contents": (10, 1, ""),
}


class Frame:
    """The pages of a file."""

    def __init__(self, file: Any, document: Printed) -> None:
        self.file, self.document = file, document
        self._is_wide = False
        self._is_first = True

    def begin(self) -> None:
        """Set the styles, the first page and the properties of the file."""
        properties = self.file.core_properties
        properties.title, properties.author = self.document.title[:255], ""
        properties.language, properties.comments = self.document.language, ""
        properties.created = properties.modified = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
        self._styles()
        _size(self.file.sections[0], is_wide=False)
        self._around(self.file.sections[0])

    def turn(self, *, is_wide: bool) -> None:
        """Begin a new page where the next one is of another kind."""
        if is_wide != self._is_wide:
            _size(self.file.add_section(WD_SECTION.NEW_PAGE), is_wide=is_wide)
            self._is_wide = is_wide

    def contents(self, headings: list[tuple[str, int]]) -> None:
        """Write the contents: a field that Word fills with page numbers, and links until it has."""
        if not headings:
            return
        self.file.add_paragraph("Contents", style="TOC Heading")
        listed = [(at, words, level) for at, (words, level) in enumerate(headings, 1) if level <= 2]
        for place, (at, words, level) in enumerate(listed):
            paragraph = self.file.add_paragraph(style="Contents")
            paragraph.paragraph_format.left_indent = Mm(6 * (level - 1))
            if place == 0:
                _field(paragraph, 'TOC \\o "1-2" \\h \\z \\u', is_open=True)
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), f"heading_{at}")
            run = paragraph.add_run(words)
            paragraph._p.append(link)
            link.append(run._r)
            if place == len(listed) - 1:
                paragraph.add_run()._r.append(_mark("end"))

    def saved(self) -> bytes:
        """Return the file without the time at which it was made."""
        out = BytesIO()
        self.file.save(out)
        again = BytesIO()
        with zipfile.ZipFile(out) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
            for entry in old.infolist():
                kept = zipfile.ZipInfo(entry.filename, _EPOCH)
                new.writestr(kept, old.read(entry), zipfile.ZIP_DEFLATED)
        return again.getvalue()

    def _styles(self) -> None:
        styles = self.file.styles
        normal = styles["Normal"]
        normal.font.name, normal.font.size, normal.font.color.rgb = "Calibri", Pt(10.5), _INK
        normal.paragraph_format.space_after = Pt(6)
        language = normal.element.get_or_add_rPr()
        language.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{self.document.language}"/>'))
        for level, size in _HEADINGS.items():
            font = styles[f"Heading {level}"].font
            font.size, font.color.rgb, font.name = Pt(size), _INK, "Calibri"
            styles[f"Heading {level}"].paragraph_format.space_before = Pt(16 if level == 1 else 10)
            styles[f"Heading {level}"].paragraph_format.space_after = Pt(5)
        for name in ("Title", "TOC Heading"):
            styles[name].font.color.rgb, styles[name].font.name = _INK, "Calibri"
        styles["Caption"].font.color.rgb = _SOFT
        for name, (size, below, font_name) in _STYLES.items():
            self._style(name, size, below, font_name)

    def _style(self, name: str, size: float, below: float, font_name: str) -> None:
        style = self.file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = self.file.styles["Normal"]
        style.font.size, style.paragraph_format.space_after = Pt(size), Pt(below)
        if font_name:
            style.font.name = font_name
            shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="F4F4F4"/>')
            style.element.get_or_add_pPr().insert_element_before(shade, *_BEHIND)
        if name == "Note":
            style.font.color.rgb = _SOFT
        if name == "Rule":
            line = f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="4" w:space="1" w:color="C8C8C8"/></w:pBdr>'
            style.element.get_or_add_pPr().insert_element_before(parse_xml(line), *_BEHIND)

    def _around(self, section: Any) -> None:
        section.header.paragraphs[0].text = self.document.title
        section.header.paragraphs[0].style.font.size = Pt(8.5)
        section.different_first_page_header_footer = False
        paragraph = section.footer.paragraphs[0]
        paragraph.style.font.size = Pt(8.5)
        _field(paragraph, "PAGE")
        paragraph.add_run(" of ")
        _field(paragraph, "NUMPAGES")


def _size(section: Any, *, is_wide: bool) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(297), Mm(210)) if is_wide else (Mm(210), Mm(297))
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(22)


def _mark(kind: str) -> Any:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return mark


def _field(paragraph: Any, instruction: str, *, is_open: bool = False) -> None:
    """Write a field that Word computes; an open one is ended by whoever writes what it shows."""
    begin = _mark("begin")
    if is_open:
        begin.set(qn("w:dirty"), "true")
    words = OxmlElement("w:instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = f" {instruction} "
    for part in (begin, words, _mark("separate")):
        paragraph.add_run()._r.append(part)
    if not is_open:
        paragraph.add_run("1")
        paragraph.add_run()._r.append(_mark("end"))
