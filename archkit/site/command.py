"""`archkit build` and `archkit generate`: arguments → files and an exit code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from archkit.batch import CHUNK, Progress, executor_for
from archkit.errors import FileProblem, SettingsError
from archkit.site.build import TITLE, build
from archkit.site.engine import Engine, Report
from archkit.site.sources import found_documents

FOUND = 1
# Pages of as many documents go through a pipe at once: more would only stay in memory longer.
_LOCAL = 10
_MOST_SAID = 10


def run(given: argparse.Namespace) -> int:
    """Build a site, and return 1 when documents could not be read."""
    with engine_for(given) as engine:
        return said(build_once(given, engine), given)


@contextmanager
def engine_for(given: argparse.Namespace) -> Iterator[Engine]:
    """Yield where and how pages are built."""
    if not given.seconds > 0:
        raise SettingsError("--seconds", f"a document cannot take {given.seconds:g} s", "give a number above 0")
    with executor_for(given.jobs, given.executor) as executor:
        size = CHUNK if given.executor else _LOCAL
        yield Engine(executor, size, seconds=given.seconds, progress=partial(Progress, what="built"))


def build_once(given: argparse.Namespace, engine: Engine, *, is_full: bool | None = None) -> Report:
    """Build the site as it is asked for."""
    full = given.full if is_full is None else is_full
    files = found_documents(given.files)
    return build(files, given.output, site=given.title.strip() or TITLE, engine=engine, is_full=full)


def said(report: Report, given: argparse.Namespace) -> int:
    """Say what a build did, and return its exit code."""
    for problem in list(report.problems.values())[:_MOST_SAID]:
        print(problem, file=sys.stderr)
    failed = len(report.problems)
    if failed > _MOST_SAID:
        print(f"and {failed - _MOST_SAID} more; {given.output / 'errors.html'} has all", file=sys.stderr)
    lost = f", {failed} could not be read" if failed else ""
    done = f"{report.built} built, {_files(report.written)} written, {report.removed} removed"
    print(f"{given.output / 'index.html'}: {_documents(report.documents)}{lost}; {done}")
    return FOUND if failed else 0


def run_generate(given: argparse.Namespace) -> int:
    """Write a portfolio of generated documents into a folder."""
    # It imports what writes documents, for which no build of a site waits.
    from archkit.portfolios.generate import generate

    if given.documents < 1 or not 0 <= given.faulty <= 1 or not given.size > 0:
        problem = "--documents begins at 1, --faulty is a share from 0 to 1, and --size is above 0"
        raise SettingsError("generate", problem, "give such numbers")
    if given.folder.exists() and (not given.folder.is_dir() or os.listdir(given.folder)):
        raise FileProblem(given.folder, "there is something already", "name a new or an empty folder")
    count = faulty = 0
    with Progress(given.documents, "generated") as progress:
        for item in generate(given.documents, seed=given.seed, faulty=given.faulty, size=given.size):
            target = given.folder / item.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(item.data)
            count, faulty = count + 1, faulty + item.is_faulty
            progress.step()
    print(f"{given.folder}: {_documents(count)}, {faulty} of them faulty on purpose")
    return 0


def _documents(count: int) -> str:
    return f"{count} document{'' if count == 1 else 's'}"


def _files(count: int) -> str:
    return f"{count} file{'' if count == 1 else 's'}"
