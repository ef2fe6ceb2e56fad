"""The folder of a site: files are whole at every moment, and what archkit did not write is never touched."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from archkit.errors import FileProblem
from archkit.site import manifest
from archkit.store import reason

_TEMPORARY = ".archkit-{}.tmp"

# What only a site of archkit has, whose manifest is lost.
_SIGN = "assets/search/sections.js"


def foreign(folder: Path, path: str) -> FileProblem:
    """Return what to say of a file that is in the way, which may be our own if the manifest is lost or broken."""
    if not manifest.load(folder).files and any((folder / sign).exists() for sign in (manifest.FILE, _SIGN)):
        problem = f"it is lost or broken, so nobody knows whether archkit wrote {path}"
        return FileProblem(folder / manifest.FILE, problem, "delete the folder of the site, and build again")
    remedy = "take it out of there, or name another folder for the site"
    return FileProblem(folder / path, "there is a file that archkit did not write", remedy)


class Output:
    """Writes the files of a site, and knows which it has.

    Args:
        folder: Where the site is.
        before: Size and digest of the files that the last build wrote, by path.
    """

    def __init__(self, folder: Path, before: dict[str, tuple[int, str]]) -> None:
        self.folder, self.before = folder, before
        self.files: dict[str, tuple[int, str]] = {}
        self.written = 0
        self._folders: set[str] = set()
        self._place = os.path.join(folder, "")

    def sweep(self) -> None:
        """Remove what a build that was killed left half written, beside the files that it may have written."""
        for folder in {"", *(os.path.dirname(path) for path, (size, _) in self.before.items() if size < 0)}:
            for file in (self.folder / folder).glob(_TEMPORARY.format("*")):
                with suppress(OSError):
                    file.unlink()

    def put(self, path: str, content: bytes) -> None:
        """Write a file of the site, unless it stands there already.

        Raises:
            FileProblem: it cannot be written, or there is a file that archkit did not write.
        """
        state = (len(content), hashlib.sha256(content).hexdigest()[:32])
        if not (self.before.get(path) == state and self.is_there(path)):
            if path not in self.before and path not in self.files and os.path.lexists(self.folder / path):
                raise foreign(self.folder, path)
            # Should the build end right after the file is in its place, the next one still knows whose it is.
            self.files[path] = (-1, "")
            self.write(path, content)
            self.written += 1
        self.files[path] = state

    def keep(self, path: str) -> None:
        """Say that a file of the last build belongs to this one, too."""
        self.files[path] = self.before[path]

    def is_there(self, path: str) -> bool:
        """Whether a file of the last build is on the disk, with the size that it had."""
        try:
            return os.stat(f"{self._place}{path}").st_size == self.before.get(path, (-2, ""))[0]
        except OSError:
            return False

    def content(self, path: str) -> bytes | None:
        """Return a file of the last build; None where it is not what that build wrote."""
        try:
            content = (self.folder / path).read_bytes()
        except OSError:
            return None
        state = (len(content), hashlib.sha256(content).hexdigest()[:32])
        return content if self.before.get(path) == state else None

    def write(self, path: str, content: bytes, time: int | None = None) -> None:
        """Put a file into its place in one step.

        Args:
            path: Where, below the folder of the site.
            content: Its bytes.
            time: The time that it gets, in nanoseconds; the current one when None.

        Raises:
            FileProblem: it cannot be written.
        """
        target = self.folder / path
        temporary = target.with_name(_TEMPORARY.format(os.getpid()))
        try:
            if str(target.parent) not in self._folders:
                target.parent.mkdir(parents=True, exist_ok=True)
                self._folders.add(str(target.parent))
            try:
                temporary.write_bytes(content)
                if time is not None:
                    os.utime(temporary, ns=(time, time))
                os.replace(temporary, target)
            except BaseException:
                with suppress(OSError):
                    temporary.unlink()
                raise
        except OSError as error:
            raise FileProblem(target, reason(error), "check the folder of the site, or name another") from None

    def remove(self, path: str) -> bool:
        """Remove a file that the last build wrote, and the folders that it leaves empty; return whether it was."""
        was_there = os.path.lexists(self.folder / path)
        with suppress(OSError):
            (self.folder / path).unlink()
        place = os.path.dirname(path)
        while place:
            try:
                os.rmdir(self.folder / place)
            except OSError:
                break
            place = os.path.dirname(place)
        return was_there
