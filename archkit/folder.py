"""The folder `.archkit/` of a document: journals, locks and what a save needs meanwhile; it ignores itself in git.

It lies beside the document. Where nothing can be put beside the document, it lies in the folder in which programs keep
the state of this user, and where that cannot be made, in the folder of temporary files.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from contextlib import suppress
from pathlib import Path

FOLDER = ".archkit"
#: What a folder says that takes no new names; EEXIST and ENOTDIR where something else has the name of ours.
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_TAKEN = frozenset({errno.EEXIST, errno.ENOTDIR})
#: Bytes that a name may have and still carry a stamp, and the characters that are left of a longer one.
_LONGEST, _SHORTENED = 180, 40


def digest(content: bytes) -> str:
    """Return the SHA-256 of a file's content, in hex."""
    return hashlib.sha256(content).hexdigest()


def folder_of(document: Path) -> Path:
    """Return the folder of a document; made with a `.gitignore` that ignores all of it.

    Raises:
        OSError: it can be made nowhere.
    """
    beside = _beside(document)
    if is_writable(beside):
        return beside
    try:
        if os.path.isdir(beside):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(beside))
        return _made(beside)
    except OSError as error:
        if error.errno not in _REFUSED | _TAKEN:
            raise
        for folder in _elsewhere(document):
            with suppress(OSError):
                folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                if _is_own(folder.parent):
                    return _made(folder)
        raise


def folders_of(document: Path) -> list[Path]:
    """Return the folders that are there for a document; more than one where it could not always be written beside."""
    beside = [folder for folder in (_beside(document),) if os.path.isdir(folder)]
    return beside + [folder for folder in _elsewhere(document) if os.path.isdir(folder) and _is_own(folder.parent)]


def is_writable(folder: Path) -> bool:
    """Whether a folder is there and takes new names."""
    # The user that counts is the one that would open a file there.
    return os.path.isdir(folder) and os.access(
        folder, os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids
    )


def name_beside(document: Path) -> str:
    """Return the name that a document's journals and lock begin with: its own, cut where a longer one would not fit."""
    name = document.name
    if len(os.fsencode(name)) <= _LONGEST:
        return name
    return f"{name[:_SHORTENED]}-{digest(os.fsencode(name))[:16]}"


def _beside(document: Path) -> Path:
    return document.parent / FOLDER


def _elsewhere(document: Path) -> list[Path]:
    given = Path(os.environ.get("XDG_STATE_HOME", ""))
    states = given if given.is_absolute() else Path(os.path.expanduser("~")) / ".local" / "state"
    name = digest(os.fsencode(document.parent.absolute()))[:32]
    # A name of the user's own, for others write into the last one, too.
    return [states / "archkit" / name, Path(os.environ.get("TMPDIR") or "/tmp") / f"archkit-{_user()}" / name]


def _is_own(folder: Path) -> bool:
    """Whether a folder is one that this user made, and no link to another one."""
    with suppress(OSError):
        found = os.lstat(folder)
        return stat.S_ISDIR(found.st_mode) and found.st_uid == _user()
    return False


def _user() -> int:
    return os.geteuid() if hasattr(os, "geteuid") else 0


def _made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    with suppress(FileExistsError), open(folder / ".gitignore", "x", encoding="utf-8") as stream:
        stream.write("*\n")
    return folder
