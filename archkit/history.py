"""The steps of a session, to be undone and done again; typing in one field is one step.

Undoing takes back what was done here, never what somebody else did to the file meanwhile: a step from before a meeting
with somebody else's version is merged with it when it is gone back to. Where the two clashed at the meeting, a person
decides, or has decided, and a step keeps what was typed here.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from archkit.model.delta import apply_delta, delta
from archkit.model.document import Document
from archkit.model.edit import Path
from archkit.versions.clash import Merged
from archkit.versions.follow import follow
from archkit.versions.merge import merge
from archkit.versions.settled import with_theirs

#: Seconds of rest after which typing in the same field begins a new step.
REST = 3.0

#: So many steps stand as documents; what differs in older ones is kept as text, which takes a twentieth of the memory.
WHOLE_STEPS = 400
# So many steps at a time become text, or documents again.
_AT_ONCE = 100
# Steps become documents again so long before they are reached: those near where the session stands may be amended.
_AHEAD = 10

Step = Literal["undo", "redo"]


@dataclass(frozen=True)
class Meeting:
    """A meeting with somebody else's version: what both sides began with, theirs, and where the session stood."""

    base: Document
    theirs: Document
    mine: Document

    @cached_property
    def merged(self) -> Merged:
        """What came of it, and where both said different things."""
        return merge(self.base, self.mine, self.theirs)

    def taken_into(self, step: Document) -> Document:
        """Return a step from before the meeting with what somebody else changed.

        Where both changed one field, theirs stands: an undo overwrites nobody. Only what clashed at the meeting is
        left to the person who was asked.
        """
        found = merge(self.base, self.theirs, step)
        document = found.document
        if not (found.clashes and self.merged.clashes):
            return document
        asked = {clash.path for clash in follow(self.merged.clashes, self.merged.document, document)}
        for clash in found.clashes:
            if clash.path in asked:
                document = with_theirs(document, clash, step)
        return document


class History:
    """The documents of a session in order; they share all that did not change."""

    def __init__(self, opened: Document) -> None:
        #: Each document, and how many of the meetings are in it.
        self._steps: list[tuple[Document, int]] = [(opened, 0)]
        self._meetings: list[Meeting] = []
        #: The oldest steps: the changes that turn the document after each into it, and its meetings.
        self._packed: list[tuple[bytes, int]] = []
        self._places: tuple[Path, ...] = ()
        self._at = 0.0
        self._position = 0

    def copy(self) -> History:
        """Return a history that goes on apart from this one."""
        copy = History(self._steps[0][0])
        copy._steps, copy._meetings, copy._packed = self._steps[:], self._meetings[:], self._packed[:]
        copy._places, copy._at, copy._position = self._places, self._at, self._position
        return copy

    @property
    def document(self) -> Document:
        """Where the session stands."""
        return self._at_step(self._position)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._position > 0

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back and can be done again."""
        return self._position < len(self._steps) - 1

    def push(self, document: Document, places: tuple[Path, ...], at: float) -> None:
        """Add the document after an edit of some fields at a time (seconds)."""
        del self._steps[self._position + 1 :]
        if not (places and places == self._places and 0 <= at - self._at < REST and self._position > 0):
            self._position += 1
        self._steps[self._position :] = [(document, len(self._meetings))]
        self._places, self._at = places, at
        if self._position > WHOLE_STEPS + _AT_ONCE:
            self._pack()

    def seen(self, step: Step) -> Document:
        """Return the document one step back or on, without going there."""
        return self._at_step(self._position + _WAY[step])

    def go(self, step: Step, document: Document) -> None:
        """Go one step back or on, to a document."""
        self._position += _WAY[step]
        self.amend(document)
        if self._position < _AHEAD:
            self._unpack()

    def amend(self, document: Document) -> None:
        """Say how the document stands after the last step."""
        self._steps[self._position] = (document, len(self._meetings))
        self._places = ()

    def meet(self, base: Document, theirs: Document, document: Document) -> None:
        """Take in what somebody else made of the file; `document` is what came of it and of the session's edits."""
        self._meetings.append(Meeting(base, theirs, self.document))
        self.amend(document)

    def _pack(self) -> None:
        for at in range(_AT_ONCE):
            (document, met), (after, _) = self._steps[at : at + 2]
            changes = json.dumps(delta(after, document), separators=(",", ":"))
            self._packed.append((zlib.compress(changes.encode(), 1), met))
        del self._steps[:_AT_ONCE]
        self._position -= _AT_ONCE

    def _unpack(self) -> None:
        again = self._packed[-_AT_ONCE:]
        del self._packed[-_AT_ONCE:]
        document = self._steps[0][0]
        before: list[tuple[Document, int]] = []
        for changes, met in reversed(again):
            document = apply_delta(document, json.loads(zlib.decompress(changes)))
            before.append((document, met))
        self._steps[:0] = reversed(before)
        self._position += len(before)

    def _at_step(self, position: int) -> Document:
        document, met = self._steps[position]
        for meeting in self._meetings[met:]:
            document = meeting.taken_into(document)
        self._steps[position] = (document, len(self._meetings))
        return document


_WAY: dict[Step, int] = {"undo": -1, "redo": 1}
