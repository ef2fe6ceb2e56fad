"""Three-way merge of documents: section by section, row by row, field by field."""

from __future__ import annotations

from typing import Any

from archkit.model.document import Document, outline
from archkit.versions.align import align, kept
from archkit.versions.clash import Clash, Clashes, Merged, Three
from archkit.versions.kept_text import level
from archkit.versions.layout import merge_layout
from archkit.versions.match import row_item
from archkit.versions.names import doubled_names, follow_renames, settle_removed
from archkit.versions.renamed_rows import follow_rows
from archkit.versions.values import merge_entries, merge_value

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
    three: Three[Any] = level(Three(base, mine, theirs), clashes)
    entries = align(Three(*(list(map(row_item, version.options)) for version in three)))
    three, wanted = settle_removed(follow_rows(follow_renames(three, entries)), entries)
    options: Three[Any] = Three(*(version.options for version in three))
    ordered, disputed = kept(entries, options, lambda was, now: was == now and was.name not in wanted)
    values: dict[str, Any] = {"options": merge_entries(("options",), options, ordered, disputed, clashes)}
    for spec in outline():
        if spec.key != "options":
            versions = Three(*(getattr(version, spec.key) for version in three))
            values[spec.key] = merge_value((spec.key,), versions, clashes, spec, Document)
    document = three.base.replace(**values)
    doubled_names(document, three, clashes)
    document = document.replace(layout=merge_layout(three, ordered, document, clashes))
    return Merged(document, tuple(clashes))
