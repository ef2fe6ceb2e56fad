"""The reviewed document with other words in it, and what is found there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from archkit.checks import check
from archkit.format.read import read
from tests.checks.reviewed import REVIEWED

TODAY = date(2026, 2, 1)
WHY = next(line for line in REVIEWED.split("\n") if line.startswith("**Event-sourced ledger**, because"))
LAG = "| A reader lags | unlikely | minor | Restart it | Tom | |"
STORE = "| Event store | development | 1 | | 5 | 8 | 14 |"
COST = "| Build cost (days: 60 … 0) | 20 | 40 | 10 | 0 |"
SCORES = "| **Weighted score** | | **0.84** | **0.82** | **0.33** |\n"
TOTALS = "- Development: 13.8 days\n- Testing: 4.5 days\n- Total: 18.3 days (80 % chance of at most 20.7)\n"
EFFORT = REVIEWED[REVIEWED.index("### Work Items") :]
CLAIM = "- Small change - assumption"
DISK = "- Disk: 2 TB for events"
RECORD = "We record postings as events."
SCALING = "- Scaling approach: A fast reader for each 200 accounts"
OUTBOX = "  - Source: <https://example.org/outbox>\n  - Checked: 2026-01-30\n"
F3 = "- **Case Study**: [F3] Replaying a year of events took nine hours\n  - Source: <https://example.org/replay>"
NAMES = "| Event-sourced ledger | Outbox table | Keep the batch job |"


def found(*edits: tuple[str, str], folder: Path | None = None) -> list[tuple[str, str]]:
    """Return what is found in the reviewed document after some edits: rule and line."""
    text = REVIEWED
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    lines = text.split("\n")
    return [(item.rule, lines[item.line - 1]) for item in check(read(text), today=TODAY, folder=folder)]


def one(items: list[tuple[str, str]], rule: str, line: str) -> bool:
    """Whether there is one finding, of a rule, on a line that begins so."""
    return [(name, text.startswith(line)) for name, text in items] == [(rule, True)]
