"""What a reviewer would send back, over many documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from archkit.batch import Outcome, Source, each
from archkit.checks import check
from archkit.portfolios.assembled import Collected
from archkit.portfolios.extract import Rows, diagnostic_row
from archkit.portfolios.read_source import read_source
from archkit.portfolios.sources import Reading

if TYPE_CHECKING:
    import pandas as pd

_CHANGED = "the file is not what it was when the portfolio was read; read the portfolio again"


def checked_frame(
    documents: pd.DataFrame, files: Mapping[str, Path], today: date, executor: Executor | None
) -> pd.DataFrame:
    """Return one row for each thing that a reviewer would send back.

    Args:
        documents: One row for each document.
        files: The files by path.
        today: The day of the review.
        executor: Where the work is done; this process when None, or when it has been shut down.
    """
    wanted = {path: (title, revision) for title, path, revision in documents.index}
    reading = Reading(files.values())
    chosen = (source for source in reading.sources() if source.name in wanted)
    collected = Collected(["checks"])
    for outcome in _outcomes(partial(_check, today=today), chosen, executor):
        title, revision = wanted[outcome.name]
        rows: Rows = (
            outcome.value if outcome.value is not None else [(outcome.line, 1, "error", "format", "", outcome.error)]
        )
        if reading.revisions[outcome.name] != revision:
            rows = [(0, 1, "error", "format", "", _CHANGED)]
        collected.add((title, outcome.name, revision), {"checks": rows})
    return collected.frames()["checks"]


def _check(source: Source, *, today: date) -> Rows:
    return [diagnostic_row(item) for item in check(read_source(source), today=today)]


def _outcomes(task: partial[Rows], sources: Iterator[Source], executor: Executor | None) -> Iterator[Outcome[Rows]]:
    if executor is not None:
        try:
            executor.submit(int).result()
        except Exception:  # whatever it says, it works no more
            executor = None
    return each(task, sources, executor=executor)
