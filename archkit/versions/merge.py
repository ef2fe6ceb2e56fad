"""Three-way merge of documents: section by section, row by row, field by field."""

from __future__ import annotations

from typing import Any

from archkit.model.document import Document, outline
from archkit.model.references import BOXES, CRITERIA, OPTIONS, PHASES, Referred
from archkit.versions.align import Entry, Same, kept
from archkit.versions.clash import Clash, Clashes, Merged, Three
from archkit.versions.kept_text import level
from archkit.versions.layout import merge_layout
from archkit.versions.names import doubled_names, settle_removed
from archkit.versions.references import Followed, follow, with_numbers
from archkit.versions.restored import Restored, restore, tell
from archkit.versions.values import merge_entries, merge_value, same_content

__all__ = ["Clash", "Merged", "merge"]


def merge(base: Document, mine: Document, theirs: Document) -> Merged:
    """Merge what two sides made of one document.

    Every change of only one side is in the result. Where both changed one field differently, the result holds mine and
    a clash holds both; what one side deleted and the other one changed stays, and is a clash, too.

    Args:
        base: The document that both sides began with.
        mine: What one side made of it.
        theirs: What the other side made of it.
    """
    if mine == theirs or theirs == base:
        return Merged(mine)
    if mine == base:
        return Merged(theirs)
    clashes = Clashes()
    options = follow(level(Three(base, mine, theirs), clashes), OPTIONS)
    three, wanted = settle_removed(options)
    restored: list[Restored] = []
    for referred in (CRITERIA, BOXES):
        three, rows = restore(three, referred)
        restored += rows
    phases = follow(three, PHASES)
    three = phases.three
    staying = {id(phases.entries[key].of(_rows(three, PHASES)).base) for key in phases.wanted}
    orders = {
        "options": _kept(three, options, lambda was, now: was == now and was.name not in wanted),
        "phases": _kept(three, phases, lambda was, now: same_content(was, now) and id(was) not in staying),
    }
    values: dict[str, Any] = {}
    for spec in sorted(outline(), key=lambda spec: spec.key != "options"):
        versions: Three[Any] = Three(*(getattr(version, spec.key) for version in three))
        if spec.key in orders:
            values[spec.key] = merge_entries((spec.key,), versions, *orders[spec.key], clashes)
        else:
            values[spec.key] = merge_value((spec.key,), versions, clashes, spec, Document)
    document = three.base.replace(**values)
    for followed in (options, phases):
        document = with_numbers(document, followed, orders[str(followed.referred.path[0])][0], clashes)
    tell(restored, document, clashes)
    doubled_names(document, three, clashes)
    document = document.replace(layout=merge_layout(three, orders["options"][0], document, clashes))
    return Merged(document, tuple(clashes))


def _kept(three: Three[Document], followed: Followed, same: Same) -> tuple[list[Entry], bool]:
    return kept(followed.entries, _rows(three, followed.referred), same)


def _rows(three: Three[Document], referred: Referred) -> Three[Any]:
    return Three(*(referred.rows(version) for version in three))
