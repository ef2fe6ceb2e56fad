"""The journal of a session: every edit is one appended line with a checksum, so that no crash loses what was typed.

A journal lies beside its document in `.archkit/`, a folder that ignores itself in git. Its first entry holds the text
that was opened; `edit`, `undo` and `redo` entries follow; a `write` entry names the digest of what is about to replace
the file, and a `base` entry the text of somebody else that the session went on from.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from archkit.store import folder_of

SUFFIX = ".journal"
#: The last line of a journal is looked for in so many bytes at its end.
_TAIL = 4096


@dataclass(frozen=True)
class Entry:
    """One line of a journal: its kind, and what it holds."""

    kind: str
    data: dict[str, Any]


class Journal:
    """An open journal; this session alone appends to it, as long as it holds the lock beside it."""

    def __init__(self, path: Path, lock: FileLock) -> None:
        self.path = path
        self._lock = lock
        self._handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        self._unsynced = False

    @classmethod
    def create(cls, document: Path, text: str, digest: str) -> Journal:
        """Begin a journal for a document that was opened with a text.

        Raises:
            OSError: the folder cannot be written.
        """
        document = Path(os.path.realpath(document))
        folder = folder_of(document)
        stamp = f"{time.time_ns():020d}-{os.getpid()}-{secrets.token_hex(3)}"
        path = folder / f"{document.name}.{stamp}{SUFFIX}"
        lock = FileLock(f"{path}.lock")
        lock.acquire(timeout=0)
        journal = cls(path, lock)
        journal.append("begin", digest=digest, text=text)
        return journal

    @classmethod
    def adopt(cls, path: Path) -> Journal | None:
        """Go on with the journal of a session that ended; None while that session lives.

        What stands behind the last whole line is cut off first.
        """
        lock = FileLock(f"{path}.lock")
        try:
            lock.acquire(timeout=0)
        except (Timeout, OSError):
            return None
        if not path.exists():
            lock.release()
            return None
        whole = sum(len(line) for line in _whole_lines(path))
        if whole < path.stat().st_size:
            os.truncate(path, whole)
        return cls(path, lock)

    def append(self, kind: str, **data: Any) -> None:
        """Append an entry; it survives the end of this process at once, and a power cut after `sync`."""
        os.write(self._handle, _line(kind, data))
        self._unsynced = True

    def sync(self) -> None:
        """Wait until the disk has all that was appended."""
        if self._unsynced:
            self._unsynced = False
            os.fsync(self._handle)

    def close(self, *, remove: bool = False) -> None:
        """End the journal; `remove` deletes it, for a session that changed nothing."""
        if self._handle < 0:
            return
        os.close(self._handle)
        self._handle = -1
        if remove:
            with contextlib.suppress(OSError):
                self.path.unlink()
        self._lock.release()
        with contextlib.suppress(OSError):
            Path(self._lock.lock_file).unlink()


def entries(path: Path) -> Iterator[Entry]:
    """Yield the entries of a journal up to the first line that is torn or has a wrong checksum."""
    for line in _whole_lines(path):
        data = json.loads(line[9:])
        yield Entry(data.pop("kind"), data)


def last_entry(path: Path) -> Entry | None:
    """Return the last entry of a journal without reading what stands before it; None when its line is not whole."""
    with open(path, "rb") as stream:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(max(0, size - _TAIL))
        end = stream.read()
    if not end.endswith(b"\n"):
        return None
    line = end[end.rfind(b"\n", 0, -1) + 1 :]
    data = _data(line)
    return None if data is None else Entry(data.pop("kind"), data)


def journals(document: Path) -> list[Path]:
    """Return the journals of a document, oldest first, whether their sessions live or not."""
    document = Path(os.path.realpath(document))
    folder = folder_of(document, make=False)
    if not folder.is_dir():
        return []
    begin = f"{document.name}."
    found = [path for path in folder.iterdir() if path.name.startswith(begin) and path.name.endswith(SUFFIX)]
    # The name of another document may begin like this one's: what follows must be the stamp alone.
    return sorted(path for path in found if path.name[len(begin) : len(begin) + 20].isdigit())


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
