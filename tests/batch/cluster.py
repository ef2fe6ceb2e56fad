"""A Dask scheduler and its workers on loopback, as real processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60.0


@dataclass(frozen=True)
class Cluster:
    address: str
    workers: list[subprocess.Popen[bytes]]


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__WORKER__DAEMON": "False"}
    running: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        with (folder / f"log-{len(running)}.txt").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", *arguments], cwd=folder, env=environment, stdout=log, stderr=log
            )
        running.append(process)
        return process

    file = folder / "scheduler.json"
    common = ("--no-dashboard", "--scheduler-file", str(file))
    try:
        start("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", *common)
        address = _address(file, running[0])
        each = ("--nthreads", "1", "--no-nanny", "--host", "127.0.0.1", "--no-dashboard")
        found = [start("distributed.cli.dask_worker", address, "--name", str(at), *each) for at in range(workers)]
        yield Cluster(address, found)
    finally:
        for process in reversed(running):
            process.kill()
            process.wait()


def _address(file: Path, scheduler: subprocess.Popen[bytes]) -> str:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and scheduler.poll() is None:
        try:
            return str(json.loads(file.read_text())["address"])
        except (OSError, ValueError):
            time.sleep(0.05)
    raise AssertionError("the scheduler did not start")
