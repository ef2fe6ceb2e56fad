"""What a script is told of edits that are not in the file: nobody looks at a form there."""

from __future__ import annotations

import atexit
import warnings
import weakref
from pathlib import Path
from typing import Protocol

from archkit.errors import ArchkitError
from archkit.recovery import Recovery
from archkit.versions.clash import Clash


class UnsavedWarning(UserWarning):
    """Edits of a document are not in its file, or were not until now; they are kept beside it."""


class UnsettledError(ArchkitError):
    """An edit was made while a clash waits for a person, and nothing can be saved."""

    def __init__(self, session: Session) -> None:
        super().__init__(f"{session.path}: the edit is not made, for {_clashes(session)}; {SETTLE}")


class Session(Protocol):
    """What is told of a session."""

    path: Path
    problem: str
    recovered: Recovery

    @property
    def unsaved(self) -> int:
        """How many edits are not in the file yet."""

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """What waits for a person."""

    def close(self) -> None:
        """Save and end."""


SETTLE = (
    'look at doc.session.clashes and settle each with doc.session.settle_clash(clash, "mine"), or "theirs", '
    "or in the form of doc.edit()"
)
#: Sessions that were edited and not closed.
_EDITED: weakref.WeakSet[Session] = weakref.WeakSet()
#: Sessions of whose end was warned.
_ENDED: weakref.WeakSet[Session] = weakref.WeakSet()


def edited(session: Session) -> None:
    """Note that a session has something to be told of, unless it is closed before the process ends."""
    _EDITED.add(session)
    _ENDED.discard(session)


def warn_of_opening(session: Session, *, stacklevel: int) -> None:
    """Warn of what an opening brought back, and of what waits for a person."""
    recovered = session.recovered
    told = []
    if recovered.edits:
        them = "it" if recovered.edits == 1 else "them"
        told.append(
            f"{_counted(recovered.edits, 'edit')} of an earlier session came back, not saved before; the next edit "
            f"saves {them}, doc.session.keep_recovered() at once, doc.session.discard_recovered() lets {them} go"
        )
    told += [f"a journal of unsaved edits could not be read and stays at {path}" for path in recovered.unreadable]
    told += [f"edits that could not be brought back are kept in words in {path}" for path in recovered.left_out]
    if session.clashes:
        told.append(f"{_clashes(session)}, and no edit is made until that is settled; {SETTLE}")
    for sentence in told:
        warnings.warn(f"{session.path}: {sentence}", UnsavedWarning, stacklevel=stacklevel + 1)


def warn_of_ending(session: Session, *, stacklevel: int) -> None:
    """Warn of edits that a session leaves unsaved at its end."""
    _EDITED.discard(session)
    if session.unsaved and session not in _ENDED:
        _ENDED.add(session)
        why = _clashes(session) if session.clashes else session.problem or "the file cannot be written"
        warnings.warn(
            f"{session.path}: {_counted(session.unsaved, 'edit')} not saved: {why}; what was typed is kept beside the "
            "file and comes back at the next opening",
            UnsavedWarning,
            stacklevel=stacklevel + 1,
        )


def _clashes(session: Session) -> str:
    number = len(session.clashes)
    places = ", ".join(".".join(map(str, clash.path)) for clash in session.clashes[:3]) + ", …" * (number > 3)
    were = "1 place was" if number == 1 else f"{number} places were"
    return f"{were} changed here and by somebody else ({places})"


def _counted(number: int, name: str) -> str:
    return f"1 {name}" if number == 1 else f"{number} {name}s"


@atexit.register
def _end_all() -> None:
    for session in list(_EDITED):
        try:
            session.close()
        except (ArchkitError, OSError):
            warn_of_ending(session, stacklevel=1)
