"""CPU time of reading a document of 30 kB, writing it after one edit, and reading that: medians in milliseconds.

Beside it, reading documents of all sizes and languages, as a site and a portfolio do.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections.abc import Callable

from archkit.assets import example_file
from archkit.format.read import read
from archkit.format.write import write
from archkit.model.edit import set_value
from archkit.portfolios.generate import generate

SIZE = 30_000
ROUNDS = 200
#: What issue and specification promise, in milliseconds.
LIMITS = {"read": 8.0, "read generated documents": 8.0, "write after one edit": 5.0, "read after one edit": 4.0}


def sample() -> str:
    """Return the example, grown to the size by repeating its risks."""
    text = example_file().read_text(encoding="utf-8")
    rows = re.findall(r"(?m)^\| [^|]+ \| (?:possible|likely|unlikely) \|.*\n", text)
    for number in range(1000):
        if len(text) >= SIZE:
            break
        row = rows[number % len(rows)]
        text = text.replace(rows[0], rows[0] + row.replace("| ", f"| Again {number}: ", 1), 1)
    return text


def median(task: Callable[[int], object]) -> float:
    """Return the median CPU time of a task in milliseconds."""
    times = []
    for number in range(ROUNDS):
        begin = time.process_time()
        task(number)
        times.append(time.process_time() - begin)
    return statistics.median(times) * 1000


def main() -> int:
    """Measure, print, and return 1 when a limit is broken."""
    text = sample()
    manuscript = read(text)
    generated = [item.data.decode() for item in generate(40, faulty=0.0)]

    def edit_and_write(number: int) -> None:
        edited = set_value(manuscript.document, ("risks", 3, "owner"), f"Owner {number}")
        write(edited, manuscript)

    edit_and_write(0)
    edited = write(set_value(manuscript.document, ("risks", 3, "owner"), "Owner"), manuscript)
    found = {
        "read": median(lambda _: read(text)),
        "read generated documents": median(lambda number: read(generated[number % len(generated)])),
        "write after one edit": median(edit_and_write),
        "read after one edit": median(lambda _: read(edited, manuscript)),
    }
    for name, took in found.items():
        print(f"{name}: {took:.2f} ms of CPU (at most {LIMITS[name]:.0f})")
    return int(any(took > LIMITS[name] for name, took in found.items()))


if __name__ == "__main__":
    sys.exit(main())
