"""`archkit portfolio`: documents → what stands in them together, on the screen or as files."""

from __future__ import annotations

import argparse
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
        else:
            print(summary(found))
    return FOUND if len(found.unreadable) else 0


def summary(found: Portfolio) -> str:
    """Return what stands in the documents together, in a few lines."""
    effort, losses = found.totals.loc["effort"], found.totals.loc["losses"]
    past = int(found.documents["is_past_review"].sum())
    claims, bare = (int(found.documents[name].sum()) for name in ("claims", "unsupported_claims"))
    counts = found.documents["status"].replace("", "(no status)").value_counts().sort_index()
    lines = [
        str(found),
        f"status: {', '.join(f'{name} {count:,}' for name, count in counts.items())}",
        f"effort in days: mean {effort['mean']:,.0f}, P50 {effort['p50']:,.0f}, P80 {effort['p80']:,.0f}",
        f"expected loss of risks in days: {losses['mean']:,.1f}, P80 {losses['p80']:,.1f}",
        f"{claims - bare:,} of {claims:,} pros and cons rest on a finding; {past:,} documents are past their review",
    ]
    # A document is called by its path, for titles are not unique.
    problems = zip(found.unreadable.index.get_level_values("path"), found.unreadable["error"], strict=True)
    return "\n".join([*lines, *(f"{path}: {problem}" for path, problem in problems)])
