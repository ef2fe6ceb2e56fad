"""What an export made: files with their content, and the words that they carry."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from archkit import replacing, store
from archkit.errors import ExportError, FileProblem

_PLAIN_NAME = re.compile(r"[^\x00-\x1f/\\:*?\"<>|]{1,200}")


@dataclass(frozen=True)
class Made:
    """The files of an export by their name, in order.

    Attributes:
        files: The content of each file by its name; a name has no folder in it.
        said: The words that the files carry, as plain text; None where they carry the whole document.
        is_folder: Whether they stand in a folder of their own; else there is one file.
    """

    files: dict[str, str | bytes]
    said: str | None
    is_folder: bool = False


def put(made: Made, target: Path, source: Path | None = None) -> None:
    """Write the files of an export; files of the same names are replaced, others in a folder stay.

    Args:
        made: What to write.
        target: The file, or the folder of the files; a folder is made where there is none.
        source: The document's own file, which an export never replaces.

    Raises:
        ExportError: a file would be the document itself, or its name is none.
        FileProblem: a file or the folder cannot be written.
    """
    if not made.is_folder:
        _put(target, next(iter(made.files.values())), source)
        return
    _make_folder(target)
    for name, content in made.files.items():
        if not _PLAIN_NAME.fullmatch(name) or name.startswith("."):
            raise ExportError(f"{name!r} is no file name; use letters, digits, . and -")
        _put(target / name, content, source)


def is_same_file(path: Path, other: Path) -> bool:
    """Whether two paths lead to one file that is there."""
    try:
        return path.samefile(other)
    except OSError:
        return False


def _put(path: Path, content: str | bytes, source: Path | None) -> None:
    if source is not None and is_same_file(path, source):
        raise ExportError(f"{path}: the export would replace the document itself; name another file")
    if isinstance(content, str):
        store.write_text(path, content, expected="")
        return
    target = Path(os.path.realpath(path))
    with store.told(path):
        replacing.put(target, content, _there(target, path))


def _there(target: Path, path: Path) -> Callable[[], os.stat_result | None]:
    def look() -> os.stat_result | None:
        if target.is_dir():
            raise FileProblem(path, "it is a folder", "name a file in it")
        if not target.parent.is_dir():
            raise FileProblem(path, f"there is no folder {target.parent}", "make it first, or name another")
        return target.stat() if target.exists() else None

    return look


def _make_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise FileProblem(folder, "it is a file, and this export is a folder of files", "name a folder")
    with store.told(folder):
        folder.mkdir(exist_ok=True)
