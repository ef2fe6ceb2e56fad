"""How far batch work is: a bar with rate and remaining time on a terminal, plain lines elsewhere."""

from __future__ import annotations

import os
import sys
import time
from types import TracebackType
from typing import Self, TextIO

# Where nobody can redraw a line, one every so many seconds says enough.
_EVERY = 10.0
# Below so many columns a line has room for rate and remaining time alone; what is left of it is the bar.
_ENOUGH = 72
_WIDE = "{l_bar}{bar}| {n_fmt}/{total_fmt} documents [{elapsed}<{remaining}, {rate_noinv_fmt}]"
_NARROW = "{desc}: {percentage:3.0f}% {rate_noinv_fmt} {remaining} left |{bar}|"


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

            columns, form = self._line()
            # How many rows there are matters to several bars alone, and some terminals say that they have none.
            self._bar = tqdm(
                total=total, desc=what, unit="", file=self.stream, ncols=columns, nrows=20, bar_format=form
            )

    def step(self, count: int = 1) -> None:
        """Say that documents are done."""
        self.done += count
        if self._bar is not None:
            self._bar.ncols, self._bar.bar_format = self._line()
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

    def _line(self) -> tuple[int, str]:
        """Return how long a line of the terminal is now, and what it says."""
        try:
            columns = os.get_terminal_size(self.stream.fileno()).columns or 80
        except (OSError, ValueError):
            columns = 80
        # In the last column some terminals begin a new line.
        return columns - 1, _WIDE if columns >= _ENOUGH else _NARROW

    def _say(self) -> None:
        self._said = time.monotonic()
        spent = self._said - self._begin
        rate = self.done / spent if spent else 0.0
        left = f", {(self.total - self.done) / rate:.0f} s left" if rate and self.done < self.total else ""
        documents = "document" if self.total == 1 else "documents"
        words = f"{self.what}: {self.done:,} of {self.total:,} {documents}, {rate:.0f} a second{left}"
        print(words, file=self.stream, flush=True)
