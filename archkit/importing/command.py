"""`archkit import`: what is printed, what is written, and the exit code."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from archkit import store
from archkit.errors import FileProblem
from archkit.importing.files import Outcome, import_files

_FAILED = 2


def run(given: argparse.Namespace) -> int:
    """Import files and say what went where; 2 when one of them failed."""
    outcomes = import_files(given.files, given.output, given.style, force=given.force)
    if not outcomes:
        raise FileProblem(", ".join(map(str, given.files)), "there is nothing to import", "name a file or folder")
    for outcome in outcomes:
        if outcome.problem:
            print(f"archkit: {outcome.problem}", file=sys.stderr)
        elif not given.json:
            print(outcome.target)
    done = [outcome for outcome in outcomes if outcome.imported]
    if given.json:
        print(_as_json(outcomes))
    elif len(done) == 1 and given.report is None:
        print(_text(done[0]), file=sys.stderr)
    if given.report is not None:
        store.write_text(given.report, _report(given.report, outcomes), expected="")
    return _FAILED if len(done) < len(outcomes) else 0


def _report(path: Path, outcomes: Sequence[Outcome]) -> str:
    """Return the report in the form that the file's name asks for."""
    if path.suffix.casefold() == ".json":
        return _as_json(outcomes) + "\n"
    markdown = path.suffix.casefold() in (".md", ".markdown")
    parts = []
    for outcome in outcomes:
        if outcome.imported:
            report = outcome.imported.report
            parts.append(report.as_markdown() if markdown else report.as_text())
        else:
            parts.append(f"# Import of {outcome.source}\n\n{outcome.problem}" if markdown else outcome.problem)
    return "\n\n".join(parts) + "\n"


def _text(outcome: Outcome) -> str:
    return outcome.imported.report.as_text() if outcome.imported else outcome.problem


def _as_json(outcomes: Sequence[Outcome]) -> str:
    found = [
        {
            "source": str(outcome.source),
            "target": str(outcome.target) if outcome.target else None,
            "problem": outcome.problem,
            "report": outcome.imported.report.to_dict() if outcome.imported else None,
        }
        for outcome in outcomes
    ]
    return json.dumps(found, ensure_ascii=False, indent=2)
