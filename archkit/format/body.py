"""The text below one heading, as a section's reader sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from archkit.errors import ModelError, quoted
from archkit.format.blocks import Block
from archkit.format.lists import Item, Unreadable, joined_lists, read_list
from archkit.format.tables import Table, read_table
from archkit.model.edit import Path
from archkit.model.fields import AnyFrozen, build
from archkit.model.placeholders import PLACEHOLDERS, TEMPLATE_LABELS


@dataclass(slots=True)
class Body:
    """Lines `first` to `last` (exclusive) of a text with their blocks, and what reading them brings to light."""

    lines: Sequence[str]
    first: int
    last: int
    blocks: list[Block]
    #: Lines of rows, by their path below the section's key; the reader fills it.
    places: dict[Path, int] = field(default_factory=dict)
    #: Values that the file states and archkit computes.
    stated: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands here."""
        return not self.blocks

    def text(self, first: int | None = None, last: int | None = None) -> str:
        """Return some of the lines as Markdown, without blank lines around them."""
        begin = self.first if first is None else first
        end = self.last if last is None else last
        return "\n".join(self.lines[begin:end]).strip("\n")

    def part(self, blocks: list[Block]) -> str:
        """Return the Markdown of some neighbouring blocks."""
        return self.text(blocks[0].first, blocks[-1].last).rstrip() if blocks else ""

    def items(self) -> list[Item]:
        """Return the items of the one list that stands here, none when nothing does.

        Raises:
            Unreadable: something else stands here.
        """
        items: list[Item] = []
        for block in joined_lists(self.lines, self.blocks):
            if block.kind != "list":
                raise unexpected(self, block, "a list")
            items.extend(read_list(self.lines, block))
        return items

    def table(self) -> Table | None:
        """Return the one table that stands here, None when nothing does.

        Raises:
            Unreadable: something else stands here.
        """
        for block in self.blocks:
            if block.kind != "table" or block is not self.blocks[0]:
                raise unexpected(self, block, "one table")
            return_block = block
        return read_table(self.lines, return_block) if self.blocks else None


CONFLICT = "a merge left conflict markers here; keep one side and delete the lines with <<<<<<<, ======= and >>>>>>>"


def unexpected(body: Body, block: Block, expected: str) -> Unreadable:
    """Return the reason why a block does not fit where it stands."""
    if block.kind == "conflict":
        return Unreadable(block.first, CONFLICT)
    return Unreadable(block.first, f"{quoted(body.lines[block.first].strip())} stands where {expected} is expected")


def make(kind: type[AnyFrozen], values: dict[str, object], line: int) -> AnyFrozen:
    """Make a row of what stands on a line.

    Raises:
        Unreadable: a value does not fit its field.
    """
    try:
        return build(kind, values)
    except ModelError as error:
        raise Unreadable(line, str(error)) from None


def is_hint(*texts: str) -> bool:
    """Whether an entry is only a hint of the template: placeholders, and labels that the template gives to them."""
    if PLACEHOLDERS.isdisjoint(map(str.strip, texts)):
        return False
    said = [bare for text in texts if (bare := text.strip())]
    return all(text in PLACEHOLDERS or text in TEMPLATE_LABELS for text in said)
