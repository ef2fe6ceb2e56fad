"""What changed between two documents, field by field and row by row, in the author's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from archkit.errors import quoted
from archkit.model.comparison import Criterion
from archkit.model.document import Document, Place, outline
from archkit.model.edit import Path
from archkit.model.effort import TOTALS, Effort, WorkItem
from archkit.model.fields import FieldSpec, Frozen, Row, fields_of
from archkit.model.options import Option
from archkit.model.recommendation import Recommendation
from archkit.versions import words
from archkit.versions.effort_change import Mean, closed_mean, counting_words, effort_words
from archkit.versions.kept_text import put, state_at
from archkit.versions.match import match, row_item, text_item
from archkit.versions.names import rename
from archkit.versions.order import moved

Kind = Literal["changed", "added", "removed", "moved"]

_TITLES = {spec.key: spec.title for spec in outline()}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed.

    Attributes:
        path: Where it stands in the new document; where it stood in the old one when it was removed.
        kind: What happened to it.
        section: The key of its section; `layout` for sections of the author's own.
        old: What stood there.
        new: What stands there.
        words: The change in the author's words.
    """

    path: Path
    kind: Kind
    section: str
    old: object
    new: object
    words: str


def diff(old: Document, new: Document, *, mean: Mean = closed_mean) -> tuple[Change, ...]:
    """Return what changed, in the order of the outline; nothing for equal documents.

    Args:
        old: The document before.
        new: The document now.
        mean: Gives the mean of an estimate, for what the change does to the effort.
    """
    if old == new:
        return ()
    found = _Changes(new)
    old = _level(old, new, found)
    pairs = match(*([row_item(option) for option in version.options] for version in (old, new)))
    old = rename(old, {old.options[n].name: new.options[at].name for n, at in pairs.items() if old.options[n].name})
    for spec in outline():
        found.value((spec.key,), spec, getattr(old, spec.key), getattr(new, spec.key), "", Document)
    if effort := effort_words(old, new, mean):
        found.tell(("effort",), "changed", old.effort, new.effort, effort)
    _layout(old, new, found)
    return tuple(found)


class _Changes(list[Change]):
    """The changes found so far."""

    def __init__(self, new: Document) -> None:
        super().__init__()
        self.new = new

    def tell(self, path: Path, kind: Kind, old: object, new: object, text: str) -> None:
        self.append(Change(path, kind, str(path[0]), old, new, text))

    def value(self, path: Path, spec: FieldSpec, old: Any, new: Any, about: str, owner: type[Frozen]) -> None:
        """Tell what changed in a field; `about` names the row that it belongs to."""
        if old == new:
            return
        lead = f"{about}: " if about else ""
        title = spec.title if owner is Document else spec.title.lower()
        if isinstance(new, Frozen):
            self.fields(path, old, new, about)
        elif spec.row:
            self.rows(path, spec, old, new, lead)
        elif isinstance(new, dict):
            self.keys(path, spec, old, new, about, owner)
        elif owner is Recommendation and spec.key == "options":
            self.tell(path, "changed", old, new, words.recommended_words(old, new))
        elif owner is Option and spec.key == "name" and old and new:
            self.tell(path, "changed", old, new, f"option {int(path[1]) + 1} renamed from {old} to {new}")
        elif spec.kind == "prose":
            where = title if owner is Document or about else f"{_TITLES[str(path[0])]} ({title})"
            self.tell(path, "changed", old, new, lead + words.prose_words(where, old, new))
        else:
            beside = owner is Effort and spec.key in TOTALS and self.new.effort.work_items
            about = f"remark beside {spec.title.lower()}" if beside else ""
            self.tell(path, "changed", old, new, lead + words.value_words(spec, old, new, about))

    def fields(self, path: Path, old: Frozen, new: Frozen, about: str) -> None:
        """Tell what changed in a row or a section of fields."""
        for spec in fields_of(type(new)):
            self.value((*path, spec.key), spec, getattr(old, spec.key), getattr(new, spec.key), about, type(new))

    def keys(
        self,
        path: Path,
        spec: FieldSpec,
        old: Mapping[str, Any],
        new: Mapping[str, Any],
        about: str,
        owner: type[Frozen],
    ) -> None:
        """Tell what changed in scores, or in columns and entries of the author's own."""
        for key in dict.fromkeys([*old, *new]):
            was, now = old.get(key, ""), new.get(key, "")
            if was == now:
                continue
            if owner is Criterion:
                criterion = self.new.comparison.criteria[int(path[2])].criterion
                text = words.score_words(self.option(key), criterion, was, now)
            else:
                text = f"{about}: " * bool(about) + words.value_words(spec, was, now, key)
            self.tell((*path, key), "changed", was, now, text)

    def option(self, name: str) -> str:
        names = [option.name for option in self.new.options]
        return f"option {names.index(name) + 1} ({quoted(name)})" if name in names else f"option {quoted(name)}"

    def rows(self, path: Path, spec: FieldSpec, old: Sequence[Row], new: Sequence[Row], lead: str) -> None:
        """Tell which rows were removed, added, moved and changed."""
        pairs = match(list(map(row_item, old)), list(map(row_item, new)))
        back = {at: n for n, at in pairs.items()}
        went = moved([n for n in range(len(old)) if n in pairs], [back[at] for at in range(len(new)) if at in back], ())
        for n, row in enumerate(old):
            if n not in pairs and not row.is_empty:
                self.tell((*path, n), "removed", row, None, f"{lead}{words.row_words(row, spec.key, n)} removed")
        for at, row in enumerate(new):
            name = lead + words.row_words(row, spec.key, at)
            if at not in back:
                if not row.is_empty:
                    self.tell((*path, at), "added", None, row, f"{name} added")
                    self.counting((*path, at), None, row, name)
                continue
            if back[at] in went:
                place = f"from place {back[at] + 1} to {at + 1}"
                self.tell((*path, at), "moved", back[at], at, f"{name} moved {place}")
            was = lead + words.row_words(old[back[at]], spec.key, at)
            self.fields((*path, at), old[back[at]], row, was)
            self.counting((*path, at), old[back[at]], row, was)

    def counting(self, path: Path, old: Row | None, new: Row, name: str) -> None:
        """Tell whether a work item counts no longer, or counts now."""
        if isinstance(new, WorkItem) and (text := counting_words(old, new)):  # type: ignore[arg-type]
            self.tell(path, "changed", old, new, f"{name} {text}")


