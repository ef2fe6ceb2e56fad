"""Rows that one side deleted and the other one refers to anew: they stay, and a person decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from archkit.model.document import Document
from archkit.model.fields import Row
from archkit.model.references import Names, Referred
from archkit.versions.align import Entry
from archkit.versions.clash import Clashes, Three
from archkit.versions.references import Followed, follow
from archkit.versions.values import same_content


@dataclass(frozen=True, slots=True)
class Restored:
    """A row that was put back: what it is called after the merge, and its versions before."""

    referred: Referred
    name: str
    versions: Three[Row | None]


def restore(three: Three[Document], referred: Referred) -> tuple[Three[Document], list[Restored]]:
    """Return the versions with all references followed, and with the rows put back that a side deleted too soon.

    A row that the other side changed, too, stays in any merge, and is told there.
    """
    followed = follow(three, referred)
    three, restored = followed.three, []
    for key in sorted(followed.wanted):
        entry = followed.entries[key]
        rows: Three[Any] = Three(*(referred.rows(document) for document in followed.three))
        versions: Three[Any] = entry.of(rows)
        left = versions.theirs if versions.mine is None else versions.mine
        if same_content(versions.base, left):
            restored.append(Restored(referred, followed.names[key], versions))
            three = _put_back(three, followed, entry, versions)
    return three, restored


def tell(restored: Sequence[Restored], document: Document, clashes: Clashes) -> None:
    """Tell of each row that was put back, where it stands in the merged document."""
    for row in restored:
        at = Names(document, row.referred).named(row.name)
        if at is not None:
            clashes.tell((*row.referred.path, at), row.versions)


def _put_back(three: Three[Document], followed: Followed, entry: Entry, versions: Three[Any]) -> Three[Document]:
    """Return the versions with a row in the one that deleted it, behind what it stood behind."""
    version = 1 if versions.mine is None else 2
    referred, document = followed.referred, three[version]
    rows = referred.rows(document)
    own = referred.rows(followed.three[version])
    above = [
        other.indexes[version]
        for other in followed.entries
        if other.base is not None and entry.base is not None and other.base < entry.base
    ]
    last = next((at for at in reversed(above) if at is not None), None)
    place = 0 if last is None else next(at for at, row in enumerate(rows) if row is own[last]) + 1
    changed = _with_rows(document, referred.path, (*rows[:place], versions.base, *rows[place:]))
    return Three(three.base, changed, three.theirs) if version == 1 else Three(three.base, three.mine, changed)


def _with_rows(node: Any, path: tuple[str | int, ...], rows: tuple[Row, ...]) -> Any:
    if not path:
        return rows
    return node.replace(**{str(path[0]): _with_rows(getattr(node, str(path[0])), path[1:], rows)})
