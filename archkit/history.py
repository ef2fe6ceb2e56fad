"""The steps of a session, to be undone and done again; typing in one field is one step."""

from __future__ import annotations

from archkit.model.document import Document
from archkit.model.edit import Path

#: Seconds of rest after which typing in the same field begins a new step.
REST = 3.0


class History:
    """The documents of a session in order; they share all that did not change."""

    def __init__(self, opened: Document) -> None:
        self._documents: list[Document] = [opened]
        self._place: tuple[Path, ...] = ()
        self._at = 0.0
        self._position = 0

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._position > 0

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back and can be done again."""
        return self._position < len(self._documents) - 1

    def push(self, document: Document, place: tuple[Path, ...], at: float) -> None:
        """Add the document after an edit of some places at a time (seconds)."""
        del self._documents[self._position + 1 :]
        same_step = len(place) == 1 and place == self._place and at - self._at < REST
        if same_step and self._position > 0:
            self._documents[self._position] = document
        else:
            self._documents.append(document)
            self._position += 1
        self._place, self._at = place, at

    def undo(self) -> Document:
        """Return the document one step back; at the opening it stays."""
        self._position = max(0, self._position - 1)
        self._place = ()
        return self._documents[self._position]

    def redo(self) -> Document:
        """Return the document one step on; at the last step it stays."""
        self._position = min(len(self._documents) - 1, self._position + 1)
        self._place = ()
        return self._documents[self._position]
