"""Which findings have a place in a printed document that a citation can lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archkit.printing.blocks import Block, Heading, Listing, Paragraph, Quote, Run, Table


def places_of_findings(blocks: Iterable[Block]) -> list[str]:
    """Return the ids of the findings that stand in some blocks, in order, each once."""
    return list(dict.fromkeys(run.finding for run in _runs(blocks) if run.is_finding))


def _runs(blocks: Iterable[Block]) -> Iterator[Run]:
    for block in blocks:
        if isinstance(block, (Heading, Paragraph)):
            yield from block.runs
        elif isinstance(block, Table):
            yield from (run for row in (block.head, *block.rows) for cell in row for run in cell)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _runs(item)
        elif isinstance(block, Quote):
            yield from _runs(block.blocks)
