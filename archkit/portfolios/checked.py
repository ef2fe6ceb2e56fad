"""What a reviewer would send back, over many documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from archkit.batch import Outcome, Source, each
from archkit.checks import Settings, check, settings_for
from archkit.errors import SettingsError
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
    """Return one row for each thing that a reviewer would send back, by the settings of each document's folder.

    Args:
        documents: One row for each document.
        files: The files by path.
        today: The day of the review.
        executor: Where the work is done; this process when None, or when it has been shut down.
    """
    wanted = {path: (title, revision) for title, path, revision in documents.index}
    reading = Reading(files.values())
    chosen = (source for source in reading.sources() if source.name in wanted)
    settings, unfit = _settings({name: file for name, file in reading.files.items() if name in wanted})
    collected = Collected(["checks"])
    for outcome in _outcomes(partial(_check, today=today, settings=settings), chosen, executor):
        title, revision = wanted[outcome.name]
        rows = outcome.value if outcome.value is not None else [_error(outcome.error, outcome.line)]
        if problem := unfit.get(_folder(outcome.name)):
            rows = [_error(problem)]
        if reading.revisions[outcome.name] != revision:
            rows = [_error(_CHANGED)]
        collected.add((title, outcome.name, revision), {"checks": rows})
    return collected.frames()["checks"]


def _check(source: Source, *, today: date, settings: Mapping[str, Settings]) -> Rows:
    chosen = settings.get(_folder(source.name))
    return [diagnostic_row(item) for item in check(read_source(source), chosen, today=today)]


def _settings(files: Mapping[str, Path]) -> tuple[dict[str, Settings], dict[str, str]]:
    """Return the settings of each folder that has some, and why those of a folder cannot be used."""
    first = {_folder(name): file for name, file in files.items()}
    found, unfit = {}, {}
    for folder, file in first.items():
        try:
            if (settings := settings_for(file)) != Settings():
                found[folder] = settings
        except SettingsError as error:
            unfit[folder] = str(error)
    return found, unfit


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


def _error(message: str, line: int = 0) -> tuple[object, ...]:
    return (line, 1, "error", "format", "", message)


def _outcomes(task: partial[Rows], sources: Iterator[Source], executor: Executor | None) -> Iterator[Outcome[Rows]]:
    if executor is not None:
        try:
            executor.submit(int).result()
        except Exception:  # whatever it says, it works no more
            executor = None
    return each(task, sources, executor=executor)
