"""Putting a whole new content into the place of a file: by replacing it, or in place where it cannot be replaced."""

from __future__ import annotations

import errno
import os
import platform
import re
import secrets
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from archkit.folder import FOLDER, digest, folder_of, folders_of, is_writable, name_beside

#: A file of a save that is so old belongs to no save that still runs.
LEFTOVER_SECONDS = 60.0
#: A file that was written so long before or after a save in place began was written by somebody else.
IN_PLACE_SECONDS = 10.0

#: So often a file that changed while it was compared is compared again; some network disks never say the same twice.
_LOOKS = 3
#: What the disk says of a file that is mounted by itself, or that is another user's in a folder like /tmp.
_NOT_REPLACED = frozenset({errno.EBUSY, errno.EXDEV, errno.EPERM})
_HOST = digest(platform.node().encode())[:8]
_TEMPORARY = re.compile(r"\.archkit-([0-9a-f]{8})-(\d+)-[0-9a-f]{16}\.tmp")


def put(target: Path, content: bytes, check: Callable[[], os.stat_result | None]) -> None:
    """Put a content into the place of a file, which keeps its mode, and as far as it may its owner and attributes.

    A file that has several names (hard links) is written in place, for replacing it would part them.

    Args:
        target: The file, no symbolic link.
        content: All that is to stand there.
        check: Refuses to write where it was not meant; returns what is there, as it was before it was read. It is asked
            again right before the file is replaced, as copying takes a while.

    Raises:
        OSError: it cannot be written; what was there is still there.
    """
    found = check()
    copy = _copied(target, content, found)
    try:
        now = _seen(target, check)
        if now is not None or not _is_named(copy, target):
            _put_over(target, content, copy, now or check())
    except BaseException:
        with suppress(OSError):
            os.unlink(copy)
        raise
    # The new file is in place and whole; a folder that cannot be synced, as on some network disks, undoes nothing.
    with suppress(OSError):
        sync_folder(target.parent)


def sweep(target: Path) -> None:
    """Delete what a crash in the middle of a save of a document left."""
    for folder in (target.parent, *folders_of(target)):
        with suppress(OSError):
            for entry in os.scandir(folder):
                if entry.name.startswith(".archkit-") and entry.name.endswith(".tmp"):
                    with suppress(OSError):
                        if _is_dead(entry.name) or time.time() - entry.stat().st_mtime > LEFTOVER_SECONDS:
                            os.unlink(entry.path)


def is_unfinished(target: Path) -> bool:
    """Whether a save in place has begun and not ended, so that the file may be half old and half new."""
    # Unlike Path.exists, this takes a disk that does not answer for "no": the next opening looks again.
    return any(os.path.exists(folder / _whole_name(target)) for folder in folders_of(target))


def finish(target: Path) -> None:
    """End a save in place that was interrupted, unless somebody wrote the file after it; the caller holds its lock.

    Raises:
        OSError: it cannot be written.
    """
    for folder in folders_of(target):
        whole = folder / _whole_name(target)
        with suppress(FileNotFoundError):
            # Somebody may have put back an old file with its old time.
            if abs(target.stat().st_mtime - whole.stat().st_mtime) < IN_PLACE_SECONDS:
                _overwrite(target, whole.read_bytes())
            os.unlink(whole)


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


def _put_over(target: Path, content: bytes, copy: Path, found: os.stat_result | None) -> None:
    if found is not None and (found.st_nlink > 1 or not is_writable(target.parent)):
        _write_in_place(target, content, copy)
    else:
        _replace(target, content, copy)


def _seen(target: Path, check: Callable[[], os.stat_result | None]) -> os.stat_result | None:
    """Return what is there, after a last look: comparing a file takes a thousand times as long as looking at it."""
    found = check()
    for _ in range(_LOOKS):
        if found is None or _identity(target) == _identity(found):
            break
        found = check()
    return found


def _identity(of: Path | os.stat_result) -> tuple[int, ...]:
    """Return by what a file is known to be the same and unchanged; nothing where there is none."""
    try:
        found = of.stat() if isinstance(of, Path) else of
    except FileNotFoundError:
        return ()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _is_named(copy: Path, target: Path) -> bool:
    """Give a new file its name, in one step; False where there is a file by now, or the disk knows no second names."""
    try:
        os.link(copy, target)
    except OSError:
        return False
    with suppress(OSError):
        os.unlink(copy)
    return True


def _room_for_copy(target: Path, found: os.stat_result | None) -> Path:
    """Return the folder in which the new content is to lie until it takes the place of the old one."""
    if found is None:
        # A new file takes what its own folder gives, such as its group.
        return target.parent
    hidden = target.parent / FOLDER
    if is_writable(hidden) and hidden.stat().st_dev == target.parent.stat().st_dev:
        # There git does not see what a crash leaves.
        return hidden
    return target.parent if is_writable(target.parent) else folder_of(target)


def _copied(target: Path, content: bytes, found: os.stat_result | None) -> Path:
    """Write the content into a file of its own, and return its path."""
    # The name is short whatever the target's is, so that it fits where the target's does.
    name = _room_for_copy(target, found) / f".archkit-{_HOST}-{os.getpid()}-{secrets.token_hex(8)}.tmp"
    # A new file takes the process's mask, one with a mode of its own is closed until it has it.
    mode = 0o666 if found is None else 0o600
    handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            if found is not None:
                _dress(stream.fileno(), target, found)
            os.fsync(stream.fileno())
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    return name


def _dress(handle: int, target: Path, found: os.stat_result) -> None:
    """Give a new file the owner, the mode and the attributes of the one that it replaces, as far as that is allowed."""
    made = os.fstat(handle)
    if (made.st_uid, made.st_gid) != (found.st_uid, found.st_gid):
        try:
            os.fchown(handle, found.st_uid, found.st_gid)
        except PermissionError:
            with suppress(PermissionError):
                os.fchown(handle, -1, found.st_gid)
    # After the owner, for a change of owner takes bits away.
    os.fchmod(handle, stat.S_IMODE(found.st_mode))
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(target):
                with suppress(OSError):
                    os.setxattr(handle, name, os.getxattr(target, name))


def _replace(target: Path, content: bytes, copy: Path) -> None:
    try:
        os.replace(copy, target)
    except OSError as error:
        if error.errno not in _NOT_REPLACED or not target.exists():
            raise
        _write_in_place(target, content, copy)


def _write_in_place(target: Path, content: bytes, copy: Path) -> None:
    """Write a file that is not to be replaced; its whole text lies in the document's folder meanwhile."""
    whole, old = folder_of(target) / _whole_name(target), target.read_bytes()
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


def _whole_name(target: Path) -> str:
    return f"{name_beside(target)}.whole"


def _is_dead(name: str) -> bool:
    """Whether the process that made a temporary file has ended; one on another machine cannot be asked."""
    known = _TEMPORARY.fullmatch(name)
    if known is None or known[1] != _HOST or os.name != "posix":
        return False
    try:
        os.kill(int(known[2]), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        pass
    return False
