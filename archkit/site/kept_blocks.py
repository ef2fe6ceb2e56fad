"""What stays of the search: whole blocks, and the other documents of a block in which something changes.

A page is old when what it shows of others has changed, too; what the search knows of it comes from its document alone.
"""

from __future__ import annotations

from archkit.site.addresses import ASSETS
from archkit.site.manifest import Manifest
from archkit.site.output import Output
from archkit.site.plan import Plan
from archkit.site.search_index import Block, block_read


def kept_blocks(plan: Plan, before: Manifest, output: Output) -> dict[int, Block]:
    """Return what stays of each block that has to be written; a block that is lost makes its documents stale."""
    old_pages, found = set(plan.stale), {}
    stale = {name for name in old_pages if not _has_same_entry(name, plan, before)}
    gone = {plan.block(name) for name in before.documents if name not in plan.documents}
    for number, names in plan.by_block().items():
        path, kept = block_path(number), [name for name in names if name not in stale]
        is_there = before.blocks == plan.blocks and output.is_there(path)
        if is_there and len(kept) == len(names) and number not in gone:
            output.keep(path)
            continue
        block = block_there(number, output) if kept and is_there else {}
        with_page = [name for name in kept if not before.record(name).problem]
        if all(name in block for name in with_page):
            found[number] = {name: block[name] for name in with_page}
        else:
            plan.stale.extend(name for name in kept if name not in old_pages)
            found[number] = {}
    return found


def _has_same_entry(name: str, plan: Plan, before: Manifest) -> bool:
    old = before.documents.get(name)
    return bool(old and old.record and not old.record.problem and old.digest == plan.documents[name].digest)


def block_path(number: int) -> str:
    """Return where a block of the search is in the site."""
    return f"{ASSETS}/search/{number}.js"


def block_there(number: int, output: Output) -> Block:
    """Return a block as the last build wrote it; an empty one where it is not there, or not whole."""
    if (content := output.content(block_path(number))) is None:
        return {}
    try:
        return block_read(content.decode("utf-8"))
    except (ValueError, KeyError, IndexError):
        return {}
