"""A task over many documents, in process or on any executor; no document stops the others."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from archkit.batch.limits import time_limit
from archkit.batch.pools import RenewedPool
from archkit.errors import ArchkitError

Result = TypeVar("Result")

#: So many documents make one piece of work: fewer cost more to send than to do.
CHUNK = 100
#: So many seconds one document may take.
SECONDS = 60.0
# So many pieces wait at the executor: enough that no worker is idle, few enough that little is held in memory.
_WAITING = 8


@dataclass(frozen=True)
class Source:
    """A document as a task gets it: its name, as a path with `/` below the folder of all, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Outcome(Generic[Result]):
    """What became of one document: a value, or why there is none, with the line (0 for the whole file)."""

    name: str
    value: Result | None = None
    error: str = ""
    line: int = 0


Task = Callable[[Source], Result]


def each(
    task: Task[Result],
    sources: Iterable[Source],
    *,
    executor: Executor | None = None,
    size: int = CHUNK,
    seconds: float | None = SECONDS,
) -> Iterator[Outcome[Result]]:
    """Do a task for each document and yield what became of it, in the order of the documents.

    A document that fails, or takes too long, has an outcome with an error. One that kills its worker is found by
    halving the piece of work that it was in, and the rest of that piece is done again.

    Args:
        task: A function of a module, which depends on nothing but its argument.
        sources: The documents; they are taken only as fast as they are done.
        executor: Where the work is done; in this process when None.
        size: Documents in a piece of work.
        seconds: So long may one document take; None for no limit.

    Raises:
        WorkersError: processes of this machine cannot be started.
    """
    if executor is None:
        for source in sources:
            yield _one(task, source, seconds)
        return
    rest = iter(sources)
    waiting: deque[tuple[tuple[Source, ...], Future[list[Outcome[Result]]]]] = deque()
    try:
        while True:
            while len(waiting) < _WAITING and (chunk := tuple(islice(rest, size))):
                waiting.append((chunk, executor.submit(_all, task, chunk, seconds)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                found = future.result()
            except Exception as error:
                _raise_unless_lost(error)
                if isinstance(executor, RenewedPool):
                    executor.check()
                found = _again(executor, task, chunk, seconds)
            yield from found
    finally:
        for _, future in waiting:
            future.cancel()


def _all(task: Task[Result], chunk: tuple[Source, ...], seconds: float | None) -> list[Outcome[Result]]:
    return [_one(task, source, seconds) for source in chunk]


def _one(task: Task[Result], source: Source, seconds: float | None) -> Outcome[Result]:
    try:
        with time_limit(seconds):
            return Outcome(source.name, task(source))
    except ArchkitError as error:
        return Outcome(source.name, error=str(error), line=getattr(error, "line", 0))
    except Exception as error:
        return Outcome(source.name, error=f"{type(error).__name__}: {error}; this is a bug of archkit")


def _again(
    executor: Executor, task: Task[Result], chunk: tuple[Source, ...], seconds: float | None
) -> list[Outcome[Result]]:
    """Do a piece of work again whose worker was lost, by itself, and in halves where it is lost again."""
    try:
        return executor.submit(_all, task, chunk, seconds).result()
    except Exception as error:
        _raise_unless_lost(error)
        if len(chunk) == 1:
            return [Outcome(chunk[0].name, error="the process that worked on it ended")]
    half = len(chunk) // 2
    return _again(executor, task, chunk[:half], seconds) + _again(executor, task, chunk[half:], seconds)


def _raise_unless_lost(error: Exception) -> None:
    """Raise an error of the work's caller, such as a task that cannot be sent; a lost worker is none."""
    # Those of Dask are told by their module, so that nobody needs it to be installed.
    is_of_dask = type(error).__module__.partition(".")[0] == "distributed"
    if not is_of_dask and not isinstance(error, (BrokenExecutor, CancelledError, OSError)):
        raise error
