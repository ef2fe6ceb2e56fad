"""Disk: reading a document's text, and writing it so that the file is whole at every moment."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archkit import replacing
from archkit.errors import ArchkitError, FileProblem
from archkit.folder import digest as digest

#: No architecture document is larger; a file that is was not meant.
MAX_BYTES = 10_000_000

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


def read_text(path: Path) -> str:
    """Return the text of a document.

    Raises:
        FileProblem: the file is missing, cannot be read, is too large, or is not UTF-8.
    """
    try:
        if path.is_dir():
            raise _is_folder(path)
        # A pipe without a writer would be waited for without an end; one that a shell opened has its writer.
        if path.is_fifo() and not os.path.realpath(path).startswith(("/dev/", "/proc/")):
            raise FileProblem(path, "it is no ordinary file", "save its text in a file")
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        makes = f", or make the file with: archkit new {path}" if path.suffix.casefold() == ".md" else ""
        remedy = f"check the name{makes}"
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


def read_words(path: Path) -> str:
    """Return the text of a document that is only read: a file with NUL bytes is none, whatever else it holds.

    Raises:
        FileProblem: as `read_text`, and where there is a NUL byte; with its line.
    """
    text = read_text(path)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise FileProblem(
            f"{path}:{line}", "this is no text (it has NUL bytes)", "take the file out, or save it as text"
        )
    return text


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
        replacing.put(target, content, lambda: _check(target, path, expected))
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
    """Delete what a crash in the middle of a save of a document left."""
    replacing.sweep(Path(os.path.realpath(path)))


def is_unfinished(path: Path) -> bool:
    """Whether a save in place has begun and not ended, so that the file may be half old and half new."""
    return replacing.is_unfinished(Path(os.path.realpath(path)))


def finish(path: Path) -> None:
    """End a save in place that was interrupted, unless somebody wrote the file after it; the caller holds its lock.

    Raises:
        FileProblem: it cannot be written.
    """
    with told(path):
        replacing.finish(Path(os.path.realpath(path)))


def _check(target: Path, path: Path, expected: str | None) -> os.stat_result | None:
    """Return what is known of the file that is there, None when there is none; refuse to write what was not meant."""
    try:
        found = target.stat()
    except FileNotFoundError:
        if expected:
            raise ChangedOnDiskError(path) from None
        if not target.parent.is_dir():
            raise FileProblem(path, f"there is no folder {target.parent}", "make it first, or name another") from None
        return None
    if stat.S_ISDIR(found.st_mode):
        raise _is_folder(path)
    if expected is None:
        raise FileProblem(path, "there is a file already", "open it, or name another one")
    if expected and digest(target.read_bytes()) != expected:
        raise ChangedOnDiskError(path)
    # A replaced file needs no permission of its own, so what its owner protected has to be asked for.
    if not os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        if not target.exists():
            return _check(target, path, expected)
        raise FileProblem(path, "the file is read-only", "make it writable, or name another one")
    return found


def _is_folder(path: Path) -> FileProblem:
    return FileProblem(path, "it is a folder", "name a file in it")


def _problem(path: Path, error: OSError | ValueError) -> FileProblem:
    if isinstance(error, ValueError):
        return FileProblem(repr(str(path)), "this is no file name", "name a file")
    return FileProblem(path, reason(error), _REMEDIES.get(error.errno or 0, "check the name, or name another file"))


def reason(error: OSError) -> str:
    """Return what an error of the disk says, as part of a sentence."""
    return _WORDS.get(error.errno or 0) or (error.strerror or str(error)).lower()
