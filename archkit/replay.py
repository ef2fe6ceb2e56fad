"""What the entries of a journal mean: read in order, they give the document, its steps, and what the file lacks of it.

begin, base   the file holds `text`, or the text told last with the changes of `patch`; the session stands at `changes`
              from it, `edits` of them not in the file
edit          the session made `changes`
undo, redo    the session took a step back or on, which made `changes`
write         the text with `digest` is about to replace the file
saved         it did
clashes       these fields wait for a person
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from archkit import folder
from archkit.clashes import clash_from
from archkit.errors import ArchkitError
from archkit.format.read import read
from archkit.format.settle import as_written
from archkit.history import History
from archkit.journal_lines import DAMAGED, Entry
from archkit.model.delta import apply_delta, places
from archkit.model.document import Document
from archkit.text_patch import patched
from archkit.versions.clash import Clash
from archkit.versions.follow import follow


@dataclass
class Replay:
    """Where a session stood after the entries so far.

    Attributes:
        document: Its document.
        history: Its steps.
        file: What the file held for certain: as the session knew it.
        text: The last text of the file that an entry told.
        digest: The digest of the file then.
        edits: How many edits came after that.
        since: When the first of them was made, in seconds since 1970.
        clashes: Fields that waited for a person.
        intended: Saves that were begun and may have reached the file: the document and how many edits it took along.
    """

    document: Document = field(default_factory=Document)
    history: History | None = None
    file: Document = field(default_factory=Document)
    text: str = ""
    digest: str = ""
    edits: int = 0
    since: float = 0.0
    clashes: tuple[Clash, ...] = ()
    intended: dict[str, tuple[Document, int]] = field(default_factory=dict)

    def knows(self, digest: str) -> bool:
        """Whether the file with a digest is one that the session left there."""
        return digest == self.digest or digest in self.intended

    def unsaved(self, digest: str) -> int:
        """Return how many edits the file with a digest lacks."""
        return self.edits - (self.intended[digest][1] if digest in self.intended else 0)

    def take(self, entry: Entry) -> None:
        """Go on by one entry."""
        kind, data = entry.kind, entry.data
        if kind in ("begin", "base"):
            self._begin(data)
        elif kind in ("edit", "undo", "redo"):
            self._edit(kind, data)
        elif kind == "write":
            self.intended[data["digest"]] = (self.document, self.edits)
        elif kind == "saved":
            self.file, self.digest = self.document, data["digest"]
            self.edits, self.since, self.clashes, self.intended = 0, 0.0, (), {}
        elif kind == "clashes":
            self.clashes = tuple(map(clash_from, data["clashes"]))
        else:
            raise ValueError(kind)

    def _begin(self, data: dict[str, Any]) -> None:
        self.text = data["text"] if "text" in data else patched(self.text, data["patch"])
        if "patch" in data and folder.digest(self.text.encode("utf-8", errors="replace")) != data["digest"]:
            raise ValueError("another text")
        found = read(self.text).document
        self.document = apply_delta(found, data["changes"])
        if self.history is None:
            self.history = History(self.document)
        elif self.knows(data["digest"]):
            self.history.amend(self.document)
        else:
            self.history.meet(as_written(self.file), found, self.document)
        self.file, self.digest, self.intended = found, data["digest"], {}
        self.edits, self.since = data["edits"], data["at"] if data["edits"] else 0.0
        self.clashes = tuple(map(clash_from, data["clashes"]))

    def _edit(self, kind: str, data: dict[str, Any]) -> None:
        assert self.history is not None
        before = self.document
        self.document = apply_delta(before, data["changes"])
        self.clashes = follow(self.clashes, before, self.document)
        if kind == "undo":
            self.history.go("undo", self.document)
        elif kind == "redo":
            self.history.go("redo", self.document)
        else:
            self.history.push(self.document, places(data["changes"]), data["at"])
        self.edits += 1
        self.since = self.since or data["at"]


def fitting_entries(known: Sequence[Entry], text: str, digest: str) -> tuple[Replay, int]:
    """Return where a session stood after the entries that can be applied, and the number of the first one left out.

    That is the longest beginning of them. Where a later entry says where the session stood then, or that it saved what
    the file still holds, all up to that entry is in it, whatever it was, and only what came after it is applied.

    Args:
        known: All entries of a journal; one of kind `DAMAGED` for each line that cannot be read.
        text: What the file holds.
        digest: Its digest.

    Raises:
        ArchkitError: not even the first entry can be applied, and the disk did not damage it.
    """
    result, fitting = _as_far_as_it_fits(known)
    if fitting < len(known):
        held = {"digest": digest, "text": text, "changes": [], "edits": 0, "clashes": [], "at": 0.0}
        for number in range(len(known) - 1, fitting, -1):
            entry = known[number]
            if entry.kind == "saved" and entry.data.get("digest") == digest:
                entry = Entry("begin", held)
            elif entry.kind != "base":
                continue
            later, count = _as_far_as_it_fits([entry, *known[number + 1 :]])
            if count:
                return later, number + count
    if known and not fitting and known[0].kind != DAMAGED:
        raise ArchkitError("the first line of a journal does not fit; look at its text")
    return result, fitting


def _as_far_as_it_fits(known: Sequence[Entry]) -> tuple[Replay, int]:
    """Return where a session stood after the longest beginning of entries that fit one another, and its length."""
    result = Replay()
    for number, entry in enumerate(known):
        first = number == 0
        try:
            if first != (entry.kind == "begin") and not (first and entry.kind == "base"):
                raise ValueError(entry.kind)
            result.take(entry)
        except (ArchkitError, AttributeError, LookupError, TypeError, ValueError):
            # An entry that fails half way may have left its traces.
            return _as_far_as_it_fits(known[:number])
    return result, len(known)
