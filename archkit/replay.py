"""What the entries of a journal mean: read in order, they give the document, its steps, and what the file lacks of it.

begin, base   the file holds `text`; the session stands at `changes` from it, `edits` of them not in the file
edit          the session made `changes`
undo, redo    the session took a step back or on, which made `changes`
write         the text with `digest` is about to replace the file
saved         it did
clashes       these fields wait for a person
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from archkit.clashes import clash_from
from archkit.errors import ArchkitError
from archkit.format.read import read
from archkit.format.settle import as_written
from archkit.history import History
from archkit.journal import Entry
from archkit.model.delta import apply_delta, places
from archkit.model.document import Document
from archkit.versions.clash import Clash
from archkit.versions.follow import follow


@dataclass
class Replay:
    """Where a session stood after the entries so far.

    Attributes:
        document: Its document.
        history: Its steps.
        file: What the file held for certain: as the session knew it.
        digest: The digest of the file then.
        edits: How many edits came after that.
        since: When the first of them was made, in seconds since 1970.
        clashes: Fields that waited for a person.
        intended: Saves that were begun and may have reached the file: the document and how many edits it took along.
    """

    document: Document = field(default_factory=Document)
    history: History | None = None
    file: Document = field(default_factory=Document)
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

    def _begin(self, data: dict[str, Any]) -> None:
        found = read(data["text"]).document
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


def replay(lines: Iterable[Entry]) -> Replay:
    """Return where the session of a journal stood.

    Raises:
        ArchkitError: the entries do not fit one another.
    """
    result = Replay()
    for number, entry in enumerate(lines):
        if (number == 0) != (entry.kind == "begin") and not (number == 0 and entry.kind == "base"):
            raise ArchkitError(f"line {number + 1} of a journal is out of place; look at its text")
        try:
            result.take(entry)
        except (LookupError, TypeError, ValueError) as error:
            raise ArchkitError(f"line {number + 1} of a journal does not fit ({error}); look at its text") from None
    return result
