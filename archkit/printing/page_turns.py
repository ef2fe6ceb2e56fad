"""Which blocks stand on upright pages, and which on pages in landscape."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from archkit.printing.blocks import Block, Heading, Table


@dataclass
class Pages:
    """Blocks that follow each other on pages of one kind."""

    is_wide: bool
    blocks: list[Block] = field(default_factory=list)


def on_pages(blocks: Iterable[Block]) -> list[Pages]:
    """Return the blocks in order; a table that needs it is in landscape, with the headings right above it."""
    found = [Pages(False)]
    for block in blocks:
        is_wide = isinstance(block, Table) and block.is_wide
        if is_wide != found[-1].is_wide:
            found.append(Pages(is_wide, _headings_at_end(found[-1]) if is_wide else []))
        found[-1].blocks.append(block)
    return [pages for pages in found if pages.blocks]


def _headings_at_end(pages: Pages) -> list[Block]:
    """Take the headings that would end the page out of it."""
    at = len(pages.blocks)
    while at and isinstance(pages.blocks[at - 1], Heading):
        at -= 1
    taken = pages.blocks[at:]
    del pages.blocks[at:]
    return taken
