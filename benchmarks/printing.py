"""What a PDF and a DOCX of the example cost.

    python benchmarks/printing.py [runs]

Whole processes with compiled bytecode, in turn, matplotlib and its figures included; exit code 1 when a PDF takes more
than 2 s of CPU.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from cpu import compile_bytecode, medians

from archkit.assets import example_file

#: What a PDF of the example may take, in seconds of CPU.
MOST = 2.0


def main(runs: int = 5) -> int:
    """Measure, print and return 1 when a PDF takes too long."""
    compile_bytecode()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "example.md").write_bytes(example_file().read_bytes())
        export = [sys.executable, "-m", "archkit.cli", "export", "example.md", "-o"]
        times = medians({form: [*export, f"x.{form}"] for form in ("pdf", "docx")}, runs, folder)
        print(f"median CPU of {runs} runs in turn")
        for form, seconds in times.items():
            print(f"{form:5} {seconds:.2f} s   {(folder / f'x.{form}').stat().st_size / 1000:.0f} kB")
    return int(times["pdf"] > MOST)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
