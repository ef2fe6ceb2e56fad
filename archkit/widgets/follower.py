"""Work that follows the edits, outside the messages that bring them: soon, once for many, and the slower at rest."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

#: Seconds without an edit after which what follows from the edited sections is shown.
PAUSE = 0.25
#: Seconds more after which the slowest work is done.
REST = 0.6

#: Seconds after which a thread that works lets another one go on that waits; Python's own 5 ms add up, as a message
#: waits several times on its way.
_SHARE = 0.001

_LOG = logging.getLogger("archkit")
_sharing = threading.Lock()
_before: list[float] = []


@contextmanager
def _shared() -> Iterator[None]:
    """Let answers through while slow work is done."""
    with _sharing:
        _before.append(sys.getswitchinterval())
        sys.setswitchinterval(min(_SHARE, _before[0]))
    try:
        yield
    finally:
        with _sharing:
            # The last one out puts back what the first one found.
            last = _before.pop()
            sys.setswitchinterval(last)


class Follower:
    """Does work in a thread of its own while there is any; the thread ends with it.

    Args:
        stages: Pieces of work in order, each with the seconds without an edit that it waits for.
        beside: Does slower work in another thread, which keeps none of the stages; it wakes and ends with them.

    Attributes:
        stages: All pieces of work, also those beside.
    """

    def __init__(self, *stages: tuple[float, Callable[[], None]], beside: Follower | None = None) -> None:
        self.stages: tuple[tuple[float, Callable[[], None]], ...] = (*stages, *(beside.stages if beside else ()))
        self._own = stages
        self._beside = beside
        self._lock = threading.Lock()
        self._again = threading.Event()
        self._thread: threading.Thread | None = None
        self._ended = False
        self._held = 0
        self._free = threading.Event()
        self._free.set()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Begin no work meanwhile: an answer comes first, and two threads at once would keep both waiting."""
        with self._lock:
            self._held += 1
            self._free.clear()
        try:
            yield
        finally:
            with self._lock:
                self._held -= 1
                if not self._held:
                    self._free.set()

    def wake(self) -> None:
        """Have the work done; what is asked for while it is done is done once more."""
        if self._beside:
            self._beside.wake()
        with self._lock:
            self._again.set()
            if self._thread is None and not self._ended:
                self._thread = threading.Thread(target=self._run, name="archkit studio", daemon=True)
                self._thread.start()

    def is_asked(self) -> bool:
        """Whether there is newer work than what is under way; asks again once an answer that is under way is out."""
        self._free.wait()
        return self._again.is_set()

    def end(self) -> None:
        """Do no more work; what is under way is finished."""
        if self._beside:
            self._beside.end()
        with self._lock:
            self._ended = True
        self._again.set()

    def wait(self) -> None:
        """Wait until all work is done."""
        while (thread := self._thread) is not None:
            thread.join()
        if self._beside:
            self._beside.wait()

    def _run(self) -> None:
        while True:
            self._free.wait()
            self._again.clear()
            for pause, work in self._own:
                if pause and self._again.wait(pause):
                    break
                self._do(work)
            with self._lock:
                if self._ended or not self._again.is_set():
                    self._thread = None
                    return

    def _do(self, work: Callable[[], None]) -> None:
        try:
            if not self._ended:
                with _shared():
                    work()
        except Exception:
            _LOG.exception("a studio could not show the document")
