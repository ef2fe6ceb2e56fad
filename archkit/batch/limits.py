"""A limit on the time that one document may take, in any thread of any worker."""

from __future__ import annotations

import ctypes
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from archkit.errors import ArchkitError


class DocumentTimeoutError(ArchkitError):
    """A document took longer than it may."""

    # The interpreter itself makes the one that ends another thread, without an argument.
    def __init__(self, message: str = "it takes longer than a document may") -> None:
        super().__init__(message)


@contextmanager
def time_limit(seconds: float | None) -> Iterator[None]:
    """End what runs inside after so many seconds with a `DocumentTimeoutError`; None is no limit.

    In the main thread an alarm does it, which also ends a search of a regular expression; in other threads, as those of
    a Dask worker, it ends at the next step of Python.
    """
    if seconds is None:
        yield
    elif threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer"):
        with _alarm(seconds):
            yield
    else:
        with _raised_in_thread(seconds):
            yield


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    def ring(_: int, __: FrameType | None) -> None:
        raise DocumentTimeoutError(f"it takes longer than {seconds:g} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _raised_in_thread(seconds: float) -> Iterator[None]:
    thread = ctypes.c_ulong(threading.get_ident())
    turn = threading.Lock()
    is_over = has_rung = False

    def ring() -> None:
        nonlocal has_rung
        with turn:
            if not is_over:
                has_rung = True
                ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(DocumentTimeoutError))

    timer = threading.Timer(seconds, ring)
    timer.daemon = True
    timer.start()
    has_ended = False
    try:
        yield
    except DocumentTimeoutError:
        has_ended = True
        raise DocumentTimeoutError(f"it takes longer than {seconds:g} s") from None
    finally:
        timer.cancel()
        with turn:
            is_over = True
        if has_rung and not has_ended:
            # It rang at the very end: what is on its way must not reach the next document, so it is waited for here.
            with suppress(DocumentTimeoutError):
                while True:
                    time.sleep(0.001)
