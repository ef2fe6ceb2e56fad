"""The journal of a session: every edit is one appended line with a checksum, so that no crash loses what was typed.

A journal lies beside its document in `.archkit/`, a folder that ignores itself in git. What its entries mean stands in
`archkit.replay`; here are lines.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from archkit.beside import folder_of, name_beside
from archkit.store import sync_folder

SUFFIX = ".journal"
#: What stands between the name of the document and the suffix: when and by whom it was begun.
_STAMP = re.compile(r"\.\d{20}-\d+-[0-9a-f]{6}")
#: The last line of a journal is looked for in so many bytes at its end.
_TAIL = 4096


@dataclass(frozen=True)
class Entry:
    """One line of a journal: its kind, and what it holds."""

    kind: str
    data: dict[str, Any]


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
    def adopt(cls, path: Path, keep: Callable[[list[bytes]], object] = len) -> Journal | None:
        """Go on with the journal of a session that ended; None while that session lives.

        What stands behind the last whole line is cut off first.

        Args:
            path: The journal.
            keep: Takes the lines that are cut off, unless that is one line that was never written to its end.

        Raises:
            OSError: it cannot be written.
        """
        try:
            journal = cls._with_lock(path, make=False)
        except (Timeout, FileNotFoundError):
            return None
        whole = sum(len(line) for line in _whole_lines(path))
        if whole < journal.size:
            try:
                with open(path, "rb") as stream:
                    stream.seek(whole)
                    if b"\n" in (rest := stream.read()):
                        keep(rest.splitlines(keepends=True))
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
        line = _line(kind, data)
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
        """Take back what was appended after a size.

        Raises:
            OSError: it cannot be cut; it is tried again before the next line.
        """
        self.size, self._is_torn, self._unsynced = size, True, True
        os.ftruncate(self._handle, size)
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


def entries(path: Path) -> Iterator[Entry]:
    """Yield the entries of a journal up to the first line that is torn or has a wrong checksum."""
    for line in _whole_lines(path):
        data = json.loads(line[9:])
        yield Entry(data.pop("kind"), data)


def lines_of(path: Path) -> list[bytes]:
    """Return the lines of a journal, one for each of its entries."""
    return list(_whole_lines(path))


def entry_of(line: bytes) -> Entry | None:
    """Return the entry that a line holds, None when it is torn or its checksum is wrong."""
    data = _data(line)
    return None if data is None else Entry(data.pop("kind"), data)


def last_entry(path: Path) -> Entry | None:
    """Return the last entry of a journal without reading what stands before it; None when its line is not whole."""
    with open(path, "rb") as stream:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(max(0, size - _TAIL))
        end = stream.read()
    if not end.endswith(b"\n"):
        return None
    return entry_of(end[end.rfind(b"\n", 0, -1) + 1 :])


def journals(document: Path) -> list[Path]:
    """Return the journals of a document, oldest first, whether their sessions live or not."""
    document = Path(os.path.realpath(document))
    begin = name_beside(document)
    try:
        names = os.listdir(folder_of(document, make=False))
    except OSError:
        return []
    # The name of another document may begin like this one's: what follows must be the stamp alone.
    found = [
        name
        for name in names
        if name.startswith(begin) and name.endswith(SUFFIX) and _STAMP.fullmatch(name[len(begin) : -len(SUFFIX)])
    ]
    return [folder_of(document, make=False) / name for name in sorted(found)]


def _line(kind: str, data: dict[str, Any]) -> bytes:
    body = json.dumps({"kind": kind, **data}, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return b"%08x %s\n" % (zlib.crc32(body), body)


def _whole_lines(path: Path) -> Iterator[bytes]:
    with open(path, "rb") as stream:
        for line in stream:
            if _data(line) is None:
                return
            yield line


def _data(line: bytes) -> dict[str, Any] | None:
    """Return what a line holds, None when it is torn or its checksum is wrong."""
    try:
        if line.endswith(b"\n") and int(line[:8], 16) == zlib.crc32(line[9:-1]):
            data: dict[str, Any] = json.loads(line[9:])
            return data
    except ValueError:
        pass
    return None
