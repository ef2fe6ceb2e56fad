"""When a session saves by itself: soon after the hand rests, at the latest after a while; when it looks at the disk."""

from __future__ import annotations

import atexit
import logging
import threading
import time
import weakref
from collections.abc import Callable
from typing import Protocol

from archkit.errors import ArchkitError

#: Seconds: of rest before a save, that an edit waits for its save at most, between syncs of the journal, between looks
#: at the disk, and before a save that failed is tried again.
REST, LATEST, SYNC, LOOK, AGAIN = 0.7, 9.0, 0.15, 1.0, 5.0

_LOG = logging.getLogger("archkit")
_PATIENT: weakref.WeakSet[Saver] = weakref.WeakSet()
#: Sessions with edits to save; nobody else may have them any more.
_UNSAVED: set[Session] = set()


class Session(Protocol):
    """What the clock needs of a session."""

    lock: threading.RLock
    problem: str

    @property
    def unsaved(self) -> int:
        """How many edits are not in the file yet."""

    def sync(self) -> None:
        """Wait until the disk has the journal."""

    def save(self) -> None:
        """Save now."""

    def look(self) -> None:
        """Take in what somebody else wrote."""

    def close(self) -> None:
        """Save and end."""


class Saver:
    """The clock of one session. Without `begin` it is not patient: the session saves every edit at once."""

    def __init__(self, session: Session) -> None:
        self._session = weakref.ref(session)
        self._condition = threading.Condition()
        self._thread: threading.Thread | None = None
        self._first = self._last = 0.0

    @property
    def is_patient(self) -> bool:
        """Whether edits wait for the hand to rest."""
        return self._thread is not None

    def begin(self) -> None:
        """Save by the clock from now on."""
        with self._condition:
            if not self.is_patient:
                self._thread = threading.Thread(
                    target=_run, args=(weakref.ref(self),), name="archkit-saver", daemon=True
                )
                _PATIENT.add(self)
                self._thread.start()

    def wake(self) -> None:
        """Note that there is something to save."""
        with self._condition:
            session = self._session()
            if session is not None and self.is_patient:
                _UNSAVED.add(session)
            self._last = time.monotonic()
            self._first = self._first or self._last
            self._condition.notify_all()

    def end(self) -> None:
        """Stop the clock."""
        with self._condition:
            self._thread = None
            session = self._session()
            if session is not None:
                _UNSAVED.discard(session)
            self._condition.notify_all()

    def turn(self, looked: float) -> float | None:
        """Do what is due and return when the disk was last looked at; None at the end."""
        session = self._session()
        if session is None or self._is_over():
            return None
        now = time.monotonic()
        # One of them that fails keeps the clock from none of the others.
        _try(session.sync)
        if self._first and (now - self._last >= REST or now - self._first >= LATEST):
            self._save(session, now)
        if now - looked >= LOOK:
            looked = now
            _try(session.look)
        return looked

    def wait(self) -> None:
        """Wait for the next thing that may be due."""
        with self._condition:
            self._condition.wait_for(lambda: self._is_over() or self._first, LOOK)
            if self._first:
                self._condition.wait_for(self._is_over, SYNC)

    def _is_over(self) -> bool:
        """Whether the clock of this thread was ended; another one may have begun since."""
        return self._thread is not threading.current_thread()

    def _save(self, session: Session, now: float) -> None:
        with self._condition:
            self._first = 0.0
        error = _try(session.save)
        if error is not None:
            # Tried again by and by; what was typed is in the journal, and the form says why it is not saved.
            with self._condition:
                if not self._first:
                    self._first, self._last = now - LATEST + AGAIN, now + AGAIN
            with session.lock:
                # The next look tells of it.
                if session.unsaved and not isinstance(error, ArchkitError):
                    session.problem = f"an error inside archkit: {type(error).__name__}: {error}"
        with session.lock, self._condition:
            if not self._first:
                _UNSAVED.discard(session)


def _try(work: Callable[[], None]) -> Exception | None:
    """Do a piece of work of the clock and return its error; whatever that is, the clock goes on."""
    try:
        work()
    except (ArchkitError, OSError) as error:
        return error
    except Exception as error:
        _LOG.exception("the clock of a document failed")
        return error
    return None


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
            _try(session.close)
