"""CPU time and memory of `archkit.portfolio()` over generated documents, beside its floor, with a profile's summary.

    python benchmarks/portfolio.py [documents] [--profile]

The floor: reading and hashing the files alone, and parsing them alone. Each run is a process of its own. Exit code 1
when a limit is not kept.
"""

from __future__ import annotations

import cProfile
import os
import pstats
import resource
import sys
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

DOCUMENTS = 10_000
#: Seconds of CPU on one core and megabytes, for 10,000 documents; how much faster two processes are than one.
CPU, MEMORY, SCALING = 30.0, 600.0, 1.7


def write(folder: Path, documents: int) -> int:
    """Write a portfolio, and return its size in bytes."""
    from archkit.portfolios.generate import generate

    size = 0
    for one in generate(documents):
        file = folder / one.name
        file.parent.mkdir(parents=True, exist_ok=True)
        size += file.write_bytes(one.data)
    return size


def read_and_hash(folder: Path) -> None:
    """Read and hash the files alone."""
    from archkit.portfolios.sources import Reading, found

    for _ in Reading(found(folder)).sources():
        pass


def parse(folder: Path) -> None:
    """Read, hash and parse the files."""
    from archkit.errors import ArchkitError
    from archkit.portfolios.extract import read_source
    from archkit.portfolios.sources import Reading, found

    for source in Reading(found(folder)).sources():
        try:
            read_source(source)
        except ArchkitError:
            continue


def frames(folder: Path) -> None:
    """Make the frames, in process."""
    import archkit

    archkit.portfolio(folder)


def frames_and_totals(folder: Path) -> None:
    """Make the frames and the sums over all documents."""
    import archkit

    archkit.portfolio(folder).totals  # noqa: B018


def frames_and_checks(folder: Path) -> None:
    """Make the frames and that of the checks."""
    import archkit

    archkit.portfolio(folder).checks  # noqa: B018


def one_process(folder: Path) -> None:
    """Make the frames in one process of a pool."""
    _in_processes(folder, 1)


def two_processes(folder: Path) -> None:
    """Make the frames in two processes."""
    _in_processes(folder, 2)


def _in_processes(folder: Path, jobs: int) -> None:
    import archkit
    from archkit.batch.pools import RenewedPool

    pool = RenewedPool(jobs)
    try:
        archkit.portfolio(folder, pool)
    finally:
        pool.shutdown()


RUNS = (read_and_hash, parse, frames, frames_and_totals, frames_and_checks, one_process, two_processes)


def measured(name: str, folder: Path) -> tuple[float, float, float]:
    """Run a function in a process of its own, and return its CPU time, wall time and largest memory in MB."""
    context = get_context("spawn")
    theirs, ours = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(name, folder, ours))
    process.start()
    found: tuple[float, float, float] = theirs.recv()
    process.join()
    return found


def _run(name: str, folder: Path, answer: object) -> None:
    begin = time.monotonic()
    globals()[name](folder)
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = sum(one.ru_utime + one.ru_stime for one in spent)
    answer.send((cpu, time.monotonic() - begin, spent[0].ru_maxrss / 1024))  # type: ignore[attr-defined]


def profile(folder: Path) -> None:
    """Print where the time of making the frames goes."""
    frames(next(path for path in folder.iterdir() if path.is_dir()))
    with cProfile.Profile() as found:
        frames(folder)
    stats = pstats.Stats(found, stream=sys.stdout)
    stats.sort_stats("cumulative").print_stats(r"archkit.(portfolios|format.read|analysis|model.weighted)", 25)
    stats.sort_stats("tottime").print_stats(15)


def main(documents: int = DOCUMENTS, *, is_profiled: bool = False) -> int:
    """Measure, print, and return 1 when a limit is broken."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        size = write(folder, documents)
        load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
        print(f"{documents:,} documents, {size / 1e6:.0f} MB; load average {load}, {os.cpu_count()} cores")
        if is_profiled:
            profile(folder)
            return 0
        found = {}
        for run in RUNS:
            cpu, wall, memory = found[run.__name__] = measured(run.__name__, folder)
            each = 1000 * cpu / documents
            print(
                f"{run.__name__:18} {cpu:7.1f} s CPU {each:6.2f} ms each {wall:7.1f} s wall {memory:6.0f} MB",
                flush=True,
            )
    cpu, _, memory = found["frames"]
    scaling = found["one_process"][1] / found["two_processes"][1]
    limit = CPU * documents / DOCUMENTS
    print(f"portfolio(): {cpu:.1f} s of CPU (at most {limit:.1f}), {memory:.0f} MB (at most {MEMORY:.0f})")
    if documents < DOCUMENTS:
        print(f"(a trial: the limits are for {DOCUMENTS:,} documents, and a process takes half a second to start)")
    print(f"two processes are {scaling:.2f} times as fast as one (at least {SCALING} on an idle machine)")
    return int(cpu > limit or memory > MEMORY or scaling < SCALING)


if __name__ == "__main__":
    numbers = [int(given) for given in sys.argv[1:] if given.isdecimal()]
    sys.exit(main(*numbers[:1], is_profiled="--profile" in sys.argv))
