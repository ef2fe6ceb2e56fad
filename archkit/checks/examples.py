"""A good and a bad example of each rule, as docs/rules.md shows them and the tests run them.

The good one stands in a small document in which no rule finds anything; with the bad one in its place the rule finds
exactly one thing, on a line of the bad one unless `at` says which.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    """What is right, what is wrong, and the beginning of the line that is reported, "" for one of the wrong lines."""

    good: str
    bad: str
    at: str = ""


_SURVIVES = "| Survives a restart | must | yes | yes | yes |"
_AUDIT = "| Audit (1 none … 5 full) | 40 | 5 | 4 | 2 |"
_DELAY = "| Delay (s: 60 … 0) | 30 | 2 | 6 | 60 |"
_COST = "| Build cost (days: 60 … 0) | 20 | 40 | 10 | 0 |"
_LAG = "| A reader lags | unlikely | minor | Restart it | Tom | |"
_DISK = "| The disk is full | likely | major | Alert at 70 % | Tom | |"
_TWICE = "| An old client posts twice | unlikely | moderate | Keys for each posting | Mara | |"
_STORE = "| Event store | development | 1 | | 5 | 8 | 14 |"
_BALANCES = "| Balances | development | 2 | | 3 | 5 | 9 |"
_WHY = (
    "**Event-sourced ledger**, because the audit needs every posting [F1]. Replaying takes hours [F3], so we keep "
    "snapshots. The outbox is slower [F2], and the batch job a day late."
)

EXAMPLES: dict[str, Example] = {
    "format": Example("## Dependencies\n- Disk: 2 TB for events", "## Dependences\n- Disk: 2 TB for events"),
    "conflict": Example("We record postings as events.", "We record postings as events.\n>>>>>>> feature"),
    "value": Example(_DISK, _DISK.replace("likely", "liekly")),
    "estimate": Example(_STORE, _STORE.replace("5 | 8 | 14", "14 | 8 | 5")),
    "risk-scale": Example("| impact | minor | 1 | 3 |", "| impact | minor | 3 | 1 |"),
    "unknown-option": Example(
        "each night | Mara | Event-sourced ledger |",
        "each night | Mara | Event-sourcing ledger |",
    ),
    "unknown-criterion": Example("| Ana | Audit | 40 |", "| Ana | Audits | 40 |"),
    "same-name": Example("### Option 2: Outbox table", "### Option 2: Event-sourced ledger"),
    "same-id": Example("[F3] Replaying a year of events", "[F2] Replaying a year of events"),
    "unknown-phase": Example(_BALANCES, _BALANCES.replace("| 2 |", "| 7 |")),
    "open-gate": Example(_SURVIVES, "| Survives a restart | must | yes | | yes |"),
    "open-weight": Example(_DELAY, _DELAY.replace("| 30 |", "| |")),
    "criterion": Example(_AUDIT, _AUDIT.replace("1 none … 5 full", "none … full")),
    "off-scale": Example(_AUDIT, _AUDIT.replace("| 2 |", "| 9 |")),
    "no-option-named": Example(_WHY, _WHY.replace("**Event-sourced ledger**, because", "Because")),
    "stated-score": Example(
        "| **Weighted score** | | **0.84** | **0.82** | **0.33** |",
        "| **Weighted score** | | **0.84** | **0.60** | **0.33** |",
    ),
    "stated-total": Example("- Testing: 4.5 days", "- Testing: 6 days"),
    "gated-choice": Example(_SURVIVES, "| Survives a restart | must | no | yes | yes |", "**Event-sourced ledger**"),
    "dominated-choice": Example(
        f"{_AUDIT}\n{_DELAY}",
        f"{_AUDIT.replace('| 5 |', '| 4 |')}\n{_DELAY.replace('| 2 |', '| 8 |')}",
        "**Event-sourced ledger**",
    ),
    "not-on-top": Example(_WHY, "**Keep the batch job**, because a day is no matter [F3]."),
    "uncited-recommendation": Example(
        _WHY,
        "**Event-sourced ledger**, because the audit needs every posting. Replaying takes hours, so we keep snapshots. "
        "The outbox is slower, and the batch job a day late.",
    ),
    "unanswered-con": Example(_WHY, _WHY.replace(" Replaying takes hours [F3], so we keep snapshots.", "")),
    "unexplained-rejection": Example(_WHY, _WHY.replace(", and the batch job a day late", "")),
    "clear-winner": Example(_WHY, _WHY.replace("because", "the clear winner, because")),
    "unsupported-claim": Example("- Small change - assumption", "- Small change"),
    "undefined-citation": Example("- Slower postings - 120 ms more [F2]", "- Slower postings - 120 ms more [F9]"),
    "unused-finding": Example(
        "- Bottlenecks: The disk, from 900 postings/s on [F4]",
        "- Bottlenecks: The disk, from 900 postings/s on",
        "- **Performance Benchmark**: [F4]",
    ),
    "undated-finding": Example(
        "[F2] The outbox adds 120 ms to a posting\n  - Source: <https://example.org/outbox>\n  - Checked: 2026-01-30",
        "[F2] The outbox adds 120 ms to a posting\n  - Source: <https://example.org/outbox>",
    ),
    "bare-strength": Example(
        "  - Strength: fair\n  - Strength reason: The disk is like ours",
        "  - Strength: strong",
    ),
    "old-finding": Example(
        "  - Source: <https://example.org/replay>\n  - Checked: 2026-01-30",
        "  - Source: <https://example.org/replay>\n  - Checked: 2019-01-30",
    ),
    "duplicate-finding": Example(
        "[F3] Replaying a year of events took nine hours",
        "[F3] An append-only ledger kept a full audit trail for five years",
    ),
    "swallowed-label": Example(
        "- Nothing to build - assumption\n\n**Cons:**\n- A day late - assumption",
        "- Nothing to build - assumption\n**Cons:**\n- A day late - assumption",
    ),
    "one-sided-option": Example(
        "- Nothing to build - assumption\n\n**Cons:**\n- A day late - assumption",
        "- Nothing to build - assumption",
        "### Option 3",
    ),
    "no-status-quo": Example(
        "### Option 3: Keep the batch job", "### Option 3: A new batch job", "### Option 1: Event-sourced ledger"
    ),
    "flat-criterion": Example(_DELAY, _DELAY.replace("2 | 6 | 60", "6 | 6 | 6")),
    "no-anchors": Example(_AUDIT, _AUDIT.replace(" (1 none … 5 full)", "")),
    "missing-score": Example(_COST, _COST.replace("| 10 |", "| |")),
    "same-criterion": Example(_COST, f"{_COST}\n| Delays (s: 60 … 0) | 30 | 2 | 6 | 60 |"),
    "no-mitigation": Example(_LAG, _LAG.replace("Restart it ", "")),
    "high-loss": Example(_DISK, _DISK.replace("Alert at 70 % ", "")),
    "no-owner": Example(_LAG, _LAG.replace("Tom ", "")),
    "unmapped-word": Example(_TWICE, _TWICE.replace("moderate", "annoying")),
    "narrow-estimate": Example(
        "| Replay tests | testing | 1 | | 3 | 4 | 8 |", "| Replay tests | testing | 1 | | 4 | 4 | 4 |"
    ),
    "no-percentile": Example("- Total: 18.3 days (80 % chance of at most 20.7)", "- Total: 18.3 days"),
    "phase-without-work": Example(
        "2. **Billing**: Balances from the ledger",
        "2. **Billing**: Balances from the ledger\n3. **Shutdown**: The batch job goes",
    ),
    "work-without-phase": Example(_BALANCES, _BALANCES.replace("| 2 |", "| |")),
    "component-without-flow": Example(
        "- **Ledger**: Appends postings", "- **Ledger**: Appends postings\n- **Archive**: Holds what is closed"
    ),
    "vague-word": Example(
        "- Scaling approach: A fast reader for each 200 accounts", "- Scaling approach: Scalable and fast readers"
    ),
    "empty-section": Example("## Dependencies\n- Disk: 2 TB for events", "## Dependencies"),
    "review-passed": Example("review-by: 2030-01-31", "review-by: 2025-01-31"),
    "broken-link": Example("[notes](notes.md)", "[notes](nodes.md)"),
    "blank": Example("- Disk: 2 TB for events", "- Disk: [Why needed]"),
    "suppression": Example("# Ledger Architecture", "# Ledger Architecture\n\n<!-- archkit: ignore no-owner -->"),
}
