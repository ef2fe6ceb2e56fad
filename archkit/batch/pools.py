"""Where batch work is done: in this process, in several, or at a Dask scheduler."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from archkit.batch.worker import begin, quiet_start
from archkit.errors import SettingsError

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Given = ParamSpec("Given")
Result = TypeVar("Result")


class WorkersError(SettingsError):
    """Processes that should do the work cannot be started, or end before they do any."""

    def __init__(self, error: BaseException) -> None:
        if isinstance(error, BrokenExecutor):
            reason = "they end at once"
        elif isinstance(error, OSError):
            reason = (error.strerror or str(error)).lower()
        else:
            reason = " ".join(str(error).split()).partition(". ")[0].rstrip(".")
        super().__init__("jobs", f"worker processes cannot be started here ({reason})", "use one process: --jobs 1")


class RenewedPool(Executor):
    """Processes on this machine, started with the first piece of work; where one is killed, the next gets new ones."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._is_shut = False
        self._pool: ProcessPoolExecutor | None = None

    def _new(self) -> ProcessPoolExecutor:
        # Most builds of a site change a page or two, and need no processes.
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        try:
            # A fork would copy threads and locks of whoever calls.
            return ProcessPoolExecutor(self._jobs, multiprocessing.get_context("spawn"), initializer=begin)
        except (OSError, ImportError, NotImplementedError) as error:
            raise WorkersError(error) from None

    def submit(self, task: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs) -> Future[Result]:
        """Give work to the processes.

        Raises:
            WorkersError: they cannot be started.
        """
        try:
            if self._is_shut:
                raise RuntimeError("cannot give work to processes after their end")
            self._pool = self._pool or self._new()
            try:
                return self._given(self._pool, task, *args, **kwargs)
            except BrokenExecutor:
                self._pool.shutdown(wait=False)
                self._pool = self._new()
                return self._given(self._pool, task, *args, **kwargs)
        except (OSError, RuntimeError) as error:
            # What was shut down is a mistake of the caller; all else says that no process or thread can be had.
            if self._is_shut:
                raise
            raise WorkersError(error) from None

    @staticmethod
    def _given(
        pool: Executor, task: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Future[Result]:
        # Giving work is what starts processes.
        with quiet_start():
            return pool.submit(task, *args, **kwargs)

    def check(self) -> None:
        """See that the processes can work at all, after one of them was lost.

        Raises:
            WorkersError: they cannot.
        """
        try:
            self.submit(int).result()
        except BrokenExecutor as error:
            raise WorkersError(error) from None

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes."""
        self._is_shut = True
        if self._pool is not None:
            self._pool.shutdown(wait, cancel_futures=cancel_futures)


@contextmanager
def executor_for(jobs: int | None = None, address: str = "") -> Iterator[Executor | None]:
    """Yield where work is done, and end it afterwards.

    Args:
        jobs: So many processes; 1 is this process alone, None one for each core.
        address: A Dask scheduler, such as `tcp://127.0.0.1:8786`; it goes before `jobs`.

    Raises:
        SettingsError: `jobs` is below 1, or there is no Dask, or no scheduler at the address.
        WorkersError: processes cannot be had here.
    """
    if address:
        with _dask(address) as executor:
            yield executor
        return
    count = _cores() if jobs is None else jobs
    if count < 1:
        raise SettingsError("jobs", f"there cannot be {count} of them", "give a number from 1 on")
    if count == 1:
        yield None
        return
    pool = RenewedPool(count)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _cores() -> int:
    """Return how many cores this process may use, which is less than there are in most containers."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _dask(address: str) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ImportError:
        raise SettingsError("executor", "there is no Dask here", 'install it: pip install "archkit[dask]"') from None
    try:
        client = Client(address, timeout="10s")  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        problem = f"no Dask scheduler answers at {address} ({error})"
        raise SettingsError("executor", problem, "give the address of one, as tcp://HOST:PORT") from None
    with client:
        # A task that killed several workers is not given to one more.
        yield client.get_executor(pure=False, retries=1)  # type: ignore[no-untyped-call]
