"""Answers kept on disk: `archkit/research` in the user's cache folder, one file for each question and server."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_LONGEST_AGE = 24 * 3600.0
_MOST_BYTES = 12_000_000


def cache_folder() -> Path:
    """Return the folder of the answers that are kept for this user."""
    if sys.platform == "win32":
        given, usual = os.environ.get("LOCALAPPDATA", ""), Path("~", "AppData", "Local")
    else:
        given = os.environ.get("XDG_CACHE_HOME", "")
        usual = Path("~", "Library", "Caches") if sys.platform == "darwin" else Path("~", ".cache")
    home = Path(given) if os.path.isabs(given) else usual.expanduser()
    return home / "archkit" / "research"


@dataclass(frozen=True)
class Kept:
    """An answer that was kept: its text, and when it was given in seconds since 1970."""

    text: str
    time: float


@dataclass(frozen=True)
class Cache:
    """Answers by their question; what cannot be kept or read is asked again, which is no error.

    Attributes:
        folder: Where they are kept.
        longest_age: After how many seconds an answer is asked for again.
        now: Says the time in seconds since 1970.
    """

    folder: Path = field(default_factory=cache_folder)
    longest_age: float = _LONGEST_AGE
    now: Callable[[], float] = time.time

    def get(self, address: str, question: Mapping[str, str]) -> Kept | None:
        """Return the answer to a question that was asked at this address, if it is young enough."""
        asked = _asked(address, question)
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
            file = self._file(asked)
            if file.is_symlink() or file.stat().st_size > _MOST_BYTES:
                return None
            kept = json.loads(file.read_text(encoding="utf-8"))
            age = self.now() - float(kept["time"])
            if kept["asked"] == asked and isinstance(kept["text"], str) and 0 <= age <= self.longest_age:
                return Kept(kept["text"], float(kept["time"]))
        return None

    def put(self, address: str, question: Mapping[str, str], text: str) -> Kept:
        """Keep an answer: whole, or not at all; those that are too old go."""
        moment = self.now()
        asked = _asked(address, question)
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._sweep(moment)
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=".new")
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    json.dump({"asked": asked, "time": moment, "text": text}, file)
                os.replace(name, self._file(asked))
            except BaseException:
                os.unlink(name)
                raise
        return Kept(text, moment)

    def _file(self, asked: str) -> Path:
        # The name of the file is a digest: whatever a library is called, it is no path.
        return self.folder / f"{hashlib.sha256(asked.encode()).hexdigest()}.json"

    def _sweep(self, moment: float) -> None:
        for file in [*self.folder.glob("*.json"), *self.folder.glob("*.new")]:
            with contextlib.suppress(OSError):
                if moment - file.lstat().st_mtime > self.longest_age:
                    file.unlink()


def _asked(address: str, question: Mapping[str, str]) -> str:
    return json.dumps([address, sorted(question.items())])
