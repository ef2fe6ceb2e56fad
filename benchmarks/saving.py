"""What keeping typed work costs: an edit, a save and an opening of a document of 100 kB.

    python benchmarks/saving.py [runs]

CPU time, median, without imports. The disk's own sync is left out; the settling and the writing of the document, which
an edit needs anyway, are shown on their own. Exit code 1 when a limit is not kept.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from merge import large_document

from archkit import saving
from archkit.format.manuscript import Manuscript
from archkit.format.read import read
from archkit.format.settle import settle
from archkit.format.write import write
from archkit.model import edit
from archkit.session import Session

#: Milliseconds.
LIMITS = {"edit, journaled": 1.0, "save": 25.0, "opening, more": 2.0}


def timed(work: Callable[[int], object], runs: int) -> float:
    """Return the median CPU time of a piece of work in milliseconds."""
    times = []
    for number in range(runs + 2):
        begin = time.process_time()
        work(number)
        times.append(time.process_time() - begin)
    return median(times[2:]) * 1000


def measured(path: Path, text: str, runs: int) -> dict[str, float]:
    """Return what each piece of work costs."""
    session = Session.open(path)
    session.while_typing()
    work = session._work

    def typed(number: int) -> object:
        return edit.set_value(session.document, ("risks", 0, "owner"), f"Ada {number}")

    documents = [settle(typed(number), session.document) for number in range(1, 2 * runs + 20)]  # type: ignore[arg-type]
    work.edit(documents.pop())
    found = {
        "edit, journaled": timed(lambda _: (work.moment(), work.edit(documents.pop())), runs),
        "edit, whole": timed(lambda n: session.set(("risks", 0, "owner"), f"Bob {n}"), runs),
        "settling": timed(lambda n: settle(typed(n), session.document), runs),  # type: ignore[arg-type]
        "writing": timed(lambda n: write(typed(n), work.basis), runs),  # type: ignore[arg-type]
    }

    def save(number: int) -> None:
        work.unsaved = 1
        session.save()

    texts = []
    for number in range(runs + 2):
        session.set(("risks", 0, "owner"), f"Eve {number}")
        begin = time.process_time()
        save(number)
        texts.append(time.process_time() - begin)
    found["save"] = median(texts[2:]) * 1000
    session.close()
    manuscript: Manuscript = read(store_text(path))
    found["opening, read alone"] = timed(lambda _: Session(path, manuscript), runs)
    found["opening, more"] = timed(lambda _: opened(path, manuscript), runs) - found["opening, read alone"]
    found["undo, first after a restart"] = timed(lambda _: undone(path, manuscript), 3)
    return found


def store_text(path: Path) -> str:
    """Return the text of a file."""
    return path.read_text(encoding="utf-8")


def opened(path: Path, manuscript: Manuscript) -> Session:
    """Open a session on what was read already."""
    session = Session(path, manuscript)
    session._work.recover()
    session._work.close()
    return session


def undone(path: Path, manuscript: Manuscript) -> None:
    """Look at the steps of an earlier session."""
    session = Session(path, manuscript)
    session._work.recover()
    session._work._steps()
    session._work.close()


def main(runs: int = 30) -> int:
    """Measure, print and return 1 when a limit is not kept."""
    # The clock of a form would save in between.
    saving.REST = saving.LATEST = saving.LOOK = saving.SYNC = 3600.0
    os.fsync = lambda _: None  # type: ignore[assignment]
    text = write(large_document())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.md"
        path.write_text(text, encoding="utf-8")
        times = measured(path, text, runs)
    print(f"document of {len(text) / 1000:.0f} kB, median CPU of {runs} runs")
    for name, milliseconds in times.items():
        limit = f"  (limit {LIMITS[name]:g})" if name in LIMITS else ""
        print(f"{name:>28}: {milliseconds:7.2f} ms{limit}")
    return int(any(times[name] > limit for name, limit in LIMITS.items()))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 30))