def _level(old: Document, new: Document, found: _Changes) -> Document:
    """Return the old document with what only one version could read as data as it is in the new one, and tell of it."""
    keys = dict.fromkeys((place.part, place.name) for version in (old, new) for place in version.layout if place.unread)
    for key in keys:
        before, after = state_at(old, key), state_at(new, key)
        if not before or not after or (before.place.text is None) == (after.place.text is None):
            continue
        title = key[1] or _TITLES.get(key[0], key[0])
        text = (
            f"{title} is kept as text now: {after.place.unread}" if after.place.unread else f"{title} can be read again"
        )
        found.tell(("options" if key[0] == "option" else key[0],), "changed", before.shown, after.shown, text)
        old = put(old, key, after)
    return old


def _layout(old: Document, new: Document, found: _Changes) -> None:
    """Tell what changed in sections of the author's own, in text that is kept, and in the order of sections."""
    before, after = (
        [(n, place) for n, place in enumerate(version.layout) if place.part != "option"] for version in (old, new)
    )
    pairs = match(*([_item(place) for _, place in places] for places in (before, after)))
    back = {at: n for n, at in pairs.items()}
    went = moved(
        [n for n in range(len(before)) if n in pairs], [back[at] for at in range(len(after)) if at in back], ()
    )
    for n, (at, place) in enumerate(before):
        if n not in pairs and place.part == "custom":
            found.tell(("layout", at), "removed", place.text, None, f"section {quoted(place.name)} removed")
    for n, (at, place) in enumerate(after):
        title = place.name or _TITLES.get(place.part, "text above the title")
        if n not in back:
            if place.part == "custom":
                found.tell(("layout", at), "added", None, place.text, f"section {quoted(title)} added")
            continue
        was = before[back[n]][1]
        if back[n] in went:
            found.tell(("layout", at), "moved", before[back[n]][0], at, f"section {quoted(title)} moved")
        if was.name != place.name:
            text = f"section {quoted(was.name)} is now called {quoted(place.name)}"
            found.tell(("layout", at, "name"), "changed", was.name, place.name, text)
        if (was.text or "") != (place.text or ""):
            text = words.prose_words(title, was.text or "", place.text or "")
            found.tell(("layout", at, "text"), "changed", was.text, place.text, text)


def _item(place: Place) -> Any:
    name = f"{place.part}: {place.name}"
    return text_item(name, place.text or name)
