"""The journal of a session: every edit is one appended line with a checksum, so that no crash loses what was typed.

A journal lies beside its document in `.archkit/`, a folder that ignores itself in git. What its entries mean stands in
`archkit.replay`, and how a line is written and read in `archkit.journal_lines`.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import time
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from archkit.folder import folder_of, folders_of, name_beside
from archkit.journal_lines import CUT, line_of, whole_size
from archkit.replacing import sync_folder

SUFFIX = ".journal"
#: What stands between the name of the document and the suffix: when and by whom it was begun.
STAMP = r"\.\d{20}-\d+-[0-9a-f]{6}"


class Journal:
    """An open journal; this session alone appends to it, as long as it holds the lock beside it.

    Attributes:
        path: Where it lies.
        size: How many bytes of it are whole lines.
    """

    def __init__(self, path: Path, lock: FileLock) -> None:
        self.path = path
        self._lock = lock
        self._handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        self.size = os.fstat(self._handle).st_size
        self._unsynced = self._is_new = self.size == 0
        self._is_torn = False

    @classmethod
    def create(cls, document: Path) -> Journal:
        """Begin an empty journal for a document.

        Raises:
            OSError: the folder cannot be written.
        """
        document = Path(os.path.realpath(document))
        stamp = f"{time.time_ns():020d}-{os.getpid()}-{secrets.token_hex(3)}"
        path = folder_of(document) / f"{name_beside(document)}.{stamp}{SUFFIX}"
        return cls._with_lock(path)

    @classmethod
    def adopt(cls, path: Path) -> Journal | None:
        """Go on with the journal of a session that ended; None while that session lives.

        A line at its end that was never written to its own end is cut off.

        Raises:
            OSError: it cannot be written.
        """
        try:
            journal = cls._with_lock(path, make=False)
        except (Timeout, FileNotFoundError):
            return None
        try:
            whole = whole_size(path)
            if whole < journal.size:
                journal.cut(whole)
        except BaseException:
            journal.close()
            raise
        return journal

    @classmethod
    def _with_lock(cls, path: Path, *, make: bool = True) -> Journal:
        lock = FileLock(f"{path}.lock")
        lock.acquire(timeout=0)
        try:
            if not make and not path.exists():
                raise FileNotFoundError(path)
            return cls(path, lock)
        except BaseException:
            # While it is held: nobody can take a lock that lost its name for one that has it.
            with contextlib.suppress(OSError):
                os.unlink(lock.lock_file)
            lock.release()
            raise

    @property
    def is_gone(self) -> bool:
        """Whether somebody deleted it, so that what is appended would be lost."""
        return self._handle < 0 or os.fstat(self._handle).st_nlink == 0

    def append(self, kind: str, **data: Any) -> None:
        """Append an entry; it survives the end of this process at once, and a power cut after `sync`.

        Raises:
            OSError: it cannot be written; then the journal is as it was.
        """
        if self._is_torn:
            self.cut(self.size)
        line = line_of(kind, data)
        self._unsynced = True
        try:
            written = 0
            # A disk that fills up takes a part; asked for the rest, it says why.
            while written < len(line):
                written += os.write(self._handle, line[written:])
        except BaseException:
            with contextlib.suppress(OSError):
                self.cut(self.size)
            raise
        self.size += len(line)

    def cut(self, size: int) -> None:
        """Take back what was appended after a size; on a disk that cannot cut, a line says so.

        Raises:
            OSError: it cannot be taken back; it is tried again before the next line.
        """
        self.size, self._is_torn, self._unsynced = size, True, True
        try:
            os.ftruncate(self._handle, size)
        except OSError:
            # The line before this one may not have come to its end.
            line = b"\n" + line_of(CUT, {"size": size})
            if os.write(self._handle, line) < len(line):
                raise
            self.size = os.fstat(self._handle).st_size
        self._is_torn = False

    def sync(self) -> None:
        """Wait until the disk has all that was appended.

        Raises:
            OSError: it does not.
        """
        if self._unsynced:
            os.fsync(self._handle)
            self._unsynced = False
        if self._is_new:
            self._is_new = False
            # A new name is on the disk when its folder is, and that one when the folder around it is.
            with contextlib.suppress(OSError):
                sync_folder(self.path.parent)
                sync_folder(self.path.parent.parent)

    def hand_over(self, document: Path) -> None:
        """End the journal and give it the name of another document in the same folder.

        Raises:
            OSError: it cannot be renamed.
        """
        stamp = re.search(STAMP, self.path.stem)
        try:
            if stamp is not None:
                os.rename(self.path, self.path.with_name(f"{name_beside(document)}{stamp[0]}{SUFFIX}"))
                os.unlink(self._lock.lock_file)
        finally:
            self.close()

    def close(self, *, remove: bool = False) -> None:
        """End the journal; `remove` deletes it."""
        if self._handle < 0:
            return
        os.close(self._handle)
        self._handle = -1
        if remove:
            with contextlib.suppress(OSError):
                os.unlink(self.path)
                os.unlink(self._lock.lock_file)
        self._lock.release()


def journals(document: Path) -> list[Path]:
    """Return the journals of a document, oldest first, whether their sessions live or not."""
    document = Path(os.path.realpath(document))
    begin = name_beside(document)
    found = []
    for folder in folders_of(document):
        with contextlib.suppress(OSError):
            found += [folder / name for name in os.listdir(folder) if name.startswith(begin)]
    # The name of another document may begin like this one's: what follows must be the stamp alone.
    own = [path for path in found if path.suffix == SUFFIX and re.fullmatch(STAMP, path.stem[len(begin) :])]
    return sorted(own, key=lambda path: path.name)
