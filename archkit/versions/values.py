"""One value in three versions: field by field, row by row, key by key, and prose by its paragraphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import eq
from typing import Any

from archkit.model.comparison import Criterion
from archkit.model.edit import Path
from archkit.model.effort import Effort
from archkit.model.fields import FieldSpec, Frozen, Row, fields_of
from archkit.model.recommendation import Recommendation
from archkit.versions.align import Entry, align, kept
from archkit.versions.clash import Clashes, Three
from archkit.versions.lines import merge_prose
from archkit.versions.match import name_item, row_item

#: Names that are one statement together: two different additions are no agreement.
_WHOLE = {(Recommendation, "options")}
#: Fields that give others their meaning: one side changed the first and the other side the second, so a person decides.
_MEANING: dict[type[Frozen], tuple[tuple[str, str], ...]] = {
    Effort: (("unit", "work_items"),),
    Criterion: (("scale", "scores"), ("is_gate", "scores")),
}


def merge_value(path: Path, three: Three[Any], clashes: Clashes, spec: FieldSpec, owner: type[Frozen]) -> Any:
    """Return what a field holds after the merge.

    Args:
        path: Where it stands in the merged document.
        three: Its three versions.
        clashes: Takes what the two sides disagree on.
        spec: The field.
        owner: The class that it belongs to.
    """
    decided, value = undisputed(three)
    if decided:
        return value
    if isinstance(three.mine, Frozen):
        return merge_fields(path, three, clashes)
    if isinstance(three.mine, dict):
        return _merge_keys(path, three, clashes)
    if spec.row:
        return merge_rows(path, three, clashes)
    if spec.kind == "names" and (owner, spec.key) not in _WHOLE:
        return _merge_names(path, three, clashes)
    if spec.kind == "prose" and (text := merge_prose(*three)) is not None:
        return text
    clashes.tell(path, three)
    return three.mine


def undisputed(three: Three[Any]) -> tuple[bool, Any]:
    """Return whether at most one side changed a value, or both alike, and what it is then."""
    if three.mine == three.theirs or three.theirs == three.base:
        return True, three.mine
    return three.mine == three.base, three.theirs


def merge_fields(path: Path, three: Three[Any], clashes: Clashes) -> Any:
    """Merge a row or a section of fields, field by field."""
    decided, value = undisputed(three)
    if decided:
        return value
    kind: type[Frozen] = type(three.mine)
    if any(_crossed(three, *pair) for pair in _MEANING.get(kind, ())):
        clashes.tell(path, three)
        return three.mine
    changes = {
        spec.key: merge_value(
            (*path, spec.key), Three(*(getattr(version, spec.key) for version in three)), clashes, spec, kind
        )
        for spec in fields_of(kind)
    }
    return three.mine.replace(**changes)


def merge_rows(path: Path, three: Three[Any], clashes: Clashes) -> tuple[Row, ...]:
    """Merge rows: what either side put in, took out, changed or moved."""
    ordered, disputed = kept(align(Three(*(list(map(row_item, rows)) for rows in three))), three, same_content)
    return merge_entries(path, three, ordered, disputed, clashes)


def merge_entries(
    path: Path, three: Three[Any], ordered: Sequence[Entry], disputed: bool, clashes: Clashes
) -> tuple[Row, ...]:
    """Merge rows whose partners and order are known; what one side deleted and the other one changed is told."""
    if disputed:
        clashes.tell(path, Three(*(tuple(row.called or row_item(row).name for row in rows) for rows in three)))
    rows: list[Row] = []
    for entry in ordered:
        versions = entry.of(three)
        here = (*path, len(rows))
        if versions.mine is None or versions.theirs is None:
            if versions.base is not None:
                clashes.tell(here, versions)
            rows.append(versions.mine if versions.mine is not None else versions.theirs)
        elif versions.base is None:
            if versions.mine != versions.theirs:
                clashes.tell(here, versions)
            rows.append(versions.mine)
        else:
            rows.append(merge_fields(here, versions, clashes))
    return tuple(rows)


def same_content(left: Any, right: Any) -> bool:
    """Whether two rows say the same; a blank column of the author's own says nothing."""
    return bool(left == right) or bool(without_blank_columns(left) == without_blank_columns(right))


def without_blank_columns(row: Any) -> Any:
    """Return a row without columns of the author's own that are blank in it."""
    extra = getattr(row, "extra", None)
    if not extra or all(extra.values()):
        return row
    return row.replace(extra={title: text for title, text in extra.items() if text})


def _crossed(three: Three[Any], meaning: str, meant: str) -> bool:
    def changed(side: Any, key: str) -> bool:
        return bool(getattr(side, key) != getattr(three.base, key))

    differ = any(getattr(three.mine, key) != getattr(three.theirs, key) for key in (meaning, meant))
    return differ and (
        (changed(three.mine, meaning) and changed(three.theirs, meant))
        or (changed(three.theirs, meaning) and changed(three.mine, meant))
    )


def _merge_keys(path: Path, three: Three[Mapping[str, Any]], clashes: Clashes) -> dict[str, Any]:
    """Merge key by key; a key that is not there and a blank one say the same."""
    merged: dict[str, Any] = {}
    for key in dict.fromkeys([*three.base, *three.mine, *three.theirs]):
        versions = Three(*(side.get(key, "") for side in three))
        decided, value = undisputed(versions)
        if not decided:
            clashes.tell((*path, key), versions)
            value = versions.mine or versions.theirs
        stays = undisputed(Three(*(key in side for side in three)))[1]
        if value or stays:
            merged[key] = value
    return merged


def are_replaced(three: Three[Any]) -> bool:
    """Whether both sides put different names in the place of the same one."""
    base, mine, theirs = map(set, three)
    return bool((base - mine) & (base - theirs) and mine - base and theirs - base and mine - base != theirs - base)


def _merge_names(path: Path, three: Three[Any], clashes: Clashes) -> tuple[str, ...]:
    """Merge a list of names; where both put different names in the place of the same one, a person decides."""
    if are_replaced(three):
        clashes.tell(path, three)
        return tuple(three.mine)
    items: Three[Any] = Three(*(list(map(name_item, names)) for names in three))
    ordered, disputed = kept(align(items), three, eq)
    if disputed:
        clashes.tell(path, three)
    return tuple(next(name for name in entry.of(three) if name is not None) for entry in ordered)
