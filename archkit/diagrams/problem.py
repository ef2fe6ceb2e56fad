"""Why a text is not drawn."""

from __future__ import annotations

from archkit.errors import ArchkitError


class NotDrawnError(ArchkitError):
    """A diagram that is shown as text: the line, what is wrong there, and what would be right."""

    def __init__(self, line: int, what: str, right: str) -> None:
        self.line = line
        super().__init__(f"line {line}: {what}; {right}")
