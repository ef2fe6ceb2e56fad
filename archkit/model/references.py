"""Names that others refer to: which rows have them, and each place where a row is named or numbered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from archkit.model.document import Document, rows_at
from archkit.model.fields import Row
from archkit.model.phases import split_after
from archkit.model.text import folded

_DIGITS = re.compile(r"\d+")
Path = tuple[str | int, ...]
#: Returns what a reference says from now on.
Rewrite = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Referred:
    """Rows that are named elsewhere.

    Attributes:
        path: Where the rows stand.
        key: The field that names them.
        places: Each field that refers to them: the section or the rows that it belongs to, and its key. It holds one
            name, several names, or what is said by name.
        number: How a row is called by its number; the number is the group of that name.
        folded: Whether a name in another case is the same one.
    """

    path: Path
    key: str
    places: tuple[tuple[Path, str], ...]
    number: re.Pattern[str] | None = None
    folded: bool = True

    def rows(self, document: Document) -> tuple[Row, ...]:
        """Return the rows of a document."""
        rows: Any = rows_at(document, self.path)
        return tuple(rows)

    def name(self, row: Row) -> str:
        """Return the name of a row."""
        return str(getattr(row, self.key))

    def names(self, document: Document) -> tuple[str, ...]:
        """Return the names of the rows that have one."""
        return tuple(name for row in self.rows(document) if (name := self.name(row)))


OPTIONS = Referred(
    ("options",),
    "name",
    (
        (("comparison",), "options"),
        (("comparison",), "reference"),
        (("comparison", "criteria"), "scores"),
        (("comparison", "ratings"), "scores"),
        (("recommendation",), "options"),
        (("risks",), "option"),
        (("effort", "work_items"), "option"),
    ),
    re.compile(r"option\s+(?P<number>\d{1,9})", re.IGNORECASE),
)
CRITERIA = Referred(
    ("comparison", "criteria"),
    "criterion",
    (
        (("comparison", "judgements"), "criterion"),
        (("comparison", "judgements"), "against"),
        (("comparison", "ratings"), "criterion"),
    ),
)
BOXES = Referred(
    ("data_flow", "nodes"),
    "label",
    ((("data_flow", "flows"), "source"), (("data_flow", "flows"), "target")),
    folded=False,
)
PHASES = Referred(
    ("phases",),
    "phase",
    ((("risks",), "phase"), (("effort", "work_items"), "phase"), (("phases",), "after")),
    # Of phases with one name each is called by its number, too, as `Build (2)`.
    re.compile(r"(?:(?P<name>.+) \(|phase\s*)?(?P<number>\d{1,9})[\s.:)]*", re.IGNORECASE),
)
#: All rows that are named elsewhere: an edit and a merge follow each of them.
REFERRED = (OPTIONS, CRITERIA, BOXES, PHASES)


class Found(NamedTuple):
    """A row that a text means: its index, and where its number stands in the text if it is called by that."""

    at: int
    number: tuple[int, int] | None = None


class Names:
    """What the rows of a document are called."""

    def __init__(self, document: Document, referred: Referred) -> None:
        self._referred = referred
        self._rows = referred.rows(document)
        self._exact: dict[str, list[int]] = {}
        self._folded: dict[str, list[int]] = {}
        for at, row in enumerate(self._rows):
            if name := referred.name(row):
                self._exact.setdefault(name, []).append(at)
                self._folded.setdefault(folded(name), []).append(at)
        #: The rows by their number: one that is not filled in has none, as it is not written.
        self.numbered = [at for at, row in enumerate(self._rows) if not row.is_empty]

    def find(self, text: str) -> Found | None:
        """Return the row that a text means by its name or number; None for no row, or one of several."""
        if self.is_name(text):
            at = self.named(text)
            return None if at is None else Found(at)
        found = self._referred.number.fullmatch(text) if self._referred.number else None
        if not found or not 1 <= int(found["number"]) <= len(self.numbered):
            return None
        at = self.numbered[int(found["number"]) - 1]
        stated = found.groupdict().get("name")
        if stated is not None and folded(stated) != folded(self._referred.name(self._rows[at])):
            return None
        return Found(at, found.span("number"))

    def named(self, text: str) -> int | None:
        """Return the index of the one row with this name."""
        rows = self._exact.get(text) or (self._folded.get(folded(text)) if self._referred.folded else None)
        return rows[0] if rows and len(rows) == 1 else None

    def is_name(self, text: str) -> bool:
        """Whether a row, or more than one, has this name."""
        return text in self._exact or (self._referred.folded and folded(text) in self._folded)


def with_references(document: Document, referred: Referred, rewrite: Rewrite, names: tuple[str, ...] = ()) -> Document:
    """Return the document with each reference as `rewrite` has it; what is the same stays the same object.

    Args:
        document: The document.
        referred: What is referred to.
        rewrite: Returns the new text of a reference.
        names: The names of the rows at the time of writing, which say where a list of names is split.
    """
    for path, key in referred.places:
        document = _with(document, path, partial(_row_with, key=key, rewrite=rewrite, names=names))
    return document


def references(row: Any, key: str, names: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield what a field of a row refers to."""
    value = getattr(row, key)
    if isinstance(value, str):
        yield from split_after(value, names) if key == "after" else ([value] if value else [])
    else:
        yield from value


def _with(node: Any, path: Path, how: Callable[[Any], Any]) -> Any:
    if isinstance(node, tuple):
        rows = tuple(map(how, node))
        return node if all(new is old for new, old in zip(rows, node, strict=True)) else rows
    if not path:
        return how(node)
    inner = getattr(node, str(path[0]))
    changed = _with(inner, path[1:], how)
    return node if changed is inner else node.replace(**{str(path[0]): changed})


def _row_with(row: Any, key: str, rewrite: Rewrite, names: tuple[str, ...]) -> Any:
    value = getattr(row, key)
    new: Any
    if isinstance(value, dict):
        new = {rewrite(name): said for name, said in value.items()}
    elif isinstance(value, tuple):
        new = tuple(name for name in map(rewrite, value) if name)
    else:
        new = _list_with(value, rewrite, names) if key == "after" else (rewrite(value) if value else value)
    if new == value and (not isinstance(value, dict) or list(new) == list(value)):
        return row
    if isinstance(new, str) and _DIGITS.sub("", new) == _DIGITS.sub("", value):
        # Another number is as well spelt as the one before: thousands of rows need no second look.
        return row.model_copy(update={key: new})
    return row.replace(**{key: new})


def _list_with(text: str, rewrite: Rewrite, names: tuple[str, ...]) -> str:
    """Return a list of names with others in their place; the marks between them stay where they still divide it."""
    given = split_after(text, names)
    new = tuple(map(rewrite, given))
    if new == given:
        return text
    if all(name.isdigit() == old.isdigit() and name for name, old in zip(new, given, strict=True)):
        at, parts = 0, []
        for old, name in zip(given, new, strict=True):
            begin = text.index(old, at)
            parts += [text[at:begin], name]
            at = begin + len(old)
        return "".join([*parts, text[at:]])
    kept = [name for name in new if name]
    return (", " if len(kept) > 1 and all(name.isdigit() for name in kept) else "; ").join(kept)
