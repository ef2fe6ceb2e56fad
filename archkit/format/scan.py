"""The line scanner: which top-level blocks a Markdown text has, and where. It knows fences, comments, lists and indentation.

It follows the block structure of CommonMark 0.31 (https://spec.commonmark.org) and the tables of GFM, at the top level only:
what stands inside a list or a quote belongs to it as a whole. It reads no inline Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list", "quote", "fence", "html", "code", "rule", "table", "conflict"]


@dataclass(slots=True)
class Block:
    """A top-level block: lines `first` to `last` (exclusive, 0-based); blank lines after it are not part of it.

    Attributes:
        level: The level of a heading, else 0.
        text: The text of a heading, the info string of a fence, else "".
        setext: Whether a heading is underlined.
        closed: Whether a fence or an HTML block has its end; an open one runs to the end of the text.
    """

    kind: BlockKind
    first: int
    last: int
    level: int = 0
    text: str = ""
    setext: bool = False
    closed: bool = True


_INDENT = re.compile(r"[ \t]*")
_ATX = re.compile(r"(#{1,6})(?=[ \t]|$)")
# A file with deeper nesting is hostile; what is deeper is text of the innermost block.
_DEEPEST = 32
_FENCE = re.compile(r"(`{3,})([^`]*)$|(~{3,})(.*)$")
_RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_SETEXT = re.compile(r"(=+|-+)[ \t]*$")
_BULLET = re.compile(r"([-+*])(?=[ \t]|$)")
_ORDERED = re.compile(r"(\d{1,9})([.)])(?=[ \t]|$)")
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_DEFINITION = re.compile(
    r"\[(?!\s*\])(?:[^\[\]\\]|\\.)+\]:[ \t]*(?:<[^<>]*>|[^\s<]\S*)(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*$"
)

_TAGS = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|"
    "fieldset|figcaption|figure|footer|form|frame|frameset|h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe|legend|li|link|"
    "main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|"
    "title|tr|track|ul"
)
_ATTRIBUTE = r"(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)"
_HTML: tuple[tuple[re.Pattern[str], re.Pattern[str] | None], ...] = (
    (
        re.compile(r"<(?:script|pre|style|textarea)(?=\s|>|$)", re.I),
        re.compile(r"</(?:script|pre|style|textarea)>", re.I),
    ),
    (re.compile(r"<!--"), re.compile(r"-->")),
    (re.compile(r"<\?"), re.compile(r"\?>")),
    (re.compile(r"<![A-Za-z]"), re.compile(r">")),
    (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>")),
    (re.compile(rf"</?(?:{_TAGS})(?=\s|/?>|$)", re.I), None),
    (re.compile(rf"(?:<[A-Za-z][\w-]*{_ATTRIBUTE}*\s*/?>|</[A-Za-z][\w-]*\s*>)\s*$"), None),
)
HTML_ENDS = tuple((start, end) for start, end in _HTML if end)
_LAST_HTML = len(_HTML) - 1


def scan(lines: Sequence[str], first: int = 0) -> list[Block]:
    """Return the top-level blocks of some lines (without line ends), beginning with line `first`."""
    return _Scanner(lines).run(first)


def delimiter_cells(line: str) -> int:
    """Return how many cells a table's delimiter row has, or 0 when the line is none."""
    stripped = line.strip()
    if (
        not stripped
        or not _DELIMITER.match(stripped)
        or ("|" not in stripped and ":" not in stripped and stripped != "-")
    ):
        return 0
    return len(split_cells(stripped))


def split_cells(line: str) -> list[str]:
    """Return the cells of a table row, as written and trimmed; an escaped `|` splits nothing."""
    line = line.strip()
    if "\\|" not in line:
        line = line.removeprefix("|")
        return [cell.strip() for cell in line.removesuffix("|").split("|")]
    cells, begin, index = [], 0, 0
    while index < len(line):
        if line[index] == "|" and (index == 0 or line[index - 1] != "\\"):
            cells.append(line[begin:index].strip())
            begin = index + 1
        index += 1
    cells.append(line[begin:].strip())
    if line.startswith("|"):
        cells.pop(0)
    if line.endswith("|") and not line.endswith("\\|") and cells:
        cells.pop()
    return cells


def width(line: str) -> tuple[int, int]:
    """Return how many characters of white space a line begins with, and how many columns they fill (tabs stop at 4)."""
    count = _INDENT.match(line).end()  # type: ignore[union-attr]
    if "\t" not in line[:count]:
        return count, count
    column = 0
    for character in line[:count]:
        column += 4 - column % 4 if character == "\t" else 1
    return count, column


