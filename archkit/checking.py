"""`archkit check`: files and folders → reports and an exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from archkit import store
from archkit.checks.check import check
from archkit.checks.fixes import fixed
from archkit.checks.no_section import no_section
from archkit.checks.reports import REPORTS, CheckedFile
from archkit.checks.settings import Settings, settings_for
from archkit.errors import ArchkitError, FileProblem, LossError, SettingsError
from archkit.format.manuscript import Manuscript
from archkit.format.parts import has_headings
from archkit.format.read import read

FOUND, FAILED = 1, 2
SUFFIX = "-architecture.md"
#: How bad a finding is at least for the exit code 1, by what `--fail-on` says.
_BAD = {"error": {"error"}, "warning": {"error", "warning"}, "hint": {"error", "warning", "hint"}}


def run(given: argparse.Namespace) -> int:
    """Check documents, print the report, and return 0, 1 for what is to be mended, or 2 for what cannot be read."""
    checked: list[CheckedFile] = []
    for file in documents(given.files):
        try:
            checked.append(_checked(file, given))
        except SettingsError:
            raise
        except ArchkitError as error:
            print(error, file=sys.stderr)
            checked.append(CheckedFile(str(file), problem=str(error)))
    report = REPORTS[given.format](checked)
    if given.output:
        store.write_text(given.output, report, expected="")
    else:
        print(report, end="")
    if any(one.problem for one in checked):
        return FAILED
    bad = _BAD[given.fail_on]
    return FOUND if any(item.severity in bad for one in checked for item in one.found) else 0


def documents(given: Sequence[Path]) -> Iterator[Path]:
    """Yield the files, and of a folder the architecture documents in it; what is hidden is skipped.

    Raises:
        FileProblem: a folder has none.
    """
    for path in given:
        found = sorted(file for file in path.rglob("*.md") if _is_document(file, path)) if path.is_dir() else [path]
        if not found:
            raise FileProblem(path, "there is no architecture document in this folder", "name a file or another folder")
        yield from found


def _checked(file: Path, given: argparse.Namespace) -> CheckedFile:
    own = Settings() if given.isolated else settings_for(file)
    settings = own.with_choices(select=given.select, ignore=(*own.ignore, *given.ignore), strict=given.strict)
    text = store.read_words(file)
    if not text.strip():
        raise FileProblem(file, "the file is empty", f"fill it, or delete it and run: archkit new {file}")
    manuscript = read(text)
    if given.fix:
        manuscript = _mended(file, manuscript, settings)
    found = check(manuscript, settings, folder=file.parent)
    return CheckedFile(str(file), (*no_section(manuscript, str(file), settings), *found))


def _mended(file: Path, manuscript: Manuscript, settings: Settings) -> Manuscript:
    """Mend a file, and say so; what cannot be written without loss stays as it is, to be reported."""
    try:
        after, count = fixed(manuscript, settings)
    except LossError as error:
        print(f"{file}: {error}", file=sys.stderr)
        return manuscript
    if after.text != manuscript.text:
        store.write_text(file, after.text, expected=store.digest(manuscript.text.encode("utf-8")))
        print(f"{file}: mended {count} {'thing' if count == 1 else 'things'}", file=sys.stderr)
    return after


def _is_document(file: Path, folder: Path) -> bool:
    """Whether a file is called an architecture document, or has three of the template's headings.

    One that cannot be read is for the check to report.
    """
    if any(part.startswith(".") for part in file.relative_to(folder).parts) or not file.is_file():
        return False
    if file.name.endswith(SUFFIX):
        return True
    try:
        return has_headings(store.read_text(file))
    except ArchkitError:
        return True
