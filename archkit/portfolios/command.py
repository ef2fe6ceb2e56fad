"""`archkit portfolio`: documents → what stands in them together, on the screen or as files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from archkit.batch import executor_for
from archkit.portfolios.portfolio import Portfolio, portfolio

FOUND = 1


def run(given: argparse.Namespace) -> int:
    """Read documents, print a summary or write files, and return 1 when a document could not be read."""
    with executor_for(given.jobs, given.executor) as executor:
        found = portfolio(given.files, executor, progress=True)
        if given.to or given.output:
            folder = given.output or Path("portfolio")
            written = found.to_csv(folder) if given.to == "csv" else found.to_parquet(folder)
            print("\n".join(map(str, written)))
            if lines := problems(found):
                print("\n".join(lines), file=sys.stderr)
        else:
            print(summary(found))
    return FOUND if len(found.unreadable) else 0


def summary(found: Portfolio) -> str:
    """Return what stands in the documents together, in a few lines."""
    past = int(found.documents["is_past_review"].sum())
    claims, bare = (int(found.documents[name].sum()) for name in ("claims", "unsupported_claims"))
    counts = found.documents["status"].replace("", "(no status)").value_counts().sort_index()
    lines = [
        str(found),
        f"status: {', '.join(f'{name} {count:,}' for name, count in counts.items())}",
        _days("effort in days", found, "effort", ("mean", "p50", "p80"), ".0f"),
        _days("expected loss of risks in days", found, "losses", ("mean", "p80"), ".1f"),
        f"{claims - bare:,} of {claims:,} pros and cons rest on a finding; {past:,} documents are past their review",
    ]
    return "\n".join([*lines, *problems(found)])


def problems(found: Portfolio) -> list[str]:
    """Return why files could not be read, a line for each; a file is called by its path, for titles are not unique."""
    lost = found.unreadable
    rows = zip(lost.index.get_level_values("path"), lost["line"], lost["error"], strict=True)
    return [f"{path}:{line}: {problem}" if line else f"{path}: {problem}" for path, line, problem in rows]


def _days(what: str, found: Portfolio, name: str, columns: tuple[str, ...], form: str) -> str:
    """Return sums in words, and how much they leave out."""
    total = found.totals.loc[name]
    numbers = [f"{column.upper() if column != 'mean' else column} {total[column]:,{form}}" for column in columns]
    known = ", ".join(numbers) if total["mean"] == total["mean"] else "not known"
    return "; ".join(filter(None, (f"{what}: {known}", found.left_out[name])))
