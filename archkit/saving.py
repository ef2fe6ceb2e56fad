"""When a session saves by itself: soon after the hand rests, at the latest after a while; and when it looks at the disk."""

from __future__ import annotations

import atexit
import threading
import time
import weakref
from contextlib import suppress
from typing import TYPE_CHECKING

from archkit.errors import ArchkitError

if TYPE_CHECKING:
    from archkit.session import Session

#: Seconds: of rest before a save, that an edit waits for its save at most, between syncs of the journal, between looks
#: at the disk, and before a save that failed is tried again.
REST, LATEST, SYNC, LOOK, AGAIN = 0.7, 9.0, 0.15, 1.0, 5.0

_PATIENT: weakref.WeakSet[Saver] = weakref.WeakSet()


class Saver:
    """The clock of one session. Without `begin` it is not patient: the session saves every edit at once."""

    def __init__(self, session: Session) -> None:
        self._session = weakref.ref(session)
        self._condition = threading.Condition()
        self._thread: threading.Thread | None = None
        self._first = self._last = 0.0
        self._ended = False

    @property
    def is_patient(self) -> bool:
        """Whether edits wait for the hand to rest."""
        return self._thread is not None and not self._ended

    def begin(self) -> None:
        """Save by the clock from now on."""
        if self._thread is None:
            self._thread = threading.Thread(target=_run, args=(weakref.ref(self),), name="archkit-saver", daemon=True)
            _PATIENT.add(self)
            self._thread.start()

    def wake(self) -> None:
        """Note that there is something to save."""
        with self._condition:
            self._last = time.monotonic()
            self._first = self._first or self._last
            self._condition.notify()

    def end(self) -> None:
        """Stop the clock."""
        with self._condition:
            self._ended = True
            self._condition.notify()

    def turn(self, looked: float) -> float | None:
        """Do what is due and return when the disk was last looked at; None at the end."""
        session = self._session()
        if session is None or self._ended:
            return None
        now = time.monotonic()
        with suppress(ArchkitError, OSError):
            session.sync()
            due = self._first and (now - self._last >= REST or now - self._first >= LATEST)
            if due:
                self._save(session, now)
            if now - looked >= LOOK:
                looked = now
                session.look()
        return looked

    def wait(self) -> None:
        """Wait for the next thing that may be due."""
        with self._condition:
            if not self._ended:
                self._condition.wait(SYNC if self._first else LOOK)

    def _save(self, session: Session, now: float) -> None:
        self._first = 0.0
        try:
            session.save()
        except ArchkitError:
            # Tried again by and by; what was typed is in the journal, and the form says why it is not saved.
            self._first, self._last = now - LATEST + AGAIN, now + AGAIN
            raise


def _run(reference: weakref.ref[Saver]) -> None:
    looked: float | None = time.monotonic()
    while looked is not None:
        saver = reference()
        if saver is None:
            return
        saver.wait()
        looked = saver.turn(looked)
        # The thread must not keep a session alive that nobody else has.
        del saver


@atexit.register
def _save_all() -> None:
    for saver in list(_PATIENT):
        session = saver._session()
        if session is not None:
            with suppress(ArchkitError, OSError):
                session.close()
