"""What stays of the search: whole blocks, and the other documents of a block in which something changes."""

from __future__ import annotations

from archkit.site.addresses import ASSETS
from archkit.site.manifest import Manifest
from archkit.site.output import Output
from archkit.site.plan import Plan
from archkit.site.search_index import Block, block_read


def kept_blocks(plan: Plan, before: Manifest, output: Output) -> dict[int, Block]:
    """Return what stays of each block that has to be written; a block that is lost makes its documents stale."""
    stale, found = set(plan.stale), {}
    gone = {plan.block(name) for name in before.documents if name not in plan.documents}
    for number, names in plan.by_block().items():
        path, kept = block_path(number), [name for name in names if name not in stale]
        is_there = before.blocks == plan.blocks and output.is_there(path)
        if is_there and len(kept) == len(names) and number not in gone:
            output.keep(path)
            continue
        block = _read(output.content(path)) if kept and is_there else {}
        with_page = [name for name in kept if not before.record(name).problem]
        if all(name in block for name in with_page):
            found[number] = {name: block[name] for name in with_page}
        else:
            plan.stale.extend(kept)
            found[number] = {}
    return found


def block_path(number: int) -> str:
    """Return where a block of the search is in the site."""
    return f"{ASSETS}/search/{number}.js"


def _read(content: bytes | None) -> Block:
    if content is None:
        return {}
    try:
        return block_read(content.decode("utf-8"))
    except (ValueError, KeyError, IndexError):
        return {}
