"""Where and how a site is built, and what a build did."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass

from archkit.batch import CHUNK, Progress
from archkit.batch.chunks import SECONDS


@dataclass(frozen=True)
class Report:
    """What a build did.

    Attributes:
        documents: How many documents the site has.
        built: How many of their pages were built.
        written: How many files were written.
        removed: How many files were removed.
        problems: Why a document could not be read, by its name.
    """

    documents: int
    built: int
    written: int
    removed: int
    problems: Mapping[str, str]


@dataclass(frozen=True)
class Engine:
    """Where and how pages are built.

    Attributes:
        executor: This process when None.
        size: Documents in a piece of work.
        least: So many documents are worth an executor.
        seconds: So long may one document take.
        progress: Says aloud how far the work is, given how many documents there are.
    """

    executor: Executor | None = None
    size: int = CHUNK
    least: int = 8
    seconds: float | None = SECONDS
    progress: Callable[[int], Progress] = lambda _: Progress(0, "built", io.StringIO())
