"""Which templates of a repository a person trusts: by the digest of their folder, in the user's own configuration."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from archkit import store
from archkit.errors import ExportError, FileProblem

#: Where the templates of a repository lie, beside a document or above it.
FOLDER = ".archkit-templates"
#: A folder of templates has no more files, and no more bytes, than this.
MOST_FILES, MOST_BYTES = 200, 5_000_000


def configuration() -> Path:
    """Return the folder of what a user chose: `$XDG_CONFIG_HOME/archkit`, or `~/.config/archkit`."""
    given = os.environ.get("XDG_CONFIG_HOME", "")
    base = Path(given) if given and os.path.isabs(given) else Path.home() / ".config"
    return base / "archkit"


def templates_beside(path: Path) -> Path | None:
    """Return the folder of templates beside a document or above it, up to the root of its repository; None for none."""
    start = path if path.is_dir() else path.parent
    folder = Path(os.path.abspath(start))
    for above in (folder, *folder.parents):
        if (above / FOLDER).is_dir():
            return above / FOLDER
        if (above / ".git").exists():
            return None
    return None


def texts_of(folder: Path) -> dict[str, str]:
    """Return every file of a folder of templates by its name in it; what is trusted and used is this one reading.

    Raises:
        ExportError: a file leads out of the folder, is not UTF-8, or there are too many or too much of them.
    """
    root = folder.resolve()
    found: dict[str, str] = {}
    links: dict[str, str] = {}
    folders, size = [root], 0
    # The list grows while it is gone through; a folder that a link leads to is not looked into.
    for place in folders:
        for entry in _entries(place):
            name = Path(entry.path).relative_to(root).as_posix()
            if entry.is_symlink():
                links[name] = _target(Path(entry.path))
            elif entry.is_dir(follow_symlinks=False):
                folders.append(Path(entry.path))
            else:
                found[name] = _text(Path(entry.path))
                size += len(found[name])
            if len(found) + len(links) > MOST_FILES or len(folders) > MOST_FILES or size > MOST_BYTES:
                raise ExportError(
                    f"{folder}: there are more than {MOST_FILES} files or 5 MB; keep only templates there"
                )
    return found | {name: found[end] for name in links if (end := _end(root, name, links, found))}


def _entries(place: Path) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(place) as entries:
            yield from entries
    except OSError as error:
        raise FileProblem(place, store.reason(error), "check its rights, or remove it") from None


def _end(root: Path, name: str, links: dict[str, str], found: dict[str, str]) -> str:
    """Return the file that was read to which a link leads, "" for a folder.

    Where the link leads now is not asked again, so that nothing is used that was not read with the rest.
    """
    here = name
    for _ in range(len(links) + 1):
        end = os.path.normpath(root / os.path.dirname(here) / links[here])
        if not Path(end).is_relative_to(root):
            raise ExportError(f"{root / name}: the link leads out of the folder of templates; put a copy there")
        here = Path(end).relative_to(root).as_posix()
        if here in found:
            return here
        if here not in links:
            break
    if here == "." or any(other.startswith(f"{here}/") for other in found):
        return ""
    raise ExportError(f"{root / name}: the link leads to no file of the folder; put a copy there")


def digest(texts: dict[str, str]) -> str:
    """Return the SHA-256 of all names and texts of a folder."""
    return hashlib.sha256(json.dumps(sorted(texts.items())).encode()).hexdigest()


def trusted() -> dict[str, str]:
    """Return the digests of all trusted folders by their path.

    Raises:
        FileProblem: the list cannot be read.
    """
    path = _list()
    if not path.is_file():
        return {}
    try:
        found = json.loads(store.read_text(path))
    except ValueError:
        found = None
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise FileProblem(path, "it is no list of trusted templates", "remove it, and trust again")
    return found


def is_trusted(folder: Path, texts: dict[str, str]) -> bool:
    """Whether a folder is trusted as it is now."""
    return trusted().get(str(folder.resolve())) == digest(texts)


def trust(folder: Path, texts: dict[str, str]) -> None:
    """Trust a folder as it was read.

    Raises:
        FileProblem: the list cannot be written.
    """
    _write(trusted() | {str(folder.resolve()): digest(texts)})


def distrust(folder: Path) -> bool:
    """Trust a folder no more; return whether it was trusted.

    Raises:
        FileProblem: the list cannot be written.
    """
    known = trusted()
    names = {str(folder), os.path.abspath(folder), str(folder.resolve())}
    kept = {path: digest for path, digest in known.items() if path not in names}
    if kept != known:
        _write(kept)
    return kept != known


def _list() -> Path:
    return configuration() / "trusted.json"


def _write(known: dict[str, str]) -> None:
    path = _list()
    with store.told(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    store.write_text(path, json.dumps(known, indent=2, sort_keys=True, ensure_ascii=False) + "\n", expected="")


def _target(path: Path) -> str:
    try:
        return os.readlink(path)
    except OSError as error:
        raise FileProblem(path, store.reason(error), "check its rights, or remove it") from None


def _text(path: Path) -> str:
    # A pipe is not waited for, and what has become a link since it was looked at is not followed.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(path, flags), "rb") as stream:
            is_file = stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
            content = stream.read(MOST_BYTES + 1) if is_file else b""
        if not is_file or len(content) > MOST_BYTES:
            raise ExportError(f"{path}: it is no template; keep only templates there")
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise ExportError(f"{path}: it is not UTF-8; templates are text") from None
    except OSError as error:
        raise FileProblem(path, store.reason(error), "check its rights, or remove it") from None
