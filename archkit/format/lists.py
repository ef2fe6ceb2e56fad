"""A list of the document: its items, each with the details nested below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from archkit.errors import quoted
from archkit.format.blocks import Block
from archkit.format.columns import width
from archkit.format.marks import BULLET, BULLETS, PLAIN_ITEM, item_mark
from archkit.model.text import BLOCK_START


class Unreadable(Exception):
    """A section cannot be read as data: the line (0-based), what is there, and what would be right."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


@dataclass(slots=True)
class Item:
    """A list item: its line, its text, the items nested below it, and the column of its number (-1 for none)."""

    line: int
    text: str
    children: list[Item] = field(default_factory=list)
    numbered_at: int = -1


def joined_lists(lines: Sequence[str], blocks: Iterable[Block]) -> list[Block]:
    """Join indented bullets to the numbered list above them, though CommonMark may begin another list there.

    It wants four blanks below `10.` and three below `9.`; who indents a detail by less means no new item.
    """
    joined: list[Block] = []
    for block in blocks:
        is_part = block.kind == "list" and _is_bullet(lines[block.first].lstrip()) and width(lines[block.first])[1] > 0
        if is_part and joined and joined[-1].kind == "list" and not _is_bullet(lines[joined[-1].first].lstrip()):
            joined[-1] = replace(joined[-1], last=block.last)
        else:
            joined.append(block)
    return joined


def read_list(lines: Sequence[str], block: Block) -> list[Item]:
    """Return the items of a list block; a bullet that stands right of the number above it is a detail of that item.

    Raises:
        Unreadable: an item holds more than a paragraph and one nested list of paragraphs.
    """
    if (plain := _plain_items(lines, block)) is not None:
        return plain
    items: list[Item] = []
    #: Open items from the outside in, with the columns that their content is indented by.
    open_items: list[tuple[int, Item]] = []
    after_blank = False
    for index in range(block.first, block.last):
        line = lines[index]
        count, column = width(line)
        rest = line[count:]
        if not rest or rest.isspace():
            after_blank = True
            continue
        mark = _mark(rest)
        while open_items and column < open_items[-1][0] and (after_blank or mark):
            if len(open_items) == 1 and _is_bullet(rest) and -1 < open_items[0][1].numbered_at < column:
                break
            open_items.pop()
        if mark:
            if open_items and column - open_items[-1][0] > 3:
                raise Unreadable(index, "a code block stands inside a list item")
            indent, text = mark
            if len(open_items) == 2:
                raise Unreadable(index, "a list item is nested three levels deep; two are understood")
            if open_items and open_items[-1][1].text == "" and not open_items[-1][1].children:
                raise Unreadable(index, "a list item holds only another list")
            made = Item(index, _checked(index, text), numbered_at=-1 if _is_bullet(rest) else column)
            (open_items[-1][1].children if open_items else items).append(made)
            open_items.append((column + indent, made))
        elif not open_items:
            raise Unreadable(index, f"{quoted(rest)} is not part of a list item")
        else:
            current = open_items[-1][1]
            if after_blank or current.children:
                raise Unreadable(index, "a list item has a second paragraph; one is understood")
            current.text = f"{current.text}\n{_checked(index, rest)}"
        after_blank = False
    return items


def _plain_items(lines: Sequence[str], block: Block) -> list[Item] | None:
    """Return the items of a list of bullets and words with the same two columns below them; None for another list."""
    items: list[Item] = []
    for index in range(block.first, block.last):
        line = lines[index]
        found = PLAIN_ITEM.match(line)
        if found:
            item = Item(index, line[found.end(2) :].rstrip())
            indent = found.end(1)
            if not indent:
                items.append(item)
            elif indent == 2 and items:
                items[-1].children.append(item)
            else:
                return None
        elif line:
            return None
    return items


def _is_bullet(rest: str) -> bool:
    return rest[:1] in BULLETS and BULLET.match(rest) is not None


def _mark(rest: str) -> tuple[int, str] | None:
    if rest[1:2] == " " and rest[0] in BULLETS and not rest[2:3].isspace() and len(rest) > 2:
        return 2, rest[2:]
    found = item_mark(rest)
    if not found:
        return None
    after = rest[found.end() :]
    if not after.strip():
        return found.end() + 1, ""
    spaces, _ = width(after)
    if spaces > 4:
        return None
    return found.end() + spaces, after[spaces:]


def _checked(index: int, text: str) -> str:
    text = text.rstrip()
    if text[:1].isalpha() or (text[:2] == "**" and text[2:3].isalpha()):
        # Nothing that opens a block begins with a letter.
        return text
    if BLOCK_START.match(text):
        raise Unreadable(
            index, f"{quoted(text)} opens a block inside a list item; put a backslash before its first mark"
        )
    return text
