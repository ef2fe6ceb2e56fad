"""How far batch work is: a bar with rate and remaining time on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self, TextIO

# Where nobody can redraw a line, one every so many seconds says enough.
_EVERY = 10.0


class Progress:
    """Counts documents aloud, on the error output; used in a `with` statement.

    Args:
        total: How many there are.
        what: What is done, in a word or two.
        stream: Where to; the error output when None.
    """

    def __init__(self, total: int, what: str, stream: TextIO | None = None) -> None:
        self.total, self.what, self.stream = total, what, stream or sys.stderr
        self.done = 0
        self._begin = self._said = time.monotonic()
        self._bar = None
        if self.stream.isatty():
            from tqdm import tqdm

            self._bar = tqdm(total=total, desc=what, unit=" documents", file=self.stream, dynamic_ncols=True)

    def step(self, count: int = 1) -> None:
        """Say that documents are done."""
        self.done += count
        if self._bar is not None:
            self._bar.update(count)
        elif time.monotonic() - self._said >= _EVERY and self.done < self.total:
            self._say()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.close()
        elif self.total:
            self._say()

    def _say(self) -> None:
        self._said = time.monotonic()
        spent = self._said - self._begin
        rate = self.done / spent if spent else 0.0
        left = f", {(self.total - self.done) / rate:.0f} s left" if rate and self.done < self.total else ""
        documents = "document" if self.total == 1 else "documents"
        words = f"{self.what}: {self.done:,} of {self.total:,} {documents}, {rate:.0f} a second{left}"
        print(words, file=self.stream, flush=True)
