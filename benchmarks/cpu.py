"""CPU time of whole processes: what a person waits for, and what a machine pays."""

from __future__ import annotations

import compileall
import os
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

PACKAGE = Path(__file__).resolve().parent.parent / "archkit"


def compile_bytecode() -> None:
    """Compile archkit and what it stands on, so that no run pays for it: without it imports take 2–4 times as long."""
    compileall.compile_dir(PACKAGE, quiet=2)
    for folder in sys.path:
        if folder.endswith("site-packages"):
            compileall.compile_dir(folder, quiet=2, workers=0)


def cpu_seconds(command: Sequence[str], folder: Path | None = None) -> float:
    """Return the user and system time in seconds of one run of a command with its children.

    Raises:
        subprocess.CalledProcessError: the command failed.
    """
    before = _spent()
    subprocess.run(command, cwd=folder, env=_environment(), check=True, capture_output=True)
    return _spent() - before


def medians(commands: Mapping[str, Sequence[str]], runs: int, folder: Path | None = None) -> dict[str, float]:
    """Return the median CPU time of each command; they run in turn, so that a busy machine slows all of them."""
    for command in commands.values():
        cpu_seconds(command, folder)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(cpu_seconds(command, folder))
    return {name: median(spent) for name, spent in times.items()}


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _spent() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
