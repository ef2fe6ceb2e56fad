"""The lock that a save holds, so that two sessions do not write one document at the same moment."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from archkit.errors import FileProblem
from archkit.folder import folder_of, name_beside

#: How long a save waits for another session's.
LOCK_SECONDS = 10.0


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other sessions, in other processes too, from writing a document meanwhile.

    A disk without locks, or a folder that cannot be written, is gone on with: the content is compared all the same.

    Raises:
        FileProblem: another session holds the lock for too long.
    """
    target = Path(os.path.realpath(path))
    try:
        lock = FileLock(folder_of(target) / f"{name_beside(target)}.lock")
        lock.acquire(timeout=LOCK_SECONDS)
    except Timeout:
        raise FileProblem(path, "another session is writing it", "try again") from None
    except OSError:
        yield
        return
    try:
        yield
    finally:
        lock.release()
