"""A site of generated documents: CPU of the whole process tree, memory, a second build, and other tools beside it.

    python benchmarks/site.py [documents] [--large] [--scaling] [--profile] [--alone]

Builds 1,000 documents of 30 kB clean, then once more after one change; --large does the same with ten times as many,
and --scaling the same with one process and with two. A change is a new title and a new estimate: the page, the index,
the timeline, the tags, the feed and a block of the search are written again.
Beside it stand the floor (reading and hashing, reading as documents) and each of `benchmarks/site_peers.py` that is
installed. Exit code 1 when a limit is not kept.
"""

from __future__ import annotations

import argparse
import cProfile
import hashlib
import pstats
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from cpu import compile_bytecode
from site_peers import PEERS

from archkit.errors import ArchkitError
from archkit.format.read import read
from archkit.portfolios.generate import generate
from archkit.site.build import build
from archkit.site.sources import found_documents

DOCUMENTS = 1_000
#: CPU in seconds for 1,000 documents, memory in MB of the largest process, CPU of a second build of 10,000.
CLEAN, MEMORY, AGAIN = 10.0, 120.0, 1.5
#: What ten times as many documents may cost, in times.
MORE_CPU, MORE_MEMORY = 10.5, 1.3
#: So many times as fast are two processes as one, by the clock.
SCALING = 1.7
_PROFILED = 100


@dataclass(frozen=True)
class Cost:
    """CPU in seconds of a process and all that it started, MB of the largest of them, and seconds on the clock."""

    cpu: float
    memory: float
    clock: float

    def __str__(self) -> str:
        return f"{self.cpu:7.2f} s CPU {self.memory:6.0f} MB {self.clock:7.2f} s on the clock"


def cost(command: list[str], folder: Path, allowed: tuple[int, ...] = (0, 1)) -> Cost:
    """Return what one run of a command costs; it runs below a process of its own, whose children alone are counted."""
    counted = (
        "import resource,subprocess,sys,time;begin=time.monotonic();"
        "done=subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL);"
        "spent=resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(done.returncode,spent.ru_utime+spent.ru_stime,spent.ru_maxrss/1024,time.monotonic()-begin)"
    )
    found = subprocess.run(
        [sys.executable, "-c", counted, *command], cwd=folder, capture_output=True, text=True, check=True
    )
    code, *numbers = found.stdout.split()
    if int(code) not in allowed:
        raise RuntimeError(f"{command[0]} ended with {code}")
    return Cost(*map(float, numbers))


def floor(folder: Path) -> None:
    """Print what reading and hashing alone costs, and reading the texts as documents."""
    files = sorted(folder.rglob("*.md"))
    begin = time.process_time()
    contents = [(file.read_bytes()) for file in files]
    digests = {hashlib.sha256(content).digest() for content in contents}
    middle = time.process_time()
    for content in contents:
        try:
            read(content.decode("utf-8", "replace"))
        except ArchkitError:
            continue
    size = sum(map(len, contents)) / len(contents) / 1000
    print(f"{len(files):,} documents, {size:.1f} kB on average, {len(digests):,} of them different")
    print(f"  reading and hashing alone   {middle - begin:7.2f} s CPU")
    print(f"  reading as documents alone  {time.process_time() - middle:7.2f} s CPU")


def portfolio(folder: Path, documents: int) -> Path:
    """Write generated documents."""
    for item in generate(documents):
        file = folder / item.name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(item.data)
    return folder


def changed(data: bytes) -> bytes:
    """Return a document with another title and another estimate of its first piece of work."""
    lines = data.decode().split("\n")
    title = next(at for at, line in enumerate(lines) if line.startswith("# "))
    lines[title] += " again"
    items = [at for at, line in enumerate(lines) if line.startswith("| ") and "velopment |" in line]
    if items:
        cells = lines[items[0]].split("|")
        lines[items[0]] = "|".join([*cells[:-2], " 99 ", cells[-1]])
    return "\n".join(lines).encode()


