"""What a merge left between conflict markers, in the hands of an author."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archkit.errors import quoted

if TYPE_CHECKING:
    from archkit.session import Session
    from archkit.versions.sides import Conflict


class OpenConflict:
    """A section that a merge could not be sure of: both sides, and `keep` to finish it.

    Attributes:
        line: The line of its first marker.
        section: The key of the section that it stands in.
        ours: What stands on our side.
        theirs: What stands on their side.
        difference: What differs from ours to theirs, in words.
        choices: What can be kept: `ours`, `theirs`, and `both` where the section can be read then.
    """

    def __init__(self, session: Session, conflict: Conflict) -> None:
        self._session = session
        self._conflict = conflict
        self.line = conflict.line
        self.section = conflict.section
        self.ours = conflict.ours
        self.theirs = conflict.theirs

    @property
    def difference(self) -> tuple[str, ...]:
        """What differs from ours to theirs, in words."""
        return self._conflict.difference

    @property
    def choices(self) -> tuple[str, ...]:
        """What can be kept."""
        return self._conflict.choices

    def keep(self, side: str) -> None:
        """Finish it: keep `ours`, `theirs` or `both`; the section reads as rows again.

        Raises:
            ModelError: there is no such side, or the conflict is not there any more.
        """
        self._session.settle_conflict(self._conflict, side)

    def __repr__(self) -> str:
        words = "; ".join(self.difference[:3]) or f"{quoted(self.ours)} or {quoted(self.theirs)}"
        return f"<conflict in {self.section}, line {self.line}: {words}>"
