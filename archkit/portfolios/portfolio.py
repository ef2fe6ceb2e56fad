"""Many documents as frames: what stands in them, what they cost and risk, and what supports them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import Executor
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archkit.batch import Progress, each
from archkit.batch.chunks import CHUNK, SECONDS
from archkit.checks.settings import today as this_day
from archkit.portfolios.assembled import Collected
from archkit.portfolios.checked import checked_frame
from archkit.portfolios.extract import extract
from archkit.portfolios.sources import Reading, found
from archkit.portfolios.totals import Totals, totals_of

if TYPE_CHECKING:
    import pandas as pd

    from archkit.figures.figure import Figure

_FRAMES = ("documents", "options", "risks", "effort", "effort_curves", "findings", "errors")


class Portfolio:
    """Frames over many documents; each has the title, the path and the revision of the document as its index.

    Attributes:
        today: The day to which ages and reviews are counted.
        documents: One row for each document: status, days, people, recommendation, counts, effort and expected loss.
        options: One row for each option: score with its interval, claims, and how strongly they are supported.
        risks: One row for each risk: its words, its ends in numbers, and the expected loss in working days.
        effort: One row for each kind of work and the total: mean and, of the total, quantiles in working days.
        effort_curves: One row for each document whose effort has a distribution: its quantiles from 0 to 1.
        findings: One row for each finding: source, day, strength, and whether it is used.
        errors: One row for each file that could not be read, and for each piece of a document that could not.
    """

    documents: pd.DataFrame
    options: pd.DataFrame
    risks: pd.DataFrame
    effort: pd.DataFrame
    effort_curves: pd.DataFrame
    findings: pd.DataFrame
    errors: pd.DataFrame

    def __init__(
        self, frames: Mapping[str, pd.DataFrame], files: Mapping[str, Path], today: date, executor: Executor | None
    ) -> None:
        for name in _FRAMES:
            setattr(self, name, frames[name])
        self.today = today
        self._files = dict(files)
        self._executor = executor

    @cached_property
    def checks(self) -> pd.DataFrame:
        """One row for each thing that a reviewer would send back; the files are read once more when first asked for."""
        return checked_frame(self.documents, self._files, self.today, self._executor)

    @property
    def unreadable(self) -> pd.DataFrame:
        """The rows of `errors` whose file gave no document at all."""
        paths = self.documents.index.get_level_values("path")
        return self.errors[~self.errors.index.get_level_values("path").isin(paths)]

    @property
    def totals(self) -> pd.DataFrame:
        """What all documents together take and may lose: mean and quantiles in working days; `effort`, `losses`."""
        return self._totals.frame

    @cached_property
    def _totals(self) -> Totals:
        return totals_of(self.documents, self.effort, self.effort_curves, self.risks)

    @property
    def notes(self) -> dict[str, str]:
        """How the sums were made, for `effort` and for `losses`."""
        return self._totals.notes

    @property
    def left_out(self) -> dict[str, str]:
        """What the sums do not count, for `effort` and for `losses`; "" for nothing."""
        return {"effort": self._totals.without_effort, "losses": self._totals.not_counted}

    @property
    def exceedance(self) -> pd.DataFrame:
        """Working days × the chance (0–1) that the risks of all documents together cost more."""
        return self._totals.exceedance

    def where(self, **values: str | Iterable[str]) -> Portfolio:
        """Return the portfolio of the documents whose columns have one of some values: `where(status="accepted")`.

        Raises:
            AnalysisError: there is no such column.
        """
        from archkit.portfolios.chosen import chosen

        frames = {name: getattr(self, name) for name in _FRAMES}
        return Portfolio(chosen(frames, values), self._files, self.today, self._executor)

    def plot(self, kind: str = "effort") -> Figure:
        """Return a figure: `effort`, `risk`, `decisions`, `evidence` or `reviews`.

        Raises:
            AnalysisError: there is no such figure.
        """
        from archkit.figures.portfolio_figure import portfolio_figure

        return portfolio_figure(self, kind)

    def frames(self) -> dict[str, pd.DataFrame]:
        """Return all frames by name, that of the checks included."""
        return {name: getattr(self, name) for name in (*_FRAMES, "checks")}

    def to_parquet(self, folder: str | Path) -> list[Path]:
        """Write one Parquet file for each frame into a folder, and return the files.

        Raises:
            SettingsError: there is no pyarrow.
            FileProblem: a file cannot be written.
        """
        from archkit.portfolios.written import write_parquet

        return write_parquet(self.frames(), Path(folder))

    def to_csv(self, folder: str | Path) -> list[Path]:
        """Write one CSV file for each frame into a folder, and return the files.

        Raises:
            FileProblem: a file cannot be written.
        """
        from archkit.portfolios.written import write_csv

        return write_csv(self.frames(), Path(folder))

    def __str__(self) -> str:
        counts = {name: len(getattr(self, name)) for name in _FRAMES if not name.startswith("effort")}
        return ", ".join(f"{count:,} {name[:-1] if count == 1 else name}" for name, count in counts.items())

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return f"<p>{self}</p>"


def portfolio(
    paths: Iterable[str | Path] | str | Path,
    executor: Executor | None = None,
    *,
    today: date | None = None,
    progress: bool = False,
    size: int = CHUNK,
    seconds: float | None = SECONDS,
) -> Portfolio:
    """Read documents into frames.

    The result does not depend on the order of the paths, on where the work is done, or on how it is cut.

    Args:
        paths: Files, and folders in which architecture documents are looked for.
        executor: Where the work is done: any of `concurrent.futures`, or that of a Dask client; this process when None.
        today: The day to which ages and reviews are counted; the current one when None.
        progress: Whether to say on the error output how far it is.
        size: Documents in a piece of work.
        seconds: So long may one document take; None for no limit.

    Raises:
        FileProblem: there is no such path, or no document.
    """
    day = today or this_day()
    reading = Reading(found(paths))
    collected = Collected(_FRAMES)
    lines: dict[str, int] = {}
    task = partial(extract, today=day, age_limits=reading.age_limits())
    with Progress(len(reading.files), "reading") if progress else _Silent() as told:
        for outcome in each(task, reading.sources(), executor=executor, size=size, seconds=seconds):
            revision = reading.revisions[outcome.name]
            if outcome.value is None:
                reading.problems[outcome.name] = outcome.error
                lines[outcome.name] = outcome.line
            else:
                collected.add((outcome.value.title, outcome.name, revision), outcome.value.rows)
            told.step()
    for name, problem in sorted(reading.problems.items()):
        stem = name.rpartition("/")[2].removesuffix(".md")
        collected.add((stem, name, reading.revisions.get(name, "")), {"errors": [(lines.get(name, 0), problem)]})
    return Portfolio(collected.frames(), reading.files, day, executor)


class _Silent:
    """Progress that is not told."""

    def __enter__(self) -> _Silent:
        return self

    def __exit__(self, *_: Any) -> None:
        pass

    def step(self) -> None:
        """Say nothing."""
