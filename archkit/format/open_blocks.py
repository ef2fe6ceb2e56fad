"""What is open while a text is scanned: the containers, the leaf inside them, and the block at the top level."""

from __future__ import annotations

from collections.abc import Sequence

from archkit.format.blocks import Block, BlockKind
from archkit.format.marks import PLAIN_ITEM, list_mark


class OpenBlocks:
    """The blocks of some lines so far, and which of them goes on.

    Attributes:
        lines: The lines.
        blocks: The top-level blocks so far.
        containers: The open containers: 0 for a quote, else the columns that a list item's content is indented by.
        leaf: What is open in the innermost of them, "" for nothing.
        empty_item: Whether a list item has begun with nothing.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.blocks: list[Block] = []
        self.containers: list[int] = []
        self.leaf = ""
        self.empty_item = False

    def open(
        self, index: int, matched: int, kind: BlockKind, *, level: int = 0, text: str = "", item: bool = False
    ) -> int:
        """Close what is not continued and open a block inside the innermost container that is left.

        Args:
            index: Its line.
            matched: How many containers go on.
            kind: What it is; below the top level it is a part of the block that the outermost container belongs to.
            level: The level of a heading.
            text: Its text, as `Block` has it.
            item: Whether it is an item, which goes on with a list of its mark.

        Returns:
            How many containers are open.
        """
        self.close_to(matched)
        self.leaf = kind if kind == "code" else ""
        self.empty_item = False
        if (
            self.containers
            or (item and self.blocks and self.blocks[-1].kind == "list" and self._goes_on(index))
            or (kind == "code" and self.blocks and self.blocks[-1].kind == "code" and self._blank_between(index))
            or (kind == "quote" and self.blocks and self.blocks[-1].kind == "quote" and self.blocks[-1].last == index)
        ):
            self.extend(index)
        else:
            self.blocks.append(Block(kind, index, index + 1, level, text))
        return len(self.containers)

    def plain_items(self, index: int) -> int:
        """Take all lines from here that are items of one bullet and words, at the top level or just inside an item.

        That is what the rules one by one make of such lines, which are most lines of a list.

        Returns:
            The line after them, 0 when there is none.
        """
        containers, bullet, after = self.containers, "", 0
        for at in range(index, len(self.lines)):
            line = self.lines[at]
            found = PLAIN_ITEM.match(line)
            if not found:
                break
            indent = found.end(1)
            if indent and (not containers or containers[0] != indent):
                break
            after = at + 1
            if indent or line[0] == bullet:
                containers[:] = (indent, 2) if indent else (2,)
                self.empty_item = False
                self.blocks[-1].last = after
            else:
                bullet = line[0]
                self.open(at, 0, "list", item=True)
                containers.append(2)
            self.leaf = "paragraph"
        return after

    def _goes_on(self, index: int) -> bool:
        first, line = self.lines[self.blocks[-1].first], self.lines[index]
        if not self._blank_between(index):
            return False
        plain = line[:1] in ("-", "+", "*") and line[1:2] == " "
        return (plain and first[:2] == line[:2]) or list_mark(first) == list_mark(line)

    def _blank_between(self, index: int) -> bool:
        last = self.blocks[-1].last
        return last == index or not "".join(self.lines[last:index]).strip()

    def extend(self, index: int) -> None:
        """Let the open top-level block reach to a line."""
        self.blocks[-1].last = index + 1

    def close_to(self, matched: int) -> None:
        """Close all containers but the outermost ones."""
        if matched < len(self.containers):
            del self.containers[matched:]
            self.leaf = ""