def scaling(folder: Path, place: Path) -> bool:
    """Print how much sooner two processes are done than one, and return whether that is too little."""
    clock = {}
    for jobs in (1, 2):
        command = [sys.executable, "-m", "archkit.cli", "build", str(folder), "-o", str(place / f"jobs-{jobs}")]
        spent = cost([*command, "--jobs", str(jobs)], place)
        clock[jobs] = spent.clock
        print(f"  {jobs} process{'es' if jobs > 1 else '  '}                 {spent}")
    times = clock[1] / clock[2]
    print(f"  two are {times:.2f} times as fast as one (at least {SCALING}, on an idle machine of two cores)")
    return times < SCALING


def measured(place: Path, documents: int) -> tuple[Cost, Cost]:
    """Build a site clean and after one change, print both, and return them."""
    folder, site = portfolio(place / f"documents-{documents}", documents), place / f"site-{documents}"
    floor(folder)
    command = [sys.executable, "-m", "archkit.cli", "build", str(folder), "-o", str(site)]
    clean = cost(command, place)
    print(f"  clean build                 {clean}")
    # A file that was written within the last seconds is hashed again, which is not what is measured here.
    time.sleep(2.5)
    file = max(folder.rglob("*.md"), key=lambda each: each.stat().st_size)
    cost(command, place)
    file.write_bytes(changed(file.read_bytes()))
    again = cost(command, place)
    print(f"  after one change            {again}")
    index = sum(file.stat().st_size for file in (site / "assets" / "search").iterdir())
    texts = sum(file.stat().st_size for file in folder.rglob("*.md"))
    print(f"  search index                {100 * index / texts:7.1f} % of the texts")
    return clean, again


def beside(place: Path, documents: int, own: Cost) -> bool:
    """Print what other tools take for the same files, and return whether one is less far behind than it should be."""
    broken = False
    for name, peer in PEERS.items():
        folder = place / name
        folder.mkdir()
        command = peer.prepare(place / f"documents-{documents}", folder)
        if command is None:
            print(f"  {name:<28}is not installed here")
            continue
        taken = cost(command, folder)
        times, pages = taken.cpu / own.cpu, peer.built(folder)
        print(f"  {name:<28}{taken}, {pages:,} pages, {times:.2f} times as much CPU (at least {peer.ahead:g})")
        broken = broken or times < peer.ahead or pages < 0.98 * documents
        shutil.rmtree(folder)
    return broken


def profile(folder: Path) -> None:
    """Print where the time of a hundred documents goes."""
    with tempfile.TemporaryDirectory() as place:
        files = found_documents([portfolio(Path(place) / "documents", _PROFILED)])
        profiler = cProfile.Profile()
        profiler.runcall(build, files, folder / "site-profiled")
        pstats.Stats(profiler).sort_stats("cumulative").print_stats(40)


def main(arguments: list[str]) -> int:
    """Measure, print, and return 1 when a limit is broken."""
    parser = argparse.ArgumentParser()
    parser.add_argument("documents", type=int, nargs="?", default=DOCUMENTS)
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--alone", action="store_true", help="without the other tools")
    parser.add_argument(
        "--scaling", action="store_true", help="the same with one process and with two, on a quiet machine"
    )
    given = parser.parse_args(arguments)
    compile_bytecode()
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        clean, again = measured(place, given.documents)
        share = given.documents / DOCUMENTS
        broken = clean.cpu > CLEAN * share or clean.memory > MEMORY or again.cpu > AGAIN
        print(f"  at most                     {CLEAN * share:7.2f} s CPU {MEMORY:6.0f} MB, then {AGAIN} s CPU")
        if given.documents < DOCUMENTS:
            print(f"  (a trial: the limits are for {DOCUMENTS:,} documents; three processes take a second to start)")
        if given.large:
            more, later = measured(place, 10 * given.documents)
            times, memory = more.cpu / clean.cpu, more.memory / clean.memory
            print(f"  {times:.2f} times the CPU (at most {MORE_CPU}), {memory:.2f} times the memory ({MORE_MEMORY})")
            broken = broken or times > MORE_CPU or memory > MORE_MEMORY or later.cpu > AGAIN
        if given.scaling:
            broken = scaling(place / f"documents-{given.documents}", place) or broken
        if not given.alone:
            broken = beside(place, given.documents, clean) or broken
        if given.profile:
            profile(place)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  (the benchmark itself takes {own:.0f} MB, which is not counted)")
    return int(broken)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
