"""In which revision each file stands: the commit that last changed it, with two calls of git for each repository."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

# Nothing of the repository's own may run, nothing is asked, and nothing is written.
_GIT = ("git", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false")
_COMMIT = "\x01"
_SECONDS = 60


@dataclass(frozen=True)
class Repository:
    """A git repository: its top folder, and what stands there in the current commit."""

    folder: Path

    @cached_property
    def blobs(self) -> Mapping[str, str]:
        """The id of each file's content in the current commit, by its path below the folder."""
        found = {}
        for entry in self._git("ls-tree", "-r", "-z", "HEAD").split("\0"):
            about, _, name = entry.partition("\t")
            if name:
                found[name] = about.split()[-1]
        return found

    @cached_property
    def commits(self) -> Mapping[str, str]:
        """The last commit that changed each file, by its path below the folder."""
        found: dict[str, str] = {}
        commit = ""
        form = "--format=tformat:%x01%H"
        for entry in self._git("log", "-z", "--name-only", "--no-renames", "--no-show-signature", form).split("\0"):
            text = entry.lstrip("\n")
            if text.startswith(_COMMIT):
                commit, _, text = text[1:].partition("\n")
                text = text.lstrip("\n")
            if text:
                found.setdefault(text, commit)
        return found

    def revision(self, file: Path, data: bytes) -> str:
        """Return the commit that last changed a file; "" where its content is not that of the current commit."""
        name = file.relative_to(self.folder).as_posix()
        blob = self.blobs.get(name, "")
        return self.commits.get(name, "") if blob and blob == _blob(data, len(blob)) else ""

    def _git(self, *arguments: str) -> str:
        command = [*_GIT, "-C", str(self.folder), *arguments]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        try:
            ran = subprocess.run(
                command, capture_output=True, timeout=_SECONDS, env=environment, stdin=subprocess.DEVNULL, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return ""
        return ran.stdout.decode("utf-8", errors="surrogateescape") if ran.returncode == 0 else ""


class Revisions:
    """The revisions of files, wherever they lie."""

    def __init__(self) -> None:
        self._above: dict[Path, Repository | None] = {}
        self._real: dict[Path, Path] = {}

    def of(self, file: Path, data: bytes) -> str:
        """Return the commit of a file, or the digest of its content where no commit holds it as it is."""
        absolute = self._resolved(file)
        repository = self._repository(absolute.parent)
        return (repository.revision(absolute, data) if repository else "") or content_digest(data)

    def _resolved(self, file: Path) -> Path:
        """Return where a file is, without links; each folder is looked at once, for that takes longer than a digest."""
        if os.path.islink(file):
            return file.resolve()
        if file.parent not in self._real:
            self._real[file.parent] = file.parent.resolve()
        return self._real[file.parent] / file.name

    def _repository(self, folder: Path) -> Repository | None:
        if folder not in self._above:
            if (folder / ".git").exists():
                self._above[folder] = Repository(folder)
            else:
                self._above[folder] = self._repository(folder.parent) if folder.parent != folder else None
        return self._above[folder]


def content_digest(data: bytes) -> str:
    """Return the digest of a content, as a revision."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def folder_of_all(files: Iterable[Path]) -> Path:
    """Return the nearest folder above all files."""
    folders = [str(file.parent.absolute()) for file in files]
    return Path(os.path.commonpath(folders)) if folders else Path()


def _blob(data: bytes, length: int) -> str:
    make = hashlib.sha256 if length == 64 else hashlib.sha1
    return make(b"blob %d\0" % len(data) + data).hexdigest()
