"""How long `archkit --help` and `import archkit` take, against the budget of 0.3 s of CPU each.

    python benchmarks/startup.py [runs]

Whole processes with compiled bytecode, in turn with a bare interpreter; exit code 1 when a budget is broken.
"""

from __future__ import annotations

import sys

from cpu import compile_bytecode, medians

BUDGET = 0.3
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "import archkit": [sys.executable, "-c", "import archkit"],
    "archkit --help": [sys.executable, "-m", "archkit.cli", "--help"],
}


def main(runs: int = 15) -> int:
    """Measure, print and return 1 when a budget is broken."""
    compile_bytecode()
    times = medians(COMMANDS, runs)
    bare = times["python -c pass"]
    print(f"median CPU of {runs} runs, budget {BUDGET} s")
    for name, seconds in times.items():
        print(f"{name:16} {seconds:.3f} s   {seconds / bare:.1f} × a bare interpreter")
    return int(max(times.values()) > BUDGET)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
