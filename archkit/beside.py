"""What lies beside a document: the folder `.archkit/` with its journals, and the lock that a save holds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from archkit.errors import FileProblem
from archkit.store import digest

#: Where journals and locks lie, beside the document.
FOLDER = ".archkit"
#: How long a save waits for another session's.
LOCK_SECONDS = 10.0
#: Bytes that a name may have and still carry a stamp, and the characters that are left of a longer one.
_LONGEST, _SHORTENED = 180, 40


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


def folder_of(document: Path, *, make: bool = True) -> Path:
    """Return the folder `.archkit/` beside a document; made with a `.gitignore` that ignores all of it.

    Raises:
        OSError: it cannot be made.
    """
    folder = document.parent / FOLDER
    if make and not folder.is_dir():
        folder.mkdir(exist_ok=True)
        with suppress(FileExistsError), open(folder / ".gitignore", "x", encoding="utf-8") as stream:
            stream.write("*\n")
    return folder


def name_beside(document: Path) -> str:
    """Return the name that a document's journals and lock begin with: its own, cut where a longer one would not fit."""
    name = document.name
    if len(os.fsencode(name)) <= _LONGEST:
        return name
    return f"{name[:_SHORTENED]}-{digest(os.fsencode(name))[:16]}"
