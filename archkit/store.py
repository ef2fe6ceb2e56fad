"""Disk: reading a document's text, and writing it so that the file is whole at every moment."""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from archkit.errors import ArchkitError, FileProblem

#: No architecture document is larger; a file that is was not meant.
MAX_BYTES = 10_000_000


class ChangedOnDiskError(ArchkitError):
    """The file is not what it was when it was opened, so it was not overwritten."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: the file was changed by somebody else since it was opened; open it again to go on")


def digest(content: bytes) -> str:
    """Return the SHA-256 of a file's content, in hex."""
    return hashlib.sha256(content).hexdigest()


def read_text(path: Path) -> str:
    """Return the text of a document.

    Raises:
        FileProblem: the file is missing, cannot be read, is too large, or is not UTF-8.
    """
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise FileProblem(path, "it is a folder", "name a Markdown file")
        if size > MAX_BYTES:
            remedy = f"a document has at most {MAX_BYTES // 1_000_000} MB; name another file"
            raise FileProblem(path, f"the file has {size / 1e6:.0f} MB", remedy)
        content = path.read_bytes()
    except FileNotFoundError:
        raise FileProblem(path, "there is no such file", f"make it with: archkit new {path.name}") from None
    except OSError as error:
        raise FileProblem(path, _reason(error), "check its permissions") from None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problem = f"line {line} is not UTF-8 (byte 0x{content[error.start]:02x})"
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
    target = Path(os.path.realpath(path))
    content = text.encode("utf-8", errors="replace")
    try:
        mode = _check(target, path, expected)
        _replace(target, content, mode)
    except OSError as error:
        raise FileProblem(path, _reason(error), "the file was left as it is") from None
    return digest(content)


def _check(target: Path, path: Path, expected: str | None) -> int | None:
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        if expected:
            raise ChangedOnDiskError(path) from None
        return None
    if expected is None:
        raise FileProblem(path, "there is a file already", "open it, or name another one")
    if expected and digest(target.read_bytes()) != expected:
        raise ChangedOnDiskError(path)
    return mode


def _replace(target: Path, content: bytes, mode: int | None) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fchmod(stream.fileno(), mode if mode is not None else 0o666 & ~_umask())
            os.fsync(stream.fileno())
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
