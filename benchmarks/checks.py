"""CPU time of all rules over a document of 30 kB beside reading it, and of 1,000 different documents in one process.

    python benchmarks/checks.py [documents]

Exit code 1 when a limit is not kept, or when the second half of the documents costs more than the first by a quarter.
"""

from __future__ import annotations

import statistics
import sys
import time
from itertools import pairwise
from pathlib import Path

from archkit.assets import example_file
from archkit.checks import check
from archkit.format.read import read

ROUNDS = 50
#: What the rules may take for one document, in milliseconds, and for all documents with their reading, in seconds.
ONE, ALL = 15.0, 25.0
DOCUMENTS = 1_000
#: How much more the second half may cost than the first.
GROWTH = 1.25


def different(text: str, number: int) -> str:
    """Return the example with another title and other estimates, so that nothing is known from the one before."""
    changed = text.replace("# Order Events Architecture", f"# Order Events {number} Architecture", 1)
    return changed.replace("| 2 | 3 | 6 |", f"| 2 | 3 | {6 + number % 50 + number / 10_000:.4f} |")


def rules_alone(text: str, folder: Path) -> list[float]:
    """Return the CPU time of all rules over each of several documents, in milliseconds."""
    times = []
    for number in range(ROUNDS):
        manuscript = read(different(text, number))
        begin = time.process_time()
        check(manuscript, folder=folder)
        times.append((time.process_time() - begin) * 1000)
    return times


def main(documents: int = DOCUMENTS) -> int:
    """Measure, print, and return 1 when a limit is broken."""
    text = example_file().read_text(encoding="utf-8")
    folder = example_file().parent
    check(read(text), folder=folder)
    one = statistics.median(rules_alone(text, folder))
    marks = [time.process_time()]
    for number in range(documents):
        check(read(different(text, number)), folder=folder)
        if number + 1 in (documents // 2, documents):
            marks.append(time.process_time())
    first, second = (after - before for before, after in pairwise(marks))
    total = first + second
    limit = ALL * documents / DOCUMENTS
    print(f"all rules: {one:.1f} ms of CPU (at most {ONE:.0f}), {len(text):,} characters")
    print(f"{documents:,} documents with their reading: {total:.1f} s of CPU (at most {limit:.0f}),", end=" ")
    print(f"{first:.1f} s for the first half and {second:.1f} s for the second")
    return int(one > ONE or total > limit or second > GROWTH * first)


if __name__ == "__main__":
    sys.exit(main(*(int(given) for given in sys.argv[1:2])))
