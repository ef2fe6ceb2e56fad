"""What a merge and a comparison of two documents of 100 kB cost.

    python benchmarks/merge.py [runs]

CPU time of the third run on, so without imports; exit code 1 when a merge of texts takes more than 100 ms.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from statistics import median

from archkit.assets import example_file
from archkit.format.read import read
from archkit.format.settle import settle
from archkit.format.write import write
from archkit.model.document import Document
from archkit.model.edit import delete_row, insert_row, move_row, set_value
from archkit.model.risks import Risk
from archkit.versions.diff import diff
from archkit.versions.merge import merge
from archkit.versions.merge_text import merge_text
from archkit.versions.normal_text import normal_text

SIZE = 100_000
LIMIT = 0.1


def large_document() -> Document:
    """Return the example with so many more rows that its text has 100 kB."""
    document = read(example_file().read_text(encoding="utf-8")).document
    factor = SIZE // len(write(document))
    changes: dict[str, object] = {}
    for key, name in {"findings": "text", "risks": "risk", "phases": "what", "dependencies": "why"}.items():
        rows = getattr(document, key)
        copies = [
            row.replace(**{name: f"{getattr(row, name)} ({number})", **({"id": ""} if key == "findings" else {})})
            for number in range(2 * factor)
            for row in rows
        ]
        changes[key] = (*rows, *copies)
    items = document.effort.work_items
    changes["effort"] = document.effort.replace(work_items=[*items, *items, *items])
    return settle(document.replace(**changes))


def edited(document: Document, seed: int) -> Document:
    """Return the document after 12 edits in several sections."""
    chance = random.Random(seed)
    for number in range(12):
        key = ("findings", "risks", "phases", "dependencies")[number % 4]
        rows = getattr(document, key)
        at = chance.randrange(len(rows))
        field = {"findings": "metric", "risks": "owner", "phases": "what", "dependencies": "why"}[key]
        if number < 8:
            document = set_value(document, (key, at, field), f"edit {seed} {number}")
        elif number < 10:
            document = move_row(document, (key, at), chance.randrange(len(rows)))
        else:
            document = delete_row(document, (key, at))
    return settle(insert_row(document, ("risks",), 3, Risk(risk=f"A new risk of {seed}", impact="major")))


def timed(work: Callable[[], object], runs: int) -> float:
    """Return the median CPU time of a piece of work in seconds."""
    times = []
    for _ in range(runs + 2):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return median(times[2:])


def main(runs: int = 9) -> int:
    """Measure, print and return 1 when a merge is too slow."""
    base = large_document()
    text = write(base)
    basis = read(text)
    mine, theirs = edited(basis.document, 1), edited(basis.document, 3)
    texts = [write(side, basis) for side in (mine, theirs)]
    rows = tuple(Risk(risk=f"Risk {n} of many", mitigation=f"measure {n % 13} {n}") for n in range(10_000))
    many = [Document(risks=each) for each in (rows, rows[1:], (*rows[:5_000], Risk(risk="New"), *rows[5_000:]))]
    found = {
        "merge of texts": lambda: merge_text(text, *texts),
        "reading one text": lambda: read(text),
        "reading the next, known": lambda: read(texts[0], basis),
        "merge of documents": lambda: merge(basis.document, mine, theirs),
        "comparison of documents": lambda: diff(basis.document, mine),
        "text for git diff": lambda: normal_text(text),
        "merge of 10,000 rows": lambda: merge(many[0], many[1], many[2]),
    }
    print(f"documents of {len(text) / 1000:.0f} kB, median CPU of {runs} runs")
    times = {name: timed(work, runs) for name, work in found.items()}
    for name, seconds in times.items():
        print(f"{name:>24}: {seconds * 1000:7.1f} ms")
    merged = merge_text(text, *texts)
    print(f"{'clashes':>24}: {len(merged.clashes)}")
    return int(times["merge of texts"] > LIMIT)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
