"""Disk: reading a document's text, and writing it so that the file is whole at every moment."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from archkit.errors import ArchkitError, FileProblem

#: No architecture document is larger; a file that is was not meant.
MAX_BYTES = 10_000_000

#: A file of a save that is so old belongs to no save that still runs.
LEFTOVER_SECONDS = 60.0
#: A file that was written so long after a save in place began was written by somebody else.
IN_PLACE_SECONDS = 10.0

_WORDS = {errno.ENOSPC: "disk full", errno.EDQUOT: "disk quota used up"}
_REMEDIES = {
    errno.ENOSPC: "make room and try again",
    errno.EDQUOT: "make room and try again",
    errno.EACCES: "check the permissions of the file and its folder",
    errno.EPERM: "check the permissions of the file and its folder",
    errno.EROFS: "name a file on another disk",
}


class ChangedOnDiskError(ArchkitError):
    """The file is not what it was when it was opened, so it was not overwritten."""

    def __init__(self, path: object) -> None:
        super().__init__(
            f"{path}: the file was changed by somebody else in the same place; look at it as it is now, and edit again"
        )


def digest(content: bytes) -> str:
    """Return the SHA-256 of a file's content, in hex."""
    return hashlib.sha256(content).hexdigest()


def read_text(path: Path) -> str:
    """Return the text of a document.

    Raises:
        FileProblem: the file is missing, cannot be read, is too large, or is not UTF-8.
    """
    try:
        if path.is_dir():
            raise _is_folder(path)
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        remedy = f"check the name, or make the file with: archkit new {path}"
        raise FileProblem(path, "there is no such file", remedy) from None
    except (OSError, ValueError) as error:
        raise _problem(path, error) from None
    if len(content) > MAX_BYTES:
        remedy = f"a document has at most {MAX_BYTES // 1_000_000} MB; name another file"
        raise FileProblem(path, "the file is too large", remedy)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problem = f"the text is not UTF-8 (byte 0x{content[error.start]:02x})"
        raise FileProblem(f"{path}:{line}", problem, "save the file as UTF-8 in your editor") from None


def write_text(path: Path, text: str, *, expected: str | None = None) -> str:
    """Replace the text of a document in one step, and return the digest of what is on disk now.

    Args:
        path: Where; a symbolic link is followed.
        text: The whole text.
        expected: The digest that the file must still have; None when it must not be there yet, "" for any.

    Raises:
        ChangedOnDiskError: the file has another content than expected.
        FileProblem: it cannot be written; what was there is still there.
    """
    content = text.encode("utf-8", errors="replace")
    if len(content) > MAX_BYTES:
        raise FileProblem(path, "the text is too large", f"a document has at most {MAX_BYTES // 1_000_000} MB")
    try:
        target = Path(os.path.realpath(path))
        mode = _check(target, path, expected)
        _replace(target, content, mode)
    except (OSError, ValueError) as error:
        raise _problem(path, error) from None
    return digest(content)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn an error of the disk into a sentence about a document's file."""
    try:
        yield
    except OSError as error:
        raise _problem(path, error) from None


def sweep(path: Path) -> None:
    """Delete what a crash in the middle of a save left beside a document."""
    folder = Path(os.path.realpath(path)).parent
    with suppress(OSError):
        for entry in os.scandir(folder):
            if entry.name.startswith(".archkit-") and entry.name.endswith(".tmp"):
                with suppress(OSError):
                    if time.time() - entry.stat().st_mtime > LEFTOVER_SECONDS:
                        os.unlink(entry.path)


def is_unfinished(path: Path) -> bool:
    """Whether a save in place has begun and not ended, so that the file may be half old and half new."""
    # Unlike Path.exists, this takes a disk that does not answer for "no": the next opening looks again.
    return os.path.exists(_whole_beside(Path(os.path.realpath(path))))


def finish(path: Path) -> None:
    """End a save in place that was interrupted, unless somebody wrote the file after it; the caller holds its lock.

    Raises:
        FileProblem: it cannot be written.
    """
    target = Path(os.path.realpath(path))
    whole = _whole_beside(target)
    with told(path), suppress(FileNotFoundError):
        if target.stat().st_mtime - whole.stat().st_mtime < IN_PLACE_SECONDS:
            _overwrite(target, whole.read_bytes())
        os.unlink(whole)


def _check(target: Path, path: Path, expected: str | None) -> int | None:
    """Return the mode of the file that is there, None when there is none; refuse to write where it was not meant."""
    try:
        found = target.stat().st_mode
    except FileNotFoundError:
        if expected:
            raise ChangedOnDiskError(path) from None
        if not target.parent.is_dir():
            raise FileProblem(path, f"there is no folder {target.parent}", "make it first, or name another") from None
        return None
    if stat.S_ISDIR(found):
        raise _is_folder(path)
    if expected is None:
        raise FileProblem(path, "there is a file already", "open it, or name another one")
    if expected and digest(target.read_bytes()) != expected:
        raise ChangedOnDiskError(path)
    # A replaced file needs no permission of its own, so what its owner protected has to be asked for.
    if not os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise FileProblem(path, "the file is read-only", "make it writable, or name another one")
    return stat.S_IMODE(found)


def _replace(target: Path, content: bytes, mode: int | None) -> None:
    # The name is short whatever the target's is, so that it fits where the target's does.
    name = target.parent / f".archkit-{secrets.token_hex(8)}.tmp"
    handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _first_mode(mode))
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            if mode is not None:
                os.fchmod(stream.fileno(), mode)
            os.fsync(stream.fileno())
        try:
            os.replace(name, target)
        except OSError as error:
            if error.errno != errno.EBUSY:
                raise
            _write_in_place(target, content, name)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    # The new file is in place and whole; a folder that cannot be synced, as on some network disks, undoes nothing.
    with suppress(OSError):
        sync_folder(target.parent)


def _write_in_place(target: Path, content: bytes, copy: Path) -> None:
    """Write a file that is mounted by itself and cannot be replaced; its whole text lies beside it meanwhile."""
    whole, old = _whole_beside(target), target.read_bytes()
    os.replace(copy, whole)
    try:
        _overwrite(target, content)
    except OSError:
        _overwrite(target, old)
        os.unlink(whole)
        raise
    os.unlink(whole)


def _overwrite(target: Path, content: bytes) -> None:
    with open(target, "r+b") as stream:
        stream.write(content)
        stream.truncate()
        stream.flush()
        os.fsync(stream.fileno())


def _whole_beside(target: Path) -> Path:
    return target.parent / f".archkit-{digest(os.fsencode(target.name))[:16]}.whole"


def _first_mode(mode: int | None) -> int:
    """Return the mode to make a file with: a new one takes the process's mask, one with a mode of its own is closed."""
    return 0o666 if mode is None else 0o600


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in a folder.

    Raises:
        OSError: it cannot say so, as some network disks.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _is_folder(path: Path) -> FileProblem:
    return FileProblem(path, "it is a folder", "name a file in it")


def _problem(path: Path, error: OSError | ValueError) -> FileProblem:
    if isinstance(error, ValueError):
        return FileProblem(repr(str(path)), "this is no file name", "name a file")
    return FileProblem(path, reason(error), _REMEDIES.get(error.errno or 0, "check the name, or name another file"))


def reason(error: OSError) -> str:
    """Return what an error of the disk says, as part of a sentence."""
    return _WORDS.get(error.errno or 0) or (error.strerror or str(error)).lower()
