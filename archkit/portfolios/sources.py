"""Files and folders → the documents of a portfolio, each with its name, its revision and its bytes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from archkit.batch import Source
from archkit.batch.documents import documents_below, read_document
from archkit.checks.settings import AgeLimits
from archkit.errors import FileProblem, SettingsError
from archkit.portfolios.revisions import Revisions, folder_of_all


def found(paths: Iterable[str | Path] | str | Path) -> list[Path]:
    """Return the files, and of a folder the architecture documents in it, each once and in the order of their names.

    Raises:
        FileProblem: a path does not exist, or there is no document at all.
    """
    given = [Path(paths)] if isinstance(paths, (str, Path)) else [Path(path) for path in paths]
    files: dict[Path, None] = {}
    for path in given:
        if not path.exists():
            raise FileProblem(path, "there is no such file or folder", "check the name")
        inside = documents_below(path) if path.is_dir() else (path,)
        files |= dict.fromkeys(Path(os.path.abspath(file)) for file in inside)
    if not files:
        where = ", ".join(map(str, given)) or "no path"
        raise FileProblem(where, "there is no architecture document", "name a file or another folder")
    return sorted(files)


class Reading:
    """The bytes of files, taken one by one as work wants them; what cannot be read is set aside.

    Attributes:
        files: The files by their name, a path with `/` below the folder of all.
        revisions: The commit or the digest of each file that was read.
        problems: Why a file could not be read.
    """

    def __init__(self, files: Iterable[Path]) -> None:
        listed = list(files)
        folder = folder_of_all(listed)
        self.files = {_shown(file.relative_to(folder).as_posix()): file for file in listed}
        self.revisions: dict[str, str] = {}
        self.problems: dict[str, str] = {}
        self._known = Revisions()

    def age_limits(self) -> dict[str, tuple[tuple[str, int], ...]]:
        """Return how fast findings grow old, by folder, where the settings say so; a problem with them is set aside."""
        known, found = AgeLimits(), {}
        for name, file in self.files.items():
            try:
                if limits := known.of(file):
                    found[name.rpartition("/")[0]] = limits
            except SettingsError as error:
                self.problems[name] = str(error)
        return found

    def sources(self) -> Iterator[Source]:
        """Yield the documents in the order of their names."""
        for name, file in self.files.items():
            try:
                data = read_document(name, file)
            except FileProblem as problem:
                self.problems[name] = str(problem).removeprefix(f"{name}: ")
                continue
            self.revisions[name] = self._known.of(file, data)
            yield Source(name, data)


def _shown(name: str) -> str:
    """Return a name that any table can hold, though the file system may hold one that is no text."""
    return name.encode("utf-8", errors="surrogateescape").decode("utf-8", errors="backslashreplace")