class _Scanner:
    """The state of the line-by-line algorithm: open containers, the open leaf, and the open top-level block."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.blocks: list[Block] = []
        #: Open containers: 0 for a quote, else the columns that a list item's content is indented by.
        self.containers: list[int] = []
        self.leaf = ""
        self.fence = ("", 0)
        self.html_end: re.Pattern[str] | None = None
        self.empty_item = False

    def run(self, first: int) -> list[Block]:
        lines, total, index = self.lines, len(self.lines), first
        while index < total:
            line = lines[index]
            if not self.containers and not self.leaf and line.startswith("<<<<<<< ") and (end := self._conflict(index)):
                self.blocks.append(Block("conflict", index, end))
                index = end
                continue
            # Most lines are plain text at the top level.
            if not self.containers and self.leaf in ("", "paragraph") and line[:1].isalpha():
                self._text(index, line)
            else:
                self._line(index, line)
            index += 1
        return self.blocks

    def _conflict(self, index: int) -> int:
        middle = False
        for at in range(index + 1, len(self.lines)):
            line = self.lines[at]
            middle = middle or line.startswith("=======")
            if middle and line.startswith(">>>>>>> "):
                return at + 1
        return 0

    def _line(self, index: int, line: str) -> None:
        blank = not line.strip()
        column, rest, matched = self._match_containers(line, blank)
        depth = len(self.containers)
        if matched == depth and self.leaf in ("fence", "html"):
            self._verbatim(index, rest, column)
            return
        if blank:
            self._blank(matched)
            return
        lazy = self.leaf == "paragraph" and matched < depth
        self._starts(index, rest, column, matched, lazy)

    def _match_containers(self, line: str, blank: bool) -> tuple[int, str, int]:
        """Consume the marks of the open containers; return the columns left of the rest's text, the rest, and how many matched."""
        count, column = width(line)
        rest, used, matched = line[count:], 0, 0
        for needed in self.containers:
            if needed == 0:
                if column - used > 3 or not rest.startswith(">"):
                    break
                used, column, rest = _after_mark(rest, 1, column)
            elif blank:
                if self.empty_item and matched == len(self.containers) - 1:
                    break
            elif column - used >= needed:
                used += needed
            else:
                break
            matched += 1
        return column - used, rest, matched

    def _verbatim(self, index: int, rest: str, column: int) -> None:
        top = not self.containers
        if top:
            self.blocks[-1].last = index + 1
        if self.leaf == "html":
            ended = self.html_end.search(rest) if self.html_end else not rest.strip()
        else:
            mark, size = self.fence
            tail = rest.strip()
            ended = column <= 3 and len(tail) >= size and tail == mark * len(tail)
        if ended:
            if top and self.html_end is None and self.leaf == "html":
                self.blocks[-1].last = index
            self.leaf = ""
            if top:
                self.blocks[-1].closed = True
        elif not top and rest.strip():
            self._extend(index)
        if ended and not top and rest.strip():
            self._extend(index)

    def _blank(self, matched: int) -> None:
        self.empty_item = False
        if self.containers and matched < len(self.containers):
            # A blank line ends a quote; a list item stays open unless it began with nothing.
            del self.containers[matched:]
            self.leaf = ""
        if self.leaf in ("paragraph", "table"):
            self.leaf = ""

    def _starts(self, index: int, rest: str, column: int, matched: int, lazy: bool) -> None:
        """Open what begins on this line, from the outside in; `matched` containers stay open."""
        opened = False
        paragraph = self.leaf == "paragraph" and matched == len(self.containers)
        while True:
            if column > 3:
                if self.leaf == "paragraph" and not opened:
                    break
                self._open(index, matched, "code")
                return
            first = rest[:1]
            if first == ">" and len(self.containers) < _DEEPEST:
                matched = self._open(index, matched, "quote")
                used, after, rest = _after_mark(rest, 1, column)
                column = after - used
                self.containers.append(0)
                matched, opened, paragraph = matched + 1, True, False
                if not rest:
                    self.leaf = ""
                    return
                continue
            if first == "#" and (found := _ATX.match(rest)):
                self._open(index, matched, "heading", level=len(found[1]), text=_heading_text(rest[found.end() :]))
                return
            if first in "`~" and first and (found := _FENCE.match(rest)):
                mark = found[1] or found[3]
                info = (found[2] if found[1] else found[4]).strip()
                self._open(index, matched, "fence", text=info)
                self.leaf, self.fence = "fence", (mark[0], len(mark))
                if not self.containers:
                    self.blocks[-1].closed = False
                return
            if first == "<" and self._html(index, rest, matched, paragraph or (lazy and not opened)):
                return
            if (
                paragraph
                and not opened
                and first in "=-"
                and (found := _SETEXT.match(rest))
                and self._setext(index, found[1])
            ):
                return
            if first in "*-_" and first and _RULE.match(rest):
                self._open(index, matched, "rule")
                return
            deep = len(self.containers) >= _DEEPEST
            item = None if deep else self._item(rest, column, paragraph and not opened)
            if not item:
                break
            needed, column, rest = item
            matched = self._open(index, matched, "list", item=True)
            self.containers.append(needed)
            matched, opened, paragraph = matched + 1, True, False
            self.empty_item = not rest
            self.leaf = ""
            if not rest:
                return
        if lazy and not opened:
            self._extend(index)
            return
        self._close_to(matched)
        if self.containers:
            if self.leaf != "paragraph":
                self.leaf = "paragraph"
            self.empty_item = False
            self._extend(index)
        else:
            self._text(index, rest)

    def _text(self, index: int, line: str) -> None:
        """A line of text at the top level: it goes on with the open paragraph or table, or opens one."""
        if self.leaf == "paragraph":
            block = self.blocks[-1]
            if self._is_table_head(index, line):
                self.blocks.append(Block("table", index, index + 1))
                self.leaf = "table"
            else:
                block.last = index + 1
        elif self.leaf == "table":
            self.blocks[-1].last = index + 1
        elif self._is_table_head(index, line):
            self.blocks.append(Block("table", index, index + 1))
            self.leaf = "table"
        else:
            self.blocks.append(Block("paragraph", index, index + 1))
            self.leaf = "paragraph"

    def _is_table_head(self, index: int, line: str) -> bool:
        if index + 1 >= len(self.lines) or "|" not in line:
            return False
        below = self.lines[index + 1]
        if below.lstrip().startswith(("- ", "-\t")):
            return False
        if "-" not in below or ("|" not in below and ":" not in below) or width(below)[1] > 3:
            return False
        cells = delimiter_cells(below)
        return bool(cells) and len(split_cells(line)) == cells

    def _setext(self, index: int, mark: str) -> bool:
        if self.containers:
            self.leaf = ""
            self._extend(index)
            return True
        block = self.blocks[-1]
        words = [self.lines[at].strip() for at in range(block.first, block.last)]
        if all(_DEFINITION.match(part) for part in words):
            return False
        block.kind, block.level, block.setext = "heading", 1 if mark[0] == "=" else 2, True
        block.text, block.last, self.leaf = " ".join(words), index + 1, ""
        return True

    def _html(self, index: int, rest: str, matched: int, interrupts: bool) -> bool:
        for number, (start, end) in enumerate(_HTML):
            if number == _LAST_HTML and interrupts:
                return False
            if start.match(rest):
                self._open(index, matched, "html")
                ended = bool(end and end.search(rest))
                self.leaf, self.html_end = ("", None) if ended else ("html", end)
                if not self.containers:
                    self.blocks[-1].closed = ended or end is None
                return True
        return False

    def _item(self, rest: str, column: int, interrupts: bool) -> tuple[int, int, str] | None:
        """Return a list item's indent, the columns left of its text, and its text; or None."""
        found = _BULLET.match(rest) or _ORDERED.match(rest)
        if not found:
            return None
        after = rest[found.end() :]
        if interrupts and (not after.strip() or (found.re is _ORDERED and found[1] != "1")):
            return None
        mark = column + found.end()
        if not after.strip():
            return mark + 1, 0, ""
        count, _ = width(after)
        start = mark
        for character in after[:count]:
            start += 4 - start % 4 if character == "\t" else 1
        spaces = start - mark
        if spaces > 4:
            return mark + 1, spaces - 1, after[count:]
        return mark + spaces, 0, after[count:]

    def _open(
        self, index: int, matched: int, kind: BlockKind, *, level: int = 0, text: str = "", item: bool = False
    ) -> int:
        """Close what is not continued and open a block inside the innermost container that is left."""
        self._close_to(matched)
        self.leaf = kind if kind == "code" else ""
        self.empty_item = False
        if (
            self.containers
            or (item and self.blocks and self.blocks[-1].kind == "list" and self._goes_on(index))
            or (kind == "code" and self.blocks and self.blocks[-1].kind == "code" and self._blank_between(index))
            or (kind == "quote" and self.blocks and self.blocks[-1].kind == "quote" and self.blocks[-1].last == index)
        ):
            self._extend(index)
        else:
            self.blocks.append(Block(kind, index, index + 1, level, text))
        return len(self.containers)

    def _goes_on(self, index: int) -> bool:
        return self._blank_between(index) and _list_mark(self.lines[self.blocks[-1].first]) == _list_mark(
            self.lines[index]
        )

    def _blank_between(self, index: int) -> bool:
        return all(not self.lines[at].strip() for at in range(self.blocks[-1].last, index))

    def _extend(self, index: int) -> None:
        self.blocks[-1].last = index + 1

    def _close_to(self, matched: int) -> None:
        if matched < len(self.containers):
            del self.containers[matched:]
            self.leaf = ""


def _after_mark(rest: str, size: int, column: int) -> tuple[int, int, str]:
    """Skip a quote mark and one optional column of space; return used columns, column of the text, and the text."""
    after = rest[size:]
    base = column + size
    count, _ = width(after)
    text_column = base
    for character in after[:count]:
        text_column += 4 - text_column % 4 if character == "\t" else 1
    used = base + 1 if count else base
    return used, text_column, after[count:]


def _heading_text(text: str) -> str:
    """Return a heading's text without closing marks."""
    text = text.strip()
    bare = text.rstrip("#")
    return bare.rstrip() if not bare or bare[-1] in " \t" else text


def _list_mark(line: str) -> str:
    stripped = line.strip()
    found = _BULLET.match(stripped) or _ORDERED.match(stripped)
    return found[found.re.groups] if found else ""
