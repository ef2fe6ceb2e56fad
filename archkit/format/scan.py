"""The line scanner: which top-level blocks a Markdown text has, and where.

It knows fences, comments, lists and indentation, and follows the block structure of CommonMark 0.31
(https://spec.commonmark.org) and the tables of GFM, at the top level only: what stands
inside a list or a quote belongs to it as a whole. It reads no inline Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from archkit.format.blocks import Block
from archkit.format.cells import is_table_head
from archkit.format.columns import after_mark
from archkit.format.containers import conflict_end, match_containers
from archkit.format.html_blocks import HTML_BLOCKS
from archkit.format.marks import ATX, DEFINITION, FENCE, RULE, SETEXT, heading_text, list_item
from archkit.format.open_blocks import OpenBlocks

# A file with deeper nesting is hostile; what is deeper is text of the innermost block.
_DEEPEST = 32
_LAST_HTML = len(HTML_BLOCKS) - 1


def scan(lines: Sequence[str], first: int = 0) -> list[Block]:
    """Return the top-level blocks of some lines (without line ends), beginning with line `first`."""
    return _Scanner(lines).run(first)


class _Scanner(OpenBlocks):
    """The line-by-line algorithm: what each line continues, ends and begins."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__(lines)
        self.fence = ("", 0)
        self.html_end: re.Pattern[str] | None = None
        self.no_more_conflicts = False

    def run(self, first: int) -> list[Block]:
        lines, total, index = self.lines, len(self.lines), first
        while index < total:
            line = lines[index]
            if line.startswith("<<<<<<< ") and (end := self._conflict(index)):
                index = end
                continue
            # Most lines are plain text or a row at the top level, or a plain item of a list.
            if self.leaf in ("fence", "html"):
                self._line(index, line)
            elif not line and not self.empty_item and 0 not in self.containers:
                # An empty line ends words, and no list.
                if self.leaf in ("paragraph", "table"):
                    self.leaf = ""
            elif not self.containers and (line[:1] == "|" or line[:1].isalpha()):
                self._text(index, line)
            elif end := self.plain_items(index):
                index = end
                continue
            else:
                self._line(index, line)
            index += 1
        return self.blocks

    def _conflict(self, index: int) -> int:
        """Take the conflict that begins here as one block, whatever it stands in; return its end, 0 when it is none.

        Inside a fence or an HTML block of the top level the marks are text.
        """
        if self.leaf in ("fence", "html") and not self.containers:
            return 0
        if self.no_more_conflicts:
            return 0
        end = conflict_end(self.lines, index)
        # Without an end from here there is none from further down; looking each time would take a square of the lines.
        self.no_more_conflicts = not end
        if end:
            self.containers.clear()
            self.leaf = ""
            self.blocks.append(Block("conflict", index, end))
        return end

    def _line(self, index: int, line: str) -> None:
        column, rest, matched = match_containers(self.containers, line, self.empty_item)
        depth = len(self.containers)
        if matched == depth and self.leaf in ("fence", "html"):
            self._verbatim(index, rest, column)
            return
        if not rest.strip():
            self._blank(matched)
            if self.containers and line.strip():
                self.extend(index)
            return
        lazy = self.leaf == "paragraph" and matched < depth
        self._starts(index, rest, column, matched, lazy)

    def _verbatim(self, index: int, rest: str, column: int) -> None:
        """A line of an open fence or HTML block; what has no end of its own ends before a blank line."""
        if self.leaf == "html":
            ended = bool(self.html_end.search(rest)) if self.html_end else not rest.strip()
        else:
            mark, size = self.fence
            tail = rest.strip()
            ended = column <= 3 and len(tail) >= size and tail == mark * len(tail)
        if rest.strip() or not (self.containers or (ended and self.leaf == "html")):
            self.extend(index)
        if ended:
            self.leaf = ""
            self.blocks[-1].closed = True

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
        while column <= 3:
            found = None
            if len(self.containers) < _DEEPEST:
                found = self._container(index, rest, column, matched, paragraph)
            if not found:
                break
            column, rest = found
            matched, opened, paragraph, lazy = len(self.containers), True, False, False
            if not rest:
                return
        if column > 3 and (opened or self.leaf != "paragraph"):
            self.open(index, matched, "code")
        elif column > 3 or not self._leaf(index, rest, matched, paragraph, lazy):
            self._words(index, rest, matched, lazy)

    def _container(self, index: int, rest: str, column: int, matched: int, paragraph: bool) -> tuple[int, str] | None:
        """Open the quote or list item that begins here; return the columns left of its text, and its text."""
        if rest[:1] == ">":
            self.open(index, matched, "quote")
            self.containers.append(0)
            used, after, rest = after_mark(rest, 1, column)
            self.leaf = ""
            return after - used, rest
        if rest[:1] in ("*", "-", "_") and RULE.match(rest) and not (paragraph and SETEXT.match(rest)):
            return None
        item = list_item(rest, column, paragraph)
        if not item:
            return None
        needed, column, rest = item
        self.open(index, matched, "list", item=True)
        self.containers.append(needed)
        self.empty_item, self.leaf = not rest, ""
        return column, rest

    def _leaf(self, index: int, rest: str, matched: int, paragraph: bool, lazy: bool) -> bool:
        """Open or close the heading, fence, HTML or rule that stands here, if one does."""
        first = rest[:1]
        if first == "#" and (found := ATX.match(rest)):
            self.open(index, matched, "heading", level=len(found[1]), text=heading_text(rest[found.end() :]))
            return True
        if first in ("`", "~") and (found := FENCE.match(rest)):
            mark = found[1] or found[3]
            self.open(index, matched, "fence", text=(found[2] if found[1] else found[4]).strip())
            self.leaf, self.fence = "fence", (mark[0], len(mark))
            if not self.containers:
                self.blocks[-1].closed = False
            return True
        if first == "<":
            return self._html(index, rest, matched, paragraph or lazy or self.leaf == "table")
        if first in ("=", "-") and paragraph and (found := SETEXT.match(rest)) and self._setext(index, found[1]):
            return True
        if first in ("*", "-", "_") and RULE.match(rest):
            self.open(index, matched, "rule")
            return True
        return False

    def _words(self, index: int, rest: str, matched: int, lazy: bool) -> None:
        """A line of text goes on with the open paragraph, or opens one."""
        if lazy:
            self.extend(index)
            return
        self.close_to(matched)
        if not self.containers:
            self._text(index, rest)
            return
        self.leaf, self.empty_item = "paragraph", False
        self.extend(index)

    def _text(self, index: int, line: str) -> None:
        """A line of text at the top level: it goes on with the open paragraph or table, or opens one."""
        if self.leaf == "paragraph":
            block = self.blocks[-1]
            if is_table_head(line, self.lines[index + 1 : index + 2]):
                self.blocks.append(Block("table", index, index + 1))
                self.leaf = "table"
            else:
                block.last = index + 1
        elif self.leaf == "table":
            self.blocks[-1].last = index + 1
        elif is_table_head(line, self.lines[index + 1 : index + 2]):
            self.blocks.append(Block("table", index, index + 1))
            self.leaf = "table"
        else:
            self.blocks.append(Block("paragraph", index, index + 1))
            self.leaf = "paragraph"

    def _setext(self, index: int, mark: str) -> bool:
        if self.containers:
            self.leaf = ""
            self.extend(index)
            return True
        block = self.blocks[-1]
        words = [self.lines[at].strip() for at in range(block.first, block.last)]
        if all(DEFINITION.match(part) for part in words):
            return False
        block.kind, block.level, block.setext = "heading", 1 if mark[0] == "=" else 2, True
        block.text, block.last, self.leaf = " ".join(words), index + 1, ""
        return True

    def _html(self, index: int, rest: str, matched: int, interrupts: bool) -> bool:
        for number, (start, end) in enumerate(HTML_BLOCKS):
            if number == _LAST_HTML and interrupts:
                return False
            if start.match(rest):
                self.open(index, matched, "html")
                ended = bool(end and end.search(rest))
                self.leaf, self.html_end = ("", None) if ended else ("html", end)
                if not self.containers:
                    self.blocks[-1].closed = ended or end is None
                return True
        return False
