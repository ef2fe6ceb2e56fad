"""What a build says of itself while it runs, so that one that is killed goes on with what it has done.

The first line names what may be written from now on; each further line says what one block of the search and the pages
of its documents have become. A line that was cut off counts as not written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from archkit.errors import FileProblem
from archkit.site.manifest import Known, Manifest, known_of
from archkit.store import reason

FILE = ".archkit-site.pending"


def announced(names: Iterable[str], paths: Iterable[str], code: str, blocks: int) -> str:
    """Return what a build says first.

    Args:
        names: The documents whose pages it builds.
        paths: The files that it may write.
        code: Digest of archkit and of what the site was asked for.
        blocks: How many blocks its search has.
    """
    return _line([list(names), list(paths), code, blocks])


def note(folder: Path, documents: Mapping[str, Known], files: Mapping[str, tuple[int, str]]) -> None:
    """Add what a block of documents has become: the documents, and size and digest of the files that are written.

    Raises:
        FileProblem: it cannot be written.
    """
    try:
        with (folder / FILE).open("a", encoding="utf-8") as stream:
            stream.write(_line([dict(documents), dict(files)]))
    except OSError as error:
        raise FileProblem(folder / FILE, reason(error), "check the folder of the site, or name another") from None


def take_pending(folder: Path, manifest: Manifest) -> bool:
    """Own the files of a build that was killed, forget what it may have changed, and keep what it had done.

    Returns:
        Whether there was such a build.
    """
    try:
        head, *lines = (folder / FILE).read_bytes().split(b"\n")
        names, paths, code, blocks = json.loads(head)
    except (OSError, ValueError, TypeError):
        return False
    if (code, blocks) != (manifest.code, manifest.blocks):
        manifest.documents, manifest.inputs, manifest.code, manifest.blocks = {}, {}, code, blocks
    for name in names:
        manifest.documents.pop(name, None)
    manifest.files |= dict.fromkeys(paths, (-1, ""))
    with suppress(ValueError, TypeError):
        for line in lines:
            documents, files = json.loads(line)
            manifest.documents |= {name: known_of(values) for name, values in documents.items()}
            manifest.files |= {path: (size, digest) for path, (size, digest) in files.items()}
    # Nobody knows when the documents of those lines were looked at, so all are compared by their digest once.
    manifest.written = 0
    return True


def end(folder: Path) -> None:
    """Say that a build has ended."""
    with suppress(OSError):
        (folder / FILE).unlink()


def _line(given: list[object]) -> str:
    return json.dumps(given, separators=(",", ":")) + "\n"
