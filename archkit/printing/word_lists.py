"""Lists in a DOCX: one definition for bullets and one for numbers, and a new count for each numbered list."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

_BULLETS, _NUMBERS = 900, 901
_MARKS = ("•", "◦", "▪")
_DEEPEST = 8


class Lists:
    """The lists of a file.

    Attributes:
        numbering: The element that holds their definitions.
    """

    def __init__(self, numbering: Any) -> None:
        self.numbering = numbering
        self._next = _NUMBERS
        self._bullets = self._add(_BULLETS, None)

    def number(self, start: int | None) -> int:
        """Return the number of a new list that begins to count at `start`; of the bullets for None."""
        return self._bullets if start is None else self._add(_NUMBERS, start)

    def mark(self, paragraph: Any, number: int, depth: int) -> None:
        """Make a paragraph an item of a list."""
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = min(depth, _DEEPEST)
        properties.get_or_add_numId().val = number

    def _add(self, definition: int, start: int | None) -> int:
        self._next += 1
        levels = range(_DEEPEST + 1) if start is not None else ()
        begin = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{min(start or 0, 2**31 - 1)}"/></w:lvlOverride>'
            for level in levels
        )
        self.numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{self._next}"><w:abstractNumId w:val="{definition}"/>{begin}</w:num>'
            )
        )
        return self._next


def add_numbering(file: Any) -> Lists:
    """Give a file the definitions of its lists."""
    numbering = file.part.numbering_part.element
    first = numbering.find(qn("w:num"))
    for definition, is_numbered in ((_BULLETS, False), (_NUMBERS, True)):
        made = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{definition}"><w:multiLevelType w:val="hybridMultilevel"/>'
            f"{''.join(_level(level, is_numbered) for level in range(_DEEPEST + 1))}</w:abstractNum>"
        )
        # Definitions stand before the lists that use them.
        first.addprevious(made) if first is not None else numbering.append(made)
    return Lists(numbering)


def _level(level: int, is_numbered: bool) -> str:
    form, text = ("decimal", f"%{level + 1}.") if is_numbered else ("bullet", _MARKS[level % len(_MARKS)])
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{360 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
    )
