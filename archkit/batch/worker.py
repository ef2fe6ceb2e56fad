"""How a process begins that does pieces of batch work for another one."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

# Python looks for garbage after so many new objects in place of 700, which saves a twentieth.
_OBJECTS = 10_000


@contextmanager
def quiet_start() -> Iterator[None]:
    """Let Ctrl-C wait in processes that are started meanwhile until `begin`, not end them in one of their imports."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # What is blocked in this thread is blocked in its new processes; it reaches this one right afterwards.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def begin() -> None:
    """Look for garbage less often, and end when the process that gives the work says so, or when it is killed."""
    gc.set_threshold(_OBJECTS)
    # Ctrl-C reaches all processes of a terminal; one of them decides what becomes of the work.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
